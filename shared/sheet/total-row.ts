// The row of totals under a table, as live formulas: sums, and rates as
// Σ numerator over Σ denominator, never a mean of rates.
import { address, columnLetter } from '../a1.ts'
import type { Field, Table } from '../template.ts'
import { fieldLook, isNumeric } from './field-look.ts'
import { columnOf, FIRST_COLUMN } from './geometry.ts'
import { LOOKS } from './looks.ts'
import type { SheetBuilder } from './sheet-builder.ts'

export const TOTAL_LABEL = 'TỔNG CỘNG'

export const isSummed = (field: Field): boolean => isNumeric(field.type) && field.aggregation?.by === 'sum'

export const hasTotals = (table: Table): boolean => table.fields.some(isSummed)

/** `sum` says how a column is summed: over data rows, or over subtotals. `cached` is the result that is stored beside the formula. */
export function writeTotals(
  sheet: SheetBuilder,
  table: Table,
  row: number,
  {
    label,
    look,
    sum,
    cached,
  }: {
    label: string
    look: 'total' | 'group'
    sum: (letter: string) => string
    cached?: (field: Field) => string | number | undefined
  },
): void {
  const last = FIRST_COLUMN + table.fields.length - 1
  sheet.look(row, FIRST_COLUMN, row, last, look)
  const first = table.fields.findIndex(isSummed)
  table.fields.forEach((field, index) => {
    const column = FIRST_COLUMN + index
    const { aggregation } = field
    const { name, style } = fieldLook(field.type, true)
    if (isSummed(field)) {
      sheet.style(row, column, row, column, `${look} ${name}`, { ...style, ...LOOKS[look], horizontal: 'right' })
      sheet.formula(row, column, `=${sum(columnLetter(column))}`, cached?.(field))
    } else if (aggregation?.by === 'rate' && field.type.kind === 'percent') {
      const parts = [aggregation.numerator, aggregation.denominator].map((key) => table.fields.find((one) => one.key === key))
      if (!parts.every((one) => one && isSummed(one))) return
      const [over, under] = [aggregation.numerator, aggregation.denominator].map((key) => address(row, columnOf(table, key)))
      sheet.style(row, column, row, column, `${look} ${name}`, { ...style, ...LOOKS[look], horizontal: 'right' })
      sheet.formula(row, column, `=IF(N(${under})=0,"",ROUND(${over}/${under}*100,${field.type.places}))`, cached?.(field))
    }
  })
  const labelTo = first > 0 ? FIRST_COLUMN + first - 1 : FIRST_COLUMN
  if (first !== 0) {
    sheet.put(row, FIRST_COLUMN, label)
    sheet.merge(row, FIRST_COLUMN, row, labelTo)
  }
}
