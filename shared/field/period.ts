// Due times and periods as people write them: Tháng 3/2025, Quý II/2025, Năm 2025,
// a day, Thường xuyên, Sau khi … Text columns, because Excel makes a date of "3/2025".
import { showPeriod } from '../period.ts'
import { readPeriodText } from '../period-text.ts'
import { dateOfSerial, isPlausibleDay } from '../serial-date.ts'
import type { FieldType } from '../template.ts'
import { yearOf } from './date.ts'
import { type FieldBehaviour, type FieldFix, found, oneLine, quoted, type Reading, read, safely } from './field-behaviour.ts'

const periodFix = (code: string): FieldFix => ({ value: showPeriod(code, 'vi'), shown: showPeriod(code, 'vi') })

/** A number: a year, or the serial number of a day. */
function readNumber(typed: number): Reading {
  if (Number.isInteger(typed) && typed >= 1990 && typed <= 2100) return read(String(typed))
  const day = dateOfSerial(typed)
  if (!isPlausibleDay(day)) {
    // 3.2025 where "." divides.
    const [, month, year] = /^(\d{1,2})\.(20\d\d)$/.exec(String(typed)) ?? []
    const meant = month !== undefined && Number(month) <= 12 ? [`${year}-${month.padStart(2, '0')}`] : []
    return read(null, found('not-a-period', 'error', { actual: quoted(typed), fixes: meant.map(periodFix) }))
  }
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

export const period: FieldBehaviour<Extract<FieldType, { kind: 'period' }>> = {
  read(_, typed, __, context) {
    if (typeof typed === 'number') return readNumber(typed)
    const text = oneLine(typed)
    const written = readPeriodText(text, yearOf(context))
    switch (written.kind) {
      case 'period': {
        const { code } = written
        if (!written.short) return read(code)
        return read(
          code,
          found('period-short', 'warning', { actual: quoted(text), expected: showPeriod(code, 'vi'), fixes: [safely(periodFix(code))] }),
        )
      }
      case 'ask':
        return read(null, found('period-ambiguous', 'error', { actual: quoted(text), fixes: written.codes.map(periodFix) }))
      case 'wrong-day':
        return read(null, found('not-a-date', 'error', { actual: quoted(text), fixes: written.meant.map(periodFix) }))
      case 'none':
        return read(null, found('not-a-period', 'error', { actual: quoted(text), fixes: written.meant.map(periodFix) }))
    }
  },
  show: (_, value, lang) => showPeriod(String(value), lang),
  cell: (_, value) => showPeriod(String(value), 'vi'),
  numberFormat: () => '@',
}
