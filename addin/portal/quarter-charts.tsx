// The charts of one quarter: tasks by agency and by group, money against plan,
// indicators against targets.
import { showNumber } from '../../shared/field/exact-decimal.ts'
import type { QuarterProgress } from '../../shared/wire-province.ts'
import { useText } from '../text/language.tsx'
import { useProvinceText } from '../text/use-province-text.ts'
import { ChartFigure } from './charts/chart-figure.tsx'
import { ShareBars } from './charts/share-bars.tsx'

type Tasks = QuarterProgress['groups']

const DONG_PER_MILLION = 1_000_000

/** The quarterly report has the figure as it is. */
const rounded = (value: number): number => Math.round(100 * value) / 100

export function QuarterCharts({ quarter }: { quarter: QuarterProgress }) {
  const t = useProvinceText()
  const { t: common, language } = useText()
  const n = (value: number) => showNumber(value, language)
  const million = (dong: number) => n(dong / DONG_PER_MILLION)
  const part = (value: number, whole: number) => (whole === 0 ? '' : ` (${n(Math.round((1000 * value) / whole) / 10)}%)`)

  const tasks = (testId: string, title: string, first: string, all: Tasks) => (
    <ChartFigure
      testId={testId}
      title={title}
      means={t.taskMeans}
      table={{
        head: [first, t.total, t.done, t.overdue],
        rows: all.map(({ name, total, done, overdue }) => [name[language], n(total), n(done), n(overdue)]),
      }}
    >
      <ShareBars
        name={title}
        rows={all.map(({ id, name, total, done, overdue }) => ({
          ...{ id, label: name[language], text: t.tasksText(n(done), n(total), n(overdue)) + part(done, total) },
          ...{ solid: done, hatched: overdue, whole: total },
        }))}
      />
    </ChartFigure>
  )
  const measured = (value: number, isRate: boolean) => `${n(rounded(value))}${isRate ? '%' : ''}`
  const metText = (met: boolean | null) => (met === null ? t.noResult : met ? t.isMet : t.isNotMet)
  const { money, indicators } = quarter
  return (
    <>
      {tasks('chart-groups', t.byGroup, t.group, quarter.groups)}
      <ChartFigure
        testId="chart-money"
        title={t.money}
        means={t.moneyMeans}
        table={{
          head: [t.source, t.planned, t.paidBefore, t.paid, t.paidSoFar],
          rows: money.map(({ name, planned, before, paid, paidSoFar }) => [
            name[language],
            ...[planned, before, paid, paidSoFar].map(million),
          ]),
        }}
      >
        <ShareBars
          name={t.money}
          rows={money.map(({ id, name, planned, before, paid, paidSoFar }) => ({
            ...{ id, label: name[language], solid: before, hatched: paid, whole: Math.max(planned, paidSoFar) },
            text:
              planned === 0 && paidSoFar === 0 ? t.noPlan : t.moneyText(million(paidSoFar), million(planned)) + part(paidSoFar, planned),
          }))}
        />
      </ChartFigure>
      {tasks('chart-agencies', t.byAgency, common.agency, quarter.agencies)}
      <ChartFigure
        testId="chart-indicators"
        title={t.indicators}
        means={t.indicatorsMeans}
        table={{
          head: [t.indicator, t.result, t.target, t.met],
          rows: indicators.map(({ name, operator, target, result, met, isRate }) => [
            name,
            ...[result === null ? t.noResult : measured(result, isRate), `${operator[language]} ${measured(target, isRate)}`, metText(met)],
          ]),
        }}
      >
        <ShareBars
          name={t.indicators}
          rows={indicators.map(({ id, name, operator, target, result, met, isRate }) => ({
            ...{ id, label: name, mark: target, hatched: 0, solid: result ?? 0 },
            whole: isRate ? 100 : Math.max(target, result ?? 0) * 1.1,
            text: t.indicatorText(
              result === null ? '–' : measured(result, isRate),
              operator[language],
              measured(target, isRate),
              metText(met),
            ),
          }))}
        />
      </ChartFigure>
    </>
  )
}
