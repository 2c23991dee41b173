// The quarterly summary and what one of its figures counts, made anew from the submissions
// that count now. Nothing is kept: what was signed is the submission made from it.
import * as v from 'valibot'
import { membersOn, type Register, standing } from '../../shared/agency.ts'
import { datesFor } from '../../shared/deadline.ts'
import type { Content } from '../../shared/filing.ts'
import { periodRange, periodsOf } from '../../shared/period.ts'
import { quarterProgress } from '../../shared/progress/quarter-progress.ts'
import { Ledger } from '../../shared/quarter/ledger.ts'
import { Projects } from '../../shared/quarter/projects.ts'
import { QuarterCount, type Report, type RowIds, taskKey } from '../../shared/quarter/quarter-count.ts'
import { quarterlySummary } from '../../shared/quarter/quarterly-summary.ts'
import { QuarterSource } from '../../shared/quarter/source.ts'
import { tracedFigures } from '../../shared/quarter/traced-figures.ts'
import type { SourceRow } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import type { ObligationView } from '../../shared/wire.ts'
import type { FigureTrace, QuarterlySummary, QuarterProgress } from '../../shared/wire-province.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedHeads } from '../store/counted-rows.ts'
import { obligationsOfTemplate } from '../store/obligations.ts'
import { readAssignments, readPlan, readTemplates } from '../store/plan.ts'
import { firstPeriods, latestCounted } from '../store/quarter.ts'
import { rowSource } from '../store/row-source.ts'
import { pastContent, reporterOf } from './past-content.ts'
import { viewObligations } from './view-obligations.ts'

const reportOf = ({ id, template, period, agency, agencyName, lastReceipt }: ObligationView): Report => ({
  ...{ obligationId: id, template, period, agency, agencyName },
  ...{ submissionId: lastReceipt?.submissionId ?? null, receiptNumber: lastReceipt?.number ?? null },
})

/** Every row of one table of what counts for these obligations, in order, each with its report. */
async function eachRow(
  db: D1Database,
  views: readonly ObligationView[],
  table: string,
  take: (report: Report, row: SourceRow) => void,
): Promise<void> {
  const sent = views.flatMap((view) => {
    const receipt = view.lastReceipt
    if (!receipt) return []
    const { agencyName, submissionId, sequence, number: receiptNumber } = receipt
    return [{ view, listed: { agency: view.agency, agencyName, submissionId, sequence, receiptNumber } }]
  })
  const heads = await countedHeads(
    db,
    sent.map(({ listed }) => listed),
  )
  const source = rowSource(db, table, heads)
  for (const [at, head] of heads.entries()) {
    const report = reportOf(sent[at]!.view)
    for (let left = head.rows[table] ?? 0; left > 0; ) {
      const rows = await source.next(left)
      for (const row of rows) take(report, row)
      left -= rows.length
    }
  }
}

async function knownProjects(db: D1Database, lists: QuarterSource['projects'], periods: readonly string[]): Promise<Projects> {
  const projects = new Projects(lists)
  for (const list of lists) {
    const heads = await countedHeads(db, await latestCounted(db, list.template, periods))
    const source = rowSource(db, list.table, heads)
    for (const { agency, rows } of heads)
      for (let left = rows[list.table] ?? 0; left > 0; ) {
        const some = await source.next(left)
        for (const { values } of some) projects.add(list, agency, values)
        left -= some.length
      }
  }
  return projects
}

interface Quarter {
  readonly template: Template
  readonly source: QuarterSource
  readonly months: readonly string[]
  readonly monthly: Template
}

async function quarterOf(db: D1Database, code: string, period: string): Promise<Quarter> {
  const templates = await readTemplates(db)
  const template = templates.find((one) => one.code === code)
  if (!template?.countedFrom || !periodsOf(template.regime.frequency, Number(period.slice(0, 4))).includes(period))
    throw new ProblemError('not-found')
  const source = v.parse(QuarterSource, template.countedFrom)
  const monthly = templates.find((one) => one.code === source.tasks.template)
  if (!monthly) throw new Error(`${code} is counted from ${source.tasks.template}, which is not there`)
  const { from, to } = periodRange(period)
  const months = periodsOf(monthly.regime.frequency, Number(period.slice(0, 4))).filter((month) => {
    const range = periodRange(month)
    return range.from >= from && range.to <= to
  })
  return { template, source, months, monthly }
}

/** Rows of the report for what the plan does not list (an agency that came later) are named after it. */
function rowIds(
  source: QuarterSource,
  given: readonly { table: string; rowId: string; values: Readonly<Record<string, unknown>> }[],
): RowIds {
  const { groups, agencies, indicators, money } = source.into
  const byValue = (table: string, key: string) =>
    new Map(given.filter((one) => one.table === table).map(({ rowId, values }) => [String(values[key]), rowId]))
  const [byGroup, byAgency, byIndicator, bySource] = [
    byValue(groups.table, groups.group),
    byValue(agencies.table, agencies.agency),
    byValue(indicators.table, indicators.code),
    byValue(money.table, money.source),
  ]
  return {
    group: (code) => byGroup.get(code) ?? code,
    agency: (code) => byAgency.get(code) ?? code,
    source: (code) => bySource.get(code) ?? code,
    indicator: (code) => byIndicator.get(code) ?? null,
  }
}

