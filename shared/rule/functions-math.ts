// Arithmetic functions of single values. Rounding works on the 15 decimal digits
// that Excel knows, not on the binary fraction behind them.
import { type FunctionSpec, numeric } from './function-spec.ts'
import { DIV0, type ExcelError, fifteenDigits, NUM } from './scalar.ts'

/** × 10^places by moving the point in the text of the number, which is exact. */
function moved(value: number, places: number): number {
  const [digits = '', power = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(power) + places}`)
}

function roundAt(value: number, places: number, how: (scaled: number) => number): number {
  const digits = Math.max(-400, Math.min(400, Math.trunc(places)))
  const scaled = moved(fifteenDigits(Math.abs(value)), digits)
  // Beyond the 15 digits there is nothing to round.
  if (scaled >= 1e15) return value
  return Math.sign(value) * moved(how(scaled), -digits)
}

export function power(base: number, exponent: number): number | ExcelError {
  if (base === 0) return exponent === 0 ? NUM : exponent < 0 ? DIV0 : 0
  return base ** exponent
}

function remainder(number: number, divisor: number): number | ExcelError {
  if (divisor === 0) return DIV0
  const rest = number - divisor * Math.floor(fifteenDigits(number / divisor))
  // MOD(0.3, 0.1): what is left of equal numbers is nothing.
  return Math.abs(rest) < Math.abs(number) * 1e-15 ? 0 : rest
}

function nearestMultiple(number: number, multiple: number): number | ExcelError {
  if (number * multiple < 0) return NUM
  return multiple === 0 ? 0 : fifteenDigits(Math.round(fifteenDigits(number / multiple)) * multiple)
}

/** CEILING and FLOOR: the sign of the step decides the direction for negative numbers. */
const toStep = (zero: ExcelError | 0, how: (quotient: number) => number) =>
  numeric(2, 2, (number, step) => {
    if (number === 0) return 0
    if (step === 0) return zero
    if (number > 0 && step < 0) return NUM
    return fifteenDigits(how(fifteenDigits(number / step)) * step)
  })

export const MATH: Readonly<Record<string, FunctionSpec>> = {
  ABS: numeric(1, 1, Math.abs),
  INT: numeric(1, 1, (x) => Math.floor(fifteenDigits(x))),
  SIGN: numeric(1, 1, Math.sign),
  SQRT: numeric(1, 1, Math.sqrt),
  POWER: numeric(2, 2, power),
  MOD: numeric(2, 2, remainder),
  QUOTIENT: numeric(2, 2, (x, y) => (y === 0 ? DIV0 : Math.trunc(fifteenDigits(x / y)))),
  ROUND: numeric(2, 2, (x, places) => roundAt(x, places, Math.round)),
  ROUNDUP: numeric(2, 2, (x, places) => roundAt(x, places, Math.ceil)),
  ROUNDDOWN: numeric(2, 2, (x, places) => roundAt(x, places, Math.floor)),
  TRUNC: numeric(1, 2, (x, places = 0) => roundAt(x, places, Math.floor)),
  MROUND: numeric(2, 2, nearestMultiple),
  CEILING: toStep(0, Math.ceil),
  FLOOR: toStep(DIV0, Math.floor),
  EVEN: numeric(1, 1, (x) => Math.sign(x) * 2 * Math.ceil(Math.abs(x) / 2)),
  ODD: numeric(1, 1, (x) => (x < 0 ? -1 : 1) * (2 * Math.ceil((Math.max(1, Math.abs(x)) - 1) / 2) + 1)),
}
