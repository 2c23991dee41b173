// Reporting periods and due times as codes: 2025-03, 2025-Q1, 2025-H1, 2025-9M, 2025.
// How they are counted and shown; what people write for them is read in period-text.ts. Knows no deadlines and no cells.
import type { Language } from './bilingual.ts'
import type { Regime } from './template.ts'

/** `2025-03`, `2025-Q1`, `2025-H1`, `2025-9M`, `2025`. */
export type Period = string

/** A field of type period may also hold a day (`2025-02-20`), `recurring`, or `after:` and what must come first. */
export const RECURRING = 'recurring'
export const AFTER = 'after:'

const CODE = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?$/
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

interface Parts {
  readonly year: number
  readonly kind: 'month' | 'quarter' | 'half' | 'nine-months' | 'year'
  /** 1…12, 1…4, 1…2, or 1. */
  readonly number: number
}

function partsOf(code: string): Parts | null {
  const match = CODE.exec(code)
  if (!match) return null
  const year = Number(match[1])
  if (match[2]) return { year, kind: 'month', number: Number(match[2]) }
  if (match[3]) return { year, kind: 'quarter', number: Number(match[3]) }
  if (match[4]) return { year, kind: 'half', number: Number(match[4]) }
  return { year, kind: match[5] ? 'nine-months' : 'year', number: 1 }
}

const two = (number: number): string => String(number).padStart(2, '0')

const codeOf = ({ year, kind, number }: Parts): Period =>
  ({
    month: `${year}-${two(number)}`,
    quarter: `${year}-Q${number}`,
    half: `${year}-H${number}`,
    'nine-months': `${year}-9M`,
    year: `${year}`,
  })[kind]

const MONTHS = { month: 1, quarter: 3, half: 6, 'nine-months': 9, year: 12 }

/** First and last calendar day, inclusive, of a period or of a day; null for what is no stretch of the calendar. */
export function findPeriodRange(code: string): { from: string; to: string } | null {
  if (DAY.test(code)) return { from: code, to: code }
  const parts = partsOf(code)
  if (!parts) return null
  const first = (parts.number - 1) * MONTHS[parts.kind] + 1
  const last = first + MONTHS[parts.kind] - 1
  return {
    from: `${parts.year}-${two(first)}-01`,
    to: `${parts.year}-${two(last)}-${two(new Date(Date.UTC(parts.year, last, 0)).getUTCDate())}`,
  }
}

/** As above, for codes known to be periods. */
export function periodRange(code: Period): { from: string; to: string } {
  const range = findPeriodRange(code)
  if (!range) throw new RangeError(`Not a period: ${code}`)
  return range
}

const COUNT = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1 }

/** The period of the same kind before this one. */
export function previousPeriod(code: Period): Period {
  const parts = partsOf(code)
  if (!parts) throw new RangeError(`Not a period: ${code}`)
  if (parts.number > 1) return codeOf({ ...parts, number: parts.number - 1 })
  return codeOf({ ...parts, year: parts.year - 1, number: COUNT[parts.kind] })
}

/** The period of the same kind after this one. */
export function nextPeriod(code: Period): Period {
  const parts = partsOf(code)
  if (!parts) throw new RangeError(`Not a period: ${code}`)
  return codeOf(parts.number < COUNT[parts.kind] ? { ...parts, number: parts.number + 1 } : { ...parts, year: parts.year + 1, number: 1 })
}

/** The periods of a year, in order. Ad-hoc reports stand open for the whole year. */
export function periodsOf(frequency: Regime['frequency'], year: number): Period[] {
  const [kind, count] = (
    { month: ['month', 12], quarter: ['quarter', 4], 'half-year': ['half', 2], year: ['year', 1], 'ad-hoc': ['year', 1] } as const
  )[frequency]
  return Array.from({ length: count }, (_, at) => codeOf({ year, kind, number: at + 1 }))
}

const ROMAN = ['I', 'II', 'III', 'IV']
const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** As people write it: months 1 and 2 with a leading zero (NĐ 30/2020 Phụ lục I), days as dd/mm/yyyy. */
export function showPeriod(code: string, lang: Language): string {
  const vi = lang === 'vi'
  if (code === RECURRING) return vi ? 'Thường xuyên' : 'Recurring'
  if (code.startsWith(AFTER)) return `${vi ? 'Sau khi' : 'After:'} ${code.slice(AFTER.length)}`
  const day = DAY.exec(code)
  if (day) return `${day[3]}/${day[2]}/${day[1]}`
  const parts = partsOf(code)
  if (!parts) return code
  const { year, kind, number } = parts
  switch (kind) {
    case 'month':
      return vi ? `Tháng ${number < 3 ? two(number) : number}/${year}` : `${ENGLISH_MONTHS[number - 1]} ${year}`
    case 'quarter':
      return vi ? `Quý ${ROMAN[number - 1]}/${year}` : `Q${number} ${year}`
    case 'half':
      return vi ? `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}` : `${number === 1 ? 'First' : 'Second'} half of ${year}`
    case 'nine-months':
      return vi ? `9 tháng đầu năm ${year}` : `First nine months of ${year}`
    case 'year':
      return vi ? `Năm ${year}` : `${year}`
  }
}
