// What must agree in a quarterly report before it is signed: the tables with each other, the
// sources with section VI of the plan, what was paid with what was paid before.
import type { Value } from '../value.ts'
import type { SummaryCheck, SummaryRow } from '../wire-province.ts'
import type { SummaryFacts } from './quarterly-summary.ts'

interface SummaryTable {
  readonly key: string
  readonly rows: readonly SummaryRow[]
  readonly totals: Readonly<Record<string, Value>>
}

export function summaryChecks({ source, plan }: SummaryFacts, tables: readonly SummaryTable[]): SummaryCheck[] {
  const { into, plannedTotal, plannedParts } = source
  const total = (table: string, field: string) => Number(tables.find(({ key }) => key === table)?.totals[field] ?? 0)
  const rows = tables.find(({ key }) => key === into.money.table)?.rows ?? []
  const amount = ({ values }: SummaryRow, field: string) => Number(values[field] ?? 0)
  const equal = (code: SummaryCheck['code'], left: number, right: number, rowId: string | null = null): SummaryCheck => ({
    ...{ code, left, right, rowId },
    holds: left === right,
  })
  const planned = plan.totals[plannedTotal] ?? 0
  return [
    equal(
      'groups-agencies',
      total(into.groups.table, into.counts.total),
      total(into.agencies.table, into.agencies.prefix + into.counts.total),
    ),
    equal('plan-total', total(into.money.table, into.money.planned), planned),
    equal(
      'plan-parts',
      plannedParts.reduce((sum, name) => sum + (plan.totals[name] ?? 0), 0),
      planned,
    ),
    ...rows.map((row): SummaryCheck => {
      const [left, right] = [amount(row, into.money.paidSoFar), amount(row, into.money.planned)]
      return { code: 'within-plan', left, right, holds: left <= right, rowId: row.id }
    }),
    ...rows.map((row) =>
      equal('cumulative', amount(row, into.money.before) + amount(row, into.money.paid), amount(row, into.money.paidSoFar), row.id),
    ),
  ]
}
