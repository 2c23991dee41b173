// Where a table lies in a sheet that people have changed: its columns, its id
// column, its first and last row. By the hidden key row, else by the hidden name
// that points to it, else by the printed titles. Never by position.
import { columnLetter, parseRange, parseReference } from '../a1.ts'
import type { Field, Table, Template } from '../template.ts'
import { fold } from '../text/fold.ts'
import { idsName, keysName, MARK, parseKeysMark } from './anchors.ts'
import type { Grid } from './grid.ts'
import type { SheetIndex } from './sheet-index.ts'
import { headerDepth } from './table-header.ts'

export interface LocatedTable {
  readonly table: Table
  /** Columns by field key; absent where the column is gone. */
  readonly columns: ReadonlyMap<string, number>
  /** Fields whose key stands over several columns, with the letters of all. */
  readonly twice: ReadonlyMap<string, readonly string[]>
  readonly idColumn: number | null
  /** Zero-based, inclusive. */
  readonly firstRow: number
  readonly lastRow: number
}

type Which = { readonly template: string; readonly period: string }
type Anchor = { readonly row: number; readonly idColumn: number | null }

/** A key row is recognised where this share of the columns is found. */
const ENOUGH = 0.6

const keysIn = (index: SheetIndex, row: number): Map<string, number[]> => {
  const found = new Map<string, number[]>()
  for (const [column, cell] of index.row(row)) {
    if (typeof cell.value !== 'string') continue
    const key = cell.value.trim()
    found.set(key, [...(found.get(key) ?? []), column])
  }
  return found
}

function byMark(index: SheetIndex, table: Table): Anchor | null {
  for (const row of index.rows()) {
    for (const [column, cell] of index.row(row)) {
      if (typeof cell.value === 'string' && parseKeysMark(cell.value.trim())?.table === table.key) return { row, idColumn: column }
    }
  }
  return null
}

/** The id column by what else stands in it. */
function idColumnOf(index: SheetIndex, grid: Grid, which: Which): number | null {
  for (const row of index.rows()) {
    for (const [column, cell] of index.row(row)) {
      if (typeof cell.value === 'string' && (cell.value === MARK.head || cell.value === MARK.sign || cell.value.startsWith('#end|'))) {
        return column
      }
    }
  }
  return referred(index, grid, idsName(which))?.from.column ?? null
}

function referred(index: SheetIndex, grid: Grid, name: string) {
  for (const one of grid.names.filter((candidate) => candidate.name === name)) {
    const reference = parseReference(one.ref)
    const range = reference?.sheet === index.name ? parseRange(reference.range) : null
    if (range) return range
  }
  return null
}

const enough = (table: Table, keys: ReadonlyMap<string, unknown>): boolean =>
  table.fields.filter((field) => keys.has(field.key)).length >= Math.max(2, table.fields.length * ENOUGH)

function byKeys(index: SheetIndex, grid: Grid, table: Table, which: Which): Anchor | null {
  const named = referred(index, grid, keysName(which, table.key))?.from.row
  const rows = named === undefined ? index.rows() : [named, ...index.rows()]
  const row = rows.find((candidate) => enough(table, keysIn(index, candidate)))
  return row === undefined ? null : { row, idColumn: idColumnOf(index, grid, which) }
}

/** Columns under printed titles within some rows; equal titles are told apart by their order. */
function byTitles(index: SheetIndex, table: Table, rows: readonly number[]): Map<string, number> {
  const places = new Map<string, number[]>()
  for (const row of rows) {
    for (const [column, cell] of index.row(row)) {
      if (typeof cell.value !== 'string') continue
      const title = fold(cell.value)
      places.set(title, [...(places.get(title) ?? []), column])
    }
  }
  const found = new Map<string, number>()
  const claim = (field: Field) => {
    const column = places
      .get(fold(field.title.vi))
      ?.sort((a, b) => a - b)
      .shift()
    if (column !== undefined) found.set(field.key, column)
  }
  table.fields.forEach(claim)
  return found
}

