// What people call a row of a table: the longest of its texts.
import type { ContentRow } from './filing.ts'
import type { Table } from './template.ts'

const LONGEST = 80

/** The row's id where it holds no text. */
export function rowName(table: Table, row: Pick<ContentRow, 'id' | 'values'>): string {
  const texts = table.fields.flatMap(({ type, key }) => {
    const value = row.values[key]
    return type.kind === 'text' && typeof value === 'string' ? [value] : []
  })
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '')
  if (longest === '') return row.id
  return longest.length > LONGEST ? `${longest.slice(0, LONGEST - 1)}…` : longest
}
