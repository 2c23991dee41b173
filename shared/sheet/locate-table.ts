// Where the tables of a form lie in a sheet that people have changed: columns,
// id column, first and last row. By the hidden key row, else by the hidden name
// that points to it, else by the printed titles. Never by position.
import { columnLetter, parseRange, parseReference } from '../a1.ts'
import type { Table, Template } from '../template.ts'
import { idsName, keysName, MARK, parseKeysMark } from './anchors.ts'
import type { Grid } from './grid.ts'
import { byTitles, headerByTitles, headerEnd } from './printed-header.ts'
import type { SheetIndex } from './sheet-index.ts'
import { lastRowOf } from './table-end.ts'

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
  /** The first row below that belongs to something else: another table, the signatures, the end of the sheet. */
  readonly below: number
}

type Which = { readonly template: string; readonly period: string }

interface Sheet {
  readonly index: SheetIndex
  readonly merges: readonly string[]
  readonly grid: Grid
  readonly which: Which
}

/** A table's header in the sheet; `begin` is its topmost row. */
interface Header {
  readonly begin: number
  readonly firstRow: number
  readonly columns: ReadonlyMap<string, number>
  readonly twice: ReadonlyMap<string, readonly string[]>
}

/** A header is recognised where this share of the columns is found. */
const ENOUGH = 0.6
const enough = (table: Table, found: number): boolean => found >= Math.max(2, table.fields.length * ENOUGH)

const keysIn = (index: SheetIndex, row: number): Map<string, number[]> => {
  const found = new Map<string, number[]>()
  for (const [column, cell] of index.row(row)) {
    if (typeof cell.value !== 'string') continue
    const key = cell.value.trim()
    found.set(key, [...(found.get(key) ?? []), column])
  }
  return found
}

function markedRow(index: SheetIndex, table: Table): number | undefined {
  return index
    .rows()
    .find((row) => index.row(row).some(([, { value }]) => typeof value === 'string' && parseKeysMark(value.trim())?.table === table.key))
}

function referred({ index, grid }: Sheet, name: string) {
  for (const one of grid.names.filter((candidate) => candidate.name === name)) {
    const reference = parseReference(one.ref)
    const range = reference?.sheet === index.name ? parseRange(reference.range) : null
    if (range) return range
  }
  return null
}

const isIdColumnMark = (value: unknown): boolean =>
  typeof value === 'string' &&
  (value === MARK.head || value === MARK.sign || value.startsWith('#end|') || parseKeysMark(value.trim()) !== null)

/** The id column by what else stands in it. */
function idColumnOf(sheet: Sheet): number | null {
  for (const row of sheet.index.rows()) {
    const marked = sheet.index.row(row).find(([, { value }]) => isIdColumnMark(value))
    if (marked) return marked[0]
  }
  return referred(sheet, idsName(sheet.which))?.from.column ?? null
}

function keyedRow(sheet: Sheet, table: Table): number | undefined {
  const { index, which } = sheet
  const marked = markedRow(index, table)
  if (marked !== undefined) return marked
  const named = referred(sheet, keysName(which, table.key))?.from.row
  const rows = named === undefined ? index.rows() : [named, ...index.rows()]
  return rows.find((row) => {
    const keys = keysIn(index, row)
    return enough(table, table.fields.filter((field) => keys.has(field.key)).length)
  })
}

function headerOf(sheet: Sheet, table: Table, idColumn: number | null): Header | null {
  const { index, merges } = sheet
  const keysAt = keyedRow(sheet, table)
  if (keysAt === undefined) {
    const printed = headerByTitles(index, merges, table, (found) => enough(table, found))
    if (!printed) return null
    const firstRow = headerEnd(index, table, printed.row, idColumn) + 1
    return { begin: printed.row, firstRow, columns: printed.columns, twice: new Map() }
  }
  const keys = keysIn(index, keysAt)
  const columns = new Map<string, number>()
  const twice = new Map<string, string[]>()
  for (const { key } of table.fields) {
    const [first, ...rest] = keys.get(key) ?? []
    if (first === undefined) continue
    columns.set(key, first)
    if (rest.length > 0) twice.set(key, [first, ...rest].map(columnLetter))
  }
  const end = headerEnd(index, table, keysAt, idColumn)
  // A key that was overwritten: its column is still known by its title.
  const header = Array.from({ length: end - keysAt }, (_, offset) => keysAt + 1 + offset)
  const taken = new Set(columns.values())
  if (columns.size < table.fields.length && header.length > 0)
    for (const [key, column] of byTitles(index, merges, table, header))
      if (!columns.has(key) && !taken.has(column)) columns.set(key, column)
  return { begin: keysAt, firstRow: end + 1, columns, twice }
}

/** One entry for each table of the template, null where it is not found. */
export function locateTables(
  index: SheetIndex,
  merges: readonly string[],
  grid: Grid,
  template: Template,
  which: Which,
): (LocatedTable | null)[] {
  const sheet: Sheet = { index, merges, grid, which }
  const idColumn = idColumnOf(sheet)
  const headers = template.tables.map((table) => headerOf(sheet, table, idColumn))
  const signing = idColumn === null ? undefined : index.rows().find((row) => index.text(row, idColumn) === MARK.sign)
  return template.tables.map((table, at): LocatedTable | null => {
    const header = headers[at]
    if (!header) return null
    const { columns, twice, firstRow } = header
    const begins = headers.flatMap((other) => (other && other.begin >= firstRow ? [other.begin] : []))
    const below = Math.min(...begins, signing ?? index.lastRow + 1, index.lastRow + 1)
    return { table, columns, twice, idColumn, firstRow, lastRow: lastRowOf(index, { template, table, firstRow, idColumn, below }), below }
  })
}

/** How many columns of the form stand under their printed titles in a sheet that bears no anchor; 0 where too few do. */
export function titlesFound(index: SheetIndex, merges: readonly string[], template: Template): number {
  const found = template.tables.map((table) => headerByTitles(index, merges, table, (count) => enough(table, count))?.columns.size ?? 0)
  return found.includes(0) ? 0 : found.reduce((sum, count) => sum + count, 0)
}
