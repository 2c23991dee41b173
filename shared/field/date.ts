// Calendar days: serial numbers in cells, day/month/year in text, never month/day.
import type { CheckContext } from '../check-context.ts'
import { readDayText } from '../day-text.ts'
import { showPeriod } from '../period.ts'
import { DAY_FORMAT, dateOfSerial, isPlausibleDay, serialOf } from '../serial-date.ts'
import type { FieldType } from '../template.ts'
import { type FieldBehaviour, type FieldFix, found, oneLine, quoted, read } from './field-behaviour.ts'

export const dayFix = (day: string): FieldFix => ({ value: serialOf(day), shown: showPeriod(day, 'vi'), day: true })

/** The year that is supposed, and asked about, where none is written. */
export function yearOf({ period, today }: CheckContext): number {
  const year = Number(period.slice(0, 4))
  return year > 0 ? year : Number(today.slice(0, 4))
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
    const [code, days] =
      written.kind === 'ask'
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
