// The quarterly report put together from what was counted: its tables in the order of its
// own rows, with what follows from the figures (shares, ranks, totals) and what must agree.
import type { Assignment } from '../assignment.ts'
import type { Content } from '../filing.ts'
import type { Plan } from '../plan.ts'
import { percentOf } from '../rule/round-at.ts'
import type { Template } from '../template.ts'
import type { Value } from '../value.ts'
import type { QuarterlySummary, SummaryRow } from '../wire-province.ts'
import { summaryChecks } from './checks.ts'
import { indicatorValues } from './indicator-row.ts'
import { figureId, type Ledger } from './ledger.ts'
import type { QuarterCount } from './quarter-count.ts'
import { ranks } from './rank.ts'
import type { QuarterSource } from './source.ts'
import { countedBehind } from './traced-figures.ts'

export interface SummaryFacts {
  readonly template: Template
  readonly source: QuarterSource
  readonly plan: Plan
  /** The rows given to the report, in order. */
  readonly given: readonly Assignment[]
  readonly period: string
  readonly months: readonly string[]
  readonly madeAt: string
  readonly pending: number
  /** Agencies that owed a report of tasks, in the order of the register, with the id of their row. */
  readonly agencies: readonly { readonly code: string; readonly rowId: string }[]
  /** How many agencies had to report an indicator, by its code. */
  readonly owed: ReadonlyMap<string, number>
  /** What the report of the quarter before says. */
  readonly before: Content | null
}

type Values = Record<string, Value>

const columnsOf = ({ into: { counts } }: QuarterSource) => {
  const { share, ...added } = counts
  return Object.values(added)
}

/** The columns that the tables by group and by agency count alike. */
function counted(source: QuarterSource, ledger: Ledger, table: string, row: string, prefix: string): Values {
  const { counts } = source.into
  const of = (column: string) => ledger.count(figureId(table, row, prefix + column))
  const share = percentOf(of(counts.doneOnTime) + of(counts.doneLate), of(counts.total))
  return { ...Object.fromEntries(columnsOf(source).map((column) => [prefix + column, of(column)])), [prefix + counts.share]: share }
}

/** First whoever was on time more often, then whoever sent more, then whoever completed more. */
function agencyRows({ source, agencies }: SummaryFacts, ledger: Ledger): { id: string; values: Values }[] {
  const { table, agency, due, onTime, late, missing, rank, prefix } = source.into.agencies
  const rows = agencies.map(({ code, rowId: id }) => {
    const of = (column: string) => ledger.count(figureId(table, id, column))
    const sent: Values = Object.fromEntries([due, onTime, late, missing].map((column) => [column, of(column)]))
    return { id, values: { [agency]: code, ...sent, ...counted(source, ledger, table, id, prefix) } }
  })
  const merit = ({ values }: { values: Values }) => {
    const of = (column: string) => Number(values[column] ?? 0)
    return [of(onTime) / of(due), (of(onTime) + of(late)) / of(due), of(prefix + source.into.counts.share)]
  }
  const merits = new Map(rows.map((one) => [one, merit(one)]))
  const places = ranks(rows, (one, other) => {
    const [mine, theirs] = [merits.get(one)!, merits.get(other)!]
    const at = mine.findIndex((own, index) => own !== theirs[index])
    return at < 0 ? 0 : theirs[at]! - mine[at]!
  })
  return rows.map(({ id, values }, at) => ({ id, values: { ...values, [rank]: places[at]! } }))
}

/** What was signed for the quarter before stands; only without it the first month's reports say what was paid before. */
function moneyValues({ source, before }: SummaryFacts, one: Assignment, ledger: Ledger): Values {
  const into = source.into.money
  const of = (column: string) => ledger.sum(figureId(into.table, one.rowId, column))
  const signed = before?.rows.find(({ table, id }) => table === into.table && id === one.rowId)?.values[into.paidSoFar]
  return {
    ...one.values,
    [into.before]: typeof signed === 'number' ? signed : of(into.before),
    ...{ [into.paid]: of(into.paid), [into.paidSoFar]: of(into.paidSoFar) },
    [into.share]: percentOf(of(into.paidSoFar), Number(one.values[into.planned] ?? 0)),
  }
}

