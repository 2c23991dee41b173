// The values that a formula works with, and Excel's rules for turning one kind
// into another. Knows no fields and no sheet.

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

export const isError = (value: unknown): value is ExcelError => value instanceof ExcelError

const NUMBER_TEXT = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?(%?)$/i

/** Excel keeps 15 significant digits; two numbers that agree in them are equal. */
export const fifteenDigits = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : value)

/** A number for arithmetic: blank is 0, TRUE is 1, text that reads as a number is that number. */
export function toNumber(value: Result): number | ExcelError {
  if (isError(value)) return value
  if (value === null) return 0
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  const match = NUMBER_TEXT.exec(value.trim())
  if (!match) return VALUE
  return match[3] ? Number.parseFloat(value) / 100 : Number(value.trim())
}

/** Text as Excel's General format shows a number: up to 15 digits, exponent from 1E+21 and below 1E-9. */
function numberText(value: number): string {
  const rounded = fifteenDigits(value)
  const size = Math.abs(rounded)
  if (rounded === 0) return '0'
  if (size >= 1e21 || size < 1e-9) {
    const [mantissa, exponent] = rounded.toExponential().split('e')
    const power = Number(exponent)
    return `${mantissa}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  }
  return size < 1e-6 ? rounded.toFixed(20).replace(/0+$/, '') : String(rounded)
}

export function toText(value: Result): string | ExcelError {
  if (isError(value)) return value
  if (value === null) return ''
  if (typeof value === 'number') return numberText(value)
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value
}

/** A condition: blank is FALSE, a number is whether it is not 0; text is only "TRUE" or "FALSE". */
export function toLogical(value: Result): boolean | ExcelError {
  if (isError(value)) return value
  if (value === null) return false
  if (typeof value === 'string') {
    const upper = value.toUpperCase()
    return upper === 'TRUE' ? true : upper === 'FALSE' ? false : VALUE
  }
  return Boolean(value)
}

const order = (value: Exclude<Scalar, null>) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2)
const blankAs = (other: Exclude<Scalar, null>) => (typeof other === 'number' ? 0 : typeof other === 'string' ? '' : false)

/** Below 0, 0 or above 0: numbers before text before logicals, text without case, a blank as the other side's nothing. */
export function compare(left: Scalar, right: Scalar): number {
  if (left === null && right === null) return 0
  const a = left ?? blankAs(right as Exclude<Scalar, null>)
  const b = right ?? blankAs(left as Exclude<Scalar, null>)
  if (typeof a !== typeof b) return order(a) - order(b)
  if (typeof a === 'number') return fifteenDigits(a) - fifteenDigits(b as number)
  if (typeof a === 'string') {
    const [x, y] = [a.normalize('NFC').toLocaleLowerCase('vi'), (b as string).normalize('NFC').toLocaleLowerCase('vi')]
    return x === y ? 0 : x < y ? -1 : 1
  }
  return Number(a) - Number(b)
}
