// Reads sheets of the open workbook as a grid: stored values, formulas, types
// and formats, never the text shown. In pieces that stay below Excel's limits.
import { address } from '../../shared/a1.ts'
import type { GridCell, GridSheet } from '../../shared/sheet/grid.ts'
import { codeOf } from './excel-run.ts'
import { HostError } from './host.ts'

/** Cells per request; halved when Excel says the answer would be too large. */
const CELLS = 20_000
const LEGACY = /^(?:\.vn|vni)/i

export interface SheetToRead {
  readonly name: string
  readonly visibility: GridSheet['visibility']
}

export interface Piece {
  readonly row: number
  readonly column: number
  readonly values: readonly unknown[][]
  readonly formulas: readonly unknown[][]
  readonly types: readonly string[][]
  readonly formats: readonly unknown[][]
  readonly fonts: readonly string[][] | null
}

type Where = Pick<Piece, 'row' | 'column'> & { readonly rows: number; readonly columns: number }

/** Null where the answer would be too large: Excel on the web says so, others answer null. */
const piece = async (context: Excel.RequestContext, sheet: Excel.Worksheet, where: Where, mixedFonts: boolean): Promise<Piece | null> => {
  const range = sheet.getRangeByIndexes(where.row, where.column, where.rows, where.columns).load('values,formulas,valueTypes,numberFormat')
  const fonts = mixedFonts ? range.getCellProperties({ format: { font: { name: true } } }) : null
  try {
    await context.sync()
  } catch (error) {
    if (codeOf(error) !== 'ResponsePayloadSizeLimitExceeded' || where.rows === 1) throw error
    return null
  }
  const values = range.values as unknown[][] | null
  if (values === null) return null
  return {
    row: where.row,
    column: where.column,
    values,
    formulas: range.formulas,
    types: range.valueTypes,
    formats: range.numberFormat,
    fonts: fonts?.value.map((row) => row.map((cell) => cell.format?.font?.name ?? '')) ?? null,
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

/** The cells of a piece that hold anything; `font` is the one all cells share, where they do. */
export const cellsOf = (part: Piece, font: string): [string, GridCell][] =>
  part.values.flatMap((row, r) =>
    row.flatMap((value, c): [string, GridCell][] => {
      const cell = cellOf(value, part.formulas[r]?.[c], part.types[r]?.[c] ?? '', part.formats[r]?.[c], part.fonts?.[r]?.[c] ?? font)
      return cell ? [[address(part.row + r, part.column + c), cell]] : []
    }),
  )

/** `'Biểu, 1'!A1:B2,'Biểu, 1'!C3`: a comma inside quotes belongs to the name. */
const localRanges = (list: string): string[] => list.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((one) => one.slice(one.lastIndexOf('!') + 1))

const readPieces = async (
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  all: Where,
  font: string | null,
): Promise<Map<string, GridCell>> => {
  const cells = new Map<string, GridCell>()
  const end = all.row + all.rows
  let most = Math.max(1, Math.floor(CELLS / all.columns))
  for (let row = all.row; row < end; ) {
    const rows = Math.min(most, end - row)
    const part = await piece(context, sheet, { ...all, row, rows }, font === null)
    if (part) {
      for (const [at, cell] of cellsOf(part, font ?? '')) cells.set(at, cell)
      row += rows
    } else if (rows === 1) throw new HostError('too-large')
    else most = Math.ceil(rows / 2)
  }
  return cells
}

/** `merges` from ExcelApi 1.13 on: below it merged areas cannot be read. */
export const readSheet = async (context: Excel.RequestContext, { name, visibility }: SheetToRead, merges: boolean): Promise<GridSheet> => {
  const sheet = context.workbook.worksheets.getItem(name)
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount,format/font/name')
  await context.sync()
  if (used.isNullObject) return { name, visibility, cells: new Map(), merges: [], hiddenRows: new Set() }

  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used
  const font: string | null = used.format.font.name
  const hidden = used.getRowProperties({ rowHidden: true })
  const merged = merges ? used.getMergedAreasOrNullObject().load('address') : null
  await context.sync()
  return {
    name,
    visibility,
    cells: await readPieces(context, sheet, { row, column, rows, columns }, font),
    hiddenRows: new Set(hidden.value.flatMap((one, index) => (one.rowHidden ? [row + index + 1] : []))),
    merges: merged && !merged.isNullObject ? localRanges(merged.address) : [],
  }
}
