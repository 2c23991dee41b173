// Periods and due times as people write them: Tháng 3/2025, T3/2025, Quý II năm 2025,
// Q.III/2025, 6T đầu năm 2025, Năm 2025, a day, Thường xuyên, Sau khi … What lacks a full year or says more than a period is asked about.
import { readDayText } from './day-text.ts'
import { AFTER, type Period, RECURRING } from './period.ts'
import { guessPeriods } from './period-guess.ts'
import { isPlausibleYear } from './serial-date.ts'
import { cleanText } from './text/clean.ts'
import { fold } from './text/fold.ts'
import { mended } from './text/mended.ts'
import { remembered } from './text/remembered.ts'

export type PeriodText =
  /** `short`: understood, but Excel may make a date of it, or people must know our codes: "3/2025", "2025-Q1". */
  | { readonly kind: 'period'; readonly code: string; readonly short: boolean }
  /** Perhaps one of these: the year has two digits or is missing, or words stand around the period. */
  | { readonly kind: 'ask'; readonly codes: readonly string[] }
  /** A day that the calendar does not have, and what may have been meant. */
  | { readonly kind: 'wrong-day'; readonly meant: readonly string[] }
  | { readonly kind: 'none'; readonly meant: readonly string[] }

const two = (number: number | string): string => String(number).padStart(2, '0')

type Shape = readonly [pattern: RegExp, code: (year: string, part: string) => Period]

const ROMAN = ['i', 'ii', 'iii', 'iv']
const quarterOf = (part: string): number => (/\d/.test(part) ? Number(part) : ROMAN.indexOf(part) + 1)

/** Over the folded text, in which every sign is a space, a tone mark stands at the end of its syllable, and digits stand apart from letters. */
const shapes = (year: string): readonly Shape[] => {
  const shape = (source: string): RegExp => new RegExp(`^${source.replace('YEAR', `(?:n[ăa]m )?(?<year>${year})`)}$`)
  return [
    [shape('(?:thang\u0301?|th|thg|t) (?<part>0?[1-9]|1[0-2]) YEAR'), (y, part) => `${y}-${two(Number(part))}`],
    [shape('(?:qu[yi]\u0301?|q) ?(?<part>iv|i{1,3}|0?[1-4]) YEAR'), (y, part) => `${y}-Q${quarterOf(part)}`],
    [
      shape('(?:6|sau\u0301?) (?:thang\u0301?|t) (?<part>đâu\u0300|cuôi\u0301|dau|cuoi) YEAR'),
      (y, part) => `${y}-H${/^[đd]/.test(part) ? 1 : 2}`,
    ],
    [shape('(?:9|chin\u0301) (?:thang\u0301?|t) (?:đâu\u0300 |dau )?YEAR'), (y) => `${y}-9M`],
  ]
}

const FULL = shapes('(?:19|20|21)\\d\\d')
const TWO_DIGITS = shapes('\\d\\d')
const YEARLESS = shapes('')
const WHOLE_YEAR = /^(?:ca\u0309 )?(?:n[ăa]m )?((?:19|20|21)\d\d)$/
const SHORT = /^(0?[1-9]|1[0-2]) ((?:19|20|21)\d\d)$/
/** 03/25, which is no day of any month. */
const SHORTEST = /^(0?[1-9]|1[0-2]) ?[/.-] ?(\d\d)$/
const CODE = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]|9M)$/
/** "6 tháng năm 2025": mostly the first six, but not said. */
const SIX = /^(?:6|sau\u0301?) (?:thang\u0301?|t) (?:n[ăa]m )?((?:19|20|21)\d\d)$/
const ALWAYS = new Set(['thường xuyên', 'hằng năm', 'hàng năm', 'thường xuyên, liên tục'].map(fold))
const REPEATED = new Set(
  ['hằng tháng', 'hàng tháng', 'hằng quý', 'hàng quý', 'liên tục', 'thường xuyên hàng năm', 'thường xuyên trong năm'].map(fold),
)
/** "ngày 20 hằng tháng": again and again, whatever stands before it. */
const EVERY = /(?:^| )(?:h[ăa]ng\u0300|môi\u0303) (?:thang\u0301|quy\u0301|n[ăa]m|tuân\u0300)$/
/** Words before a period that say more than the period does. */
const AROUND = /^(?:trước|trong|đến hết|đến|hết|cuối|đầu|giữa|từ|chậm nhất|dự kiến|hoàn thành)(?: trong| trước| ngày)? (.+)$/i

