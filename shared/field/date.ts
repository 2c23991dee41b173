// Calendar days: serial numbers in cells, dd/mm/yyyy in text, never mm/dd.
import { parseDay, showPeriod } from '../period.ts'
import { calendarDay, dateOfSerial, serialOf } from '../serial-date.ts'
import type { FieldType } from '../template.ts'
import { type FieldBehaviour, type FieldFix, found, oneLine, quoted, read } from './field-behaviour.ts'

/** Outside of these years a number in a date column is no date but a slip: 2025, 20250317. */
const YEARS = { from: '1945-01-01', to: '2100-12-31' }
const plausible = (day: string | null): day is string => day !== null && day >= YEARS.from && day <= YEARS.to

const dayFix = (day: string): FieldFix => ({ value: serialOf(day), shown: showPeriod(day, 'vi') })

/** What 02/13/2025, 20250317 and the like were probably meant to be. */
function meant(text: string): FieldFix[] {
  const american = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const day = american
    ? calendarDay(Number(american[3]), Number(american[1]), Number(american[2]))
    : packed && calendarDay(Number(packed[1]), Number(packed[2]), Number(packed[3]))
  return plausible(day) ? [dayFix(day)] : []
}

export const date: FieldBehaviour<Extract<FieldType, { kind: 'date' }>> = {
  read(_, typed) {
    if (typeof typed === 'number') {
      const day = dateOfSerial(typed)
      return plausible(day) ? read(day) : read(null, found('not-a-date', 'error', { actual: String(typed), fixes: meant(String(typed)) }))
    }
    const text = oneLine(typed).replace(/[ T]\d{1,2}:\d{2}(?::\d{2})?$/, '')
    const day = parseDay(text)
    if (plausible(day)) return read(day)
    const short = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2})$/.exec(text)
    const full = short && calendarDay(2000 + Number(short[3]), Number(short[2]), Number(short[1]))
    if (full)
      return read(null, found('date-ambiguous', 'error', { actual: quoted(text), expected: showPeriod(full, 'vi'), fixes: [dayFix(full)] }))
    return read(null, found('not-a-date', 'error', { actual: quoted(text), fixes: meant(text) }))
  },
  show: (_, value, lang) => showPeriod(String(value), lang),
  cell: (_, value) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? serialOf(String(value)) : String(value)),
  numberFormat: () => 'dd/mm/yyyy',
}
