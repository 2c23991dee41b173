// What a row is about, for those who look at many agencies: the longest of the texts that name
// it (given by the server, or telling rows apart), never what was reported about it.
import { rowName } from '../row-name.ts'
import type { SourceRow } from '../survey.ts'
import type { Table } from '../template.ts'

const LONGEST = 80

export function rowTitle(table: Table, row: Pick<SourceRow, 'id' | 'values'>): string {
  const naming = new Set(table.rows.unique.flat())
  let [title, room] = ['', 0]
  for (const { key, type, source, carryFrom } of table.fields) {
    const names = naming.has(key) || (source === 'carried' && carryFrom === undefined)
    const text = row.values[key]
    if (type.kind !== 'text' || !names || typeof text !== 'string' || type.maxLength <= room) continue
    ;[title, room] = [text, type.maxLength]
  }
  if (title === '') return rowName(table, row)
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title
}