const separated = (text: string): string => fold(text.replace(/(\p{L})(?=\d)/gu, '$1 ').replace(/(\d)(?=\p{L})/gu, '$1 '))

function match(folded: string, all: readonly Shape[], yearOf: (written: string) => string): Period | null {
  for (const [pattern, code] of all) {
    const found = pattern.exec(folded)
    if (found) return code(yearOf(found.groups?.year ?? ''), found.groups?.part ?? '')
  }
  return null
}

const plausible = (code: string): boolean => isPlausibleYear(Number(code.slice(0, 4)))
const LONGEST = 200

function find(text: string, year: number): PeriodText {
  const after = /^sau khi\s+(\S.*)$/is.exec(text)
  if (after) return { kind: 'period', code: `${AFTER}${after[1]}`, short: false }
  if (text.length > LONGEST) return { kind: 'none', meant: [] }
  const day = readDayText(text, year)
  if (day.kind === 'day') return { kind: 'period', code: day.day, short: false }
  const [, month, shortYear] = SHORTEST.exec(text) ?? []
  if (day.kind === 'wrong' && day.meant.length === 0 && month !== undefined)
    return { kind: 'ask', codes: [`20${shortYear}-${two(Number(month))}`] }
  if (day.kind === 'wrong') return { kind: 'wrong-day', meant: day.meant }
  if (day.kind === 'ask') return { kind: 'ask', codes: day.days }
  const period = (code: Period, short = false): PeriodText =>
    plausible(code) ? { kind: 'period', code, short } : { kind: 'none', meant: [] }
  if (CODE.test(text)) return period(text, true)
  const folded = separated(text)
  if (ALWAYS.has(folded)) return { kind: 'period', code: RECURRING, short: false }
  const full = match(folded, FULL, (written) => written) ?? WHOLE_YEAR.exec(folded)?.[1]
  if (full) return period(full)
  const short = SHORT.exec(folded)
  if (short) return period(`${short[2]}-${two(Number(short[1]))}`, true)
  const six = SIX.exec(folded)?.[1]
  if (six) return { kind: 'ask', codes: [`${six}-H1`] }
  if (REPEATED.has(folded)) return { kind: 'ask', codes: [RECURRING] }
  const supposed = match(folded, TWO_DIGITS, (written) => `20${written}`) ?? match(`${folded} `, YEARLESS, () => String(year))
  const codes = (supposed ? [supposed] : guessPeriods(folded)).filter(plausible)
  return codes.length > 0 ? { kind: 'ask', codes } : { kind: 'none', meant: [] }
}

/** What may have been meant where the text is no period: the period among other words, or one torn by recognition software. */
function withMeant(text: string, year: number): PeriodText {
  const found = find(text, year)
  if (found.kind !== 'none' || text.length > LONGEST) return found
  if (EVERY.test(fold(text))) return { kind: 'ask', codes: [RECURRING] }
  const inner = AROUND.exec(text)?.[1]
  const within = inner === undefined ? null : find(inner, year)
  if (within?.kind === 'period') return { kind: 'ask', codes: [within.code] }
  if (within?.kind === 'ask') return within
  const whole = mended(text)
  const torn = whole === null ? null : find(whole, year)
  return torn?.kind === 'period' ? { kind: 'none', meant: [torn.code] } : found
}

const known = new Map<number, (text: string) => PeriodText>()

/** `text` is clean; `year` is supposed where none is written, and asked about. */
export function readPeriodText(text: string, year: number): PeriodText {
  let read = known.get(year)
  if (!read) {
    read = remembered((one: string) => withMeant(one, year))
    known.set(year, read)
  }
  return read(text)
}

/** The canonical value of a typed period; null where it is none or has to be asked about. */
export function parsePeriod(typed: string): string | null {
  const found = readPeriodText(cleanText(typed), 0)
  return found.kind === 'period' ? found.code : null
}
