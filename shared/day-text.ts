// Days as people write them: 15/3/2025, 15-3-2025, 15.3.2025, ngày 15 tháng 3 năm 2025,
// 2025-03-15, with or without a time. Day before month, always; a year of two digits or none is asked about.
import { calendarDay, isPlausibleDay } from './serial-date.ts'
import { remembered } from './text/remembered.ts'

export type DayText =
  | { readonly kind: 'day'; readonly day: string }
  /** Perhaps one of these. */
  | { readonly kind: 'ask'; readonly days: readonly string[] }
  /** A day that the calendar does not have, and what may have been meant. */
  | { readonly kind: 'wrong'; readonly meant: readonly string[] }
  | { readonly kind: 'none' }

const NONE: DayText = { kind: 'none' }

const TIME = /^\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?: ?(?:am|pm|sa|ch))?$/i

const NAME_OF_DAY = '(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)'
const WEEKDAY = new RegExp(`^${NAME_OF_DAY},? (?=\\S)|,? \\(${NAME_OF_DAY}\\)$`, 'i')

/** Without the word "ngày", the day of the week, a time of day and a full stop at the end. */
function bare(text: string): string {
  let rest = text
    .replace(/[\uFF0D-\uFF19]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\.$/, '')
    .replace(WEEKDAY, '')
  const at = rest.search(/\d[T ]\d{1,2}[:h]\d{2}/)
  if (at >= 0 && TIME.test(rest.slice(at + 2))) rest = rest.slice(0, at + 1)
  const space = rest.indexOf(' ')
  if (space > 0 && TIME.test(rest.slice(0, space).replace(/,$/, ''))) rest = rest.slice(space + 1)
  return rest.replace(/^ngày\s*/i, '').trim()
}

const ORDERED = /^(\d{1,4}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{1,4})$/
const SPOKEN = /^(\d{1,2}) tháng (\d{1,2})(?:,? năm |, | |\/)(\d{2}|\d{4})$/i
const YEARLESS = /^(\d{1,2})(?: ?[/.-] ?| tháng )(\d{1,2})$/i
const PACKED = /^(\d{8})$/
/** As programs write months: "15-Mar-25", "15 thg 3, 2025". */
const NAMED = /^(\d{1,2})[ -](?:thg ?(\d{1,2})|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})[ ,-]{1,2}(\d{2}|\d{4})$/i
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const days = (...all: readonly [year: number, month: number, day: number][]): string[] => [
  ...new Set(all.map(([year, month, day]) => calendarDay(year, month, day)).filter(isPlausibleDay)),
]

const ask = (found: readonly string[]): DayText => (found.length > 0 ? { kind: 'ask', days: found } : { kind: 'wrong', meant: [] })

function find(text: string): DayText {
  if (text.length > 40 || !/[\d\uFF10-\uFF19]/.test(text)) return NONE
  const rest = bare(text)
  const match = ORDERED.exec(rest) ?? SPOKEN.exec(rest)
  if (match) {
    const [first = '', second = '', third = ''] = match.slice(1)
    const [a, b, c] = [Number(first), Number(second), Number(third)]
    if (first.length === 4) return third.length <= 2 ? oneOf(days([a, b, c]), days([a, c, b])) : NONE
    if (first.length > 2) return NONE
    if (third.length === 4) return oneOf(days([c, b, a]), days([c, a, b]))
    // 15/3/25: the year last, as here, or first, as in lists from programs.
    return third.length === 2 ? ask(days([2000 + c, b, a], [1900 + c, b, a], [2000 + a, b, c])) : NONE
  }
  const [, ofMonth, number, name, ofYear] = NAMED.exec(rest) ?? []
  if (ofMonth !== undefined && ofYear !== undefined) {
    const month = name === undefined ? Number(number) : MONTH_NAMES.indexOf(name.toLowerCase()) + 1
    return ask(days([Number(ofYear.length === 4 ? ofYear : `20${ofYear}`), month, Number(ofMonth)]))
  }
  const packed = PACKED.exec(rest)?.[1]
  if (packed === undefined) return NONE
  const [year, month, day] = [packed.slice(0, 4), packed.slice(4, 6), packed.slice(6)].map(Number) as [number, number, number]
  const [first, second, last] = [packed.slice(0, 2), packed.slice(2, 4), packed.slice(4)].map(Number) as [number, number, number]
  const meant = days([year, month, day], [last, second, first])
  return meant.length > 0 ? { kind: 'wrong', meant } : NONE
}

const oneOf = ([day]: readonly string[], meant: readonly string[]): DayText =>
  day === undefined ? { kind: 'wrong', meant } : { kind: 'day', day }

const known = remembered(find)

/** `text` is clean and in one line; `year` is supposed where none is written, and asked about. */
export function readDayText(text: string, year: number): DayText {
  const found = known(text)
  if (found.kind !== 'none' || text.length > 40) return found
  const yearless = YEARLESS.exec(bare(text))
  return yearless ? ask(days([year, Number(yearless[2]), Number(yearless[1])])) : found
}
