// A range of a sheet, and several ranges of one sheet: geometry, contents,
// merging, hiding and what hangs on them.
import type { Area, CellFormat, WorkbookSheet } from '../workbook.ts'
import { ALL_COLUMNS, ALL_ROWS, addressOf, areaAt, areaOf, around, common, meet } from './area.ts'
import { cellProperties, columnProperties, rowProperties } from './cell-properties.ts'
import { conditionalsPart } from './conditional-part.ts'
import { formatPart } from './format-part.ts'
import { asCount, asFlag, asOneOf, asText, invalid, type Part } from './part.ts'
import { guard, guardCells } from './protection-part.ts'
import { readers, writers } from './range-values.ts'
import type { Session } from './session.ts'
import { sortPart } from './sort-part.ts'
import { validationPart } from './validation-part.ts'

/** The area of a range part, so that a range can be an argument of another. */
const areas = new WeakMap<object, Area>()

const areaOfPart = (value: unknown): Area => {
  if (typeof value === 'string') return areaOf(value)
  const get = (value as Part | null)?.get
  const area = get && areas.get(get)
  if (!area) throw invalid('a range is expected')
  return area
}

const hide = (session: Session, sheet: WorkbookSheet, area: Area) => ({
  rowHidden: (value: unknown) => {
    guard(session, sheet, 'rowHidden', 'allowFormatRows')
    const hidden = asFlag(value, 'rowHidden')
    for (let row = area.row; row < area.row + area.rows; row++) sheet.setRowHidden(row, hidden)
  },
  columnHidden: (value: unknown) => {
    guard(session, sheet, 'columnHidden', 'allowFormatColumns')
    const hidden = asFlag(value, 'columnHidden')
    for (let column = area.column; column < area.column + area.columns; column++) sheet.setColumnHidden(column, hidden)
  },
})

/** A cell that nobody has given a look. */
const BARE: CellFormat = {
  ...{ bold: false, italic: false, underline: false, size: 11, fontName: 'Calibri', color: '#000000', fill: null },
  ...{ horizontal: 'General', vertical: 'Bottom', wrap: false, border: false, numberFormat: 'General', locked: true },
}

const clear = (session: Session, sheet: WorkbookSheet, area: Area) => (applyTo: unknown) => {
  if (asOneOf(applyTo ?? 'Contents', ['Contents', 'Formats'], 'applyTo') === 'Formats') {
    guard(session, sheet, 'clear', 'allowFormatCells')
    sheet.setFormat(area, BARE)
    return
  }
  guardCells(sheet, area)
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) sheet.setInput(row, column, null)
  session.changed(sheet.id, area)
}

/** Whole rows go, and what is below comes up. */
const remove = (session: Session, sheet: WorkbookSheet, area: Area) => (shift: unknown) => {
  asOneOf(shift, ['Up'], 'shift')
  if (area.columns !== ALL_COLUMNS) throw invalid('this host deletes whole rows only')
  guard(session, sheet, 'delete', 'allowDeleteRows')
  session.workbook.removeRows(sheet.id, area.row, area.rows)
  session.changed(sheet.id, area)
}

/** Whole rows come in between; they look like the row above, as in Excel. */
const insert = (session: Session, sheet: WorkbookSheet, area: Area) => (shift: unknown) => {
  asOneOf(shift, ['Down'], 'shift')
  if (area.columns !== ALL_COLUMNS) throw invalid('this host inserts whole rows only')
  guard(session, sheet, 'insert', 'allowInsertRows')
  session.workbook.addRows(sheet.id, area.row, area.rows)
  const used = sheet.usedArea()
  if (used && area.row > 0)
    for (let column = 0; column < used.column + used.columns; column++)
      sheet.setFormat({ ...area, column, columns: 1 }, sheet.format(area.row - 1, column))
  session.changed(sheet.id, area)
  return rangePart(session, sheet, area)
}

export const rangePart = (session: Session, sheet: WorkbookSheet, area: Area): Part => {
  const range = (one: Area) => rangePart(session, sheet, one)
  const inside = (row: number, column: number, rows: number, columns: number) =>
    range(areaAt(area.row + row, area.column + column, rows, columns))
  const get = {
    ...readers(sheet, area),
    address: () => addressOf(sheet.name, area),
    rowIndex: () => area.row,
    columnIndex: () => area.column,
    rowCount: () => area.rows,
    columnCount: () => area.columns,
    cellCount: () => area.rows * area.columns,
    rowHidden: () => common({ ...area, columns: 1 }, (row) => sheet.isRowHidden(row)),
    columnHidden: () => common({ ...area, rows: 1 }, (_, column) => sheet.isColumnHidden(column)),
  }
  areas.set(get, area)
  return {
    kind: 'Range',
    get,
    set: { ...writers(session, sheet, area), ...hide(session, sheet, area) },
    open: {
      format: () => formatPart(session, sheet, [area]),
      dataValidation: () => validationPart(session, sheet, area),
      conditionalFormats: () => conditionalsPart(session, sheet, [area]),
      sort: () => sortPart(session, sheet, area),
      insert: insert(session, sheet, area),
      getCell: (row: unknown, column: unknown) => inside(asCount(row, 'row'), asCount(column, 'column'), 1, 1),
      getRow: (row: unknown) => inside(asCount(row, 'row'), 0, 1, area.columns),
      getColumn: (column: unknown) => inside(0, asCount(column, 'column'), area.rows, 1),
      getEntireRow: () => range(areaAt(area.row, 0, area.rows, ALL_COLUMNS)),
      getEntireColumn: () => range(areaAt(0, area.column, ALL_ROWS, area.columns)),
      getBoundingRect: (other: unknown) => range(around(area, areaOfPart(other))),
      getMergedAreasOrNullObject: () => {
        const merged = sheet.merges().filter((one) => meet(one, area))
        return merged.length > 0 ? areasPart(session, sheet, merged) : null
      },
    },
    call: {
      _ValidateArraySize: (rows: unknown, columns: unknown) => {
        if (rows !== area.rows || columns !== area.columns)
          throw invalid('the number of rows or columns does not match the size of the range')
      },
      select: () => {
        session.workbook.activate(sheet.id)
        session.workbook.select(sheet.id, area)
      },
      merge: (across: unknown) => {
        guard(session, sheet, 'merge')
        if (across === true) throw invalid('this host merges whole ranges only')
        sheet.merge(area)
      },
      clear: clear(session, sheet, area),
      delete: remove(session, sheet, area),
      getCellProperties: (asked: unknown) => cellProperties(sheet, area, asked),
      getRowProperties: (asked: unknown) => rowProperties(sheet, area, asked),
      getColumnProperties: (asked: unknown) => columnProperties(sheet, area, asked),
    },
  }
}

export const areasPart = (session: Session, sheet: WorkbookSheet, all: readonly Area[]): Part => ({
  kind: 'RangeAreas',
  get: {
    address: () => all.map((area) => addressOf(sheet.name, area)).join(','),
    areaCount: () => all.length,
  },
  open: {
    format: () => formatPart(session, sheet, all),
    conditionalFormats: () => conditionalsPart(session, sheet, all),
  },
})

/** A list of addresses as getRanges takes it; Excel cuts a longer one without a word, here it is refused. */
export const areasOf = (text: unknown): Area[] => {
  const list = asText(text, 'address')
  if (list.length > 8192) throw invalid('an address may have 8192 characters')
  return list.split(',').map(areaOf)
}
