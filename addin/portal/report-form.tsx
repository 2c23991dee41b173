// The words of one report as a form, saved with the state that they were made on, and
// the document that is printed from what is saved.
import { Button, Caption1, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { useState } from 'react'
import type { ReportWords } from '../../shared/report/report-words.ts'
import type { ReportView } from '../../shared/wire-province.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import type { ProvinceApi } from '../api/province-api.ts'
import { DayField } from '../components/day-field.tsx'
import { Notice } from '../components/notice.tsx'
import { saveFile } from '../components/save-file.ts'
import { Ring } from '../components/spinner.tsx'
import { showInstant } from '../text/moment.ts'
import { useProvinceText } from '../text/use-province-text.ts'
import { ProblemBar } from './problem-bar.tsx'
import { problemOf } from './problem-of.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '52rem' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
})

const PROSE = ['assessment', 'shortcomings', 'next', 'proposals'] as const

interface Props {
  readonly opened: ReportView
  readonly province: ProvinceApi
  readonly mayEdit: boolean
  readonly onReload: () => void
  readonly onEnded: (problem: ApiProblem) => void
}

export function ReportForm({ opened, province, mayEdit, onReload, onEnded }: Props) {
  const t = useProvinceText()
  const styles = useStyles()
  const [saved, setSaved] = useState(opened)
  const [words, setWords] = useState(opened.words)
  const [busy, setBusy] = useState<'saving' | 'downloading' | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const { template, period } = opened
  const changed = JSON.stringify(words) !== JSON.stringify(saved.words)
  const change = (next: Partial<ReportWords>) => setWords({ ...words, ...next })
  const attempt = async (what: 'saving' | 'downloading', step: () => Promise<void>) => {
    setBusy(what)
    setProblem(null)
    try {
      await step()
    } catch (error) {
      setProblem(problemOf(error))
    }
    setBusy(null)
  }
  const save = () =>
    attempt('saving', async () => {
      const kept = await province.saveReportWords(template, period, words, saved.etag)
      setSaved(kept)
      setWords(kept.words)
    })
  const download = () =>
    attempt('downloading', async () => saveFile(await province.reportFile(template, period), `${template}_${period}_bao-cao.docx`))
  const area = (key: (typeof PROSE)[number] | 'position' | 'recipients', rows: number) => (
    <Field key={key} label={t.words[key]}>
      <Textarea
        value={words[key]}
        readOnly={!mayEdit}
        resize="vertical"
        textarea={{ rows }}
        onChange={(_, data) => change({ [key]: data.value })}
        data-testid={`words-${key}`}
      />
    </Field>
  )
  const input = (key: 'number' | 'signer') => (
    <Field label={t.words[key]}>
      <Input value={words[key]} readOnly={!mayEdit} onChange={(_, data) => change({ [key]: data.value })} data-testid={`words-${key}`} />
    </Field>
  )
  const conflict = problem?.slug === 'draft-changed' ? problem : null
  return (
    <div className={styles.form}>
      <Caption1>{t.reportHint}</Caption1>
      <div className={styles.line}>
        {input('number')}
        <DayField
          label={t.words.day}
          value={words.day ?? ''}
          readOnly={!mayEdit}
          onChange={(day) => change({ day: day || null })}
          testId="words-day"
        />
      </div>
      {PROSE.map((key) => area(key, 5))}
      <div className={styles.line}>
        {area('position', 3)}
        {input('signer')}
        {area('recipients', 5)}
      </div>
      {conflict ? (
        <Notice tone="warning" testId="report-conflict" actions={<Button onClick={onReload}>{t.reportReload}</Button>}>
          {t.reportConflict(conflict.draft?.savedBy ?? '')}
        </Notice>
      ) : (
        <ProblemBar problem={problem} onRetry={() => void save()} onEnded={onEnded} />
      )}
      <div className={styles.actions}>
        {mayEdit ? (
          <Button appearance="primary" disabled={busy !== null || !changed} onClick={() => void save()} data-testid="save-words">
            {busy === 'saving' ? t.saving : t.save}
          </Button>
        ) : (
          <Caption1>{t.readOnly}</Caption1>
        )}
        <Button
          icon={busy === 'downloading' ? <Ring /> : <ArrowDownload20Regular />}
          disabled={busy !== null || changed}
          onClick={() => void download()}
          data-testid="download-report"
        >
          {t.downloadReport}
        </Button>
        <Caption1 role="status" data-testid="words-state">
          {changed
            ? t.downloadAfterSaving
            : saved.savedAt === null
              ? t.reportUnsaved
              : t.reportSaved(showInstant(saved.savedAt), saved.savedBy ?? '')}
        </Caption1>
      </div>
    </div>
  )
}