async function summarised(
  parts: Parts,
  code: string,
  period: string,
  wanted: readonly string[],
): Promise<{ summary: QuarterlySummary; ledger: Ledger }> {
  const { db } = parts
  const { template, source, months, monthly } = await quarterOf(db, code, period)
  const [loaded, given] = await Promise.all([readPlan(db), readAssignments(db, code)])
  const views = async (of: string, at: string) => viewObligations(parts, await obligationsOfTemplate(db, of, at))
  const monthViews = await Promise.all(months.map((month) => views(source.tasks.template, month)))
  const reports = monthViews.flat()
  if (!loaded || reports.length === 0) throw new ProblemError('not-found')
  const { plan, register } = loaded

  const year = periodsOf(monthly.regime.frequency, Number(period.slice(0, 4)))
  const until = year.filter((month) => month <= (months.at(-1) ?? ''))
  const earlier = until.filter((month) => !months.includes(month))
  const done = Object.entries(source.tasks.states).flatMap(([state, meaning]) => (meaning === 'done' ? [state] : []))
  const { table, state: field } = source.tasks
  const dates = (month: string) => ({ period: month, ...datesFor(monthly.regime, month) })
  const since = await firstPeriods(db, source.tasks.template, earlier, { table, field, values: done })
  const ids = rowIds(source, given)
  const ledger = new Ledger(tracedFigures(source, wanted))
  const count = new QuarterCount(
    {
      ...{ source, ids, months: months.map(dates) },
      projects: await knownProjects(db, source.projects, until),
      doneBefore: new Map(since.map((one) => [taskKey(one.agency, one.rowId), dates(one.period).windowFrom])),
    },
    ledger,
  )

  for (const view of reports) count.timeliness(reportOf(view), view.lastReceipt ? view.late : null)
  for (const month of monthViews) await eachRow(db, month, table, (report, row) => count.task(report, row))
  const indicatorViews = await views(source.indicators.template, period)
  await eachRow(db, indicatorViews, source.indicators.table, (report, row) => count.indicator(report, row))

  const now = parts.clock.now()
  const summary = quarterlySummary(
    {
      ...{ template, source, plan, given, period, months, madeAt: now.toISOString() },
      pending: reports.filter(({ lastReceipt, dates: { dueAt } }) => lastReceipt === null && new Date(dueAt) > now).length,
      agencies: agenciesOf(reports).map((agency) => ({ code: agency, rowId: ids.agency(agency) })),
      owed: await owedIndicators(parts, source, indicatorViews, register, periodRange(period).to),
      before: await before(db, template, period, register),
    },
    count,
    ledger,
  )
  return { summary, ledger }
}

/** The last report before, by whoever owes it now or owed it then. */
async function before(db: D1Database, { code, regime }: Template, period: string, register: Register): Promise<Content | null> {
  const [reporting] = membersOn(register, regime.owedBy, periodRange(period).to)
  if (!reporting) return null
  return (await pastContent(db, code, reporterOf(register, reporting.code, period, new Set([reporting.code])))).previous
}

/** Each once, in the order of the register. */
const agenciesOf = (reports: readonly ObligationView[]): string[] => [...new Set(reports.map(({ agency }) => agency))]

async function owedIndicators(
  { db }: Parts,
  { indicators }: QuarterSource,
  views: readonly ObligationView[],
  register: Register,
  day: string,
): Promise<Map<string, number>> {
  const owing = new Set(views.map(({ agency }) => agency))
  const assigned = await readAssignments(db, indicators.template)
  return new Map(
    assigned.map(({ values, assignedTo }) => [
      String(values[indicators.code]),
      membersOn(standing(register, owing), assignedTo, day).filter(({ code }) => owing.has(code)).length,
    ]),
  )
}

export const quarterSummary = async (parts: Parts, code: string, period: string): Promise<QuarterlySummary> =>
  (await summarised(parts, code, period, [])).summary

/** The same as charts need it. */
export async function quarterFigures(parts: Parts, code: string, period: string): Promise<QuarterProgress> {
  const [{ template, source }, loaded, summary] = await Promise.all([
    quarterOf(parts.db, code, period),
    readPlan(parts.db),
    quarterSummary(parts, code, period),
  ])
  if (!loaded) throw new ProblemError('not-found')
  return quarterProgress(template, source, summary, loaded)
}

/** Null where no report of its months is owed yet. */
export async function summaryIfAny(parts: Parts, code: string, period: string): Promise<QuarterlySummary | null> {
  try {
    return await quarterSummary(parts, code, period)
  } catch (problem) {
    if (problem instanceof ProblemError && problem.slug === 'not-found') return null
    throw problem
  }
}

export async function figureTrace(parts: Parts, code: string, period: string, figure: string): Promise<FigureTrace> {
  const { summary, ledger } = await summarised(parts, code, period, [figure])
  const [table, rowId, field] = figure.split('.')
  const row = summary.tables.find(({ key }) => key === table)?.rows.find(({ id }) => id === rowId)
  if (row && field !== undefined && field in row.counts) return { figure, value: row.values[field] ?? null, places: ledger.places }
  if (table === 'outside' && rowId !== undefined && Object.hasOwn(summary.outside, rowId))
    return { figure, value: summary.outside[rowId as keyof typeof summary.outside], places: ledger.places }
  throw new ProblemError('not-found')
}
