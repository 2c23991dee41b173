// Arithmetic functions of single values.
import { type FunctionSpec, numeric } from './function-spec.ts'
import { roundAt } from './round-at.ts'
import { DIV0, type ExcelError, fifteenDigits, NUM } from './scalar.ts'

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
  ROUND: numeric(2, 2, (x, places) => roundAt(x, places)),
  ROUNDUP: numeric(2, 2, (x, places) => roundAt(x, places, Math.ceil)),
  ROUNDDOWN: numeric(2, 2, (x, places) => roundAt(x, places, Math.floor)),
  TRUNC: numeric(1, 2, (x, places = 0) => roundAt(x, places, Math.floor)),
  MROUND: numeric(2, 2, nearestMultiple),
  CEILING: toStep(0, Math.ceil),
  FLOOR: toStep(DIV0, Math.floor),
  EVEN: numeric(1, 1, (x) => Math.sign(x) * 2 * Math.ceil(Math.abs(x) / 2)),
  ODD: numeric(1, 1, (x) => (x < 0 ? -1 : 1) * (2 * Math.ceil((Math.max(1, Math.abs(x)) - 1) / 2) + 1)),
}
