// Whole numbers: counts, numerators, denominators.
import type { FieldType } from '../template.ts'
import { showNumber, toNumber } from './exact-decimal.ts'
import { type FieldBehaviour, found, quoted, read } from './field-behaviour.ts'
import { groupedReading, judgeLimits, numberFix, readNumber, withoutUnit } from './number-reading.ts'

export const integer: FieldBehaviour<Extract<FieldType, { kind: 'integer' }>> = {
  read(type, typed) {
    const { number, findings } = readNumber(typed, withoutUnit)
    if (!number) return read(null, ...findings)
    if (number.places > 0) {
      const grouped = groupedReading(number)
      return read(null, found('not-whole', 'error', { actual: quoted(typed), fixes: grouped ? [numberFix(grouped)] : [] }))
    }
    const value = toNumber(number)
    if (!Number.isSafeInteger(value))
      return read(
        null,
        found('above-maximum', 'error', { actual: quoted(typed), params: { limit: showNumber(Number.MAX_SAFE_INTEGER, 'vi') } }),
      )
    return read(value, ...findings, ...judgeLimits(value, type))
  },
  show: (_, value, lang) => (typeof value === 'number' ? showNumber(value, lang) : String(value)),
  cell: (_, value) => (typeof value === 'number' ? value : String(value)),
  numberFormat: () => '#,##0',
}
