// Which number a run of digits and separators can be, read the Vietnamese way: "."
// groups, "," divides. English writing is recognised, what can be two numbers stays two. Knows no signs and no units.
import { type Decimal, ofDigits } from './exact-decimal.ts'

export interface Digits {
  /** One number, or the two that it can be: divided first, grouped second. */
  readonly readings: readonly [Decimal] | readonly [Decimal, Decimal]
  /** Written with "." before the fraction or "," between thousands. */
  readonly english: boolean
  /** "1.234" read the English way: not what is written here, but what a column of small numbers must ask about. */
  readonly divided: Decimal | null
}

const isDigit = (char: string): boolean => char >= '0' && char <= '9'

/** "1.234,5" → groups 1, 234, 5 and signs ".", ","; null where there is anything else. */
function split(text: string): { groups: string[]; signs: string[] } | null {
  const groups: string[] = []
  const signs: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (isDigit(char)) continue
    if (!".,' ".includes(char) || at === from) return null
    groups.push(text.slice(from, at))
    signs.push(char)
    from = at + 1
  }
  if (from === text.length) return null
  groups.push(text.slice(from))
  return { groups, signs }
}

const inThousands = (groups: readonly string[]): boolean =>
  groups.every((group, at) => (at === 0 ? group.length <= 3 && !group.startsWith('0') : group.length === 3))

const one = (number: Decimal, english = false, divided: Decimal | null = null): Digits => ({ readings: [number], english, divided })
const either = (divided: Decimal, grouped: Decimal): Digits => ({ readings: [divided, grouped], english: false, divided: null })

/** Unsigned; apostrophes are straight. null where it is no number: "1.234.56", "12 5", ",5". */
export function readDigits(text: string): Digits | null {
  const parts = split(text)
  if (!parts) return null
  const { groups, signs } = parts
  const [first, last] = [signs[0], signs.at(-1)]
  const grouped = ofDigits(groups.join(''), '')
  if (first === undefined || last === undefined) return one(grouped)
  const [whole, tail] = [groups.slice(0, -1).join(''), groups.at(-1) as string]
  const divides = last === '.' || last === ','
  if (signs.length === 1) {
    if (!divides) return inThousands(groups) ? one(grouped) : null
    const divided = ofDigits(whole, tail)
    if (inThousands(groups)) return last === '.' ? one(grouped, false, divided) : either(divided, grouped)
    // "1234.567": neither Vietnamese grouping nor surely a fraction.
    if (last === '.' && tail.length === 3 && !/^0+$/.test(whole)) return either(divided, grouped)
    return one(divided, last === '.')
  }
  if (signs.every((sign) => sign === first)) return inThousands(groups) ? one(grouped, first === ',') : null
  if (!divides || signs.slice(0, -1).some((sign) => sign !== first) || !inThousands(groups.slice(0, -1))) return null
  const divided = ofDigits(whole, tail)
  // "1 234.567" may be a grouped number whose typist changed separators half-way.
  if (last === '.' && first !== ',' && tail.length === 3) return either(divided, grouped)
  return one(divided, last === '.')
}
