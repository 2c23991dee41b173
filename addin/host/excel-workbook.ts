// The open workbook as a grid for reading.ts: a light one to find forms in, and
// the full one of a form sheet with the names and hidden records around it.
import { NAME_PREFIX } from '../../shared/sheet/anchors.ts'
import type { Grid, GridName, GridSheet } from '../../shared/sheet/grid.ts'
import { type ReadOptions, readSheet, type SheetToRead } from './excel-grid.ts'
import { HostError } from './host.ts'

const VISIBILITY: Readonly<Record<string, GridSheet['visibility']>> = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'very-hidden' }

/** A look at the corner finds the marks of a form that lost its names and its record. */
const CORNER = { rows: 60, columns: 12 }
const RECORD_PREFIX = NAME_PREFIX.replace(/_$/, '')

const contents = async (context: Excel.RequestContext): Promise<{ sheets: SheetToRead[]; names: GridName[] }> => {
  const sheets = context.workbook.worksheets.load('items/name,items/visibility')
  const names = context.workbook.names.load('items/name,items/formula')
  await context.sync()
  return {
    sheets: sheets.items.map(({ name, visibility }) => ({ name, visibility: VISIBILITY[visibility] ?? 'visible' })),
    names: names.items.map(({ name, formula }) => ({ name, ref: String(formula).replace(/^=/, '') })),
  }
}

const isRecord = ({ name, visibility }: SheetToRead): boolean => visibility !== 'visible' && name.startsWith(RECORD_PREFIX)

/** A hidden formula of ours gives the first day of 2024: 45292, in 1904 workbooks 1462 less. */
const date1904 = (records: readonly GridSheet[]): boolean =>
  records.some(({ cells }) => [...cells.values()].some(({ formula, value }) => formula === '=DATE(2024,1,1)' && value === 43830))

const empty = ({ name, visibility }: SheetToRead): GridSheet => ({ name, visibility, cells: new Map(), merges: [], hiddenRows: new Set() })

const gridOf = async (
  context: Excel.RequestContext,
  options: (sheet: SheetToRead) => ReadOptions | null,
  known: Awaited<ReturnType<typeof contents>>,
): Promise<Grid> => {
  const sheets: GridSheet[] = []
  for (const sheet of known.sheets) {
    const how = options(sheet)
    sheets.push(how ? await readSheet(context, sheet, how) : empty(sheet))
  }
  return { sheets, names: known.names, date1904: date1904(sheets.filter(isRecord)) }
}

/** Names and records only. */
export const lightGrid = async (context: Excel.RequestContext): Promise<Grid> =>
  gridOf(context, (sheet) => (isRecord(sheet) ? { merges: false } : null), await contents(context))

/** Also the top left corner of every visible sheet. */
export const cornerGrid = async (context: Excel.RequestContext): Promise<Grid> =>
  gridOf(context, (sheet) => (isRecord(sheet) ? { merges: false } : { merges: false, corner: CORNER }), await contents(context))

export const formGrid = async (context: Excel.RequestContext, name: string, merges: boolean): Promise<Grid> => {
  const known = await contents(context)
  if (!known.sheets.some((sheet) => sheet.name === name)) throw new HostError('sheet-gone')
  return gridOf(context, (sheet) => (sheet.name === name ? { merges } : isRecord(sheet) ? { merges: false } : null), known)
}
