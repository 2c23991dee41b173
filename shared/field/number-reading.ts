// What integer, decimal, money and percent have in common: number or text to an
// exact number, English writing, limits. Knows no units of its own.

import { type Decimal, ofNumber, shifted, showDecimal, showNumber, toNumber } from './exact-decimal.ts'
import type { Typed } from './field-behaviour.ts'
import { type FieldFinding, type FieldFix, found, quoted } from './field-behaviour.ts'
import { readNumberText, type TypedUnit } from './number-text.ts'

export interface NumberReading {
  /** As typed, before any unit of the column; null where there is none or no single one. */
  readonly number: Decimal | null
  readonly findings: readonly FieldFinding[]
}

/** How the type counts: the number in the column's terms, or null where the unit makes no sense there. */
export type InColumn = (number: Decimal, unit: TypedUnit | null) => Decimal | null

export const numberFix = (number: Decimal): FieldFix => ({ value: toNumber(number), shown: showDecimal(number, 'vi') })

/** A numeric cell is never read again from text: its stored value counts. */
export function readNumber(typed: Typed, inColumn: InColumn): NumberReading {
  const wrong = (): NumberReading => ({ number: null, findings: [found('not-a-number', 'error', { actual: quoted(typed) })] })
  if (typeof typed === 'number') {
    const number = ofNumber(typed)
    return number ? { number, findings: [] } : wrong()
  }
  if (typeof typed === 'boolean') return wrong()
  const text = readNumberText(typed)
  if (text.kind === 'none') return wrong()
  if (text.kind === 'ambiguous') {
    const [divided, grouped] = text.readings.map((reading) => inColumn(reading, text.unit))
    if (!divided || !grouped) return wrong()
    return {
      number: null,
      findings: [
        found('number-ambiguous', 'error', {
          actual: quoted(typed),
          params: { first: showDecimal(divided, 'vi'), second: showDecimal(grouped, 'vi') },
          fixes: [numberFix(divided), numberFix(grouped)],
        }),
      ],
    }
  }
  const number = inColumn(text.number, text.unit)
  if (!number) return wrong()
  const code = text.english ? 'number-english' : 'number-as-text'
  return {
    number,
    findings: [
      found(code, text.english ? 'warning' : 'info', {
        actual: quoted(typed),
        expected: showDecimal(number, 'vi'),
        fixes: [numberFix(number)],
      }),
    ],
  }
}

export const withoutUnit: InColumn = (number, unit) => (unit === null ? number : null)

/** 1–999 and three places: what is left of 322.799 where "." is read as the decimal sign. */
export function groupedReading(number: Decimal): Decimal | null {
  const size = Math.abs(toNumber(number))
  return number.places === 3 && size >= 1 && size < 1000 ? shifted(number, 3) : null
}

export function judgeLimits(
  value: number,
  limits: { min?: number | undefined; max?: number | undefined },
  show = (n: number) => showNumber(n, 'vi'),
): FieldFinding[] {
  if (limits.min !== undefined && value < limits.min)
    return [
      found('below-minimum', 'error', { actual: show(value), expected: `≥ ${show(limits.min)}`, params: { limit: show(limits.min) } }),
    ]
  if (limits.max !== undefined && value > limits.max)
    return [
      found('above-maximum', 'error', { actual: show(value), expected: `≤ ${show(limits.max)}`, params: { limit: show(limits.max) } }),
    ]
  return []
}
