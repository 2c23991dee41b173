// The counted submissions of a period as one, while their rows pass by: appended in
// the order given (the register's), numbered anew, and totals as each field declares.
// Keeps no row; knows no layout.
import { Numbering } from './numbering.ts'
import type { CountedHead, SourceRow } from './survey.ts'
import { Tally, type Values } from './tally.ts'
import type { Table, Template } from './template.ts'
import type { ConsolidatedRow, Consolidation } from './wire.ts'

export class Consolidating {
  readonly #tallies: ReadonlyMap<Table, Tally>
  readonly #numberings: ReadonlyMap<Table, Numbering>

  constructor({ tables }: Template) {
    this.#tallies = new Map(tables.map((table) => [table, new Tally(table)]))
    this.#numberings = new Map(tables.map((table) => [table, new Numbering(table)]))
  }

  /** Counts the next rows of one submission and says what they are now. `earlier`: what the rows before them were numbered, where those were not taken. */
  take(
    { agency, agencyName, submissionId, receiptNumber }: Pick<CountedHead, 'agency' | 'agencyName' | 'submissionId' | 'receiptNumber'>,
    table: Table,
    rows: readonly Pick<SourceRow, 'id' | 'cell' | 'values'>[],
    earlier: readonly Values[] = [],
  ): ConsolidatedRow[] {
    const numbering = this.#numberings.get(table)!
    for (const one of earlier) numbering.next(submissionId, one)
    return rows.map(({ id: rowId, cell, values: filed }) => {
      const values = numbering.next(submissionId, filed)
      this.#tallies.get(table)?.add(agency, values)
      return { agency, agencyName, submissionId, receiptNumber, table: table.key, rowId, cell, values }
    })
  }

  /** Of what was taken so far. */
  totals(): Consolidation['totals'] {
    return Object.fromEntries([...this.#tallies].map(([table, tally]) => [table.key, tally.totals()]))
  }
}
