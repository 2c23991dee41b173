// A number that stands in a cell as text: sign, brackets, digits, the unit written
// behind. Ambiguous writing is not guessed. Real numbers never come here.
import { type Decimal, plus, shifted } from './exact-decimal.ts'
import { type Digits, readDigits } from './number-digits.ts'
import { readSpokenNumber } from './spoken-number.ts'
import { type NumberText, UNIT_POWER, unitOf } from './typed-number.ts'

const NONE: NumberText = { kind: 'none', counted: null }

/** Full-width signs as typed by East Asian keyboards; every apostrophe, minus and dash as one. */
const plainSigns = (text: string): string =>
  text
    .replace(/[\uFF05\uFF08-\uFF0E\uFF10-\uFF19]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[’‘ʼ′´`]/g, "'")
    .replace(/[–—−‐‑‒]/g, '-')

/** "VND 1.000" and "1.234 (triệu đồng)" with the unit where it mostly stands. */
function unitBehind(text: string): string {
  const before = /^(vn[dđ]|₫) ?(?=\d)/i.exec(text)
  if (before) return `${text.slice(before[0].length)} ${before[1]}`
  const bracketed = /^(\d[^()]*?) ?\(([^()]+)\)$/.exec(text)
  return bracketed && unitOf(bracketed[2] as string) !== null ? `${bracketed[1]} ${bracketed[2]}` : text
}

const negated = (decimal: Decimal): Decimal => ({ ...decimal, units: -decimal.units })

interface Part {
  readonly digits: Digits
  readonly tail: string
}

/** "1 tỷ 200 triệu" → two parts, each with what stands behind its digits. */
function partsOf(text: string): Part[] | null {
  if (!/^\d/.test(text)) return null
  const parts: Part[] = []
  for (const [, number = '', tail = ''] of text.matchAll(/(\d[\d.,' ]*)([^\d]*)/g)) {
    const digits = readDigits(number.trim())
    if (!digits) return null
    parts.push({ digits, tail: tail.trim() })
  }
  return parts
}

/** "1 tỷ 200 triệu": whole numbers below a thousand, each with a smaller unit than the one before, added up in đồng. */
function addedUp(parts: readonly Part[]): Decimal | null {
  let sum: Decimal = { units: 0n, places: 0 }
  let above = Number.POSITIVE_INFINITY
  for (const [at, { digits, tail }] of parts.entries()) {
    const unit = unitOf(tail)
    const [number, other] = digits.readings
    if (unit === null || unit === 'percent' || UNIT_POWER[unit] >= above) return null
    if (other || number.places > 0 || (at > 0 && number.units >= 1000n)) return null
    above = UNIT_POWER[unit]
    sum = plus(sum, shifted(number, above))
  }
  return sum
}

/** `typed` is clean text (text/clean.ts). */
export function readNumberText(typed: string): NumberText {
  if (typed.length > 60) return NONE
  const text = unitBehind(plainSigns(typed))
  return readSpokenNumber(text, exactly) ?? exactly(text)
}

function exactly(written: string): NumberText {
  let text = written
  const bracketed = /^\(([^()]+)\)([^()]*)$/.exec(text)
  if (bracketed) text = `${(bracketed[1] as string).trim()} ${bracketed[2]}`.trim()
  const sign = !bracketed && /^[-+]/.test(text) ? text.charAt(0) : ''
  const body = text.slice(sign.length).trim()
  const parts = partsOf(body)
  const [part, ...more] = parts ?? []
  if (!part) return NONE
  const negative = bracketed !== null || sign === '-'
  const signed = (number: Decimal): Decimal => (negative ? negated(number) : number)
  // A dash with a space behind it begins an item of a list as often as it means minus.
  const dash = sign === '-' && text.charAt(1) === ' '
  if (more.length > 0) {
    const sum = dash ? null : addedUp([part, ...more])
    return sum ? { kind: 'number', number: signed(sum), english: false, unit: 'dong', divided: null } : NONE
  }
  const unit = unitOf(part.tail)
  const [first, second] = part.digits.readings
  if (part.tail !== '' && unit === null) {
    const isWord = /^[\p{L}\p{M} ]+$/u.test(part.tail)
    return isWord && !second && sign === '' && !bracketed ? { kind: 'none', counted: first } : NONE
  }
  if (dash) return second ? NONE : { kind: 'ambiguous', readings: [negated(first), first], unit }
  if (second) return { kind: 'ambiguous', readings: [signed(first), signed(second)], unit }
  const { english, divided } = part.digits
  return { kind: 'number', number: signed(first), english, unit, divided: divided && signed(divided) }
}
