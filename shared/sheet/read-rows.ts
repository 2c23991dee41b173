// The rows of a located table as filing rows: what stands in their cells, and
// which row of the form each is. Totals that the filer added are set apart.
import { address, parseRange } from '../a1.ts'
import type { Entry, FilingRow } from '../filing.ts'
import type { Field } from '../template.ts'
import { fold } from '../text/fold.ts'
import { isMark } from './anchors.ts'
import { isNumeric } from './field-look.ts'
import type { LocatedTable } from './locate-table.ts'
import { entryOf, isBlank } from './read-entry-cell.ts'
import { type Carried, type Identity, identify, isAddedId, type RowIds } from './row-identity.ts'
import type { SheetIndex } from './sheet-index.ts'

export interface ReadRow extends FilingRow {
  /** Row number in the sheet, from 1. */
  readonly at: number
}

export interface ReadRows {
  readonly rows: readonly ReadRow[]
  /** Row numbers of totals that the filer added. */
  readonly totals: readonly number[]
  readonly mended: readonly ReadRow[]
  /** Copies of rows of the form; those still in the way of a count are not among `rows`. */
  readonly copies: readonly { readonly row: ReadRow; readonly of: ReadRow; readonly kept: boolean }[]
}

const idAt = (index: SheetIndex, row: number, idColumn: number | null): string => {
  const value = idColumn === null ? undefined : index.cell(row, idColumn)?.value
  return value === undefined ? '' : String(value).trim()
}

/** Reserves the ids that stand in the sheet, so that fresh ones differ from all of them. */
export function reserveIds(index: SheetIndex, { idColumn, firstRow, lastRow }: LocatedTable, ids: RowIds): void {
  for (let row = firstRow; row <= lastRow; row++) ids.reserve(idAt(index, row, idColumn))
}

const TOTALS = new Set(['cộng', 'tổng', 'tổng số', 'tổng cộng', 'cộng dồn', 'total', 'sum'].map(fold))

/** Nothing in the row but the word and numbers: a total that the filer made for herself. */
function isTotal(fields: readonly Field[], entries: Readonly<Record<string, Entry>>): boolean {
  const texts = fields.flatMap(({ key, type }) => {
    const value = entries[key]?.value
    return isNumeric(type) || typeof value !== 'string' || value.trim() === '' ? [] : [value]
  })
  return texts.length === 1 && TOTALS.has(fold(texts[0] as string))
}

/** One text merged over cells of several rows was meant for all of them; of a number nobody knows. */
export const sharesValue = (field: Field): boolean => !isNumeric(field.type) && field.type.kind !== 'sequence'

/** By column and row, the row whose value stands for this one, where cells of one column were merged. */
function sharedFrom(merges: readonly string[], { table, columns, firstRow, lastRow }: LocatedTable): Map<string, number> {
  const shared = new Map<string, number>()
  const sharing = new Set(table.fields.filter(sharesValue).map(({ key }) => columns.get(key)))
  for (const range of merges) {
    const merged = parseRange(range)
    if (!merged || merged.from.column !== merged.to.column || !sharing.has(merged.from.column)) continue
    const { from, to } = merged
    for (let row = Math.max(from.row + 1, firstRow); row <= Math.min(to.row, lastRow); row++) {
      const at = address(row, from.column)
      // Overlapping merges are no longer Excel's.
      if (shared.has(at)) break
      shared.set(at, Math.max(from.row, firstRow))
    }
  }
  return shared
}

function entriesAt(
  index: SheetIndex,
  { table, columns }: LocatedTable,
  at: number,
  shared: ReadonlyMap<string, number>,
  date1904: boolean,
) {
  const entries: Record<string, Entry> = {}
  for (const field of table.fields) {
    const column = columns.get(field.key)
    if (column === undefined) continue
    const cell = address(at, column)
    const computed = field.source === 'computed'
    entries[field.key] = entryOf(index.cell(shared.get(cell) ?? at, column), cell, field.type, { date1904, computed })
  }
  return entries
}

/** A number in front of an otherwise empty row is no content, and neither is a formula of the form. */
const isTyped = (fields: readonly Field[], entries: Readonly<Record<string, Entry>>): boolean =>
  fields.some(({ key, source: from, type }) => from !== 'computed' && type.kind !== 'sequence' && entries[key] && !isBlank(entries[key]))

export function readRows(
  index: SheetIndex,
  merges: readonly string[],
  located: LocatedTable,
  ids: RowIds,
  { date1904, carried }: { date1904: boolean; carried: Carried | null },
): ReadRows {
  const { table, idColumn, firstRow, lastRow } = located
  const shared = sharedFrom(merges, located)
  const totals: number[] = []
  const found: { id: string; at: number; entries: Record<string, Entry> }[] = []
  for (let row = firstRow; row <= lastRow; row++) {
    const id = idAt(index, row, idColumn)
    if (isMark(id)) continue
    const entries = entriesAt(index, located, row, shared, date1904)
    const given = id !== '' && !isAddedId(id)
    if (!given && !isTyped(table.fields, entries)) continue
    if (!given && isTotal(table.fields, entries)) totals.push(row + 1)
    else found.push({ id, at: row + 1, entries })
  }
  const identities = identify(table, found, carried, ids)
  const all = found.map(({ at, entries }, place): ReadRow => ({ id: identities[place]!.id, table: table.key, at, entries }))
  const copies = identities.flatMap(({ copyOf, unchanged }: Identity, place) => {
    const of = copyOf === undefined ? undefined : all[copyOf]
    if (!of || isAddedId(of.id)) return []
    // With new content of its own the copy is a row that the filer adds, where she may.
    return [{ row: all[place]!, of, kept: table.rows.source !== 'carried' && !unchanged && carried !== null }]
  })
  const dropped = new Set(copies.filter(({ kept }) => !kept).map(({ row }) => row))
  return {
    rows: all.filter((row) => !dropped.has(row)),
    totals,
    mended: all.filter((_, place) => identities[place]!.mended),
    copies,
  }
}
