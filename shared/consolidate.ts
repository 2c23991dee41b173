// The counted submissions of a period as one, while their rows pass by: appended in
// the order given (the register's), numbered anew, and totals as each field declares.
// Keeps no row; knows no layout.
import type { CountedHead, SourceRow } from './survey.ts'
import { Tally } from './tally.ts'
import type { Table, Template } from './template.ts'
import type { Value } from './value.ts'
import type { ConsolidatedRow, Consolidation } from './wire.ts'

/** Running numbers begin anew with every agency, under its Roman numeral. */
export function numbered(table: Table, values: Readonly<Record<string, Value>>, number: number): Record<string, Value> {
  const own = { ...values }
  for (const { key, type } of table.fields) if (type.kind === 'sequence' && type.style === 'number') own[key] = String(number)
  return own
}

export class Consolidating {
  readonly #tallies: ReadonlyMap<Table, Tally>

  constructor({ tables }: Template) {
    this.#tallies = new Map(tables.map((table) => [table, new Tally(table)]))
  }

  /** Counts some rows of one submission, after `before` others of the same table, and says what they are now. */
  take(
    { agency, agencyName, submissionId, receiptNumber }: Pick<CountedHead, 'agency' | 'agencyName' | 'submissionId' | 'receiptNumber'>,
    table: Table,
    rows: readonly Pick<SourceRow, 'id' | 'cell' | 'values'>[],
    before: number,
  ): ConsolidatedRow[] {
    return rows.map(({ id: rowId, cell, values: filed }, index) => {
      const values = numbered(table, filed, before + index + 1)
      this.#tallies.get(table)?.add(agency, values)
      return { agency, agencyName, submissionId, receiptNumber, table: table.key, rowId, cell, values }
    })
  }

  /** Of what was taken so far. */
  totals(): Consolidation['totals'] {
    return Object.fromEntries([...this.#tallies].map(([table, tally]) => [table.key, tally.totals()]))
  }
}
