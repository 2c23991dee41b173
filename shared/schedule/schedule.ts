// When reports of a template open, fall due and lock, as an admin sets it: apart from the
// template, because a day off or a later deadline is no new form. Also the data window may end on another day, in periods that are not open yet.
import * as v from 'valibot'
import { startOfDayInVietnam } from '../clock.ts'
import { datesFor } from '../deadline.ts'
import type { ObligationDates } from '../obligation.ts'
import { type Period, periodRange, periodsOf } from '../period.ts'
import type { Regime } from '../template.ts'
import { addDays, isWorkingDay, type WorkCalendars, workingDayFrom } from './work-calendar.ts'

const DayOfMonth = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31))
/** Counted from the period's last month. */
const Months = v.pipe(v.number(), v.integer(), v.minValue(-12), v.maxValue(3))

export const Schedule = v.strictObject({
  /** Day of the period's last month on which the data window ends; where left out it ends as before. */
  cutOffDay: v.optional(DayOfMonth),
  open: v.strictObject({ day: DayOfMonth, months: Months }),
  /** "trước ngày 20" is day 20, exclusive; "đến hết ngày 20" is inclusive. */
  due: v.strictObject({ day: DayOfMonth, months: Months, inclusive: v.boolean() }),
  /** What happens where the last day is not worked (Bộ luật Dân sự 2015 Đ148.5 moves it on). */
  dayOff: v.picklist(['as-is', 'next-working-day']),
  /** Days after the last day on time until which something late is still taken. */
  lockAfterDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(366)),
  /** Months without a report of their own, because that of the quarter, half-year or year takes its place. */
  mergedMonths: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))), v.maxLength(12)),
})
export type Schedule = v.InferOutput<typeof Schedule>

/** What holds where nobody has set anything: the template's own dates. */
export const scheduleOf = ({ dates }: Pick<Regime, 'dates'>): Schedule => ({
  cutOffDay: dates.cutOffDay,
  open: { day: 1, months: 0 },
  due: { day: dates.dueDay, months: 0, inclusive: dates.dueInclusive },
  dayOff: 'as-is',
  lockAfterDays: dates.lockAfterDays,
  mergedMonths: [],
})

const monthFrom = (day: string, months: number): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 7)

/** Day 31 is the last day of a shorter month. */
function dayIn(month: string, day: number): string {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()
  return `${month}-${String(Math.min(day, last)).padStart(2, '0')}`
}

const startOf = (day: string): string => startOfDayInVietnam(day).toISOString()

/** The last day on which a report is on time, before and after days off are considered. */
export function lastDayOf({ due, dayOff }: Schedule, period: Period, calendars: WorkCalendars): { said: string; holds: string } {
  const named = dayIn(monthFrom(periodRange(period).to, due.months), due.day)
  const said = due.inclusive ? named : addDays(named, -1)
  return { said, holds: dayOff === 'as-is' ? said : workingDayFrom(calendars, said) }
}

export function scheduledDates(regime: Regime, schedule: Schedule, period: Period, calendars: WorkCalendars): ObligationDates {
  const own = datesFor(regime, period)
  // An ad-hoc report stands open for its period and never falls due.
  if (regime.frequency === 'ad-hoc') return own
  const late = addDays(lastDayOf(schedule, period, calendars).holds, 1)
  return {
    ...{ windowFrom: own.windowFrom, windowTo: own.windowTo },
    opensAt: startOf(dayIn(monthFrom(periodRange(period).to, schedule.open.months), schedule.open.day)),
    dueAt: startOf(late),
    locksAt: startOf(addDays(late, schedule.lockAfterDays)),
  }
}

/** The periods of a year for which there is a report, in order. */
export const scheduledPeriods = (frequency: Regime['frequency'], { mergedMonths }: Schedule, year: number): Period[] =>
  periodsOf(frequency, year).filter((period) => frequency !== 'month' || !mergedMonths.includes(Number(period.slice(5, 7))))

export type ScheduleProblem = 'opens-after-due' | 'due-with-cut-off'

/** NĐ 09/2019/NĐ-CP Đ8.5: a report is due no earlier than one working day after its data are closed. */
export function scheduleProblems(regime: Regime, schedule: Schedule, year: number, calendars: WorkCalendars): ScheduleProblem[] {
  if (regime.frequency === 'ad-hoc') return []
  const found = scheduledPeriods(regime.frequency, schedule, year).flatMap((period): ScheduleProblem[] => {
    const { windowTo, opensAt, dueAt } = scheduledDates(regime, schedule, period, calendars)
    const last = lastDayOf(schedule, period, calendars).holds
    const firstWorked = workingDayFrom(calendars, addDays(windowTo, 1))
    return [...(opensAt >= dueAt ? (['opens-after-due'] as const) : []), ...(last < firstWorked ? (['due-with-cut-off'] as const) : [])]
  })
  return [...new Set(found)]
}

export const isOnDayOff = (schedule: Schedule, period: Period, calendars: WorkCalendars): boolean =>
  !isWorkingDay(calendars, lastDayOf(schedule, period, calendars).said)
