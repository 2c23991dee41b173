// What integer, decimal, money and percent have in common: number or text to an
// exact number, questions about ambiguous writing, limits. Knows no units of its own.
import type { Entry } from '../filing.ts'
import { type Decimal, ofNumber, shifted, showDecimal, showNumber, toNumber } from './exact-decimal.ts'
import { type FieldFinding, type FieldFix, found, quoted, safely, type Typed } from './field-behaviour.ts'
import { readNumberText } from './number-text.ts'
import type { TypedUnit } from './typed-number.ts'

export interface NumberReading {
  /** In the column's terms; null where there is none or no single one. */
  readonly number: Decimal | null
  /** The unit written behind the number. */
  readonly unit: TypedUnit | null
  readonly findings: readonly FieldFinding[]
}

/** How the type counts: the number in the column's terms, or null where the unit makes no sense there. */
export type InColumn = (number: Decimal, unit: TypedUnit | null) => Decimal | null

interface Manner {
  readonly inColumn: InColumn
  /** The unit of the column, for the sentence. */
  readonly unit?: string
  /** Whether "1.234" may be a small number with three places: where a column holds those. */
  readonly asksThousands?: boolean
  /** Whether "12.5" may be what is left of "12.500". */
  readonly asksZeros?: boolean
  /** Whether the word behind a number may be its unit, written oddly: then nothing is offered, as it could be a thousand times too much. */
  readonly minds?: boolean
  /** Whether the column counts percent, so that its fixes suit a cell in percent format. */
  readonly countsPercent?: boolean
}

/**
 * A stored number as a whole count of 10^-places, where its first fifteen digits are exactly that:
 * the short way for what nearly all cells hold. null says nothing, the long way is then to be gone.
 */
export function countOf(stored: number, scale: number): number | null {
  const count = Math.round(stored * scale)
  if (!(count < 1e15 && count > -1e15)) return null
  const whole = count / scale
  return whole === stored || (Math.abs(whole - stored) < NOISE * Math.abs(stored) && Number(stored.toPrecision(15)) === whole)
    ? count + 0
    : null
}

/** What binary fractions lose where numbers were added up: 0.1 + 0.2 is 0.3 within fifteen digits. */
const NOISE = 1e-14

/** Digits that a stored number keeps, and that the sentence of a finding can promise. */
const DIGITS = 10n ** 15n

/** Never among fixes for a text in percent format, where 95 would be shown as 9500%. */
export const numberFix = (number: Decimal): FieldFix => ({ value: toNumber(number), shown: showDecimal(number, 'vi') })

export const question = (typed: Typed, first: Decimal, second: Decimal, unit?: string): FieldFinding =>
  found('number-ambiguous', 'error', {
    actual: quoted(typed),
    params: { first: showDecimal(first, 'vi'), second: showDecimal(second, 'vi'), ...(unit && { unit }) },
    fixes: [numberFix(first), numberFix(second)],
  })

/** A numeric cell is never read again from text: its stored value counts. */
export function readNumber(typed: Typed, entry: Entry, manner: Manner): NumberReading {
  const { inColumn, unit: columnUnit, asksThousands, asksZeros } = manner
  const offered = ({ fixes, ...finding }: FieldFinding): FieldFinding => ({
    ...finding,
    fixes: entry.percent && !manner.countsPercent ? [] : fixes,
  })
  const none = (finding: FieldFinding): NumberReading => ({ number: null, unit: null, findings: [offered(finding)] })
  const wrong = (fixes: readonly FieldFix[] = []) => none(found('not-a-number', 'error', { actual: quoted(typed), fixes }))
  if (typeof typed === 'number') {
    const number = ofNumber(typed)
    if (!number) return wrong()
    return beyond(number) ? none(tooLarge(typed)) : { number, unit: null, findings: [] }
  }
  if (typeof typed === 'boolean') return wrong()
  const text = readNumberText(typed)
  if (text.kind === 'none') {
    const counted = text.counted && !manner.minds && inColumn(text.counted, null)
    return wrong(counted ? [numberFix(counted)] : [])
  }
  const { unit } = text
  const wrongUnit = () => none(found('wrong-unit', 'error', { actual: quoted(typed), params: columnUnit ? { unit: columnUnit } : {} }))
  if (text.kind === 'about') {
    const meant = text.readings.flatMap((reading) => inColumn(reading, unit) ?? [])
    if (meant.length < text.readings.length) return wrongUnit()
    const params = { about: meant.length === 1 ? 'about' : 'range' }
    return none(found('not-a-number', 'error', { actual: quoted(typed), params, fixes: meant.map(numberFix) }))
  }
  if (text.kind === 'ambiguous') {
    const [first, second] = text.readings.map((reading) => inColumn(reading, unit))
    return first && second ? none(question(typed, first, second, columnUnit)) : wrongUnit()
  }
  const number = inColumn(text.number, unit)
  if (!number) return wrongUnit()
  if (beyond(number)) return none(tooLarge(typed))
  const divided = asksThousands && text.divided ? inColumn(text.divided, unit) : null
  if (divided) return none(question(typed, divided, number))
  const full = asksZeros && text.english && unit === null ? withLostZeros(text.number) : null
  return {
    number,
    unit,
    findings: [
      offered(
        found(text.english ? 'number-english' : 'number-as-text', text.english ? 'warning' : 'info', {
          actual: quoted(typed),
          expected: showDecimal(number, 'vi'),
          params: columnUnit ? { unit: columnUnit } : {},
          fixes: full ? [numberFix(number), numberFix(full)] : [safely(numberFix(number))],
        }),
      ),
    ],
  }
}

/** More digits than are kept: the last ones would be lost in silence. */
const beyond = ({ units }: Decimal): boolean => units >= DIGITS || units <= -DIGITS

const tooLarge = (typed: Typed): FieldFinding => found('too-many-digits', 'error', { actual: quoted(typed), params: { digits: 15 } })

export const withoutUnit: InColumn = (number, unit) => (unit === null ? number : null)

/** "12.5": what is left of 12.500 where "." is the decimal sign and zeros at the end are not shown. */
function withLostZeros(number: Decimal): Decimal | null {
  const size = Math.abs(toNumber(number))
  return number.places > 0 && number.places < 3 && size >= 1 && size < 1000 ? shifted(number, 3) : null
}

/** 1–999 and three places: what is left of 322.799 where "." is read as the decimal sign. */
export function groupedReading(number: Decimal): Decimal | null {
  const size = Math.abs(toNumber(number))
  return number.places === 3 && size >= 1 && size < 1000 ? shifted(number, 3) : null
}

/** A cell in percent format in a column that counts no percent: 95% is kept as 0,95, and only the filer knows which is meant. */
export function judgePercentFormat(typed: Typed, entry: Entry): FieldFinding[] {
  const stored = entry.percent && typeof typed === 'number' && typed !== 0 ? ofNumber(typed) : null
  if (!stored) return []
  // Written as text: a number would be shown as percent again.
  const fixes = [shifted(stored, 2), stored].map((number) => ({ value: showDecimal(number, 'vi'), shown: showDecimal(number, 'vi') }))
  return [
    found('percent-format', 'error', { actual: `${showDecimal(shifted(stored, 2), 'vi')}%`, params: { stored: quoted(typed) }, fixes }),
  ]
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
