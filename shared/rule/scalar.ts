// The values that a formula works with and Excel's rules for taking one kind
// for another and for comparing them. Knows no fields and no sheet.
import { generalText } from './general-text.ts'
import { numberOfText } from './number-of-text.ts'

/** A date is its serial number, a blank cell is null. */
export type Scalar = number | string | boolean | null

export const EXCEL_ERRORS = ['#DIV/0!', '#VALUE!', '#N/A', '#NUM!', '#NAME?', '#REF!', '#NULL!'] as const
export type ErrorText = (typeof EXCEL_ERRORS)[number]

/** An error as a value: it travels through a formula instead of being thrown. */
export class ExcelError {
  readonly text: ErrorText
  constructor(text: ErrorText) {
    this.text = text
  }
}

export type Result = Scalar | ExcelError

export const DIV0 = new ExcelError('#DIV/0!')
export const VALUE = new ExcelError('#VALUE!')
export const NOT_AVAILABLE = new ExcelError('#N/A')
export const NUM = new ExcelError('#NUM!')
export const NAME = new ExcelError('#NAME?')

export const isError = (value: unknown): value is ExcelError => value instanceof ExcelError

/** Excel keeps 15 significant digits; two numbers that agree in them are equal. */
export const fifteenDigits = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15))

/** Below this Excel knows no numbers but 0. */
const SMALLEST = 2.2250738585072014e-308

/** A result as Excel keeps it: no infinity, no -0, nothing too small for a normal double. */
export const settle = (value: number): number | ExcelError => (Number.isFinite(value) ? (Math.abs(value) < SMALLEST ? 0 : value) : NUM)

/** A number for arithmetic: blank is 0, TRUE is 1, text that reads as a number is that number. */
export function toNumber(value: Result): number | ExcelError {
  if (typeof value === 'number' || isError(value)) return value
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  return numberOfText(value) ?? VALUE
}

export function toText(value: Result): string | ExcelError {
  if (typeof value === 'string' || isError(value)) return value
  if (value === null) return ''
  if (typeof value === 'number') return generalText(value)
  return value ? 'TRUE' : 'FALSE'
}

/** A condition: blank is FALSE, a number is whether it is not 0; text is only "TRUE" or "FALSE". */
export function toLogical(value: Result): boolean | ExcelError {
  if (typeof value === 'boolean' || isError(value)) return value
  if (typeof value !== 'string') return Boolean(value)
  const upper = value.toUpperCase()
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : VALUE
}

/** Text in which Excel sees no difference of case or of composition. */
const fold = (text: string): string => text.normalize('NFC').toLowerCase()

/** Labels of lists and words of formulas, compared row after row: each is folded once. */
const short = new Map<string, string>()
const SHORT = { length: 48, count: 4096 }

export function folded(text: string): string {
  if (text.length > SHORT.length) return fold(text)
  let known = short.get(text)
  if (known === undefined) {
    known = fold(text)
    if (short.size < SHORT.count) short.set(text, known)
  }
  return known
}

const isAscii = (code: number): boolean => code < 0x80
const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code | 0x20 : code)
/** Letters that stay beyond ASCII when they are folded: all that Vietnamese has. İ becomes i and a dot. */
const staysBeyond = (code: number): boolean => (code >= 0xc0 && code < 0x300 && code !== 0x130) || (code >= 0x1ea0 && code <= 0x1ef9)

/**
 * Asked of the function itself: texts here come as V8 keeps them in more ways than it tells apart where a method is
 * looked up, and then looks it up anew each time. Never beyond the end: there it no longer reads letters in place.
 */
const { charCodeAt } = String.prototype
const codeAt = (text: string, at: number): number => charCodeAt.call(text, at)

/** Whether a mark follows that may compose with the letter. */
const hasMarkBehind = (text: string, at: number): boolean => at + 1 < text.length && codeAt(text, at + 1) >= 0x300

/** Whether the letters with which two texts begin tell that they are not the same, without folding them: false says nothing. Neither is "". */
export function beginOtherwise(one: string, other: string): boolean {
  for (let at = 0; at === 0 || (at < one.length && at < other.length); at++) {
    const [a, b] = [codeAt(one, at), codeAt(other, at)]
    if (isAscii(a)) {
      if (!isAscii(b)) return staysBeyond(b) && !hasMarkBehind(one, at)
      if (lower(a) !== lower(b)) return true
    } else return isAscii(b) && staysBeyond(a) && !hasMarkBehind(other, at)
  }
  return false
}

const rank = (value: Exclude<Scalar, null>) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2)
const blankBeside = (other: Scalar) => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0)

/** Below 0, 0 or above 0: numbers before text before logicals, text without case, a blank as the other side's nothing. */
export function compare(left: Scalar, right: Scalar): number {
  if (typeof left === 'number' && typeof right === 'number') return left === right ? 0 : differenceOf(left, right)
  const a = left ?? blankBeside(right)
  const b = right ?? blankBeside(left)
  if (a === b) return 0
  if (typeof a === 'number' && typeof b === 'number') return differenceOf(a, b)
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [folded(a), folded(b)]
    return x === y ? 0 : alphabet.compare(x, y) || (x < y ? -1 : 1)
  }
  return typeof a === typeof b ? Number(a) - Number(b) : rank(a) - rank(b)
}

const FAR = 1e-12

/** Whether numbers differ within 15 digits, whatever those are: false says nothing. */
export const areFar = (a: number, b: number): boolean => Math.abs(a - b) > FAR * Math.max(Math.abs(a), Math.abs(b))

const differenceOf = (a: number, b: number): number => (areFar(a, b) ? a - b : fifteenDigits(a) - fifteenDigits(b))

/** Whether `compare` answers 0, without putting texts in order. */
export function equal(left: Scalar, right: Scalar): boolean {
  if (left === right) return true
  // Only "" and a blank are the same as nothing.
  if (typeof left === 'string')
    return typeof right === 'string'
      ? left !== '' && right !== '' && !beginOtherwise(left, right) && folded(left) === folded(right)
      : left === '' && right === null
  if (typeof right === 'string') return right === '' && left === null
  return compare(left, right) === 0
}

/** The order of Vietnamese letters, which is that of Excel in Vietnam: a ă â b c d đ. */
const alphabet = new Intl.Collator('vi')
