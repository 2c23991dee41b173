// A number that stands in a cell as text, read the Vietnamese way: "." groups,
// "," divides. English writing is recognised, ambiguous writing is not guessed. Real numbers never come here.
import { type Decimal, ofDigits } from './exact-decimal.ts'

export type TypedUnit = 'percent' | 'dong' | 'nghin' | 'trieu' | 'ty'

export type NumberText =
  | { readonly kind: 'number'; readonly number: Decimal; readonly english: boolean; readonly unit: TypedUnit | null }
  /** "1,234": one and two hundred thirty-four thousandths, or one thousand two hundred thirty-four. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly [Decimal, Decimal]; readonly unit: TypedUnit | null }
  | { readonly kind: 'none' }

const NONE: NumberText = { kind: 'none' }

const UNITS: readonly [RegExp, TypedUnit][] = [
  [/\s*%$/, 'percent'],
  [/\s*(?:triệu|trđ|tr\.đ|tr)(?:\s*(?:đồng|đ|vnđ|vnd))?\.?$/, 'trieu'],
  [/\s*(?:tỷ|tỉ)(?:\s*(?:đồng|đ|vnđ|vnd))?\.?$/, 'ty'],
  [/\s*(?:nghìn|ngàn)(?:\s*(?:đồng|đ|vnđ|vnd))?\.?$/, 'nghin'],
  [/\s*(?:đồng|vnđ|vnd|đ|₫)\.?$/, 'dong'],
]

type Plain = { english: boolean; readings: readonly [Decimal] | readonly [Decimal, Decimal] } | null

/** Unsigned, without unit and blanks at the separators. */
function readPlain(text: string): Plain {
  const digits = text.replace(/(?<=^\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/g, '')
  if (/^\d+$/.test(digits)) return { english: false, readings: [ofDigits(digits, '')] }
  const grouped = /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(digits)
  if (grouped) return { english: false, readings: [ofDigits((grouped[1] as string).replaceAll('.', ''), grouped[2] ?? '')] }
  const english = /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/.exec(digits)
  if (english) {
    const whole = (english[1] as string).replaceAll(',', '')
    const single = /^(\d+),(\d+)$/.exec(digits)
    if (single) return { english: false, readings: [ofDigits(single[1] as string, single[2] as string), ofDigits(whole, '')] }
    return { english: true, readings: [ofDigits(whole, english[2] ?? '')] }
  }
  const divided = /^(\d+)([.,])(\d+)$/.exec(digits)
  if (!divided) return null
  const [whole, sign, fraction] = [divided[1] as string, divided[2], divided[3] as string]
  const number = ofDigits(whole, fraction)
  // "1234.567": neither Vietnamese grouping nor surely a fraction.
  if (sign === '.' && fraction.length === 3 && !/^0+$/.test(whole))
    return { english: false, readings: [number, ofDigits(whole + fraction, '')] }
  return { english: sign === '.', readings: [number] }
}

const negated = (decimal: Decimal): Decimal => ({ ...decimal, units: -decimal.units })

/** `typed` is clean text (text/clean.ts). */
export function readNumberText(typed: string): NumberText {
  if (typed.length > 60) return NONE
  let text = typed.toLowerCase()
  let unit: TypedUnit | null = null
  for (const [suffix, name] of UNITS) {
    if (!suffix.test(text)) continue
    text = text.replace(suffix, '')
    unit = name
    break
  }
  const bracketed = /^\((.+)\)$/.exec(text.trim())
  const signed = /^([-−–+]?)\s*(.+)$/.exec((bracketed?.[1] ?? text).trim())
  if (!signed || (bracketed && signed[1])) return NONE
  const plain = readPlain((signed[2] as string).trim().replace(/\s*([.,])\s*/g, '$1'))
  if (!plain) return NONE
  const negative = bracketed !== null || (signed[1] !== '' && signed[1] !== '+')
  const [first, second] = negative ? plain.readings.map(negated) : plain.readings
  if (!first) return NONE
  return second ? { kind: 'ambiguous', readings: [first, second], unit } : { kind: 'number', number: first, english: plain.english, unit }
}
