// What stands in a cell's tags as a value: numbers, addresses and dates, read
// from the bytes without making text of them. Throws XmlFault on what is none.
import { serialOf } from '../../shared/serial-date.ts'
import { XmlFault } from './xml-fault.ts'
import type { XmlText } from './xml-text.ts'

const MAX_ROW = 1_048_576
const MAX_COLUMN = 16_384
const MOST_DIGITS = 15

const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, exponent) => 10 ** exponent)

/** A whole number from 0 that fills the place; -1 for anything else. */
export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to || to - from > 9) return -1
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

const isUsual = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/

/** Up to fifteen digits and a point: one exact division away. NaN for anything else. */
export function plainNumber(bytes: Uint8Array, from: number, to: number): number {
  const begin = bytes[from] === 45 ? from + 1 : from
  if (begin >= to || to - begin > MOST_DIGITS) return Number.NaN
  let digits = 0
  let point = -1
  for (let at = begin; at < to; at++) {
    const byte = bytes[at] as number
    if (byte >= 48 && byte <= 57) digits = digits * 10 + byte - 48
    else if (byte === 46 && point < 0 && at > begin && at < to - 1) point = at
    else return Number.NaN
  }
  const number = point < 0 ? digits : digits / (POWERS[to - point - 1] as number)
  return begin > from && number !== 0 ? -number : number
}

/** What is not plain is the platform's business. Undefined where nothing stands. */
export function numberIn(text: XmlText): number | undefined {
  const number = plainNumber(text.bytes, text.from, text.to)
  return Number.isNaN(number) ? otherNumber(text.read()) : number
}

function otherNumber(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const number = Number(trimmed)
  if (!isUsual.test(trimmed) || !Number.isFinite(number)) throw new XmlFault()
  return number
}

/** Zero-based column of the address that fills the place; its row must be `row`, from 1. */
export function columnOf(bytes: Uint8Array, from: number, to: number, row: number): number {
  let column = 0
  let at = from
  for (; at < to; at++) {
    const letter = (bytes[at] as number) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > MAX_COLUMN) throw new XmlFault()
  }
  if (at === from || wholeNumber(bytes, at, to) !== row) throw new XmlFault()
  return column - 1
}

/** Row number from 1, as the sheet can have it. */
export function rowNumber(bytes: Uint8Array, from: number, to: number): number {
  const row = wholeNumber(bytes, from, to)
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
