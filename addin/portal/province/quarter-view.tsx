// Báo cáo quý: tables A to D as they follow from the monthly reports. A figure opens the list
// of what it counts, an entry of the list its row; each way leads back.
import { Caption1, makeStyles, Text, Title3, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { showPeriod } from '../../../shared/period.ts'
import type { FigurePlace } from '../../../shared/wire-province.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { Notice } from '../../components/notice.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { showInstant } from '../../text/moment.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useAgain } from '../use-again.ts'
import { useLoad } from '../use-load.ts'
import { CountedList } from './counted-list.tsx'
import { OpenedRow } from './opened-row.tsx'
import { PeriodChoice, useChosen } from './period-choice.tsx'
import { SummaryChecks } from './summary-checks.tsx'
import { type Figure, SummaryTable } from './summary-table.tsx'
import { useForm } from './use-form.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  title: { display: 'block', margin: `0 0 ${tokens.spacingVerticalS}` },
})

/** The report that is made from others: the first version of the plan has one. */
const QUARTERLY = 'QUY'

interface Props {
  readonly api: QuarterApi
  readonly onEnded: (problem: ApiProblem) => void
}

export default function QuarterView({ api, onEnded }: Props) {
  const { t, p, language } = useQuarterText()
  const styles = useStyles()
  const choices = useLoad('periods', () => api.periods())
  const [chosen, choose] = useChosen(choices.value, QUARTERLY)
  const key = chosen && `${chosen.template} ${chosen.period}`
  const known = useForm(api, chosen?.template ?? null, chosen?.period ?? null)
  const summary = useLoad(key, () => api.summary(chosen!.template, chosen!.period))
  useAgain(summary, summary.value?.uncounted ?? null)
  const [figure, setFigure] = useState<Figure | null>(null)
  const [place, setPlace] = useState<FigurePlace | null>(null)
  const page = useRef<HTMLDivElement>(null)
  // The way back ends where it began.
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (figure) last.current = figure.id
    else if (last.current) page.current?.querySelector<HTMLElement>(`[data-figure="${CSS.escape(last.current)}"]`)?.focus()
  }, [figure])

  if (place) return <OpenedRow api={api} place={place} onBack={() => setPlace(null)} onEnded={onEnded} />
  if (figure && chosen)
    return <CountedList api={api} chosen={chosen} figure={figure} onBack={() => setFigure(null)} onOpen={setPlace} onEnded={onEnded} />
  return (
    <div className={styles.page} ref={page}>
      <Text>{p.quarterLead}</Text>
      <ProblemBar problem={choices.problem} onRetry={choices.reload} onEnded={onEnded} />
      {choices.value && chosen && <PeriodChoice choices={choices.value} chosen={chosen} only={QUARTERLY} onChoose={choose} />}
      <ProblemBar problem={summary.problem ?? known.problem} onRetry={summary.problem ? summary.reload : known.reload} onEnded={onEnded} />
      {((summary.loading && !summary.value) || known.loading) && <Spinner label={t.loading} />}
      {summary.value && known.value && (
        <>
          <div>
            <Caption1 block>{p.quarterMonths(summary.value.months.map((month) => showPeriod(month, language)).join(', '))}</Caption1>
            <Caption1 block>{p.asOf(showInstant(summary.value.madeAt))}</Caption1>
          </div>
          {summary.value.uncounted > 0 && <Text role="status">{p.counting(summary.value.uncounted)}</Text>}
          {summary.value.pending > 0 && (
            <Notice tone="warning" testId="quarter-pending">
              {p.quarterPending(summary.value.pending)}
            </Notice>
          )}
          {summary.value.tables.map((table) => {
            const own = known.value!.template.tables.find(({ key: one }) => one === table.key)
            return (
              own && (
                <section key={table.key}>
                  <Title3 as="h2" className={styles.title}>
                    {own.title?.[language] ?? table.key}
                  </Title3>
                  <SummaryTable table={own} counted={table} names={known.value!} onFigure={setFigure} />
                </section>
              )
            )
          })}
          <SummaryChecks summary={summary.value} known={known.value} onFigure={setFigure} />
        </>
      )}
    </div>
  )
}
