// What the reports of each agency add to a quarterly summary: counted of its rows once and kept under the submissions
// that it was counted of. Which reports are owed and who was on time is not part of it.
import { canonicalJson } from '../../shared/canonical-json.ts'
import { datesFor } from '../../shared/deadline.ts'
import { periodsOf } from '../../shared/period.ts'
import { Ledger } from '../../shared/quarter/ledger.ts'
import { Projects } from '../../shared/quarter/projects.ts'
import {
  type Month,
  QUARTER_COUNTED_AS,
  QuarterCount,
  type QuarterShare,
  type Report,
  type RowIds,
  taskKey,
} from '../../shared/quarter/quarter-count.ts'
import type { QuarterSource } from '../../shared/quarter/source.ts'
import type { ListedSubmission, SourceRow } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import { sha256 } from '../hash.ts'
import { allCounts, type Counting, countPieces } from '../store/agency-counts.ts'
import { countedHeads, countedOf } from '../store/counted-rows.ts'
import { firstPeriods } from '../store/quarter.ts'
import { rowSource } from '../store/row-source.ts'
import { reportOf } from './counted-period.ts'

/** Agencies whose rows are read at once: a year of them, in half a second. */
const PIECE = 50

export interface QuarterAsked {
  readonly source: QuarterSource
  readonly ids: RowIds
  readonly period: string
  /** The months of the quarter in order, and those of the year before them. */
  readonly months: readonly Month[]
  readonly earlier: readonly Month[]
  readonly counting: Counting
}

interface Quarter {
  readonly code: string
  readonly source: QuarterSource
  readonly months: readonly string[]
  readonly monthly: Template
}

/** `given`: the rows given to the report, by which figures are named. */
export async function quarterAsked(
  { code, source, months: own, monthly }: Quarter,
  period: string,
  ids: RowIds,
  given: readonly unknown[],
): Promise<QuarterAsked> {
  const dates = (month: string) => ({ period: month, ...datesFor(monthly.regime, month) })
  const until = periodsOf(monthly.regime.frequency, Number(period.slice(0, 4))).filter((month) => month <= (own.at(-1) ?? ''))
  const [months, earlier] = [own.map(dates), until.filter((month) => !own.includes(month)).map(dates)]
  const monthlies = [...new Set([source.tasks, ...source.projects].map(({ template }) => template))]
  const reports = monthlies.flatMap((template) => until.map((month) => ({ template, period: month })))
  return {
    ...{ source, ids, period, months, earlier },
    counting: {
      about: `${code}.${period}`,
      key: await sha256(canonicalJson({ counted: QUARTER_COUNTED_AS, source, given, months, earlier })),
      reports: [...reports, { template: source.indicators.template, period }],
    },
  }
}

type Take = (report: Report, row: SourceRow) => void

/** Every row of one table of what counts, in order, each with its report. */
async function eachRow(
  db: D1Database,
  table: string,
  list: readonly ListedSubmission[],
  of: ReturnType<typeof reportOf>,
  take: Take,
): Promise<void> {
  const heads = await countedHeads(db, list)
  const source = rowSource(db, table, heads)
  for (const head of heads)
    for (let left = head.rows[table] ?? 0; left > 0; ) {
      const rows = await source.next(left)
      for (const row of rows) take(of(head), row)
      left -= rows.length
    }
}

/** Of each agency the last list of the year so far. */
async function knownProjects(
  lists: QuarterSource['projects'],
  until: readonly string[],
  listOf: (template: string, period: string) => Promise<readonly ListedSubmission[]>,
  db: D1Database,
): Promise<Projects> {
  const projects = new Projects(lists)
  for (const list of lists) {
    const last = new Map<string, ListedSubmission>()
    for (const period of until) for (const one of await listOf(list.template, period)) last.set(one.agency, one)
    await eachRow(db, list.table, [...last.values()], reportOf(list.template, ''), ({ agency }, { values }) =>
      projects.add(list, agency, values),
    )
  }
  return projects
}

/** Counts some agencies, each by its counter; resolves with the submissions that were counted of each. */
export async function countAgencies(
  db: D1Database,
  { source, ids, period, months, earlier, counting }: QuarterAsked,
  agencies: readonly string[],
  ledgerOf: (agency: string) => Ledger,
): Promise<ReadonlyMap<string, { readonly count: QuarterCount; readonly countedOf: readonly string[] }>> {
  const lists = new Map<string, Promise<readonly ListedSubmission[]>>()
  const listOf = (template: string, at: string) => {
    const name = `${template}.${at}`
    const known = lists.get(name) ?? countedOf(db, template, at, agencies)
    lists.set(name, known)
    return known
  }
  const { tasks, indicators } = source
  const done = Object.entries(tasks.states).flatMap(([state, meaning]) => (meaning === 'done' ? [state] : []))
  const since = await firstPeriods(
    db,
    tasks.template,
    earlier.map((month) => month.period),
    { table: tasks.table, field: tasks.state, values: done, agencies },
  )
  const begun = new Map(earlier.map((month) => [month.period, month.windowFrom]))
  const firstDone = Map.groupBy(since, ({ agency }) => agency)
  const projects = await knownProjects(
    source.projects,
    [...earlier, ...months].map((month) => month.period),
    listOf,
    db,
  )
  const counters = new Map(
    agencies.map((agency) => {
      const doneBefore = new Map((firstDone.get(agency) ?? []).map((one) => [taskKey(agency, one.rowId), begun.get(one.period)!]))
      return [agency, new QuarterCount({ source, ids, months, projects, doneBefore }, ledgerOf(agency))]
    }),
  )
  for (const { agency } of await listOf(tasks.template, months.at(-1)!.period)) counters.get(agency)!.reported(agency)
  for (const month of months) {
    const list = await listOf(tasks.template, month.period)
    await eachRow(db, tasks.table, list, reportOf(tasks.template, month.period), (report, row) =>
      counters.get(report.agency)!.task(report, row),
    )
  }
  const said = await listOf(indicators.template, period)
  await eachRow(db, indicators.table, said, reportOf(indicators.template, period), (report, row) =>
    counters.get(report.agency)!.indicator(report, row),
  )
  const counted = new Map<string, string[]>()
  for (const { template, period: at } of counting.reports)
    for (const { agency, submissionId } of await listOf(template, at)) counted.set(agency, [...(counted.get(agency) ?? []), submissionId])
  return new Map([...counters].map(([agency, count]) => [agency, { count, countedOf: counted.get(agency) ?? [] }]))
}

/** Counts for agencies for which nobody has, so many pieces at most; resolves with how many are left. */
export const countQuarter = (db: D1Database, asked: QuarterAsked, most = 1): Promise<number> =>
  countPieces(db, asked.counting, { piece: PIECE, most }, async (agencies) =>
    [...(await countAgencies(db, asked, agencies, () => new Ledger([])))].map(([agency, { count, countedOf }]) => ({
      ...{ agency, countedOf, counts: count.share() },
    })),
  )

/** Joins what was kept of all agencies. */
export async function joinShares(db: D1Database, asked: QuarterAsked, count: QuarterCount): Promise<void> {
  for await (const page of allCounts<QuarterShare>(db, asked.counting)) for (const share of page) count.join(share)
}
