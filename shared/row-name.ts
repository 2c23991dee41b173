// What people call a row of a table: the longest of its texts.
import type { ContentRow } from './filing.ts'
import type { Field, Table } from './template.ts'

const LONGEST = 80

/** The column that says best what a row is about: of those the form brings or is widest with, the widest text. */
export function namingField({ fields }: Pick<Table, 'fields'>): Field | undefined {
  const texts = fields.filter(({ type }) => type.kind === 'text')
  const given = texts.filter(({ source }) => source === 'carried')
  return (given.length > 0 ? given : texts).reduce<Field | undefined>(
    (best, one) => (best && best.width >= one.width ? best : one),
    undefined,
  )
}

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
