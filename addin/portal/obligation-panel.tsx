// One obligation on the portal: download the form, upload it filled, see what is
// wrong, submit, see the receipt.
import { Button, Caption1, makeStyles, Subtitle2, Text, Title3, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { showPeriod } from '../../shared/period.ts'
import type { ObligationView, Receipt } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { dueText } from '../components/due-text.ts'
import { Notice } from '../components/notice.tsx'
import { StateBadge } from '../components/obligation-list.tsx'
import { ReceiptCard } from '../components/receipt-card.tsx'
import { saveFile } from '../components/save-file.ts'
import { Ring, Spinner } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { showInstant } from '../text/moment.ts'
import { useReviewText } from '../text/use-review-text.ts'
import { ProblemBar } from './problem-bar.tsx'
import { problemOf } from './problem-of.ts'
import { SubmissionHistory } from './submission-history.tsx'
import { UploadBox } from './upload-box.tsx'
import { useUpload } from './use-upload.ts'

const FileTablesPanel = lazy(() => import('./file-tables-panel.tsx'))
const NotesToAnswer = lazy(() => import('./notes-to-answer.tsx'))

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
})

interface Props {
  readonly api: Api
  readonly obligation: ObligationView
  readonly today: string
  readonly onSubmitted: () => void
  /** Null where nothing waits for this person's signature. */
  readonly onSign: (() => void) | null
  readonly onEnded: (problem: ApiProblem) => void
}

export function ObligationPanel({ api, obligation, today, onSubmitted, onSign, onEnded }: Props) {
  const { t, language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const upload = useUpload(api, obligation.id, onSubmitted)
  const [download, setDownload] = useState<{ busy: boolean; problem: ApiProblem | null }>({ busy: false, problem: null })
  const [shown, setShown] = useState<Receipt | null>(null)
  const [tables, setTables] = useState<File | null>(null)
  const receipt = shown ?? upload.result?.receipt ?? null
  const downloadForm = async () => {
    setDownload({ busy: true, problem: null })
    try {
      saveFile(await api.formFile(obligation.id), `${obligation.id}.xlsx`)
      setDownload({ busy: false, problem: null })
    } catch (error) {
      setDownload({ busy: false, problem: problemOf(error) })
    }
  }
  const panel = useRef<HTMLElement>(null)
  // Chosen from a list that stands above it on a small screen: the keyboard and the eye go to it.
  useEffect(() => panel.current?.focus(), [])
  const notOpen = obligation.state === 'not-open'
  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-label={obligation.templateTitle[language]}>
      <div>
        <Title3 as="h2" className={styles.heading}>
          {obligation.templateTitle[language]}
        </Title3>
        <div className={styles.row}>
          <Text>
            {obligation.template} · {showPeriod(obligation.period, language)} · {obligation.agencyName}
          </Text>
          <StateBadge state={obligation.state} />
        </div>
        <Caption1>{dueText(obligation, today, t)}</Caption1>
      </div>
      {onSign && (
        <Notice
          tone="info"
          testId="to-sign-notice"
          actions={
            <Button appearance="primary" onClick={onSign} data-testid="to-sign">
              {r.toSign}
            </Button>
          }
        >
          {r.toSignHint}
        </Notice>
      )}
      {obligation.state === 'handed-back' && obligation.lastReview && (
        <Notice tone="warning" testId="handed-back">
          {r.handedBack(obligation.lastReview.by, showInstant(obligation.lastReview.at))} <b>{obligation.lastReview.sentence}</b>
        </Notice>
      )}
      {receipt ? (
        <ReceiptCard receipt={receipt} />
      ) : (
        <>
          {obligation.state === 'returned' && obligation.openNotes > 0 && (
            <Suspense fallback={<Spinner label={t.loading} />}>
              <NotesToAnswer {...{ api, obligation, onEnded }} answers={upload.answers} onAnswer={upload.answer} />
            </Suspense>
          )}
          <div className={styles.part}>
            <Subtitle2 as="h3" className={styles.heading}>
              {t.stepForm}
            </Subtitle2>
            <Caption1>{t.downloadFormHint}</Caption1>
            <Button
              icon={download.busy ? <Ring /> : <ArrowDownload20Regular />}
              disabled={download.busy || notOpen}
              onClick={() => void downloadForm()}
              data-testid="download-form"
            >
              {t.downloadForm}
            </Button>
            <ProblemBar problem={download.problem} onRetry={() => void downloadForm()} onEnded={onEnded} />
          </div>
          {tables ? (
            <Suspense fallback={<Spinner label={t.loading} />}>
              <FileTablesPanel
                api={api}
                obligation={obligation.id}
                file={tables}
                onSubmitted={(sent) => {
                  setShown(sent)
                  onSubmitted()
                }}
                onClose={() => setTables(null)}
                onEnded={onEnded}
              />
            </Suspense>
          ) : (
            <UploadBox upload={upload} disabled={notOpen || obligation.state === 'locked'} onEnded={onEnded} onTables={setTables} />
          )}
        </>
      )}
      <SubmissionHistory api={api} obligation={obligation} onReceipt={setShown} onChanged={onSubmitted} onEnded={onEnded} />
    </section>
  )
}
