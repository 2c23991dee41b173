// Sorting rows of a range by one column as Excel does it: numbers before texts,
// blank cells last in either order, equal ones as they stood; contents and formats
// move, and a formula goes on speaking of its own row.
import type { Area, CellValue, WorkbookSheet } from '../workbook.ts'
import { asOneOf, asRecord, invalid, type Part } from './part.ts'
import { guardCells } from './protection-part.ts'
import type { Session } from './session.ts'

const rank = (value: CellValue): number =>
  value === null || value === '' ? 3 : typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2

const compare = (one: CellValue, other: CellValue): number => {
  if (rank(one) !== rank(other)) return rank(one) - rank(other)
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return String(one ?? '').localeCompare(String(other ?? ''), 'vi')
}

/** `=IF($C7="","",$D7)` of row 7 in row 9; what is quoted stays. */
const movedTo = (formula: string, from: number, to: number): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(new RegExp(`(?<![\\w.!$])(\\$?[A-Z]{1,3})${from}(?![\\d(.])`, 'g'), `$1${to}`)))
    .join('')

export const sortPart = (session: Session, sheet: WorkbookSheet, area: Area): Part => ({
  kind: 'RangeSort',
  call: {
    apply: (fields: unknown, _matchCase: unknown, hasHeaders: unknown, orientation: unknown) => {
      asOneOf(orientation ?? 'Rows', ['Rows'], 'orientation')
      if (hasHeaders === true || !Array.isArray(fields) || fields.length !== 1)
        throw invalid('this host sorts by one column, without headers')
      const { key, ascending } = asRecord(fields[0], 'field')
      if (typeof key !== 'number' || key < 0 || key >= area.columns) throw invalid(`there is no column ${String(key)}`)
      guardCells(sheet, area)
      if (sheet.merges().some((one) => one.row < area.row + area.rows && area.row < one.row + one.rows))
        throw invalid('merged cells must be of the same size to be sorted')
      const columns = Array.from({ length: area.columns }, (_, at) => area.column + at)
      const rows = Array.from({ length: area.rows }, (_, at) => area.row + at).map((row) => ({
        row,
        by: sheet.value(row, area.column + key),
        cells: columns.map((column) => ({
          value: sheet.value(row, column),
          formula: sheet.formula(row, column),
          format: sheet.format(row, column),
        })),
      }))
      const blank = (value: CellValue) => rank(value) === 3
      const sorted = rows.toSorted((one, other) =>
        ascending === false && !blank(one.by) && !blank(other.by) ? compare(other.by, one.by) : compare(one.by, other.by),
      )
      for (const [at, { row, cells }] of sorted.entries())
        for (const [nth, { value, formula, format }] of cells.entries()) {
          const [to, column] = [area.row + at, area.column + nth]
          if (to === row) continue
          sheet.setFormat({ row: to, column, rows: 1, columns: 1 }, format)
          const text = typeof value === 'string' ? `'${value}` : value
          sheet.setInput(to, column, formula === null ? text : movedTo(formula, row + 1, to + 1))
        }
      session.changed(sheet.id, area)
    },
  },
})
