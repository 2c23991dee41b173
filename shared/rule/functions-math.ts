// Arithmetic functions of single values.
import { type FunctionSpec, numeric } from './function-spec.ts'
import { DIV0, fifteenDigits, NUM } from './scalar.ts'

/** Rounding half away from zero on the decimal digits that Excel shows, not on the binary ones. */
function roundAt(value: number, places: number, how: (scaled: number) => number): number {
  const digits = Math.trunc(places)
  const shifted = Number(
    `${fifteenDigits(Math.abs(value))}`.includes('e') ? value * 10 ** digits : `${fifteenDigits(Math.abs(value))}e${digits}`,
  )
  const scaled = how(fifteenDigits(Math.abs(shifted)))
  return Math.sign(value) * Number(`${scaled}`.includes('e') ? scaled / 10 ** digits : `${scaled}e${-digits}`)
}

export const MATH: Readonly<Record<string, FunctionSpec>> = {
  ABS: numeric(1, 1, Math.abs),
  INT: numeric(1, 1, (x) => Math.floor(fifteenDigits(x))),
  SIGN: numeric(1, 1, Math.sign),
  SQRT: numeric(1, 1, (x) => (x < 0 ? NUM : Math.sqrt(x))),
  POWER: numeric(2, 2, (x, y) => (x === 0 && y === 0 ? NUM : x === 0 && y < 0 ? DIV0 : x ** y)),
  MOD: numeric(2, 2, (x, y) => (y === 0 ? DIV0 : x - y * Math.floor(fifteenDigits(x / y)))),
  ROUND: numeric(2, 2, (x, places) => roundAt(x, places, Math.round)),
  ROUNDUP: numeric(2, 2, (x, places) => roundAt(x, places, Math.ceil)),
  ROUNDDOWN: numeric(2, 2, (x, places) => roundAt(x, places, Math.floor)),
  TRUNC: numeric(1, 2, (x, places = 0) => roundAt(x, places, Math.floor)),
}