export function quarterlySummary(facts: SummaryFacts, count: QuarterCount, ledger: Ledger): QuarterlySummary {
  const { source, given, owed } = facts
  const { groups, agencies, indicators, money, counts } = source.into
  const opened: Readonly<Record<string, readonly string[]>> = {
    [groups.table]: [...columnsOf(source), counts.share],
    [agencies.table]: [
      ...[agencies.due, agencies.onTime, agencies.late, agencies.missing, agencies.rank],
      ...[...columnsOf(source), counts.share].map((column) => agencies.prefix + column),
    ],
    [indicators.table]: [indicators.result, indicators.reported, indicators.met],
    [money.table]: [money.before, money.paid, money.paidSoFar, money.share],
  }
  const row = (table: string) => {
    const behind = countedBehind(source, table)
    return (one: { id: string; values: Values }): SummaryRow => ({
      ...one,
      counts: Object.fromEntries((opened[table] ?? []).map((field) => [field, ledger.count(behind(one.id, field))])),
    })
  }
  const rowsOf = (table: string, values: (one: Assignment) => Values) =>
    given
      .filter((one) => one.table === table)
      .map((one) => ({ id: one.rowId, values: values(one) }))
      .map(row(table))
  const totals = (rows: readonly SummaryRow[], fields: readonly string[]): Values =>
    Object.fromEntries(fields.map((field) => [field, rows.reduce((sum, { values }) => sum + Number(values[field] ?? 0), 0)]))
  // The share of a whole is that of its sums, never the mean of the shares.
  const completed = (sums: Values, prefix: string): Values => {
    const of = (column: string) => Number(sums[prefix + column] ?? 0)
    return { ...sums, [prefix + counts.share]: percentOf(of(counts.doneOnTime) + of(counts.doneLate), of(counts.total)) }
  }
  const disbursed = (sums: Values): Values => ({
    ...sums,
    [money.share]: percentOf(Number(sums[money.paidSoFar] ?? 0), Number(sums[money.planned] ?? 0)),
  })

  const byGroup = rowsOf(groups.table, (one) => ({ ...one.values, ...counted(source, ledger, groups.table, one.rowId, '') }))
  const byAgency = agencyRows(facts, ledger).map(row(agencies.table))
  const bySource = rowsOf(money.table, (one) => moneyValues(facts, one, ledger))
  const tables = [
    { key: groups.table, rows: byGroup, totals: completed(totals(byGroup, columnsOf(source)), '') },
    {
      ...{ key: agencies.table, rows: byAgency },
      totals: completed(
        totals(
          byAgency,
          opened[agencies.table]!.filter((field) => field !== agencies.rank && field !== agencies.prefix + counts.share),
        ),
        agencies.prefix,
      ),
    },
    {
      key: indicators.table,
      rows: rowsOf(indicators.table, (one) =>
        indicatorValues(source, one, owed.get(String(one.values[indicators.code])) ?? 0, count, ledger),
      ),
      totals: {},
    },
    { key: money.table, rows: bySource, totals: disbursed(totals(bySource, [money.planned, money.before, money.paid, money.paidSoFar])) },
  ]
  const outside = (name: string) => ledger.count(`outside.${name}`)
  return {
    ...{ template: facts.template.code, version: facts.template.version, period: facts.period },
    ...{ madeAt: facts.madeAt, months: [...facts.months], tables, pending: facts.pending },
    outside: {
      ...{ unreported: outside('unreported'), ungrouped: outside('ungrouped'), repeated: outside('repeated') },
      ...{ unsourced: outside('unsourced'), unsourcedPaidSoFar: ledger.sum('outside.unsourcedPaidSoFar') },
    },
    checks: summaryChecks(facts, tables),
  }
}
