// The contents of a range: values, formulas, types, number formats and text,
// read and written as two-dimensional arrays with Excel's checks.
import type { Area, CellValue, WorkbookSheet } from '../workbook.ts'
import { eachCell } from './area.ts'
import { asText, invalid, WireError } from './part.ts'
import { guard, guardCells } from './protection-part.ts'
import type { Session } from './session.ts'
import { isErrorText, typedInput } from './typed-input.ts'

const MOST_CELLS = 5_000_000

const typeOf = (value: CellValue, format: string): string => {
  if (value === null) return 'Empty'
  if (typeof value === 'number') return 'Double'
  if (typeof value === 'boolean') return 'Boolean'
  return format !== '@' && isErrorText(value) ? 'Error' : 'String'
}

const asInput = (value: unknown): CellValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw invalid('a cell takes text, a number or true/false')
}

/** One value for all cells, or one array entry per cell; null leaves a cell alone. */
const spread = (area: Area, given: unknown, what: string, put: (row: number, column: number, value: unknown) => void): void => {
  if (!Array.isArray(given)) {
    eachCell(area, (row, column) => put(row, column, given))
    return
  }
  const wrong = given.length !== area.rows || given.some((row) => !Array.isArray(row) || row.length !== area.columns)
  if (wrong) throw invalid(`${what}: the number of rows or columns does not match the size of the range`)
  const rows = given as unknown[][]
  eachCell(area, (row, column) => {
    const value = rows[row - area.row]?.[column - area.column]
    if (value !== null && value !== undefined) put(row, column, value)
  })
}

export const readers = (sheet: WorkbookSheet, area: Area): Readonly<Record<string, () => unknown>> => {
  const each = (read: (row: number, column: number) => unknown) => () => {
    if (area.rows * area.columns > MOST_CELLS)
      throw new WireError('ResponsePayloadSizeLimitExceeded', 'a range of more than five million cells')
    return eachCell(area, read)
  }
  const format = (row: number, column: number) => sheet.format(row, column).numberFormat ?? 'General'
  const value = (row: number, column: number) => sheet.value(row, column) ?? ''
  return {
    values: each(value),
    formulas: each((row, column) => sheet.formula(row, column) ?? value(row, column)),
    valueTypes: each((row, column) => typeOf(sheet.value(row, column), format(row, column))),
    numberFormat: each(format),
    text: each((row, column) => {
      const found = value(row, column)
      return typeof found === 'boolean' ? String(found).toUpperCase() : String(found)
    }),
  }
}

export const writers = (session: Session, sheet: WorkbookSheet, area: Area): Readonly<Record<string, (value: unknown) => void>> => {
  const enter = (given: unknown, what: string) => {
    guardCells(sheet, area)
    spread(area, given, what, (row, column, value) => {
      sheet.setInput(row, column, typedInput(asInput(value), sheet.format(row, column).numberFormat ?? 'General'))
    })
    session.changed(sheet.id, area)
  }
  return {
    values: (given) => enter(given, 'values'),
    formulas: (given) => enter(given, 'formulas'),
    numberFormat: (given) => {
      guard(session, sheet, 'numberFormat', 'allowFormatCells')
      // An array of one goes to all cells, as Excel does it on Windows, Mac and the web.
      const one = Array.isArray(given) && given.length === 1 && Array.isArray(given[0]) && given[0].length === 1 ? given[0][0] : given
      if (!Array.isArray(one)) sheet.setFormat(area, { numberFormat: asText(one, 'numberFormat') })
      else
        spread(area, given, 'numberFormat', (row, column, value) =>
          sheet.setFormat({ row, column, rows: 1, columns: 1 }, { numberFormat: asText(value, 'numberFormat') }),
        )
    },
  }
}
