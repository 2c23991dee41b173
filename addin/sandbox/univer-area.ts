// Areas as we name them (a corner and a size) and ranges as Univer does (two corners).
import type { IRange } from '@univerjs/presets'
import type { Area } from './workbook.ts'

export const rangeOfArea = ({ row, column, rows, columns }: Area): IRange => ({
  startRow: row,
  startColumn: column,
  endRow: row + rows - 1,
  endColumn: column + columns - 1,
})

export const areaOfRange = ({ startRow, startColumn, endRow, endColumn }: IRange): Area => ({
  row: startRow,
  column: startColumn,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
})
