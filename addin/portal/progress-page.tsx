// Tiến độ: how far the plan has come, as charts with the figures behind each: over the
// months, by agency, by group of tasks, money against plan, indicators against targets.
import { Button, Field, makeStyles, Select, Text, Title2, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { showNumber } from '../../shared/field/exact-decimal.ts'
import { showPeriod } from '../../shared/period.ts'
import type { PeriodChoices } from '../../shared/wire.ts'
import { Spinner } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { useProvinceText } from '../text/use-province-text.ts'
import { ChartFigure } from './charts/chart-figure.tsx'
import { MonthLines } from './charts/month-lines.tsx'
import { ProblemBar } from './problem-bar.tsx'
import type { ProvincePageProps } from './province-page.ts'
import { QuarterCharts } from './quarter-charts.tsx'
import { useLoad } from './use-load.ts'
import { usePages, withLater } from './use-pages.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  quarter: { maxWidth: '16rem' },
  more: { alignSelf: 'start' },
  charts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(30rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
})

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10)

export default function ProgressPage({ api, province, onEnded }: ProvincePageProps) {
  const t = useProvinceText()
  const { t: common, language } = useText()
  const styles = useStyles()
  const choices = useLoad('periods', () => api.periods())
  const progress = useLoad('progress', () => province.progress())
  const percent = (value: number) => `${showNumber(value, language)}%`
  const n = (value: number) => showNumber(value, language)
  const months = progress.value?.months ?? []
  return (
    <div className={styles.page}>
      <Title2 as="h1" style={{ margin: 0 }}>
        {t.progressTitle}
      </Title2>
      <ProblemBar
        problem={progress.problem ?? choices.problem}
        onRetry={progress.problem ? progress.reload : choices.reload}
        onEnded={onEnded}
      />
      {!progress.value && progress.loading && <Spinner label={common.loading} />}
      {progress.value && months.length === 0 && <Text>{t.noProgress}</Text>}
      {months.length > 0 && (
        <ChartFigure
          testId="chart-months"
          title={t.overTime}
          means={t.overTimeMeans}
          table={{
            head: [t.month, t.total, t.done, `${t.done} %`, t.overdue, `${t.overdue} %`],
            rows: months.map(({ period, total, done, overdue }) => [
              showPeriod(period, language),
              ...[n(total), n(done), percent(share(done, total)), n(overdue), percent(share(overdue, total))],
            ]),
          }}
        >
          <MonthLines
            name={t.overTime}
            names={[t.done, t.overdue]}
            show={percent}
            points={months.map(({ period, total, done, overdue }) => ({
              ...{ id: period, label: showPeriod(period, language), first: share(done, total), second: share(overdue, total) },
            }))}
          />
        </ChartFigure>
      )}
      {choices.value && <OfQuarter api={api} province={province} onEnded={onEnded} choices={choices.value} />}
    </div>
  )
}

function OfQuarter({ province, onEnded, choices }: ProvincePageProps & { choices: PeriodChoices }) {
  const t = useProvinceText()
  const { t: common, language } = useText()
  const styles = useStyles()
  const [wanted, setWanted] = useState('')
  const quarterly = choices.templates.find(({ code }) => code === 'QUY')
  const newestFirst = quarterly?.periods.toSorted((a, b) => b.dueAt.localeCompare(a.dueAt)) ?? []
  const period = newestFirst.find(({ code }) => code === wanted) ?? newestFirst[0]
  const { pages, problem, loading, reload, unread, more } = usePages(period ? `QUY ${period.code}` : null, (after) =>
    province.quarter('QUY', period!.code, after),
  )
  const latest = pages.at(-1)
  if (!period) return <Text>{t.noQuarter}</Text>
  return (
    <>
      <Field label={t.quarter} className={styles.quarter}>
        <Select value={period.code} onChange={(_, data) => setWanted(data.value)} data-testid="quarter-select">
          {newestFirst.map(({ code, title }) => (
            <option key={code} value={code}>
              {title[language]}
            </option>
          ))}
        </Select>
      </Field>
      {latest && (
        <div className={styles.charts}>
          <QuarterCharts quarter={{ ...latest, agencies: withLater(pages.map(({ agencies }) => agencies)) }} />
        </div>
      )}
      <ProblemBar problem={problem} onRetry={pages.length > 0 ? more : reload} onEnded={onEnded} />
      {loading && <Spinner label={common.loading} />}
      {unread && !loading && (
        <Button className={styles.more} onClick={more} data-testid="quarter-more">
          {common.moreAgencies}
        </Button>
      )}
    </>
  )
}
