// Areas of a sheet as the wire names them: A1 text to area and back, and the
// few operations that ranges need. Knows nothing of cells.
import { parseRange, rangeText, span } from '../../../shared/a1.ts'
import type { Area } from '../workbook.ts'
import { invalid } from './part.ts'

export const ALL_ROWS = 1_048_576
export const ALL_COLUMNS = 16_384
export const WHOLE: Area = { row: 0, column: 0, rows: ALL_ROWS, columns: ALL_COLUMNS }

export const areaOf = (text: string): Area => {
  const found = parseRange(text.slice(text.lastIndexOf('!') + 1).toUpperCase())
  if (!found) throw invalid(`${text} is not an address`)
  const row = Math.min(found.from.row, found.to.row)
  const column = Math.min(found.from.column, found.to.column)
  return { row, column, rows: Math.abs(found.to.row - found.from.row) + 1, columns: Math.abs(found.to.column - found.from.column) + 1 }
}

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u

export const addressOf = (sheet: string, area: Area): string =>
  `${plainName.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${localAddress(area)}`

export const localAddress = (area: Area): string =>
  rangeText(span(area.row, area.column, area.row + area.rows - 1, area.column + area.columns - 1))

export const areaAt = (row: number, column: number, rows: number, columns: number): Area => {
  if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > ALL_ROWS || column + columns > ALL_COLUMNS)
    throw invalid(`no such area: ${row}, ${column}, ${rows}, ${columns}`)
  return { row, column, rows, columns }
}

export const around = (one: Area, other: Area): Area => {
  const row = Math.min(one.row, other.row)
  const column = Math.min(one.column, other.column)
  const bottom = Math.max(one.row + one.rows, other.row + other.rows)
  const right = Math.max(one.column + one.columns, other.column + other.columns)
  return { row, column, rows: bottom - row, columns: right - column }
}

export const meet = (one: Area, other: Area): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns

export const same = (one: Area, other: Area): boolean =>
  one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns

export const eachCell = <T>(area: Area, make: (row: number, column: number) => T): T[][] =>
  Array.from({ length: area.rows }, (_, r) => Array.from({ length: area.columns }, (_, c) => make(area.row + r, area.column + c)))

/** The one value all cells share, or null where they differ: what Excel answers for a mixed range. */
export const common = <T>(area: Area, read: (row: number, column: number) => T): T | null => {
  const first = read(area.row, area.column)
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) if (read(row, column) !== first) return null
  return first
}
