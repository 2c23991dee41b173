// The row of totals under a table, as live formulas: sums, and rates as
// Σ numerator over Σ denominator, never a mean of rates.
import { address, columnLetter } from '../a1.ts'
import type { Field, Table } from '../template.ts'
import { fieldLook, isNumeric } from './field-look.ts'
import { columnOf, FIRST_COLUMN } from './geometry.ts'
import { LOOKS } from './looks.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import type { LiveCell } from './sheet-layout.ts'

export const TOTAL_LABEL = 'TỔNG CỘNG'

export const isSummed = (field: Field): boolean => isNumeric(field.type) && field.aggregation?.by === 'sum'

export const hasTotals = (table: Table): boolean => table.fields.some(isSummed)

/** The columns over which the label of the row is written; null where the first column is summed itself. */
export function labelColumns(table: Table): { from: number; to: number } | null {
  const first = table.fields.findIndex(isSummed)
  if (first === 0) return null
  return { from: FIRST_COLUMN, to: first > 0 ? FIRST_COLUMN + first - 1 : FIRST_COLUMN + table.fields.length - 1 }
}

/** `sum` says how a column is summed: over data rows, or over subtotals. `cached` is the result that is stored beside the formula. */
export interface Totals {
  readonly sum: (letter: string) => string
  readonly cached?: (field: Field) => string | number | undefined
  /** Where the column of a field stands, in a sheet whose columns people have moved; null where it is gone. */
  readonly columnAt?: (key: string) => number | null
}

const rateParts = (table: Table, { aggregation, type }: Field): readonly [string, string] | null => {
  if (aggregation?.by !== 'rate' || type.kind !== 'percent') return null
  const keys = [aggregation.numerator, aggregation.denominator] as const
  return keys.every((key) => table.fields.some((one) => one.key === key && isSummed(one))) ? keys : null
}

/** The formulas of the row, by column. `row` is where it will stand, from 0. */
export function totalFormulas(table: Table, row: number, totals: Totals): Map<number, LiveCell> {
  const { sum, cached, columnAt = (key: string) => columnOf(table, key) } = totals
  const cells = new Map<number, LiveCell>()
  table.fields.forEach((field) => {
    const column = columnAt(field.key)
    if (column === null) return
    const value = cached?.(field) ?? null
    if (isSummed(field)) cells.set(column, { formula: sum(columnLetter(column)), value })
    const rate = rateParts(table, field)
    if (!rate || field.type.kind !== 'percent') return
    const [over, under] = rate.map((key) => columnAt(key)).map((at) => (at === null ? null : address(row, at)))
    if (over && under) cells.set(column, { formula: `IF(N(${under})=0,"",ROUND(${over}/${under}*100,${field.type.places}))`, value })
  })
  return cells
}

export function styleTotals(sheet: SheetBuilder, table: Table, row: number, look: 'total' | 'group'): void {
  sheet.look(row, FIRST_COLUMN, row, FIRST_COLUMN + table.fields.length - 1, look)
  table.fields.forEach((field, index) => {
    if (!isSummed(field) && !rateParts(table, field)) return
    const { name, style } = fieldLook(field.type, true)
    const column = FIRST_COLUMN + index
    sheet.style(row, column, row, column, `${look} ${name}`, { ...style, ...LOOKS[look], horizontal: 'right' })
  })
}

/** `finalRow`: where the row will stand, where that is not where it is drawn. `labelTo`: the last column of the first page. */
export function writeTotals(
  sheet: SheetBuilder,
  table: Table,
  row: number,
  { label, labelTo, finalRow = row, ...totals }: Totals & { label: string; labelTo: number; finalRow?: number },
): void {
  styleTotals(sheet, table, row, 'total')
  for (const [column, { formula, value }] of totalFormulas(table, finalRow, totals))
    sheet.formula(row, column, `=${formula}`, value ?? undefined)
  const columns = labelColumns(table)
  if (!columns) return
  sheet.put(row, columns.from, label)
  sheet.merge(row, columns.from, row, Math.min(columns.to, labelTo))
}
