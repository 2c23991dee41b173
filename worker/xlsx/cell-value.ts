// What stands in a cell's tags as a value: numbers, addresses and dates, read
// from the text without making pieces of it. Throws XmlFault on what is none.
import { serialOf } from '../../shared/serial-date.ts'
import { XmlFault } from './xml-fault.ts'

const MAX_ROW = 1_048_576
const MAX_COLUMN = 16_384
const MOST_DIGITS = 15

const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, exponent) => 10 ** exponent)

/** A whole number from 0 that fills the place; -1 for anything else. */
export function wholeNumber(text: string, from: number, to: number): number {
  if (from >= to || to - from > 9) return -1
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

const isUsual = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/

/** Up to fifteen digits are one exact division away; the rest is the platform's business. Undefined where nothing stands. */
export function numberIn(text: string): number | undefined {
  const begin = text.charCodeAt(0) === 45 ? 1 : 0
  let digits = 0
  let decimals = -1
  for (let at = begin; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 46 && decimals < 0) decimals = text.length - at - 1
    else if (code >= 48 && code <= 57) digits = digits * 10 + code - 48
    else return otherNumber(text)
  }
  const length = text.length - begin
  if (length === 0 || length > MOST_DIGITS || decimals === 0 || length === decimals + 1) return otherNumber(text)
  const number = decimals > 0 ? digits / (POWERS[decimals] as number) : digits
  return begin === 1 ? -number : number
}

function otherNumber(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const number = Number(trimmed)
  if (!isUsual.test(trimmed) || !Number.isFinite(number)) throw new XmlFault()
  return number
}

/** Zero-based column of the address that fills the place; its row must be `row`, from 1. */
export function columnOf(text: string, from: number, to: number, row: number): number {
  let column = 0
  let at = from
  for (; at < to; at++) {
    const letter = text.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > MAX_COLUMN) throw new XmlFault()
  }
  if (at === from || wholeNumber(text, at, to) !== row) throw new XmlFault()
  return column - 1
}

/** Row number from 1, as the sheet can have it. */
export function rowNumber(text: string): number {
  const row = wholeNumber(text, 0, text.length)
  if (row < 1 || row > MAX_ROW) throw new XmlFault()
  return row
}

const DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/

/** A date as strict workbooks write it, as the serial number that others store. */
export function serialIn(text: string, date1904: boolean): number {
  const [, day, hours = 0, minutes = 0, seconds = 0] = DATE.exec(text.trim()) ?? []
  if (day === undefined) throw new XmlFault()
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
  const serial = serialOf(day) + time - (date1904 ? 1462 : 0)
  if (!Number.isFinite(serial)) throw new XmlFault()
  return serial
}
