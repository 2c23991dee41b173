// Due times and periods as people write them: Tháng 3/2025, Quý II/2025, Năm 2025,
// a day, Thường xuyên, Sau khi … Text columns, because Excel makes a date of "3/2025".
import { isShortMonth, parsePeriod, showPeriod } from '../period.ts'
import { dateOfSerial } from '../serial-date.ts'
import type { FieldType } from '../template.ts'
import { type FieldBehaviour, type FieldFix, found, oneLine, quoted, read } from './field-behaviour.ts'

const periodFix = (code: string): FieldFix => ({ value: showPeriod(code, 'vi'), shown: showPeriod(code, 'vi') })

export const period: FieldBehaviour<Extract<FieldType, { kind: 'period' }>> = {
  read(_, typed) {
    if (typeof typed === 'number') {
      if (Number.isInteger(typed) && typed >= 1990 && typed <= 2100) return read(String(typed))
      const day = typed >= 30_000 ? dateOfSerial(typed) : null
      if (!day) return read(null, found('not-a-period', 'error', { actual: quoted(typed) }))
      // The first of a month is what Excel makes of "3/2025"; another day was typed as a day.
      if (!day.endsWith('-01')) return read(day)
      const month = day.slice(0, 7)
      return read(
        month,
        found('period-short', 'warning', {
          actual: showPeriod(day, 'vi'),
          expected: showPeriod(month, 'vi'),
          fixes: [periodFix(month), periodFix(day)],
        }),
      )
    }
    const text = oneLine(typed)
    const code = parsePeriod(text)
    if (code === null)
      return read(
        null,
        found(/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(text) ? 'not-a-date' : 'not-a-period', 'error', { actual: quoted(text) }),
      )
    if (isShortMonth(text))
      return read(code, found('period-short', 'warning', { actual: text, expected: showPeriod(code, 'vi'), fixes: [periodFix(code)] }))
    return read(code)
  },
  show: (_, value, lang) => showPeriod(String(value), lang),
  cell: (_, value) => showPeriod(String(value), 'vi'),
  numberFormat: () => '@',
}
