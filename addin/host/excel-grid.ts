// Reads sheets of the open workbook as a grid: stored values, formulas, types
// and formats, never the text shown. In pieces that stay below Excel's limits.
import { address } from '../../shared/a1.ts'
import type { GridCell, GridSheet } from '../../shared/sheet/grid.ts'
import { codeOf } from './excel-run.ts'

/** Cells per request; halved when Excel says the answer would be too large. */
const CELLS = 20_000
const LEGACY = /^(?:\.vn|vni)/i

export interface SheetToRead {
  readonly name: string
  readonly visibility: GridSheet['visibility']
}

interface Piece {
  readonly row: number
  readonly values: unknown[][]
  readonly formulas: unknown[][]
  readonly types: string[][]
  readonly formats: unknown[][]
  readonly fonts: string[][] | null
}

const piece = async (
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  where: { row: number; column: number; rows: number; columns: number },
  mixedFonts: boolean,
): Promise<Piece> => {
  const range = sheet.getRangeByIndexes(where.row, where.column, where.rows, where.columns).load('values,formulas,valueTypes,numberFormat')
  const fonts = mixedFonts ? range.getCellProperties({ format: { font: { name: true } } }) : null
  await context.sync()
  return {
    row: where.row,
    values: range.values,
    formulas: range.formulas,
    types: range.valueTypes,
    formats: range.numberFormat,
    fonts: fonts && fonts.value.map((row) => row.map((cell) => cell.format?.font?.name ?? '')),
  }
}

const cellOf = (value: unknown, formula: unknown, type: string, format: unknown, font: string): GridCell | null => {
  // A text that begins with = and is its own value is text.
  const calculated = typeof formula === 'string' && formula.startsWith('=') && formula !== value
  if (!calculated && (type === 'Empty' || value === '')) return null
  return {
    value: typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? ''),
    ...(type === 'Error' && { error: true as const }),
    ...(calculated && { formula }),
    ...(typeof format === 'string' && format !== 'General' && { format }),
    ...(LEGACY.test(font) && { font }),
  }
}

const collect = (cells: Map<string, GridCell>, part: Piece, column: number, font: string): void => {
  for (const [r, row] of part.values.entries())
    for (const [c, value] of row.entries()) {
      const cell = cellOf(value, part.formulas[r]?.[c], part.types[r]?.[c] ?? '', part.formats[r]?.[c], part.fonts?.[r]?.[c] ?? font)
      if (cell) cells.set(address(part.row + r, column + c), cell)
    }
}

const localRanges = (list: string): string[] => list.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((one) => one.slice(one.lastIndexOf('!') + 1))

export interface ReadOptions {
  /** ExcelApi 1.13: below it merged areas cannot be read. */
  readonly merges: boolean
  /** Only so many rows and columns from the top left; for a look at a workbook that may be large. */
  readonly corner?: { readonly rows: number; readonly columns: number }
}

export const readSheet = async (
  context: Excel.RequestContext,
  { name, visibility }: SheetToRead,
  options: ReadOptions,
): Promise<GridSheet> => {
  const sheet = context.workbook.worksheets.getItem(name)
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount,format/font/name')
  await context.sync()
  const cells = new Map<string, GridCell>()
  const nothing: GridSheet = { name, visibility, cells, merges: [], hiddenRows: new Set() }
  if (used.isNullObject) return nothing

  const column = used.columnIndex
  const columns = Math.min(used.columnCount, options.corner?.columns ?? used.columnCount)
  const end = used.rowIndex + Math.min(used.rowCount, options.corner?.rows ?? used.rowCount)
  const font: string | null = used.format.font.name
  let step = Math.max(1, Math.floor(CELLS / columns))
  for (let row = used.rowIndex; row < end; ) {
    const rows = Math.min(step, end - row)
    try {
      collect(cells, await piece(context, sheet, { row, column, rows, columns }, font === null), column, font ?? '')
      row += rows
    } catch (error) {
      if (codeOf(error) !== 'ResponsePayloadSizeLimitExceeded' || rows === 1) throw error
      step = Math.ceil(rows / 2)
    }
  }
  const hidden = used.getRowProperties({ rowHidden: true })
  const merged = options.merges ? used.getMergedAreasOrNullObject().load('address') : null
  await context.sync()
  return {
    ...nothing,
    hiddenRows: new Set(hidden.value.flatMap((one, index) => (one.rowHidden ? [used.rowIndex + index + 1] : []))),
    merges: merged && !merged.isNullObject ? localRanges(merged.address) : [],
  }
}
