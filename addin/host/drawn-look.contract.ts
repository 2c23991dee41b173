// The look of sheets that Office.js drew into a workbook in memory.
import { columnLetter, parseAddress, rangeText, span } from '../../shared/a1.ts'
import type { SheetLayout, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import type { MemorySheet } from '../sandbox/memory-sheet.ts'
import type { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import type { Area, PageSetUp, ValidationRule } from '../sandbox/workbook.ts'
import { extent } from './excel-rectangles.ts'
import type { BookLook, SheetLook } from './sheet-look.contract.ts'

const range = ({ row, column, rows, columns }: Area) => rangeText(span(row, column, row + rows - 1, column + columns - 1))
const bare = (formula: unknown) => String(formula ?? '').replace(/^=/, '')
const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1)
const TYPES = { List: 'list', WholeNumber: 'whole', Decimal: 'decimal', Date: 'date', TextLength: 'textLength', Custom: 'custom' } as const
const OPERATORS: Readonly<Record<string, string>> = { GreaterThanOrEqualTo: 'greaterThanOrEqual', LessThanOrEqualTo: 'lessThanOrEqual' }

const validation = ({ type, source, operator = '', formula1, formula2, formula, alert, prompt }: ValidationRule) => ({
  type: TYPES[type],
  operator: OPERATORS[operator] ?? lower(operator),
  first: bare(source ?? formula ?? formula1),
  second: bare(formula2),
  alert: `${lower(alert?.style ?? '')}|${alert?.title ?? ''}|${alert?.message ?? ''}`,
  prompt: prompt ? `${prompt.title}|${prompt.message}` : '',
})

const millimetres = (points: number) => Math.round((points / 72) * 254) / 10

const pageOf = (page: PageSetUp): SheetLook['page'] => ({
  ...{ orientation: lower(page.orientation ?? ''), paper: page.paperSize ?? '', pagesWide: page.pagesWide ?? 0 },
  ...{
    titleRows: page.titleRows ?? '',
    titleColumns: page.titleColumns ?? '',
    breaks: (page.rowBreaks ?? []).join(),
    area: page.printArea?.replaceAll('$', '') ?? '',
    headerText: page.centerHeader ?? '',
  },
  ...{ centred: page.centred ?? false, differentFirst: page.differentFirst ?? false },
  ...Object.fromEntries(Object.entries(page.margins ?? {}).map(([side, points]) => [side, millimetres(points)])),
})

function sheetLook(sheet: MemorySheet, layout: SheetLayout, font: string): SheetLook {
  const all = extent(layout)
  const cells: Record<string, string | number | boolean> = {}
  const formats: Record<string, SheetLook['formats'][string]> = {}
  for (let row = all?.row ?? 0; row < (all ? all.row + all.rows : 0); row++)
    for (let column = all!.column; column < all!.column + all!.columns; column++) {
      const at = `${columnLetter(column)}${row + 1}`
      const value = sheet.formula(row, column) ?? sheet.value(row, column)
      if (value !== null && value !== '') cells[at] = value
      const format = sheet.format(row, column)
      formats[at] = {
        ...{ font: format.fontName ?? font, size: format.size ?? 11, bold: format.bold ?? false, italic: format.italic ?? false },
        ...{ underline: format.underline ?? false, color: format.color ?? '#000000', fill: format.fill ?? '' },
        ...{ horizontal: lower(format.horizontal ?? 'General'), vertical: lower(format.vertical ?? 'Bottom'), wrap: format.wrap ?? false },
        ...{ border: format.border ?? false, format: format.numberFormat ?? 'General', locked: format.locked ?? true },
      }
    }
  const columns = layout.columns.map(({ letter }) => letter)
  const rows = layout.rows.map(({ at }) => at)
  const { page } = sheet
  const at = (letter: string) => parseAddress(`${letter}1`)!.column
  return {
    visibility: lower(sheet.visibility),
    gridlines: sheet.showGridlines,
    protected: sheet.protected,
    freeze: `${sheet.freeze.rows} ${sheet.freeze.columns}`,
    cells,
    formats,
    merges: sheet.merges().map(range).sort(),
    widths: Object.fromEntries(columns.map((letter) => [letter, sheet.columnWidth(at(letter))])),
    hiddenColumns: columns.filter((letter) => sheet.isColumnHidden(at(letter))),
    heights: Object.fromEntries(
      layout.rows.flatMap(({ at: row, height }) => (height === undefined ? [] : [[row, sheet.rowHeight(row - 1)]])),
    ),
    hiddenRows: rows.filter((row) => sheet.isRowHidden(row - 1)),
    validations: Object.fromEntries(sheet.validations().map(({ area, rule }) => [range(area), validation(rule)])),
    conditionals: sheet.conditionals().map(({ area, formula, color = '', fill = '', bold }) => ({
      range: range(area),
      formula: bare(formula),
      color,
      fill,
      bold: String(bold ?? false),
    })),
    page: layout.print ? pageOf(page) : {},
  }
}

/** The sheets of one layout, as they stand in the workbook. */
export const drawnLook = (workbook: MemoryWorkbook, layout: WorkbookLayout): BookLook => ({
  sheets: Object.fromEntries(layout.sheets.map((sheet) => [sheet.name, sheetLook(workbook.sheet(sheet.name), sheet, layout.font)])),
  names: Object.fromEntries(
    workbook.names().map(({ name, formula, visible }) => [name, `${bare(formula)} ${visible ? 'shown' : 'hidden'}`]),
  ),
})
