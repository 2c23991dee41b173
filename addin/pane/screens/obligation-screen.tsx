// One obligation: get the form, fill and check it, submit; or answer that there
// is nothing to report.
import { Button, Caption1, makeStyles, Subtitle1, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { showPeriod } from '../../../shared/period.ts'
import { dueText } from '../../components/due-text.ts'
import { Notice } from '../../components/notice.tsx'
import { StateBadge } from '../../components/obligation-list.tsx'
import { useText } from '../../text/language.tsx'
import { showInstant } from '../../text/moment.ts'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import { AddRows } from './add-rows.tsx'
import { Answer } from './answer.tsx'
import { DraftLine } from './draft-line.tsx'
import { DrawingPart } from './drawing-part.tsx'
import { NewerForm } from './newer-form.tsx'
import { ReviewPart } from './review-part.tsx'
import type { ScreenProps } from './screen-props.ts'
import { SortRows } from './sort-rows.tsx'

const CellCard = lazy(() => import('./cell-card.tsx'))

const useStyles = makeStyles({
  title: { margin: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  step: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  facts: { display: 'flex', flexDirection: 'column' },
  heading: { margin: 0 },
})

export default function ObligationScreen({ session, dispatch, newKey }: ScreenProps) {
  const { t, language } = useText()
  const styles = useStyles()
  const openButton = useRef<HTMLButtonElement>(null)
  const { work, busy } = session
  if (!work) return null
  const { obligation, form, sheet, draft, said } = work
  const idle = busy === null && form !== null
  const answered = said.declaration !== null
  /** An answer that is not a table needs no form; one that stands in the workbook stays within reach. */
  const withoutForm = answered && !sheet
  const closed = obligation.state === 'not-open' || obligation.state === 'locked'
  return (
    <>
      <Subtitle1 as="h1" className={styles.title}>
        {obligation.templateTitle[language]}
      </Subtitle1>
      <div className={styles.row}>
        <Text>{showPeriod(obligation.period, language)}</Text>
        <StateBadge state={obligation.state} />
      </div>
      <div className={styles.facts}>
        <Caption1>{obligation.agencyName}</Caption1>
        <Caption1>{dueText(obligation, session.clock?.day ?? session.list?.day ?? '', t)}</Caption1>
      </div>
      {obligation.state === 'not-open' && (
        <Notice tone="info" testId="not-open">
          {t.notOpenYet}
        </Notice>
      )}
      <NewerForm session={session} dispatch={dispatch} />
      <ReviewPart session={session} dispatch={dispatch} />
      {work.older && form && (
        <Notice
          tone="info"
          testId="older-form"
          actions={
            <Button
              size="small"
              appearance="primary"
              disabled={!idle || closed}
              onClick={() => dispatch({ type: 'carry-asked' })}
              data-testid="carry-over"
            >
              {busy === 'drawing' ? t.drawing : WORK_TEXTS[language].carry}
            </Button>
          }
        >
          {WORK_TEXTS[language].older(work.older.sheet, work.older.version, form.template.version)}
        </Notice>
      )}
      {draft && !sheet && (
        <Notice tone="info" testId="draft-found">
          {WORK_TEXTS[language].draftFound(showInstant(draft.savedAt), draft.savedBy)}
        </Notice>
      )}
      <Answer work={work} disabled={!idle || closed} dispatch={dispatch} />
      <Part unneeded={withoutForm} title={t.stepForm} hint={sheet ? t.stepFormOpened(sheet) : t.stepFormHint}>
        <Button
          ref={openButton}
          appearance={sheet ? 'secondary' : 'primary'}
          disabled={!form || obligation.state === 'not-open'}
          disabledFocusable={busy !== null}
          onClick={() => dispatch({ type: 'form-asked' })}
          data-testid="open-form"
        >
          {busy === 'drawing' ? t.drawing : sheet ? t.goToForm : t.openForm}
        </Button>
        <DrawingPart session={session} dispatch={dispatch} back={openButton} />
      </Part>
      <Part unneeded={withoutForm} title={t.stepFill} hint={t.stepFillHint}>
        <Button
          appearance={sheet ? 'primary' : 'secondary'}
          disabled={!form || !sheet}
          disabledFocusable={busy !== null}
          onClick={() => dispatch({ type: 'check-asked' })}
          data-testid="check"
        >
          {busy === 'checking' ? t.checking : t.check}
        </Button>
        {sheet && (
          <Button disabled={!idle || closed} onClick={() => dispatch({ type: 'takeover-asked' })} data-testid="takeover">
            {busy === 'looking' ? WORK_TEXTS[language].takeoverLooking : WORK_TEXTS[language].takeover}
          </Button>
        )}
        <AddRows session={session} dispatch={dispatch} />
        <DraftLine work={work} dispatch={dispatch} />
        {work.place && (
          <Suspense fallback={null}>
            <CellCard work={work} />
          </Suspense>
        )}
        {sheet && <SortRows session={session} dispatch={dispatch} />}
      </Part>
      <Part title={withoutForm ? t.confirmSend : t.stepSubmit} hint={t.stepSubmitHint}>
        <Button
          appearance={answered ? 'primary' : 'secondary'}
          disabled={!idle || closed || (!sheet && !answered)}
          onClick={() => dispatch({ type: 'submit-asked', key: newKey() })}
          data-testid="submit"
        >
          {busy === 'sending' ? t.sending : obligation.submissions > 0 ? t.submitAgain : t.submit}
        </Button>
      </Part>
      <Button appearance="subtle" disabled={busy !== null} onClick={() => dispatch({ type: 'history-asked' })} data-testid="history">
        {t.history} ({obligation.submissions})
      </Button>
    </>
  )
}

function Part({ title, hint, unneeded = false, children }: { title: string; hint: string; unneeded?: boolean; children: ReactNode }) {
  const styles = useStyles()
  if (unneeded) return null
  return (
    <section className={styles.step} aria-label={title}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title}
      </Subtitle2>
      <Caption1>{hint}</Caption1>
      {children}
    </section>
  )
}
