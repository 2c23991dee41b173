// What a submission adds to the totals of each of its tables, from its rows. Tables without a row are left out.
import type { ContentRow } from './filing.ts'
import { Tally, type TallyShare } from './tally.ts'
import type { Template } from './template.ts'

export interface TableTally {
  readonly table: string
  readonly rows: number
  readonly share: TallyShare
}

export function talliesOfRows({ tables }: Template, agency: string, rows: readonly Pick<ContentRow, 'table' | 'values'>[]): TableTally[] {
  const tallies = new Map(tables.map((table) => [table.key, { tally: new Tally(table), rows: 0 }]))
  for (const { table, values } of rows) {
    const own = tallies.get(table)
    if (!own) continue
    own.tally.add(agency, values)
    own.rows++
  }
  return [...tallies].flatMap(([table, { tally, rows }]) => (rows > 0 ? [{ table, rows, share: tally.share() }] : []))
}
