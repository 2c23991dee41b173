// The open workbook as a grid for reading.ts: a light one to find forms in, and
// the full one of a form sheet with the names and hidden records around it.

import type { Grid, GridCell, GridName, GridSheet } from '../../shared/sheet/grid.ts'
import { counts1904 } from './excel-date-probe.ts'
import { cellsOf, readSheet, type SheetToRead } from './excel-grid.ts'
import { RECORD_PREFIX } from './excel-records.ts'
import { HostError } from './host.ts'

const VISIBILITY: Readonly<Record<string, GridSheet['visibility']>> = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'very-hidden' }

/** Enough for a record, and for the marks of a form that lost its names and its record. */
const CORNER = 'A1:L60'

interface Contents {
  readonly sheets: readonly SheetToRead[]
  readonly names: readonly GridName[]
}

const contents = async (context: Excel.RequestContext): Promise<Contents> => {
  const sheets = context.workbook.worksheets.load('items/name,items/visibility')
  const names = context.workbook.names.load('items/name,items/formula')
  await context.sync()
  return {
    sheets: sheets.items.map(({ name, visibility }) => ({ name, visibility: VISIBILITY[visibility] ?? 'visible' })),
    names: names.items.map(({ name, formula }) => ({ name, ref: String(formula).replace(/^=/, '') })),
  }
}

const isRecord = ({ name, visibility }: SheetToRead): boolean => visibility !== 'visible' && name.startsWith(RECORD_PREFIX)

const empty = ({ name, visibility }: SheetToRead): GridSheet => ({ name, visibility, cells: new Map(), merges: [], hiddenRows: new Set() })

/** Sheets per request: sixty rows of twelve cells each, times this, stay far below the limit. */
const AT_ONCE = 25

const corners = async (context: Excel.RequestContext, sheets: readonly SheetToRead[]): Promise<GridSheet[]> => {
  const read: GridSheet[] = []
  for (let from = 0; from < sheets.length; from += AT_ONCE) {
    const some = sheets.slice(from, from + AT_ONCE).map((sheet) => ({
      sheet,
      range: context.workbook.worksheets.getItem(sheet.name).getRange(CORNER).load('values,formulas,valueTypes'),
    }))
    await context.sync()
    for (const { sheet, range } of some) {
      const piece = { row: 0, column: 0, values: range.values, formulas: range.formulas, types: range.valueTypes, formats: [], fonts: null }
      read.push({ ...empty(sheet), cells: new Map(cellsOf(piece, '')) })
    }
  }
  return read
}

/** Names, and of each sheet the top left corner: a few requests, however large the sheets are. */
export const lightGrid = async (context: Excel.RequestContext): Promise<Grid> => {
  const { sheets, names } = await contents(context)
  const grid = await corners(context, sheets)
  return { sheets: grid, names, date1904: counts1904(grid) }
}

/** Whether the open workbook counts its days from 1904: what a form of ours in it says. */
export const days1904 = async (context: Excel.RequestContext): Promise<boolean> => {
  const { sheets } = await contents(context)
  return counts1904(await corners(context, sheets.filter(isRecord)))
}

export const formGrid = async (context: Excel.RequestContext, name: string, merges: boolean): Promise<Grid> => {
  const { sheets, names } = await contents(context)
  const form = sheets.find((sheet) => sheet.name === name)
  if (!form) throw new HostError('sheet-gone')
  const records = await corners(context, sheets.filter(isRecord))
  const read = [await readSheet(context, form, merges), ...records]
  return {
    sheets: sheets.map((sheet) => read.find((one) => one.name === sheet.name) ?? empty(sheet)),
    names,
    date1904: counts1904(records),
  }
}

/** The cells of a few ranges, in one request. */
export const readCells = async (
  context: Excel.RequestContext,
  name: string,
  ranges: readonly string[],
): Promise<ReadonlyMap<string, GridCell>> => {
  const sheet = context.workbook.worksheets.getItem(name)
  const read = ranges.map((at) => sheet.getRange(at).load('rowIndex,columnIndex,values,formulas,valueTypes'))
  await context.sync()
  return new Map(
    read.flatMap(({ rowIndex: row, columnIndex: column, values, formulas, valueTypes: types }) =>
      cellsOf({ row, column, values, formulas, types, formats: [], fonts: null }, ''),
    ),
  )
}
