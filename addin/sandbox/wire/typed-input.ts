// What Excel makes of a string that is put into a cell: number, date, percent,
// true/false, formula or text. As in Range.values the reading is en-US,
// whatever the person's regional settings are.
import type { CellValue } from '../workbook.ts'

const ERRORS = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i
export const isErrorText = (value: CellValue): boolean => typeof value === 'string' && ERRORS.test(value)

const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?$/i
const DAY = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)

const asSerial = (year: number, month: number, day: number): number | null => {
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? Math.round((time - EPOCH) / DAY) : null
}

const asDate = (text: string): number | null => {
  const american = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
  if (american) return asSerial(Number(american[3]), Number(american[1]), Number(american[2]))
  const iso = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text)
  if (iso) return asSerial(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const month = /^(\d{1,2})[/-](\d{4})$/.exec(text) ?? /^(?<year>\d{4})[/-](?<month>\d{1,2})$/.exec(text)
  if (!month) return null
  return asSerial(Number(month.groups?.year ?? month[2]), Number(month.groups?.month ?? month[1]), 1)
}

const asNumber = (text: string): number | null => {
  const percent = text.endsWith('%')
  const digits = (percent ? text.slice(0, -1) : text).trim()
  if (!/\d/.test(digits) || !NUMBER.test(digits)) return null
  const number = Number(digits.replaceAll(',', ''))
  return percent ? number / 100 : number
}

/** What to hand to WorkbookSheet.setInput so that the cell becomes what Excel would make of `input`. */
export const typedInput = (input: CellValue, format: string): CellValue => {
  if (input === '') return null
  // A cell formatted as text keeps whatever is put into it, also a number.
  if (format === '@') return input === null ? null : String(input)
  if (typeof input !== 'string' || input.startsWith("'")) return input
  // Excel takes a leading + or - before a reference or function for a formula as well.
  if (input.startsWith('=') && input.length > 1) return input
  if (/^[-+@][A-Za-z(]/.test(input)) return `=${input.replace(/^[+@]/, '')}`
  const text = input.trim()
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  return asNumber(text) ?? asDate(text) ?? input
}
