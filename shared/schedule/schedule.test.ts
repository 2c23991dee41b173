import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesFor } from '../deadline.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { vietnamCalendars } from '../packs/vietnam-calendars.ts'
import { periodsOf } from '../period.ts'
import { isOnDayOff, lastDayOf, type Schedule, scheduledDates, scheduledPeriods, scheduleOf, scheduleProblems } from './schedule.ts'
import { addDays, calendarProblems, isWorkingDay, workingDayFrom } from './work-calendar.ts'

const regime = (code: string) => khanhHoa2025.templates.find((one) => one.code === code)!.regime
const thang = regime('THANG')
const own = scheduleOf(thang)

test('where nobody has set anything, the dates are the template’s own', () => {
  for (const { regime: one } of khanhHoa2025.templates)
    for (const period of periodsOf(one.frequency, 2025))
      expect(scheduledDates(one, scheduleOf(one), period, vietnamCalendars)).toEqual(datesFor(one, period))
})

describe('working days', () => {
  test('are Monday to Friday without holidays, with the days worked instead', () => {
    const worked = (day: string) => isWorkingDay(vietnamCalendars, day)
    // Friday 2 May 2025 was off, Saturday 26 April was worked for it.
    expect(['2025-04-26', '2025-05-02', '2025-05-05', '2025-09-01', '2025-03-15'].map(worked)).toEqual([true, false, true, false, false])
    expect(workingDayFrom(vietnamCalendars, '2025-01-25')).toBe('2025-02-03')
    expect(workingDayFrom(vietnamCalendars, '2025-04-30')).toBe('2025-05-05')
  })

  test('of the years that come with the product are told without contradiction', () => {
    expect(vietnamCalendars.flatMap(calendarProblems)).toEqual([])
  })

  test('of a calendar that contradicts itself are told: another year, twice, both, worked anyway', () => {
    const day = (one: string) => ({ day: one, name: 'Nghỉ' })
    const holidays = ['2025-01-01', '2025-01-01', '2026-01-01', '2025-03-15'].map(day)
    expect(calendarProblems({ year: 2025, holidays, workdays: ['2025-03-15', '2025-03-17'].map(day) })).toEqual([
      { code: 'twice', day: '2025-01-01' },
      { code: 'other-year', day: '2026-01-01' },
      { code: 'both', day: '2025-03-15' },
      { code: 'worked-anyway', day: '2025-03-17' },
    ])
  })
})

describe('"trước ngày 20"', () => {
  const moved: Schedule = { ...own, dayOff: 'next-working-day' }

  test('on a day off stays as it is, or goes on to the next working day', () => {
    // 19/4/2025 is a Saturday, 19/10/2025 a Sunday.
    expect(['2025-04', '2025-07', '2025-10'].map((period) => isOnDayOff(own, period, vietnamCalendars))).toEqual([true, true, true])
    expect(lastDayOf(own, '2025-04', vietnamCalendars)).toEqual({ said: '2025-04-19', holds: '2025-04-19' })
    expect(lastDayOf(moved, '2025-04', vietnamCalendars)).toEqual({ said: '2025-04-19', holds: '2025-04-21' })
    expect(scheduledDates(thang, moved, '2025-04', vietnamCalendars).dueAt).toBe('2025-04-21T17:00:00.000Z')
    expect(scheduledDates(thang, moved, '2025-03', vietnamCalendars)).toEqual(datesFor(thang, '2025-03'))
  })

  test('is one day earlier than "đến hết ngày 20"', () => {
    const inclusive: Schedule = { ...own, due: { ...own.due, inclusive: true } }
    expect(lastDayOf(inclusive, '2025-03', vietnamCalendars).holds).toBe('2025-03-20')
  })

  test('may be of the month after, also where that is in the next year', () => {
    const later: Schedule = { ...own, due: { day: 5, months: 1, inclusive: true } }
    expect(lastDayOf(later, '2025-12', vietnamCalendars).holds).toBe('2026-01-05')
  })
})

test('month 3 may go into quarter I: the month has no report of its own', () => {
  const merged: Schedule = { ...own, mergedMonths: [3, 6, 9, 12] }
  expect(scheduledPeriods('month', merged, 2025)).toHaveLength(8)
  expect(scheduledPeriods('quarter', merged, 2025)).toHaveLength(4)
})

test('a report that is due before its data are closed, or before it opens, is told', () => {
  const problems = (change: Partial<Schedule>) => scheduleProblems(thang, { ...own, ...change }, 2025, vietnamCalendars)
  expect(problems({})).toEqual([])
  expect(problems({ due: { day: 14, months: 0, inclusive: true } })).toEqual(['due-with-cut-off'])
  expect(problems({ open: { day: 25, months: 0 } })).toEqual(['opens-after-due'])
})

test('whatever is set, a report falls due on a working day where it is moved on, and locks no earlier than that', () => {
  const schedule = fc.record<Schedule>({
    open: fc.record({ day: fc.integer({ min: 1, max: 31 }), months: fc.integer({ min: -2, max: 0 }) }),
    due: fc.record({ day: fc.integer({ min: 1, max: 31 }), months: fc.integer({ min: 0, max: 2 }), inclusive: fc.boolean() }),
    dayOff: fc.constant('next-working-day' as const),
    lockAfterDays: fc.integer({ min: 0, max: 60 }),
    mergedMonths: fc.constant([]),
  })
  fc.assert(
    fc.property(schedule, fc.constantFrom(...periodsOf('month', 2025)), (one, period) => {
      const { said, holds } = lastDayOf(one, period, vietnamCalendars)
      expect(isWorkingDay(vietnamCalendars, holds)).toBe(true)
      for (let day = said; day < holds; day = addDays(day, 1)) expect(isWorkingDay(vietnamCalendars, day)).toBe(false)
      const { dueAt, locksAt } = scheduledDates(thang, one, period, vietnamCalendars)
      expect(locksAt >= dueAt).toBe(true)
    }),
  )
})
