// Percentages, kept as 0–100. A cell in percent format holds 0,95 for 95 % (rule
// R14): the format decides, never a guess at the size of the number.
import type { FieldType } from '../template.ts'
import { judgePlaces } from './decimal.ts'
import { type Decimal, ofNumber, shifted, showDecimal, showNumber, toNumber } from './exact-decimal.ts'
import { confirming, type FieldBehaviour, type FieldFinding, type FieldFix, found, quoted, read } from './field-behaviour.ts'
import { countOf, judgeLimits, numberFix, readNumber } from './number-reading.ts'

/** What is written into a cell in percent format is a fraction again. */
const asFractions = (findings: readonly FieldFinding[]): FieldFinding[] =>
  findings.map((one) => ({
    ...one,
    fixes: one.fixes.map((fix) => {
      const stored = typeof fix.value === 'number' ? ofNumber(fix.value) : null
      return stored ? { ...fix, value: toNumber(shifted(stored, -2)) } : fix
    }),
  }))

/** With its sign, where the number alone would be asked about again. */
const saidFix = (number: Decimal): FieldFix => ({ value: `${showDecimal(number, 'vi')}%`, shown: `${showDecimal(number, 'vi')}%` })

/** Finer than anybody would type, it is what is left of a calculation and cannot be read back. */
const FINEST = 12

const hundredfold = (number: Decimal, value: number): FieldFix[] =>
  number.places > FINEST ? [] : [(value > 0.01 ? numberFix : saidFix)(number)]

export const percent: FieldBehaviour<Extract<FieldType, { kind: 'percent' }>> = {
  plain({ places, min = -Infinity, max = Infinity }) {
    const scale = 10 ** places
    return (typed) => {
      const count = typeof typed === 'number' ? countOf(typed, scale) : null
      if (count === null) return undefined
      const value = count / scale
      return (value <= 0 || value > 1) && value >= min && value <= max ? value : undefined
    }
  },
  read(type, typed, entry) {
    const formatted = entry.percent === true && typeof typed === 'number'
    const suited = entry.percent ? asFractions : (all: readonly FieldFinding[]) => [...all]
    const reading = readNumber(typed, entry, {
      inColumn: (one, unit) => (unit === null || unit === 'percent' ? one : null),
      unit: 'percent',
      asksThousands: true,
      countsPercent: true,
    })
    if (!reading.number) return read(null, ...suited(reading.findings))
    const number = formatted ? shifted(reading.number, 2) : reading.number
    const value = toNumber(number)
    const isFraction = !formatted && reading.unit === null && value > 0 && value <= 1
    // With its sign a small number is clear, and as a number alone it would be asked about.
    const isSaidFraction = reading.unit === 'percent' && value > 0 && value <= 1
    const fraction = isFraction
      ? [
          found('percent-fraction', 'warning', {
            actual: quoted(typed),
            params: { percent: `${showNumber(toNumber(shifted(number, 2)), 'vi')}%` },
            fixes: [...hundredfold(shifted(number, 2), value), confirming(numberFix(number))],
          }),
        ]
      : []
    const places = isFraction ? [] : judgePlaces(number, type.places)
    // One question at a time: which number it is comes before how it is written.
    const written = isFraction || isSaidFraction ? [] : reading.findings
    return read(value, ...suited([...written, ...fraction, ...places, ...judgeLimits(value, type)]))
  },
  show: (_, value, lang) => (typeof value === 'number' ? `${showNumber(value, lang)}%` : String(value)),
  cell: (_, value) => (typeof value === 'number' ? value : String(value)),
  numberFormat: (type) => (type.places > 0 ? `0.${'0'.repeat(type.places)}` : '0'),
}
