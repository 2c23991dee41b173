// What a spreadsheet set to Vietnam makes of the text a person types into a
// cell: 1.234,5 is a number and 5/3/2025 the fifth of March. And the way back, to edit it again.
import { dateOfSerial, serialOf } from '../../shared/serial-date.ts'
import type { CellValue } from './workbook.ts'

export interface Typed {
  readonly value: CellValue
  /** The format that the cell takes on where it had none. */
  readonly format?: string
}

const NUMBER = /^([-+]?)((?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d*)?(?:e[-+]?\d+)?)$/i

/** Excel keeps fifteen digits. */
const exact = (value: number): number => Number(value.toPrecision(15))

const asNumber = (text: string): number | null => {
  const match = NUMBER.exec(text)
  if (!match || !/\d/.test(match[2] ?? '')) return null
  const digits = (match[2] as string).replaceAll('.', '').replace(',', '.')
  const value = exact(Number(digits))
  return match[1] === '-' ? -value : value
}

const isPercent = (format: string): boolean => format.includes('%')
const isDate = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

const asPercent = (text: string, format: string): Typed | null => {
  if (text.endsWith('%')) {
    const value = asNumber(text.slice(0, -1).trim())
    return value === null ? null : { value: exact(value / 100), format: Number.isInteger(value) ? '0%' : '0.00%' }
  }
  // Into a cell of percents one types 75 and means 75 %.
  const value = isPercent(format) ? asNumber(text) : null
  return value === null ? null : { value: Math.abs(value) >= 1 ? exact(value / 100) : value }
}

const day = (year: string, month: string, date: string): number | null =>
  serialOf(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)

const asDate = (text: string): Typed | null => {
  const whole = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text)
  const iso = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text)
  const month = /^(\d{1,2})[/-](\d{4})$/.exec(text)
  const serial = whole
    ? day(whole[3]!, whole[2]!, whole[1]!)
    : iso
      ? day(iso[1]!, iso[2]!, iso[3]!)
      : month
        ? day(month[2]!, month[1]!, '1')
        : null
  return serial === null ? null : { value: serial, format: month ? 'mm/yyyy' : 'dd/mm/yyyy' }
}

/** `format` is the cell's number format. Formulas are not for here. */
export const typedByPerson = (input: string, format: string): Typed => {
  if (format === '@') return { value: input }
  if (input.startsWith("'")) return { value: input.slice(1) }
  const text = input.trim()
  if (text === '') return { value: input === '' ? null : input }
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' }
  const percent = asPercent(text, format)
  if (percent) return percent
  const number = asNumber(text)
  if (number !== null) return { value: number }
  return asDate(text) ?? { value: input }
}

const comma = (number: number): string => String(number).replace('.', ',')

/** A number in a cell without a format: Excel shows eleven characters at most. */
export const shownInGeneral = (value: number): string => comma(Number(value.toPrecision(10)))

/** What stands in the editor when a person opens a cell that holds a number. */
export const shownForEditing = (value: number, format: string): string => {
  if (isPercent(format)) return `${comma(exact(value * 100))}%`
  const date = isDate(format) && Number.isInteger(value) ? dateOfSerial(value) : null
  return date ? date.split('-').reverse().join('/') : comma(value)
}
