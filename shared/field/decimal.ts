// Numbers with a fraction that are neither money nor percent.
import type { FieldType } from '../template.ts'
import { type Decimal, rounded, shifted, showNumber, toNumber } from './exact-decimal.ts'
import { type FieldBehaviour, type FieldFinding, found, quoted, read } from './field-behaviour.ts'
import { countOf, judgeLimits, judgePercentFormat, numberFix, question, readNumber } from './number-reading.ts'

/** More places than the column keeps: the value stays as typed, rounding is offered. */
export const judgePlaces = (number: Decimal, places: number): FieldFinding[] =>
  number.places <= places
    ? []
    : [
        found('too-many-places', 'warning', {
          actual: quoted(toNumber(number)),
          params: { places },
          fixes: [numberFix(rounded(number, places))],
        }),
      ]

export const decimal: FieldBehaviour<Extract<FieldType, { kind: 'decimal' }>> = {
  plain({ places, min = -Infinity, max = Infinity }) {
    const scale = 10 ** places
    return (typed) => {
      const count = typeof typed === 'number' ? countOf(typed, scale) : null
      if (count === null) return undefined
      const value = count / scale
      return value >= min && value <= max ? value : undefined
    }
  },
  read(type, typed, entry) {
    const asPercent = judgePercentFormat(typed, entry)
    if (asPercent.length > 0) return read(null, ...asPercent)
    const { number, unit, findings } = readNumber(typed, entry, {
      inColumn: (one, written) => (written === null || written === 'percent' ? one : null),
      asksThousands: type.places >= 3,
    })
    if (!number) return read(null, ...findings)
    // "95%" in a column that is no percentage: 95 of a hundred, or the share 0,95.
    if (unit === 'percent') return read(null, question(typed, number, shifted(number, -2)))
    const value = toNumber(number)
    return read(value, ...findings, ...judgePlaces(number, type.places), ...judgeLimits(value, type))
  },
  show: (_, value, lang) => (typeof value === 'number' ? showNumber(value, lang) : String(value)),
  cell: (_, value) => (typeof value === 'number' ? value : String(value)),
  numberFormat: (type) => (type.places > 0 ? `#,##0.${'0'.repeat(type.places)}` : '#,##0'),
}
