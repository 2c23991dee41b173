// Calendar days: serial numbers in cells, day/month/year in text, never month/day.
import type { CheckContext } from '../check-context.ts'
import { readDayText } from '../day-text.ts'
import { findPeriodRange, showPeriod } from '../period.ts'
import { readPeriodText } from '../period-text.ts'
import { calendarDay, DAY_FORMAT, dateOfSerial, isPlausibleDay, serialOf } from '../serial-date.ts'
import type { FieldType } from '../template.ts'
import { type FieldBehaviour, type FieldFix, found, oneLine, quoted, read } from './field-behaviour.ts'

export const dayFix = (day: string): FieldFix => ({ value: serialOf(day), shown: showPeriod(day, 'vi'), day: true })

/** The year that is supposed, and asked about, where none is written. */
export function yearOf({ period, today }: CheckContext): number {
  const year = Number(period.slice(0, 4))
  return year > 0 ? year : Number(today.slice(0, 4))
}

const FIRST = /^(?:đầu|từ)(?=[ \d])/i
const LAST = /^(?:cuối|hết|đến hết|đến|trước|chậm nhất|trong)(?=[ \d])/i
const MIDDLE = /^giữa(?=[ \d])/i
const EVERY_MONTH = /^(?:trước |đến )?(?:ngày )?(\d{1,2}) (?:hằng|hàng|mỗi) tháng$/i

/** The days that may be meant where a period is written: its last, its first, or as it is said. */
function daysWithin(text: string, context: CheckContext): string[] {
  const [, every] = EVERY_MONTH.exec(text) ?? []
  const day = every === undefined ? null : calendarDay(yearOf(context), Number(context.period.slice(5, 7)) || 0, Number(every))
  if (day !== null) return [day]
  const written = readPeriodText(text, yearOf(context))
  const codes = written.kind === 'period' ? [written.code] : written.kind === 'ask' ? written.codes : []
  return codes.flatMap((code) => {
    const range = findPeriodRange(code)
    if (!range || range.from === range.to) return []
    if (MIDDLE.test(text)) return [`${range.from.slice(0, 8)}15`]
    return FIRST.test(text) ? [range.from] : LAST.test(text) ? [range.to] : [range.to, range.from]
  })
}

export const date: FieldBehaviour<Extract<FieldType, { kind: 'date' }>> = {
  plain: () => (typed) => {
    const day = typeof typed === 'number' ? dateOfSerial(typed) : null
    return isPlausibleDay(day) ? day : undefined
  },
  read(_, typed, __, context) {
    const day = typeof typed === 'number' ? dateOfSerial(typed) : null
    if (isPlausibleDay(day)) return read(day)
    const text = typeof typed === 'number' ? String(typed) : oneLine(typed)
    const written = readDayText(text, yearOf(context))
    // A number that is no serial number was not typed as a date: it is never taken, at most offered.
    if (written.kind === 'day' && typeof typed !== 'number') return read(written.day)
    const within = written.kind === 'none' && typeof typed !== 'number' ? daysWithin(text, context) : []
    const [code, days] =
      within.length > 0
        ? (['date-ambiguous', within] as const)
        : written.kind === 'ask'
          ? (['date-ambiguous', written.days] as const)
          : (['not-a-date', written.kind === 'wrong' ? written.meant : []] as const)
    // A serial number that was pasted as text.
    const pasted = /^\d{5}$/.test(text) ? dateOfSerial(Number(text)) : null
    const meant = days.length === 0 && isPlausibleDay(pasted) ? [pasted] : days
    return read(null, found(code, 'error', { actual: quoted(text), fixes: meant.map(dayFix) }))
  },
  show: (_, value, lang) => showPeriod(String(value), lang),
  cell: (_, value) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? serialOf(String(value)) : String(value)),
  numberFormat: () => DAY_FORMAT,
}
