// The open workbook as a grid for reading.ts: a light one to find forms in, and
// the full one of a form sheet with the names and hidden records around it.

import type { Grid, GridName, GridSheet } from '../../shared/sheet/grid.ts'
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

/** Queues the reading of some sheets' corners; the grid sheets are there after the next sync. */
const corners = (context: Excel.RequestContext, sheets: readonly SheetToRead[]): (() => GridSheet[]) => {
  const ranges = sheets.map(({ name }) => context.workbook.worksheets.getItem(name).getRange(CORNER).load('values,formulas,valueTypes'))
  return () =>
    sheets.map(({ name, visibility }, index) => {
      const range = ranges[index] as Excel.Range
      const piece = { row: 0, column: 0, values: range.values, formulas: range.formulas, types: range.valueTypes, formats: [], fonts: null }
      return { name, visibility, cells: new Map(cellsOf(piece, '')), merges: [], hiddenRows: new Set() }
    })
}

/** Names, and of each sheet the top left corner: two requests, however large the workbook. */
export const lightGrid = async (context: Excel.RequestContext): Promise<Grid> => {
  const { sheets, names } = await contents(context)
  const read = corners(context, sheets)
  await context.sync()
  const grid = read()
  return { sheets: grid, names, date1904: counts1904(grid) }
}

export const formGrid = async (context: Excel.RequestContext, name: string, merges: boolean): Promise<Grid> => {
  const { sheets, names } = await contents(context)
  const form = sheets.find((sheet) => sheet.name === name)
  if (!form) throw new HostError('sheet-gone')
  const read = corners(context, sheets.filter(isRecord))
  const whole = await readSheet(context, form, merges)
  const records = read()
  const others = sheets.map(
    (sheet): GridSheet =>
      records.find((one) => one.name === sheet.name) ?? { ...sheet, cells: new Map(), merges: [], hiddenRows: new Set() },
  )
  return { sheets: others.map((sheet) => (sheet.name === name ? whole : sheet)), names, date1904: counts1904(records) }
}
