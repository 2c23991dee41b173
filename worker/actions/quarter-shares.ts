// What the reports of each agency add to a quarterly summary: counted of its rows once and kept under the submissions
// that it was counted of. Which reports are owed and who was on time is not part of it.
import { canonicalJson } from '../../shared/canonical-json.ts'
import { datesFor } from '../../shared/deadline.ts'
import { periodRange, periodsOf } from '../../shared/period.ts'
import { Ledger } from '../../shared/quarter/ledger.ts'
import { Projects } from '../../shared/quarter/projects.ts'
import {
  type Heirs,
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
import { countedHeads, countedOf, type DeclaredSubmission } from '../store/counted-rows.ts'
import { sinceWhen } from '../store/quarter.ts'
import { rowSource } from '../store/row-source.ts'
import { reportOf } from './counted-period.ts'

/** Agencies whose rows are read at once: a year of them, in a quarter of a second. */
const PIECE = 25

export interface QuarterAsked {
  readonly source: QuarterSource
  readonly ids: RowIds
  readonly period: string
  /** The months of the quarter in order, and those of the year before them. */
  readonly months: readonly Month[]
  readonly earlier: readonly Month[]
  readonly heirs: Heirs
  /** On which each of those who ended still existed. */
  readonly lastDays: Heirs
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
  heirs: Heirs,
  lastDays: Heirs,
): Promise<QuarterAsked> {
  const dates = (month: string) => ({ period: month, ...datesFor(monthly.regime, month) })
  const until = periodsOf(monthly.regime.frequency, Number(period.slice(0, 4))).filter((month) => month <= (own.at(-1) ?? ''))
  const [months, earlier] = [own.map(dates), until.filter((month) => !own.includes(month)).map(dates)]
  const monthlies = [...new Set([source.tasks, ...source.projects].map(({ template }) => template))]
  const reports = monthlies.flatMap((template) => until.map((month) => ({ template, period: month })))
  return {
    ...{ source, ids, period, months, earlier, heirs, lastDays },
    counting: {
      about: `${code}.${period}`,
      key: await sha256(canonicalJson({ counted: QUARTER_COUNTED_AS, source, given, months, earlier, heirs, lastDays })),
      ...{ reports: [...reports, { template: source.indicators.template, period }], heirs },
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

/** What counts of a template and period, of the agencies at hand and of those whose work they took over. */
type ListOf = (template: string, period: string) => Promise<readonly DeclaredSubmission[]>

/** What the agency itself sent comes before what it took over. */
const ownFirst = (heirs: Heirs) => (one: DeclaredSubmission, other: DeclaredSubmission) =>
  Number(one.agency in heirs) - Number(other.agency in heirs)

/** Of each agency the last list of the year so far; one that says that there is nothing new leaves it as it is. */
async function knownProjects(db: D1Database, { source, earlier, months, heirs }: QuarterAsked, listOf: ListOf): Promise<Projects> {
  const projects = new Projects(source.projects)
  for (const list of source.projects) {
    const last = new Map<string, DeclaredSubmission>()
    for (const { period } of [...earlier, ...months])
      for (const one of await listOf(list.template, period)) if (one.declared === null) last.set(one.agency, one)
    await eachRow(db, list.table, [...last.values()].toSorted(ownFirst(heirs)), reportOf(list.template, ''), ({ agency }, { values }) =>
      projects.add(list, heirs[agency] ?? agency, values),
    )
  }
  return projects
}

interface Said {
  readonly period: string
  readonly list: readonly DeclaredSubmission[]
}

/**
 * Of agencies that had nothing to report in the last month, the last report that said something: their own, and what
 * it does not hold of the agencies they took over (shared/inherited.ts).
 */
async function lastSaid(
  { source: { tasks }, earlier, months, heirs, lastDays }: QuarterAsked,
  agencies: ReadonlySet<string>,
  listOf: ListOf,
): Promise<readonly Said[]> {
  const found = new Map<string, string>()
  const said: Record<'own' | 'taken', Said[]> = { own: [], taken: [] }
  for (const { period } of agencies.size === 0 ? [] : [...earlier, ...months.slice(0, -1)].toReversed()) {
    const list = (await listOf(tasks.template, period)).filter(({ agency, declared }) => {
      const on = heirs[agency] ?? agency
      const own = found.get(on)
      const isSince = own === undefined || period >= own || periodRange(own).to <= (lastDays[agency] ?? '')
      return declared === null && agencies.has(on) && !found.has(agency) && isSince
    })
    for (const { agency } of list) found.set(agency, period)
    said.own.push({ period, list: list.filter(({ agency }) => !(agency in heirs)) })
    said.taken.push({ period, list: list.filter(({ agency }) => agency in heirs) })
  }
  return [...said.own, ...said.taken].filter(({ list }) => list.length > 0)
}

/** Counts some agencies, each by its counter and with those whose work it took over; resolves with the submissions that were counted of each. */
export async function countAgencies(
  db: D1Database,
  asked: QuarterAsked,
  agencies: readonly string[],
  ledgerOf: (agency: string) => Ledger,
): Promise<ReadonlyMap<string, { readonly count: QuarterCount; readonly countedOf: readonly string[] }>> {
  const { source, ids, period, months, earlier, heirs, counting } = asked
  const goingOn = agencies.filter((agency) => !(agency in heirs))
  const ended = Object.entries(heirs).filter(([, heir]) => goingOn.includes(heir))
  const goesOn = [...goingOn.map((agency) => [agency, agency] as const), ...ended]
  const lists = new Map<string, Promise<readonly DeclaredSubmission[]>>()
  const listOf: ListOf = (template, at) => {
    const name = `${template}.${at}`
    const known =
      lists.get(name) ??
      countedOf(
        db,
        template,
        at,
        goesOn.map(([agency]) => agency),
      )
    lists.set(name, known)
    return known
  }
  const { tasks, indicators } = source
  const done = Object.entries(tasks.states).flatMap(([state, meaning]) => (meaning === 'done' ? [state] : []))
  const whole = [...new Set(ended.map(([, heir]) => heir))]
  const since = await sinceWhen(
    db,
    tasks.template,
    earlier.map((month) => month.period),
    { ...{ table: tasks.table, field: tasks.state, values: done }, agencies: goesOn.map(([agency]) => agency), whole },
  )
  const begun = new Map(earlier.map((month) => [month.period, month.windowFrom]))
  const before = Map.groupBy(since, ({ agency }) => heirs[agency] ?? agency)
  const projects = await knownProjects(db, asked, listOf)
  const counters = new Map(
    goingOn.map((agency) => {
      const known = (before.get(agency) ?? []).map((one) => [taskKey(one.agency, one.rowId), one.since && begun.get(one.since)!] as const)
      return [agency, new QuarterCount({ source, ids, months, projects, before: new Map(known), heirs }, ledgerOf(agency))]
    }),
  )
  const counterOf = (agency: string) => counters.get(heirs[agency] ?? agency)!
  const last = await listOf(tasks.template, months.at(-1)!.period)
  // To whom no task applies any more, nothing of what was paid before does.
  const reported = new Set(last.flatMap(({ agency, declared }) => (declared === 'not-applicable' ? [] : [agency])))
  for (const [agency, on] of goesOn) if (reported.has(on)) counterOf(on).reported(agency)
  for (const month of months) {
    const list = await listOf(tasks.template, month.period)
    await eachRow(db, tasks.table, list, reportOf(tasks.template, month.period), (report, row) =>
      counterOf(report.agency).task(report, row),
    )
  }
  const silent = new Set(last.flatMap(({ agency, declared }) => (declared === 'nothing-to-report' ? [agency] : [])))
  for (const { period: at, list } of await lastSaid(asked, silent, listOf))
    await eachRow(db, tasks.table, list, reportOf(tasks.template, at), (report, row) => counterOf(report.agency).standing(report, row))
  const said = await listOf(indicators.template, period)
  await eachRow(db, indicators.table, said, reportOf(indicators.template, period), (report, row) =>
    counterOf(report.agency).indicator(report, row),
  )
  const counted = new Map<string, string[]>()
  for (const { template, period: at } of counting.reports)
    for (const { agency, submissionId } of (await listOf(template, at)).toSorted((a, b) => (a.agency < b.agency ? -1 : 1))) {
      const on = heirs[agency] ?? agency
      counted.set(on, [...(counted.get(on) ?? []), submissionId])
    }
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
