// What falls when for whom in a year: every template × period with its dates, under the
// calendars, schedules and dates set by hand that hold. Knows no obligations that are there already.
import * as v from 'valibot'
import type { Register } from '../agency.ts'
import { Bilingual } from '../bilingual.ts'
import { obligationsOf } from '../deadline.ts'
import { ObligationDates } from '../obligation.ts'
import { type Period, periodRange } from '../period.ts'
import type { Regime, Template } from '../template.ts'
import { isOnDayOff, Schedule, scheduledDates, scheduledPeriods, scheduleOf } from './schedule.ts'
import { WorkCalendar, type WorkCalendars } from './work-calendar.ts'

const IsoDay = v.pipe(v.string(), v.isoDate())
const PeriodCode = v.pipe(v.string(), v.regex(/^\d{4}(-(\d{2}|Q\d|H\d|9M))?$/))

/** Of a template, from the first period that begins on the day or later. */
export const SetSchedule = v.strictObject({ template: v.string(), from: IsoDay, schedule: Schedule })
export type SetSchedule = v.InferOutput<typeof SetSchedule>

/** Three instants that somebody set by hand for one period. */
export const SetPeriod = v.strictObject({
  template: v.string(),
  period: PeriodCode,
  opensAt: v.pipe(v.string(), v.isoTimestamp()),
  dueAt: v.pipe(v.string(), v.isoTimestamp()),
  locksAt: v.pipe(v.string(), v.isoTimestamp()),
})
export type SetPeriod = v.InferOutput<typeof SetPeriod>

/** What an admin may change about the timetable. `step`: at the instant at which it is asked for. */
export const TimetableChange = v.variant('kind', [
  v.strictObject({ kind: v.literal('schedule'), ...SetSchedule.entries }),
  v.strictObject({ kind: v.literal('calendar'), calendar: WorkCalendar }),
  v.strictObject({
    kind: v.literal('days'),
    template: v.string(),
    period: PeriodCode,
    opensOn: IsoDay,
    lastDay: IsoDay,
    locksAfter: IsoDay,
  }),
  v.strictObject({ kind: v.literal('step'), template: v.string(), period: PeriodCode, step: v.picklist(['open', 'close', 'lock']) }),
])
export type TimetableChange = v.InferOutput<typeof TimetableChange>

export interface TimetableSettings {
  readonly calendars: WorkCalendars
  readonly schedules: readonly SetSchedule[]
  readonly byHand: readonly SetPeriod[]
}

export const TimetableEntry = v.strictObject({
  template: v.string(),
  title: Bilingual,
  period: v.string(),
  dates: ObligationDates,
  /** What it was before the change that is looked at; null where nothing changes. */
  before: v.nullable(ObligationDates),
  agencies: v.number(),
  /** The last day that the schedule names is not worked. */
  onDayOff: v.boolean(),
  byHand: v.boolean(),
  /** Agencies have been asked for it already. */
  opened: v.boolean(),
})
export type TimetableEntry = v.InferOutput<typeof TimetableEntry>

export const TimetableView = v.strictObject({
  /** The last event of the log that it knows of. */
  asOf: v.number(),
  year: v.number(),
  day: v.string(),
  calendars: v.array(WorkCalendar),
  templates: v.array(v.strictObject({ code: v.string(), title: Bilingual, frequency: v.string(), schedule: Schedule })),
  entries: v.array(TimetableEntry),
  /** What stands against the change that is looked at. */
  problems: v.array(Bilingual),
})
export type TimetableView = v.InferOutput<typeof TimetableView>

/** The schedule that holds for a template on a day. */
export function scheduleOn({ schedules }: TimetableSettings, template: Pick<Template, 'code' | 'regime'>, day: string): Schedule {
  const own = schedules.filter((one) => one.template === template.code && one.from <= day).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return own.at(-1)?.schedule ?? scheduleOf(template.regime)
}

/** The template's regime with the cut-offs that were set apart from it. */
export function regimeOn({ schedules }: Pick<TimetableSettings, 'schedules'>, { code, regime }: Pick<Template, 'code' | 'regime'>): Regime {
  const own = schedules.filter(({ template }) => template === code).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const cutOffs = own.flatMap(({ from, schedule: { cutOffDay: day } }) => (day === undefined ? [] : [{ from, day }]))
  const { cutOffs: _, ...dates } = regime.dates
  return { ...regime, dates: cutOffs.length > 0 ? { ...dates, cutOffs } : dates }
}

export const periodsOn = (settings: TimetableSettings, template: Template, year: number): Period[] =>
  scheduledPeriods(template.regime.frequency, { ...scheduleOf(template.regime), mergedMonths: [] }, year).filter((period) => {
    const { mergedMonths } = scheduleOn(settings, template, periodRange(period).from)
    return template.regime.frequency !== 'month' || !mergedMonths.includes(Number(period.slice(5, 7)))
  })

export function datesOn(settings: TimetableSettings, template: Template, period: Period): ObligationDates {
  const schedule = scheduleOn(settings, template, periodRange(period).from)
  const dates = scheduledDates(regimeOn(settings, template), schedule, period, settings.calendars)
  const set = settings.byHand.find((one) => one.template === template.code && one.period === period)
  return set ? { ...dates, opensAt: set.opensAt, dueAt: set.dueAt, locksAt: set.locksAt } : dates
}

/** The periods of a year of these templates, each in the version that is in effect for it. */
export function timetable(
  settings: TimetableSettings,
  versions: readonly { readonly template: Template; readonly period: Period }[],
  register: Register,
): Omit<TimetableEntry, 'before' | 'opened'>[] {
  return versions
    .map(({ template, period }) => ({
      ...{ template: template.code, title: template.title, period, dates: datesOn(settings, template, period) },
      agencies: obligationsOf(template, register, period).length,
      onDayOff:
        template.regime.frequency !== 'ad-hoc' &&
        isOnDayOff(scheduleOn(settings, template, periodRange(period).from), period, settings.calendars),
      byHand: settings.byHand.some((one) => one.template === template.code && one.period === period),
    }))
    .toSorted((a, b) => a.dates.dueAt.localeCompare(b.dates.dueAt) || a.template.localeCompare(b.template))
}
