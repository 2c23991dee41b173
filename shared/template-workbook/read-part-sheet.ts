// The rows of one sheet of a template's workbook as plain things, with the cell of every
// place, so that whatever is found wrong later can be shown where it was typed.
import { address } from '../a1.ts'
import type { Grid } from '../sheet/grid.ts'
import { SheetIndex } from '../sheet/sheet-index.ts'
import { readWords, saidIn } from './cell-words.ts'
import { type PartSheet, SHEETS, TABLE } from './part-columns.ts'
import { headingOf, headingWords, names, type SheetColumn } from './sheet-column.ts'
import type { SheetRefusal, SheetRefusalCode } from './sheet-refusal.ts'

export type Way = readonly (string | number)[]

/** Where a place of the template was typed, and under which heading. */
export interface Typed {
  readonly sheet: string
  readonly cell: string
  readonly column: { readonly name: string; readonly vi: string; readonly options?: readonly string[] }
  readonly found: string
}

export interface PartRow {
  readonly table: string
  readonly tableCell: string
  readonly thing: Record<string, unknown>
  readonly places: readonly { readonly path: Way; readonly typed: Typed }[]
}

export type Refuse = (code: SheetRefusalCode, sheet: string, cell: string | null, params?: Partial<SheetRefusal['params']>) => void

/** Headings stand in one of the first rows; above them there is room for notes. */
const HEADINGS_WITHIN = 10

export const sheetNamed = (grid: Grid, which: PartSheet): SheetIndex | null => {
  const found = grid.sheets.find(({ name }) => name.trim().toLowerCase() === SHEETS[which].name)
  return found ? new SheetIndex(found) : null
}

/** The first row in which at least two headings stand. */
export function headingRow(sheet: SheetIndex, columns: readonly Pick<SheetColumn, 'name' | 'vi'>[]): number | null {
  const known = (row: number) =>
    sheet.row(row).filter(([column]) => {
      const words = headingWords(sheet.text(row, column))
      return columns.some((one) => names(one, words))
    }).length
  return sheet.rows().find((row) => row < HEADINGS_WITHIN && known(row) >= 2) ?? null
}

/** Which column of the sheet each of ours is. */
function placed(sheet: SheetIndex, row: number, columns: readonly SheetColumn[], refuse: Refuse): Map<SheetColumn, number> {
  const found = new Map<SheetColumn, number>()
  for (const [column] of sheet.row(row)) {
    const text = sheet.text(row, column)
    const words = headingWords(text)
    const named = columns.find((one) => names(one, words))
    if (!named) refuse('heading-unknown', sheet.name, address(row, column), { found: text })
    else if (found.has(named)) refuse('heading-twice', sheet.name, address(row, column), { what: headingOf(named) })
    else found.set(named, column)
  }
  return found
}

function put(thing: Record<string, unknown>, path: Way, value: unknown): void {
  let inner: Record<string | number, unknown> = thing
  path.forEach((key, at) => {
    if (at === path.length - 1) inner[key] = value
    else {
      inner[key] ??= typeof path[at + 1] === 'number' ? [] : {}
      inner = inner[key] as Record<string | number, unknown>
    }
  })
}

/** Who writes only one of two languages has said nothing in the other. */
function completed(thing: unknown): void {
  if (typeof thing !== 'object' || thing === null) return
  const one = thing as Record<string, unknown>
  if (!Array.isArray(thing) && ('vi' in one || 'en' in one)) {
    one.vi ??= ''
    one.en ??= ''
  }
  for (const inner of Object.values(one)) completed(inner)
}

export function readPartSheet(grid: Grid, which: PartSheet, columns: readonly SheetColumn[], refuse: Refuse): PartRow[] {
  const sheet = sheetNamed(grid, which)
  if (!sheet || sheet.lastRow < 0) return []
  const headings = headingRow(sheet, columns)
  if (headings === null) {
    refuse('headings-missing', sheet.name, null, { what: headingOf(columns[0]!) })
    return []
  }
  const columnOf = placed(sheet, headings, columns, refuse)
  const isFilled = (row: number) => [...columnOf.values()].some((column) => saidIn(sheet.cell(row, column), 'text').trim() !== '')
  return sheet
    .rows()
    .filter((row) => row > headings && isFilled(row))
    .map((row): PartRow => {
      const thing: Record<string, unknown> = {}
      const places: PartRow['places'][number][] = []
      let table = String(TABLE.blank)
      let tableCell = address(row, columnOf.get(TABLE) ?? 0)
      for (const column of columns) {
        const at = columnOf.get(column)
        const cell = at === undefined ? undefined : sheet.cell(row, at)
        const found = saidIn(cell, column.as)
        const here = address(row, at ?? 0)
        if (column === TABLE) {
          tableCell = here
          table = found.trim() || table
          continue
        }
        places.push({ path: column.path, typed: { sheet: sheet.name, cell: here, column, found } })
        if (!cell || found.trim() === '') {
          if (column.blank !== undefined) put(thing, column.path, column.blank)
          continue
        }
        const read = readWords(cell, column.as)
        if ('unread' in read) refuse(read.unread, sheet.name, here, { what: headingOf(column), found })
        else put(thing, column.path, read.value)
      }
      completed(thing)
      return { table, tableCell, thing, places }
    })
}
