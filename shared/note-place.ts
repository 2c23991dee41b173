// What people call the place of a note: the column's title and the row's name, so
// that a note says where it stands without its cell.
import type { Bilingual } from './bilingual.ts'
import type { ContentRow } from './filing.ts'
import type { Note } from './review.ts'
import { rowName } from './row-name.ts'
import { fieldOf, type Template, tableOf } from './template.ts'

/** Both null: the whole submission. A row that is no longer there is called by its id. */
export function namedPlace(
  template: Template,
  rows: readonly Pick<ContentRow, 'id' | 'table' | 'values'>[],
  { table: key, rowId, field }: Note['place'],
): { readonly label: Bilingual | null; readonly row: string | null } {
  if (field === null) return { label: null, row: null }
  if (key === null) return { label: template.header.find((one) => one.key === field)?.title ?? { vi: field, en: field }, row: null }
  const table = tableOf(template, key)
  const row = rows.find((one) => one.table === key && one.id === rowId)
  return {
    label: (table && fieldOf(table, field))?.title ?? { vi: field, en: field },
    row: table && row ? rowName(table, row) : rowId,
  }
}

export const samePlace = (one: Note['place'], other: Note['place']): boolean =>
  one.table === other.table && one.rowId === other.rowId && one.field === other.field
