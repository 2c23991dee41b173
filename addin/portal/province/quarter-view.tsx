// Báo cáo quý: tables A to D as they follow from the monthly reports. A figure opens the list
// of what it counts, an entry of the list its row; each way leads back.
import { Button, Caption1, makeStyles, Text, Title3, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { showPeriod } from '../../../shared/period.ts'
import type { FigurePlace } from '../../../shared/wire-province.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { Notice } from '../../components/notice.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import { usePages, withLater } from '../use-pages.ts'
import { AsOf } from './as-of.tsx'
import { CountedList } from './counted-list.tsx'
import { OpenedRow } from './opened-row.tsx'
import { PeriodChoice, useChosen } from './period-choice.tsx'
import { ChecksLine, SummaryChecks } from './summary-checks.tsx'
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
  const { pages, problem, loading, reload, unread, more } = usePages(key, (after) => api.summary(chosen!.template, chosen!.period, after))
  const summary = pages.at(-1)
  const tables = summary?.tables.map((table, at) => ({ ...table, rows: withLater(pages.map((page) => page.tables[at]?.rows ?? [])) })) ?? []
  // What further pages say more of.
  const pagedTable = tables.toSorted((a, b) => b.rows.length - a.rows.length)[0]?.key
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
      <ProblemBar problem={known.problem} onRetry={known.reload} onEnded={onEnded} />
      <ProblemBar problem={problem} onRetry={summary ? more : reload} onEnded={onEnded} />
      {((loading && !summary) || known.loading) && <Spinner label={t.loading} />}
      {summary && known.value && (
        <>
          <div>
            <Caption1 block>{p.quarterMonths(summary.months.map((month) => showPeriod(month, language)).join(', '))}</Caption1>
            <Caption1 block>{p.quarterE}</Caption1>
            <AsOf at={summary.madeAt} loading={loading} onReload={reload} />
          </div>
          <ChecksLine summary={summary} />
          {summary.pending > 0 && (
            <Notice tone="warning" testId="quarter-pending">
              {p.quarterPending(summary.pending)}
            </Notice>
          )}
          {tables.map((table) => {
            const own = known.value!.template.tables.find(({ key: one }) => one === table.key)
            return (
              own && (
                <section key={table.key}>
                  <Title3 as="h2" className={styles.title}>
                    {own.title?.[language] ?? table.key}
                  </Title3>
                  <SummaryTable table={own} counted={table} names={known.value!} onFigure={setFigure} />
                  {table.key === pagedTable && unread && !loading && (
                    <Button onClick={more} data-testid="summary-more">
                      {t.moreAgencies}
                    </Button>
                  )}
                  {table.key === pagedTable && loading && <Spinner label={t.loading} />}
                </section>
              )
            )
          })}
          <SummaryChecks summary={{ ...summary, tables }} known={known.value} onFigure={setFigure} />
        </>
      )}
    </div>
  )
}
