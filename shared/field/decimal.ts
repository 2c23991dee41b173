// Numbers with a fraction that are neither money nor percent.
import type { FieldType } from '../template.ts'
import { type Decimal, rounded, showNumber, toNumber } from './exact-decimal.ts'
import { type FieldBehaviour, type FieldFinding, found, quoted, read } from './field-behaviour.ts'
import { judgeLimits, numberFix, readNumber } from './number-reading.ts'

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
  read(type, typed, entry) {
    const { number, findings } = readNumber(typed, (one, unit) => (unit === null || unit === 'percent' ? one : null))
    if (!number) return read(null, ...findings)
    const value = toNumber(number)
    if (!Number.isFinite(value)) return read(null, found('not-a-number', 'error', { actual: quoted(typed) }))
    // A percent format on a plain number: 0,95 is shown as 95%, and nobody can tell which is meant (rule R14).
    const shownAsPercent =
      entry.percent && typeof typed === 'number'
        ? [found('percent-fraction', 'warning', { actual: quoted(typed), params: { percent: `${showNumber(typed * 100, 'vi')}%` } })]
        : []
    return read(value, ...findings, ...shownAsPercent, ...judgePlaces(number, type.places), ...judgeLimits(value, type))
  },
  show: (_, value, lang) => (typeof value === 'number' ? showNumber(value, lang) : String(value)),
  cell: (_, value) => (typeof value === 'number' ? value : String(value)),
  numberFormat: (type) => (type.places > 0 ? `#,##0.${'0'.repeat(type.places)}` : '#,##0'),
}
