// Turns the styled ranges of a layout, where later ones replace earlier ones,
// into rectangles that do not overlap, so that each cell is formatted once.
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
    for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) map.set(r * WIDTH + c, style)
  }
  return map
}

interface Run {
  readonly column: number
  readonly columns: number
  readonly style: string
}

const runsOf = (cells: readonly (readonly [number, string])[]): Run[] => {
  const runs: Run[] = []
  for (const [column, style] of cells) {
    const last = runs.at(-1)
    if (last && last.style === style && last.column + last.columns === column)
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 }
    else runs.push({ column, columns: 1, style })
  }
  return runs
}

export const styledRectangles = (sheet: SheetLayout): StyledRectangle[] => {
  const byRow = new Map<number, [number, string][]>()
  for (const [key, style] of [...winners(sheet)].sort(([a], [b]) => a - b)) {
    const row = Math.floor(key / WIDTH)
    const cells = byRow.get(row) ?? []
    cells.push([key % WIDTH, style])
    byRow.set(row, cells)
  }
  const done: (Run & { row: number; rows: number })[] = []
  const open = new Map<string, Run & { row: number; rows: number }>()
  for (const [row, cells] of byRow)
    for (const run of runsOf(cells)) {
      const key = `${run.column}:${run.columns}:${run.style}`
      const above = open.get(key)
      if (above && above.row + above.rows === row) above.rows += 1
      else {
        const fresh = { ...run, row, rows: 1 }
        open.set(key, fresh)
        done.push(fresh)
      }
    }
  return done.map(({ style, ...where }) => ({ ...where, style: sheet.styles[style] ?? {} }))
}

/** What a cell's style says of its number format; asked for every text that is written. */
export const formatAt = (sheet: SheetLayout): ((row: number, column: number) => string | undefined) => {
  const map = winners(sheet)
  return (row, column) => sheet.styles[map.get(row * WIDTH + column) ?? '']?.format
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
