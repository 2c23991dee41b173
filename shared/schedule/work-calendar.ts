// Which days of a year are worked in Vietnam: Monday to Friday, without public holidays
// (Bộ luật Lao động 2019 Đ112), with the days that are worked instead of others. Dated data, never code.
import * as v from 'valibot'

const IsoDay = v.pipe(v.string(), v.isoDate())
const Named = v.strictObject({ day: IsoDay, name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)) })

export const WorkCalendar = v.strictObject({
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)),
  /** Days off besides Saturdays and Sundays. */
  holidays: v.pipe(v.array(Named), v.maxLength(120)),
  /** Saturdays and Sundays that are worked because another day is off. */
  workdays: v.pipe(v.array(Named), v.maxLength(60)),
})
export type WorkCalendar = v.InferOutput<typeof WorkCalendar>

export type WorkCalendars = readonly WorkCalendar[]

const DAY_MS = 86_400_000

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

const has = (days: WorkCalendar['holidays'], day: string): boolean => days.some((one) => one.day === day)

/** In a year without a calendar of its own every day from Monday to Friday. */
export function isWorkingDay(calendars: WorkCalendars, day: string): boolean {
  const calendar = calendars.find(({ year }) => year === Number(day.slice(0, 4)))
  if (calendar && has(calendar.workdays, day)) return true
  return !isWeekend(day) && !(calendar && has(calendar.holidays, day))
}

/** The day itself, or the first working day after it. */
export function workingDayFrom(calendars: WorkCalendars, day: string): string {
  let found = day
  while (!isWorkingDay(calendars, found)) found = addDays(found, 1)
  return found
}

export interface CalendarProblem {
  readonly code: 'other-year' | 'twice' | 'both' | 'worked-anyway'
  readonly day: string
}

/** What cannot be right in a calendar. */
export function calendarProblems({ year, holidays, workdays }: WorkCalendar): CalendarProblem[] {
  const off = holidays.map(({ day }) => day)
  const worked = workdays.map(({ day }) => day)
  const all = [...off, ...worked]
  return all.flatMap((day, at): CalendarProblem[] => {
    if (!day.startsWith(`${year}-`)) return [{ code: 'other-year', day }]
    if (off.includes(day) && worked.includes(day)) return at < off.length ? [{ code: 'both', day }] : []
    if (all.indexOf(day) < at) return [{ code: 'twice', day }]
    return worked.includes(day) && !isWeekend(day) ? [{ code: 'worked-anyway', day }] : []
  })
}
