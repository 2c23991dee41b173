// Cells as few rectangles that do not overlap: for the styled ranges of a layout,
// where later ones replace earlier ones, and for whatever else is put into many cells.
import { parseAddress, parseRange } from '../../shared/a1.ts'
import type { CellStyle, SheetLayout } from '../../shared/sheet/sheet-layout.ts'

/** Zero-based. */
export interface Rectangle {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface StyledRectangle extends Rectangle {
  readonly style: CellStyle
}

const WIDTH = 16_384

const rectangleOf = (text: string): Rectangle => {
  const range = parseRange(text)
  if (!range) throw new Error(`not a range: ${text}`)
  const { from, to } = range
  return { row: from.row, column: from.column, rows: to.row - from.row + 1, columns: to.column - from.column + 1 }
}

/** The style that counts at each styled cell, by row × 16384 + column. */
const winners = (sheet: SheetLayout): Map<number, string> => {
  const map = new Map<number, string>()
  for (const { range, style } of sheet.styled) {
    const { row, column, rows, columns } = rectangleOf(range)
    for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) map.set(cellKey(r, c), style)
  }
  return map
}

interface Run {
  readonly column: number
  readonly columns: number
  readonly kind: string
}

const runsOf = (cells: readonly (readonly [number, string])[]): Run[] => {
  const runs: Run[] = []
  for (const [column, kind] of cells) {
    const last = runs.at(-1)
    if (last && last.kind === kind && last.column + last.columns === column) runs[runs.length - 1] = { ...last, columns: last.columns + 1 }
    else runs.push({ column, columns: 1, kind })
  }
  return runs
}

/** Where a cell stands, as one number. */
export const cellKey = (row: number, column: number): number => row * WIDTH + column

export interface KindRectangle extends Rectangle {
  readonly kind: string
}

/** Cells by their key, each of a kind, as few rectangles of one kind. */
export const rectanglesOf = (kinds: ReadonlyMap<number, string>): KindRectangle[] => {
  const byRow = new Map<number, [number, string][]>()
  for (const [key, kind] of [...kinds].sort(([a], [b]) => a - b)) {
    const row = Math.floor(key / WIDTH)
    const cells = byRow.get(row) ?? []
    cells.push([key % WIDTH, kind])
    byRow.set(row, cells)
  }
  const done: (Run & { row: number; rows: number })[] = []
  const open = new Map<string, Run & { row: number; rows: number }>()
  for (const [row, cells] of byRow)
    for (const run of runsOf(cells)) {
      const key = `${run.column}:${run.columns}:${run.kind}`
      const above = open.get(key)
      if (above && above.row + above.rows === row) above.rows += 1
      else {
        const fresh = { ...run, row, rows: 1 }
        open.set(key, fresh)
        done.push(fresh)
      }
    }
  return done
}

export const styledRectangles = (sheet: SheetLayout): StyledRectangle[] =>
  rectanglesOf(winners(sheet)).map(({ kind, ...where }) => ({ ...where, style: sheet.styles[kind] ?? {} }))

/** What a cell's style says of its number format; asked for every text that is written. */
export const formatAt = (sheet: SheetLayout): ((row: number, column: number) => string | undefined) => {
  const map = winners(sheet)
  return (row, column) => sheet.styles[map.get(cellKey(row, column)) ?? '']?.format
}

/** The smallest rectangle around all cells and styles, or null for an empty sheet. */
export const extent = (sheet: SheetLayout): Rectangle | null => {
  const spots = sheet.cells.flatMap(({ at }) => parseAddress(at) ?? [])
  const all = [...sheet.styled.map(({ range }) => rectangleOf(range)), ...spots.map((spot) => ({ ...spot, rows: 1, columns: 1 }))]
  if (all.length === 0) return null
  const least = (read: (one: Rectangle) => number) => all.reduce((min, one) => Math.min(min, read(one)), Number.POSITIVE_INFINITY)
  const most = (read: (one: Rectangle) => number) => all.reduce((max, one) => Math.max(max, read(one)), 0)
  const row = least((one) => one.row)
  const column = least((one) => one.column)
  return { row, column, rows: most((one) => one.row + one.rows) - row, columns: most((one) => one.column + one.columns) - column }
}
