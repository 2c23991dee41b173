// Picking or dropping a filled workbook, its findings, and the button that submits it.
import { Button, Caption1, makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { ArrowDownload24Regular } from '@fluentui/react-icons/svg/arrow-download'
import { ArrowUpload24Regular } from '@fluentui/react-icons/svg/arrow-upload'
import { type DragEvent, lazy, Suspense, useRef, useState } from 'react'
import { blocks } from '../../shared/explanations.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { Notice } from '../components/notice.tsx'
import { Ring, Spinner } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { WORK_TEXTS } from '../text/work-texts.ts'
import { ProblemBar } from './problem-bar.tsx'
import type { useUpload } from './use-upload.ts'

const FindingTable = lazy(() => import('./finding-table.tsx'))

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalXL,
    textAlign: 'center',
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: { backgroundColor: tokens.colorBrandBackground2, outline: `2px solid ${tokens.colorBrandStroke1}` },
  file: { position: 'absolute', width: '1px', height: '1px', opacity: 0 },
  actions: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

interface Props {
  readonly upload: ReturnType<typeof useUpload>
  readonly disabled: boolean
  readonly onEnded: (problem: ApiProblem) => void
  /** The file is no form: its tables may still be like ours. */
  readonly onTables: (file: File) => void
}

export function UploadBox({ upload, disabled, onEnded, onTables }: Props) {
  const { t, language } = useText()
  const words = WORK_TEXTS[language]
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { file, busy, result, problem } = upload
  const take = (files: FileList | null) => {
    const picked = files?.[0]
    if (picked && !disabled && busy === null) void upload.pick(picked)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const errors = result?.findings.some((finding) => finding.severity === 'error') ?? false
  const blocked = result?.findings.some((finding) => blocks(finding, upload.explanations)) ?? false
  return (
    <div className={styles.part}>
      <Subtitle2 as="h3" className={styles.heading}>
        {t.uploadStep}
      </Subtitle2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button inside does the same */}
      <div
        className={mergeClasses(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <ArrowUpload24Regular aria-hidden />
        <Text>{t.uploadHint}</Text>
        <Button disabled={disabled || busy !== null} onClick={() => input.current?.click()}>
          {t.uploadPick}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          className={styles.file}
          tabIndex={-1}
          aria-label={t.uploadPick}
          disabled={disabled}
          onChange={(event) => {
            take(event.target.files)
            // The same name picked again, after mending the file, must count as a change.
            event.target.value = ''
          }}
          data-testid="upload-file"
        />
      </div>
      <div aria-live="polite">
        {busy === 'checking' && file && <Spinner label={t.uploadChecking(file.name)} />}
        {result && file && <Text data-testid="upload-summary">{t.uploadChecked(file.name, result.rowCount)}</Text>}
      </div>
      {result?.older && (
        <Notice tone={result.older.columns.length + result.older.rows.length > 0 ? 'warning' : 'info'} testId="upload-older">
          {words.uploadOlder(result.older.version)}
          <ul>
            {result.older.columns.map(({ column, title, cells }) => (
              <li key={column}>{words.uploadOlderColumn(column, title, cells)}</li>
            ))}
            {result.older.rows.map(({ at, text }) => (
              <li key={at}>{words.uploadOlderRow(at, text)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ProblemBar problem={problem} onRetry={() => upload.again()} onEnded={onEnded} />
      {problem?.slug === 'wrong-form' && file && (
        <div className={styles.actions}>
          <Button appearance="primary" disabled={disabled} onClick={() => onTables(file)} data-testid="upload-tables">
            {words.uploadTables}
          </Button>
        </div>
      )}
      {result && result.findings.length > 0 && (
        <>
          {errors && <Caption1>{t.uploadMend}</Caption1>}
          <div className={styles.actions}>
            <Button
              disabled={busy !== null}
              icon={busy === 'marking' ? <Ring /> : <ArrowDownload24Regular aria-hidden />}
              onClick={() => void upload.report(language, t.uploadReportSuffix)}
              data-testid="upload-report"
            >
              {t.uploadReport}
            </Button>
          </div>
          <Suspense fallback={<Spinner label={t.loading} />}>
            <FindingTable findings={result.findings} explanations={upload.explanations} onExplain={upload.explain} />
          </Suspense>
        </>
      )}
      {result && result.findings.length === 0 && !result.receipt && (
        <Notice tone="success" testId="findings-clear">
          {t.noFindings}
        </Notice>
      )}
      {result && (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabled={blocked || busy !== null}
            icon={busy === 'sending' ? <Ring /> : undefined}
            onClick={() => void upload.send()}
            data-testid="upload-submit"
          >
            {busy === 'sending' ? t.sending : t.submit}
          </Button>
        </div>
      )}
    </div>
  )
}
