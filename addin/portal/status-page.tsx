// Tình hình nộp: for a template and a period, who has submitted, the consolidated
// workbook, and the way to each submission.
import { Button, Field, makeStyles, Select, Text, Title2, tokens } from '@fluentui/react-components'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { lazy, Suspense, useState } from 'react'
import type { ObligationView, PeriodChoices } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { Notice } from '../components/notice.tsx'
import { Spinner } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { useReviewText } from '../text/use-review-text.ts'
import { DownloadConsolidated } from './download-consolidated.tsx'
import { ProblemBar } from './problem-bar.tsx'
import { ReviewMany } from './review-many.tsx'
import { StatusTable } from './status-table.tsx'
import { useLoad } from './use-load.ts'
import { useStatus, waits } from './use-status.ts'

const ReviewPage = lazy(() => import('./review-page.tsx'))

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    // Keeps its size: the list would forget which of its lines are drawn, and with them the way back.
    '&[hidden]': { display: 'block', visibility: 'hidden', height: 0, overflow: 'hidden' },
  },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
  template: { minWidth: 'min(24rem, 100%)', maxWidth: '100%', '& select': { minWidth: 0 } },
  period: { minWidth: 'min(12rem, 100%)' },
})

interface Props {
  readonly api: Api
  /** Whether the person may accept and return. */
  readonly mayJudge: boolean
  readonly onEnded: (problem: ApiProblem) => void
}

export default function StatusPage({ api, mayJudge, onEnded }: Props) {
  const { t } = useText()
  const styles = useStyles()
  const choices = useLoad('periods', () => api.periods())
  return (
    <div className={styles.page}>
      <ProblemBar problem={choices.problem} onRetry={choices.reload} onEnded={onEnded} />
      {!choices.value && choices.loading && <Spinner label={t.loading} />}
      {choices.value && <Status api={api} mayJudge={mayJudge} choices={choices.value} onEnded={onEnded} />}
    </div>
  )
}

function Status({ api, mayJudge, choices, onEnded }: Props & { choices: PeriodChoices }) {
  const { t, language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const templates = choices.templates.filter(({ periods }) => periods.length > 0)
  const [wanted, setWanted] = useState({ template: firstDue(templates), period: '' })
  const template = templates.find(({ code }) => code === wanted.template)
  const newestFirst = template?.periods.toSorted((a, b) => b.dueAt.localeCompare(a.dueAt)) ?? []
  const period = newestFirst.find(({ code }) => code === wanted.period) ?? newestFirst[0]
  const list = useStatus(api, template?.code ?? '', period?.code ?? '', mayJudge)
  const { status, chosen, choose } = list
  const [opened, setOpened] = useState<ObligationView | null>(null)
  const [said, setSaid] = useState('')
  if (!template || !period) return <Text>{t.noStatus}</Text>
  return (
    <>
      {opened && (
        <Suspense fallback={<Spinner label={t.loading} />}>
          <ReviewPage
            {...{ api, onEnded }}
            may={mayJudge ? 'judge' : 'read'}
            obligation={opened}
            onBack={() => setOpened(null)}
            onDone={(verdict) => {
              setSaid((verdict === 'accepted' ? r.doneAccepted : r.doneReturned)(opened.agencyName))
              setOpened(null)
              list.reload()
            }}
          />
        </Suspense>
      )}
      {/* Kept while a report is open: one comes back to the same place, with the same reports chosen. */}
      <div className={styles.page} hidden={opened !== null}>
        <Title2 as="h1" style={{ margin: 0 }}>
          {t.statusTitle}
        </Title2>
        <div className={styles.choices}>
          <Field label={t.template} className={styles.template}>
            <Select
              value={template.code}
              onChange={(_, data) => setWanted({ ...wanted, template: data.value })}
              data-testid="template-select"
            >
              {templates.map(({ code, title }) => (
                <option key={code} value={code}>
                  {code} · {title[language]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t.period} className={styles.period}>
            <Select value={period.code} onChange={(_, data) => setWanted({ ...wanted, period: data.value })} data-testid="period-select">
              {newestFirst.map(({ code, title }) => (
                <option key={code} value={code}>
                  {title[language]}
                </option>
              ))}
            </Select>
          </Field>
          <DownloadConsolidated
            onEnded={onEnded}
            fileName={`${template.code}_${period.code}_tong-hop.xlsx`}
            fetchFile={(by) => api.consolidatedFile(template.code, period.code, by)}
          />
          <Button icon={<ArrowSync20Regular />} disabled={list.loading} onClick={list.reload} data-testid="status-reload">
            {r.reload}
          </Button>
        </div>
        <ProblemBar problem={list.problem} onRetry={status ? list.more : list.reload} onEnded={onEnded} />
        {!status && list.loading && <Spinner label={t.loading} />}
        {said !== '' && (
          <Notice tone="success" testId="review-done">
            {said}
          </Notice>
        )}
        {status && mayJudge && (
          <ReviewMany
            {...{ api, onEnded }}
            chosen={status.obligations.filter((one) => chosen.includes(one.id) && waits(one))}
            onDone={() => {
              choose([])
              list.reload()
            }}
          />
        )}
        {status && (
          <StatusTable
            status={status}
            list={list}
            today={choices.day}
            mayJudge={mayJudge}
            onOpen={(obligation) => {
              setSaid('')
              setOpened(obligation)
            }}
          />
        )}
      </div>
    </>
  )
}

/** The template whose open period falls due first: most likely what one came for. */
function firstDue(templates: PeriodChoices['templates']): string {
  const newest = (periods: PeriodChoices['templates'][number]['periods']) =>
    periods
      .map(({ dueAt }) => dueAt)
      .sort()
      .at(-1) ?? ''
  return templates.toSorted((a, b) => newest(a.periods).localeCompare(newest(b.periods))).at(0)?.code ?? ''
}
