// A file that is no form of ours: its tables mapped onto the form, what was found in
// the filled form, and the two ways on: submit, or save as our form. Loaded when first needed.
import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { blocks } from '../../shared/explanations.ts'
import type { Receipt } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { Notice } from '../components/notice.tsx'
import { Spinner } from '../components/spinner.tsx'
import { TakeoverChooser } from '../pane/screens/takeover-chooser.tsx'
import { useText } from '../text/language.tsx'
import { TAKEOVER_TEXTS } from '../text/takeover-texts.ts'
import FindingTable from './finding-table.tsx'
import { ProblemBar } from './problem-bar.tsx'
import { useFileTables } from './use-file-tables.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

interface Props {
  readonly api: Api
  readonly obligation: string
  readonly file: File
  readonly onSubmitted: (receipt: Receipt) => void
  readonly onClose: () => void
  readonly onEnded: (problem: ApiProblem) => void
}

export default function FileTablesPanel({ api, obligation, file, onSubmitted, onClose, onEnded }: Props) {
  const { t, language } = useText()
  const words = TAKEOVER_TEXTS[language]
  const styles = useStyles()
  const work = useFileTables(api, obligation, file, onSubmitted)
  const { busy, form, tables, filing, verdict } = work
  const blocked = verdict?.findings.some((finding) => blocks(finding, filing?.explanations ?? {})) ?? true
  return (
    <section className={styles.part} aria-label={words.fileTitle(file.name)} data-testid="file-tables">
      <Subtitle2 as="h3" className={styles.heading}>
        {words.fileTitle(file.name)}
      </Subtitle2>
      <ProblemBar
        problem={work.problem}
        onRetry={() => void (tables === null ? work.load() : verdict ? work.send() : work.again())}
        onEnded={onEnded}
      />
      {busy === 'reading' && <Spinner label={t.loading} />}
      {form && tables && !verdict && (
        <>
          <TakeoverChooser
            form={form}
            old={tables.old}
            busy={busy === null ? null : 'applying'}
            onApply={(edits) => void work.apply(edits)}
            onCancel={onClose}
          />
          {tables.old.tables.length === 0 && <Button onClick={onClose}>{t.back}</Button>}
        </>
      )}
      {verdict && (
        <>
          <Text data-testid="file-tables-summary">{words.fileFilled(verdict.rowCount)}</Text>
          {verdict.findings.length > 0 ? (
            <FindingTable findings={verdict.findings} explanations={filing?.explanations ?? {}} onExplain={work.explain} />
          ) : (
            <Notice tone="success" testId="findings-clear">
              {t.noFindings}
            </Notice>
          )}
          {blocked && <Text size={200}>{words.fileMend}</Text>}
          <div className={styles.actions}>
            <Button disabled={busy !== null} onClick={() => work.again()} data-testid="file-tables-again">
              {words.fileAgain}
            </Button>
            <Button
              appearance={blocked ? 'primary' : 'secondary'}
              disabled={busy !== null}
              onClick={() => void work.save()}
              data-testid="file-tables-save"
            >
              {words.fileSave}
            </Button>
            <Button
              appearance={blocked ? 'secondary' : 'primary'}
              disabled={busy !== null || blocked}
              onClick={() => void work.send()}
              data-testid="file-tables-submit"
            >
              {busy === 'sending' ? t.sending : t.submit}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
