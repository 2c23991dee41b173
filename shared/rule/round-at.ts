// Rounding on the 15 decimal digits that Excel knows, not on the binary fraction behind them: 7.125 becomes 7.13, as
// people write it and as a formula of the sheet has it.
import { fifteenDigits } from './scalar.ts'

/** × 10^places by moving the point in the text of the number, which is exact. */
function moved(value: number, places: number): number {
  const [digits = '', power = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(power) + places}`)
}

/** To so many places; `how` is given what is not negative. */
export function roundAt(value: number, places: number, how: (scaled: number) => number = Math.round): number {
  const digits = Math.max(-400, Math.min(400, Math.trunc(places)))
  const scaled = moved(fifteenDigits(Math.abs(value)), digits)
  // Beyond the 15 digits there is nothing to round.
  if (scaled >= 1e15) return value
  return Math.sign(value) * moved(how(scaled), -digits)
}

/** What part one number is of another in percent; null where there is nothing to divide by. */
export const percentOf = (part: number, whole: number, places = 2): number | null =>
  whole === 0 ? null : roundAt((100 * part) / whole, places)
