// One sheet of a layout in the words of the XLSX library: cells with their
// styles, sizes, protection, freezing and print set-up.

import type { CellStyle, WriteSheet } from 'hucre/xlsx'
import { columnIndex, parseAddress, parseRange } from '../../shared/a1.ts'
import type { LayoutCell, SheetLayout } from '../../shared/sheet/sheet-layout.ts'
import { escapeText } from './cell-text.ts'
import { libraryStyle, rgb } from './write-styles.ts'
import { libraryConditional, libraryValidation } from './write-validation.ts'

type Cell = NonNullable<WriteSheet['cells']> extends Map<string, infer C> ? C : never
type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const BASE_SIZE = 12
const inches = (millimetres: number) => Math.round((millimetres / 25.4) * 1000) / 1000

/** The library writes these texts as errors. As rich text they stay what was typed. */
const ERROR_TEXT = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/

function content({ value, formula }: LayoutCell): Cell {
  if (formula !== undefined) {
    return {
      formula: formula.replace(/^=/, ''),
      ...(value === undefined ? {} : { formulaResult: typeof value === 'string' ? escapeText(value) : value }),
    }
  }
  if (typeof value !== 'string') return { value: value ?? null }
  return ERROR_TEXT.test(value) ? { value, richText: [{ text: value }] } : { value: escapeText(value) }
}

function cellsOf(sheet: SheetLayout, font: string): Map<string, Cell> {
  const styles = new Map<string, CellStyle>()
  for (const [name, style] of Object.entries(sheet.styles)) styles.set(name, libraryStyle(style, font, BASE_SIZE))
  const cells = new Map<string, Mutable<Cell>>()
  for (const { range, style } of sheet.styled) {
    const area = parseRange(range)
    if (!area) throw new Error(`not a range: ${range}`)
    for (let row = area.from.row; row <= area.to.row; row++) {
      for (let column = area.from.column; column <= area.to.column; column++) {
        const look = styles.get(style)
        cells.set(`${row},${column}`, look ? { style: look } : {})
      }
    }
  }
  for (const cell of sheet.cells) {
    const spot = parseAddress(cell.at)
    if (!spot) throw new Error(`not an address: ${cell.at}`)
    const key = `${spot.row},${spot.column}`
    cells.set(key, { ...cells.get(key), ...content(cell) })
  }
  return cells
}

function columnsOf(sheet: SheetLayout): NonNullable<WriteSheet['columns']> {
  const columns: NonNullable<WriteSheet['columns']> = []
  for (const { letter, width, hidden } of sheet.columns) columns[columnIndex(letter)] = { width, ...(hidden ? { hidden } : {}) }
  return Array.from(columns, (column) => column ?? {})
}

function printOf({ print }: SheetLayout): Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'rowBreaks'> {
  if (!print) return {}
  return {
    // The library takes the row behind which a page ends, from 0.
    ...(print.breaks ? { rowBreaks: print.breaks.map((row) => row - 2) } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation,
      horizontalCentered: true,
      ...(print.fitToWidth ? { fitToPage: true, fitToWidth: print.pagesWide ?? 1, fitToHeight: 0 } : {}),
      margins: {
        top: inches(print.margins.top),
        bottom: inches(print.margins.bottom),
        left: inches(print.margins.left),
        right: inches(print.margins.right),
        header: inches(print.margins.header),
        footer: inches(print.margins.footer),
      },
    },
    headerFooter: {
      ...(print.differentFirst ? { differentFirst: true } : {}),
      ...(print.header ? { oddHeader: print.header } : {}),
      ...(print.footer ? { oddFooter: print.footer, ...(print.differentFirst ? { firstFooter: print.footer } : {}) } : {}),
    },
  }
}

/** What a filer may do although the sheet is protected: everything but changing locked cells. */
const ALLOWED = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertColumns: true,
  insertRows: true,
  insertHyperlinks: true,
  deleteRows: true,
  sort: true,
  autoFilter: true,
} as const

export function librarySheet(sheet: SheetLayout, font: string): WriteSheet {
  const merges = sheet.merges.flatMap((range) => {
    const area = parseRange(range)
    return area ? [{ startRow: area.from.row, startCol: area.from.column, endRow: area.to.row, endCol: area.to.column }] : []
  })
  return {
    name: sheet.name,
    columns: columnsOf(sheet),
    cells: cellsOf(sheet, font),
    rowDefs: new Map(
      sheet.rows.map(({ at, height, hidden }) => [
        at - 1,
        { ...(height === undefined ? {} : { height }), ...(hidden ? { hidden: true } : {}) },
      ]),
    ),
    merges,
    dataValidations: sheet.validations.map(libraryValidation),
    conditionalRules: sheet.conditionals.map(libraryConditional),
    view: { showGridLines: false, ...(sheet.tabColor ? { tabColor: rgb(sheet.tabColor) } : {}) },
    ...(sheet.freeze ? { freezePane: sheet.freeze } : {}),
    ...(sheet.protected ? { protection: { sheet: true, ...ALLOWED } } : {}),
    ...(sheet.visibility === 'hidden' ? { hidden: true } : {}),
    ...(sheet.visibility === 'very-hidden' ? { veryHidden: true } : {}),
    ...printOf(sheet),
  }
}
