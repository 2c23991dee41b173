// Percentages, kept as 0–100. A cell in percent format holds 0,95 for 95 % (rule
// R14): the format decides, never a guess at the size of the number.
import type { FieldType } from '../template.ts'
import { judgePlaces } from './decimal.ts'
import { ofNumber, shifted, showNumber, toNumber } from './exact-decimal.ts'
import { type FieldBehaviour, type FieldFinding, found, quoted, read } from './field-behaviour.ts'
import { judgeLimits, numberFix, readNumber } from './number-reading.ts'

export const percent: FieldBehaviour<Extract<FieldType, { kind: 'percent' }>> = {
  read(type, typed, entry) {
    const said = typeof typed === 'string' && typed.endsWith('%')
    const { number: plain, findings } = readNumber(typed, (one, unit) => (unit === null || unit === 'percent' ? one : null))
    const formatted = entry.percent === true
    const number = plain && formatted && typeof typed === 'number' ? shifted(plain, 2) : plain
    // What is written into a cell in percent format is a fraction again.
    const suited = (all: readonly FieldFinding[]): FieldFinding[] =>
      formatted
        ? all.map((one) => ({
            ...one,
            fixes: one.fixes.map((fix) => {
              const stored = typeof fix.value === 'number' ? ofNumber(fix.value) : null
              return stored ? { ...fix, value: toNumber(shifted(stored, -2)) } : fix
            }),
          }))
        : [...all]
    if (!number) return read(null, ...suited(findings))
    const value = toNumber(number)
    if (!Number.isFinite(value)) return read(null, found('not-a-number', 'error', { actual: quoted(typed) }))
    const fraction =
      !formatted && !said && value > 0 && value <= 1
        ? [
            found('percent-fraction', 'warning', {
              actual: quoted(value),
              params: { percent: `${showNumber(toNumber(shifted(number, 2)), 'vi')}%` },
              fixes: [numberFix(shifted(number, 2)), numberFix(number)],
            }),
          ]
        : []
    const places = fraction.length > 0 ? [] : judgePlaces(number, type.places)
    return read(value, ...suited([...findings, ...fraction, ...places, ...judgeLimits(value, type)]))
  },
  show: (_, value, lang) => (typeof value === 'number' ? `${showNumber(value, lang)}%` : String(value)),
  cell: (_, value) => (typeof value === 'number' ? value : String(value)),
  numberFormat: (type) => (type.places > 0 ? `0.${'0'.repeat(type.places)}` : '0'),
}
