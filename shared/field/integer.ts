// Whole numbers: counts, numerators, denominators.
import type { FieldType } from '../template.ts'
import { showNumber, toNumber } from './exact-decimal.ts'
import { type FieldBehaviour, found, quoted, read } from './field-behaviour.ts'
import { countOf, groupedReading, judgeLimits, judgePercentFormat, numberFix, readNumber, withoutUnit } from './number-reading.ts'

export const integer: FieldBehaviour<Extract<FieldType, { kind: 'integer' }>> = {
  plain({ min = -Infinity, max = Infinity }) {
    return (typed) => {
      const count = typeof typed === 'number' ? countOf(typed, 1) : null
      return count !== null && count >= min && count <= max ? count : undefined
    }
  },
  read(type, typed, entry) {
    const asPercent = judgePercentFormat(typed, entry)
    if (asPercent.length > 0) return read(null, ...asPercent)
    const { number, findings } = readNumber(typed, entry, { inColumn: withoutUnit })
    // Of two readings only the whole ones can be meant.
    if (!number) return read(null, ...findings.map((one) => ({ ...one, fixes: one.fixes.filter(({ value }) => Number.isInteger(value)) })))
    if (number.places > 0) {
      const grouped = typeof typed === 'number' ? groupedReading(number) : null
      return read(null, found('not-whole', 'error', { actual: quoted(typed), fixes: grouped ? [numberFix(grouped)] : [] }))
    }
    const value = toNumber(number)
    return read(value, ...findings, ...judgeLimits(value, type))
  },
  show: (_, value, lang) => (typeof value === 'number' ? showNumber(value, lang) : String(value)),
  cell: (_, value) => (typeof value === 'number' ? value : String(value)),
  numberFormat: () => '#,##0',
}