const titlesOf = (table: Table): ReadonlySet<string> =>
  new Set(table.fields.flatMap((field) => [field.title.vi, ...(field.group ?? []).map((group) => group.vi)]).map(fold))

/** The last row of the printed header at or below a row. */
function headerEnd(index: SheetIndex, table: Table, from: number, idColumn: number | null): number {
  const titles = titlesOf(table)
  let end = from
  for (let row = from; row <= from + headerDepth(table) + 8; row++) {
    const texts = index.row(row).flatMap(([column, cell]) => (column !== idColumn && typeof cell.value === 'string' ? [cell.value] : []))
    const printed = texts.filter((text) => titles.has(fold(text)) || /^\(\d+\)$/.test(text.trim())).length
    const marked = idColumn !== null && index.text(row, idColumn) === MARK.head
    if (marked || (printed > 0 && printed * 2 >= texts.length)) end = row
  }
  return end
}

const SIGNING = /^\(?(ký|kí)\b/i

function lastRowOf(index: SheetIndex, table: Table, firstRow: number, idColumn: number | null, template: Template): number {
  const signers = [template.signature.preparer.vi, template.signature.signer.vi].map(fold)
  for (let row = firstRow; row <= index.lastRow; row++) {
    if (idColumn !== null) {
      const mark = index.text(row, idColumn)
      if (mark === MARK.end(table.key) || mark === MARK.sign || mark.startsWith('#keys|')) return row - 1
      continue
    }
    const texts = index.row(row).flatMap(([, cell]) => (typeof cell.value === 'string' ? [cell.value.trim()] : []))
    if (texts.some((text) => SIGNING.test(text) || signers.includes(fold(text)) || fold(text) === fold('TỔNG CỘNG'))) return row - 1
  }
  return index.lastRow
}

export function locateTable(index: SheetIndex, grid: Grid, template: Template, table: Table, which: Which): LocatedTable | null {
  const anchor = byMark(index, table) ?? byKeys(index, grid, table, which)
  if (!anchor) return locateByTitles(index, grid, template, table, which)
  const keys = keysIn(index, anchor.row)
  const columns = new Map<string, number>()
  const twice = new Map<string, string[]>()
  for (const { key } of table.fields) {
    const [first, ...rest] = keys.get(key) ?? []
    if (first === undefined) continue
    columns.set(key, first)
    if (rest.length > 0) twice.set(key, [first, ...rest].map(columnLetter))
  }
  const end = headerEnd(index, table, anchor.row, anchor.idColumn)
  // A key that was overwritten: its column is still known by its title.
  const header = Array.from({ length: end - anchor.row }, (_, offset) => anchor.row + 1 + offset)
  const taken = new Set(columns.values())
  for (const [key, column] of byTitles(index, table, header)) if (!columns.has(key) && !taken.has(column)) columns.set(key, column)
  const firstRow = end + 1
  return {
    table,
    columns,
    twice,
    idColumn: anchor.idColumn,
    firstRow,
    lastRow: lastRowOf(index, table, firstRow, anchor.idColumn, template),
  }
}

function locateByTitles(index: SheetIndex, grid: Grid, template: Template, table: Table, which: Which): LocatedTable | null {
  const depth = headerDepth(table)
  let best: { row: number; columns: Map<string, number> } | null = null
  for (const row of index.rows()) {
    const columns = byTitles(
      index,
      table,
      Array.from({ length: depth }, (_, offset) => row + offset),
    )
    if (enough(table, columns) && columns.size > (best?.columns.size ?? 0)) best = { row, columns }
  }
  if (!best) return null
  const idColumn = idColumnOf(index, grid, which)
  const firstRow = headerEnd(index, table, best.row, idColumn) + 1
  return {
    table,
    columns: best.columns,
    twice: new Map(),
    idColumn,
    firstRow,
    lastRow: lastRowOf(index, table, firstRow, idColumn, template),
  }
}
