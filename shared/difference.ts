// What differs between two contents of the same template and agency: rows that came
// and went, cells that changed. Between two submissions, or against the period before.
import type { Bilingual } from './bilingual.ts'
import { columnNames } from './column-name.ts'
import type { Names } from './field/field.ts'
import { showValue } from './field/field.ts'
import type { Content } from './filing.ts'
import { rowName } from './row-name.ts'
import type { Field, HeaderField, Template } from './template.ts'
import { isNothing, type Value } from './value.ts'

export interface CellChange {
  /** What people call the row (row-name.ts). Null for a header cell. */
  readonly row: string | null
  readonly rowId: string | null
  readonly field: string
  readonly label: Bilingual
  readonly before: Bilingual
  readonly after: Bilingual
}

export interface Difference {
  readonly added: readonly { readonly rowId: string; readonly row: string }[]
  readonly removed: readonly { readonly rowId: string; readonly row: string }[]
  readonly cells: readonly CellChange[]
  /** Rows in both of which every cell is the same. */
  readonly unchanged: number
  /** One of the two says "không phát sinh" or "không áp dụng", the other does not or gives another reason. */
  readonly declarationChanged: boolean
}

const same = (one: Value | undefined, other: Value | undefined): boolean =>
  isNothing(one) || isNothing(other) ? isNothing(one) && isNothing(other) : JSON.stringify(one) === JSON.stringify(other)

function changed(field: Field | HeaderField, before: Value | undefined, after: Value | undefined, names: Names) {
  const shown = (value: Value | undefined): Bilingual => ({
    vi: showValue(field.type, value ?? null, 'vi', names),
    en: showValue(field.type, value ?? null, 'en', names),
  })
  return { field: field.key, label: columnNames(field), before: shown(before), after: shown(after) }
}

/** Numbering follows the order of rows and says nothing by itself. */
const tells = (field: Field): boolean => field.type.kind !== 'sequence'

/**
 * `typedOnly` leaves out what the server brought and what formulas gave: against the period before they always
 * change and tell nothing.
 */
export function difference(template: Template, before: Content, after: Content, names: Names, typedOnly = false): Difference {
  const cells: CellChange[] = []
  const added: { rowId: string; row: string }[] = []
  const removed: { rowId: string; row: string }[] = []
  let unchanged = 0
  for (const field of template.header)
    if (!(typedOnly && field.source === 'carried') && !same(before.header[field.key], after.header[field.key]))
      cells.push({ row: null, rowId: null, ...changed(field, before.header[field.key], after.header[field.key], names) })
  for (const table of template.tables) {
    const fields = table.fields.filter((field) => tells(field) && !(typedOnly && field.source !== 'input'))
    const earlier = new Map(before.rows.filter((row) => row.table === table.key).map((row) => [row.id, row]))
    for (const row of after.rows) {
      if (row.table !== table.key) continue
      const old = earlier.get(row.id)
      earlier.delete(row.id)
      if (!old) {
        added.push({ rowId: row.id, row: rowName(table, row) })
        continue
      }
      const differing = fields.filter((field) => !same(old.values[field.key], row.values[field.key]))
      if (differing.length === 0) unchanged++
      for (const field of differing)
        cells.push({
          row: rowName(table, row),
          rowId: row.id,
          ...changed(field, old.values[field.key], row.values[field.key], names),
        })
    }
    for (const row of earlier.values()) removed.push({ rowId: row.id, row: rowName(table, row) })
  }
  return { added, removed, cells, unchanged, declarationChanged: JSON.stringify(before.declaration) !== JSON.stringify(after.declaration) }
}

/** Whether nothing at all was changed. */
export const isSame = ({ added, removed, cells, declarationChanged }: Difference): boolean =>
  added.length + removed.length + cells.length === 0 && !declarationChanged
