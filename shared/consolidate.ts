// The counted submissions of a period as one: rows appended in the order given
// (the register's), numbered anew, and totals as each field declares. Knows no layout.
import type { Content } from './filing.ts'
import { Tally } from './tally.ts'
import type { Table, Template } from './template.ts'
import type { Value } from './value.ts'
import type { ConsolidatedRow, Consolidation } from './wire.ts'

export interface Counted {
  readonly agency: string
  readonly agencyName: string
  readonly submissionId: string
  readonly receiptNumber: string
  readonly content: Content
}

/** Running numbers begin anew with every agency, under its Roman numeral. */
export function numbered(table: Table, values: Readonly<Record<string, Value>>, number: number): Record<string, Value> {
  const own = { ...values }
  for (const { key, type } of table.fields) if (type.kind === 'sequence' && type.style === 'number') own[key] = String(number)
  return own
}

function rowsOf(template: Template, counted: Counted): ConsolidatedRow[] {
  const { agency, agencyName, submissionId, receiptNumber, content } = counted
  return template.tables.flatMap((table) =>
    content.rows
      .filter((row) => row.table === table.key)
      .map((row, index) => ({
        agency,
        agencyName,
        submissionId,
        receiptNumber,
        table: table.key,
        rowId: row.id,
        values: numbered(table, row.values, index + 1),
      })),
  )
}

/** `missing` is empty: who has not submitted is known to the caller alone. */
export function consolidate(template: Template, period: string, counted: readonly Counted[], madeAt: string): Consolidation {
  const rows = counted.flatMap((one) => rowsOf(template, one))
  const tallies = new Map(template.tables.map((table) => [table.key, new Tally(table)]))
  for (const row of rows) tallies.get(row.table)?.add(row.agency, row.values)
  const totals = Object.fromEntries([...tallies].map(([table, tally]) => [table, tally.totals()]))
  return { template: template.code, version: template.version, period, madeAt, missing: [], rows, totals }
}
