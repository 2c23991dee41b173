// The timetable of a year as it is and as it would be, and setting it: schedules, working
// days, single periods. What is not yet due moves with it; what is due or sent stays on time as it was.
import type { Bilingual } from '../../shared/bilingual.ts'
import { dayInVietnam, startOfDayInVietnam } from '../../shared/clock.ts'
import { datesFor } from '../../shared/deadline.ts'
import type { ObligationDates } from '../../shared/obligation.ts'
import { periodRange, showPeriod } from '../../shared/period.ts'
import { scheduleProblems } from '../../shared/schedule/schedule.ts'
import {
  datesOn,
  periodsOn,
  regimeOn,
  type SetPeriod,
  type SetSchedule,
  scheduleOn,
  type TimetableChange,
  type TimetableEntry,
  type TimetableSettings,
  type TimetableView,
  timetable,
} from '../../shared/schedule/timetable.ts'
import { addDays, calendarProblems } from '../../shared/schedule/work-calendar.ts'
import type { Template } from '../../shared/template.ts'
import { versionIn } from '../../shared/template-versions.ts'
import { calendarProblemSentence, scheduleProblemSentence } from '../../shared/text/schedule-sentence.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { lastHappening } from '../store/events.ts'
import { openedPeriods } from '../store/obligations.ts'
import { readPlan, readStandingVersions } from '../store/plan.ts'
import { moveObligations, readTimetable, writeCalendar, writePeriodDates, writeSchedule } from '../store/schedules.ts'
import type { Seen } from './changed-meanwhile.ts'
import { changeLogged, type Logged, type Written } from './log-change.ts'
import { openObligations } from './open-obligations.ts'
import { refuse } from './review.ts'

const keyOf = ({ template, period }: { template: string; period: string }): string => `${template}.${period}`

interface Known {
  readonly asOf: number
  readonly settings: TimetableSettings
  readonly year: number
  readonly day: string
  /** Of each template the version for each period of the year. */
  readonly periods: readonly { readonly template: Template; readonly period: string }[]
  readonly newest: readonly Template[]
  readonly opened: ReadonlyMap<string, ObligationDates>
  entries(settings: TimetableSettings): Omit<TimetableEntry, 'before' | 'opened'>[]
}

async function known(parts: Parts): Promise<Known> {
  const { db, clock } = parts
  const asOf = await lastHappening(db)
  const [loaded, standing, settings, opened] = await Promise.all([
    readPlan(db),
    readStandingVersions(db),
    readTimetable(db),
    openedPeriods(db),
  ])
  if (!loaded) throw new ProblemError('not-found')
  const { plan, register } = loaded
  const byCode = Map.groupBy(standing, ({ template }) => template.code)
  const newest = [...byCode.values()].flatMap(([first]) => first?.template ?? [])
  const periodsOf = (of: TimetableSettings) =>
    newest.flatMap((template) =>
      periodsOn(of, template, plan.year).flatMap((period) => {
        const version = versionIn(byCode.get(template.code)!, period)
        return version ? [{ template: version.template, period }] : []
      }),
    )
  return {
    ...{ asOf, settings, newest, year: plan.year, day: dayInVietnam(clock.now()), periods: periodsOf(settings) },
    opened: new Map(opened.map((one) => [keyOf(one), one])),
    entries: (of) => timetable(of, periodsOf(of), register),
  }
}

/** The instants of the step, or of the days; refused where they are in no order. */
function byHand(at: Known, change: TimetableChange & { kind: 'days' | 'step' }, now: Date): SetPeriod {
  const { template, period } = change
  const found = at.periods.find((one) => one.template.code === template && one.period === period)
  if (!found) throw new ProblemError('not-found')
  const { opensAt, dueAt, locksAt } = at.opened.get(keyOf(change)) ?? datesOn(at.settings, found.template, period)
  const instant = now.toISOString()
  const set = (dates: Pick<SetPeriod, 'opensAt' | 'dueAt' | 'locksAt'>): SetPeriod => ({ template, period, ...dates })
  if (change.kind === 'days') {
    const startOf = (day: string) => startOfDayInVietnam(day).toISOString()
    const [opens, due, locks] = [startOf(change.opensOn), startOf(addDays(change.lastDay, 1)), startOf(addDays(change.locksAfter, 1))]
    if (opens >= due || due > locks)
      refuse('/lastDay', {
        vi: 'Ngày mở phải trước hạn nộp, hạn nộp không sau ngày khóa. Hãy sửa lại ba ngày này.',
        en: 'It must open before it is due, and be due no later than it locks. Mend these three days.',
      })
    return set({ opensAt: opens, dueAt: due, locksAt: locks })
  }
  if (change.step === 'open') {
    if (opensAt <= instant) refuse('/step', { vi: 'Kỳ này đã mở.', en: 'The period is open already.' })
    return set({ opensAt: instant, dueAt, locksAt })
  }
  if (opensAt >= instant)
    refuse('/step', {
      vi: 'Kỳ này chưa mở nên chưa đóng hay khóa được. Hãy đặt ngày thay vào đó.',
      en: 'The period has not opened, so it cannot be closed or locked. Set its days instead.',
    })
  const due = dueAt < instant ? dueAt : instant
  return change.step === 'close'
    ? set({ opensAt, dueAt: due, locksAt: locksAt < due ? due : locksAt })
    : set({ opensAt, dueAt: due, locksAt: instant })
}

/** Whoever has begun goes by the data window that the form says. */
function demandUnopened(at: Known, template: Template, own: SetSchedule): void {
  const regime = regimeOn({ schedules: [...at.settings.schedules, own] }, template)
  const moved = [...at.opened].find(
    ([key, { windowTo }]) =>
      key.startsWith(`${own.template}.`) &&
      periodRange(key.slice(own.template.length + 1)).from >= own.from &&
      datesFor(regime, key.slice(own.template.length + 1)).windowTo !== windowTo,
  )
  if (!moved) return
  const period = moved[0].slice(own.template.length + 1)
  refuse('/schedule/cutOffDay', {
    vi: `${showPeriod(period, 'vi')} đã mở với ngày chốt số liệu cũ. Hãy áp dụng ngày chốt mới từ một kỳ chưa mở.`,
    en: `${showPeriod(period, 'en')} is open with the earlier cut-off. Let the new one begin with a period that is not open yet.`,
  })
}

interface WorkedOut {
  readonly settings: TimetableSettings
  readonly write: readonly D1PreparedStatement[]
  readonly logged: Omit<Logged, 'reason'>
  /** The one period that is set by hand, which moves also where it is due. */
  readonly only: string | null
}

function workOut(parts: Parts, at: Known, change: TimetableChange): WorkedOut {
  const { db } = parts
  const { calendars, schedules, byHand: set } = at.settings
  if (change.kind === 'calendar') {
    const before = calendars.find(({ year }) => year === change.calendar.year) ?? null
    return {
      settings: { ...at.settings, calendars: [...calendars.filter(({ year }) => year !== change.calendar.year), change.calendar] },
      write: [writeCalendar(db, change.calendar)],
      logged: { subject: 'calendar', subjectId: String(change.calendar.year), action: 'set', before, after: change.calendar },
      only: null,
    }
  }
  if (change.kind === 'schedule') {
    const { kind: _, ...own } = change
    const template = at.newest.find(({ code }) => code === change.template)
    if (!template) throw new ProblemError('not-found')
    demandUnopened(at, template, own)
    const isOther = (one: { template: string; from: string }) => one.template !== own.template || one.from !== own.from
    return {
      settings: { ...at.settings, schedules: [...schedules.filter(isOther), own] },
      write: [writeSchedule(db, own)],
      logged: {
        ...({ subject: 'regime', subjectId: own.template, action: 'set' } as const),
        before: { schedule: scheduleOn(at.settings, template, own.from) },
        after: { from: own.from, schedule: own.schedule },
      },
      only: null,
    }
  }
  const own = byHand(at, change, parts.clock.now())
  const action = change.kind === 'days' ? 'set' : ({ open: 'opened', close: 'closed', lock: 'locked' } as const)[change.step]
  const found = at.periods.find((one) => one.template.code === own.template && one.period === own.period)!
  const { opensAt, dueAt, locksAt } = at.opened.get(keyOf(own)) ?? datesOn(at.settings, found.template, own.period)
  const { template: _, period: __, ...after } = own
  return {
    settings: { ...at.settings, byHand: [...set.filter((one) => keyOf(one) !== keyOf(own)), own] },
    write: [writePeriodDates(db, own)],
    logged: { subject: 'period', subjectId: keyOf(own), action, before: { opensAt, dueAt, locksAt }, after },
    only: keyOf(own),
  }
}

function problemsOf(at: Known, { settings }: WorkedOut, change: TimetableChange): Bilingual[] {
  if (change.kind === 'calendar') return calendarProblems(change.calendar).map(calendarProblemSentence)
  if (change.kind !== 'schedule') return []
  const template = at.newest.find(({ code }) => code === change.template)!
  const countedBy = at.newest.find(({ countedFrom }) => JSON.stringify(countedFrom ?? null).includes(`"${change.template}"`))
  return [
    ...scheduleProblems(regimeOn(settings, template), change.schedule, at.year, settings.calendars).map(scheduleProblemSentence),
    ...(countedBy && change.schedule.mergedMonths.length > 0 ? [scheduleProblemSentence('counted-elsewhere')] : []),
  ]
}

const DATES = ['windowTo', 'opensAt', 'dueAt', 'locksAt'] as const

const windowAnd = ({ windowFrom, windowTo, opensAt, dueAt, locksAt }: ObligationDates): ObligationDates => ({
  ...{ windowFrom, windowTo },
  ...{ opensAt, dueAt, locksAt },
})

/** With what it was, where it moves; what is due already does not, unless it is set by hand. */
function compared(at: Known, worked: WorkedOut, now: string): TimetableEntry[] {
  const was = new Map(at.entries(at.settings).map((entry) => [keyOf(entry), entry.dates]))
  return at.entries(worked.settings).map((entry) => {
    const key = keyOf(entry)
    const standing = at.opened.get(key)
    const before = {
      ...(was.get(key) ?? entry.dates),
      ...(standing && windowAnd(standing)),
    }
    const isSettled = standing !== undefined && key !== worked.only && (before.dueAt <= now || entry.dates.dueAt <= now)
    // What people have begun on does not close again because it would open later.
    const kept = standing && { windowFrom: standing.windowFrom, windowTo: standing.windowTo }
    const dates = isSettled
      ? before
      : { ...entry.dates, ...kept, ...(standing && entry.dates.opensAt > now && { opensAt: standing.opensAt }) }
    const moves = DATES.some((one) => before[one] !== dates[one]) || !was.has(key)
    return { ...entry, dates, before: moves ? before : null, opened: standing !== undefined }
  })
}

function viewOf(at: Known, settings: TimetableSettings, entries: TimetableEntry[], problems: Bilingual[]): TimetableView {
  return {
    ...{ asOf: at.asOf, year: at.year, day: at.day, calendars: [...settings.calendars], entries, problems },
    templates: at.newest.map((template) => ({
      ...{ code: template.code, title: template.title, frequency: template.regime.frequency },
      schedule: scheduleOn(settings, template, `${at.year}-12-31`),
    })),
  }
}

export async function timetableNow(parts: Parts): Promise<TimetableView> {
  const at = await known(parts)
  const same: WorkedOut = {
    settings: at.settings,
    write: [],
    logged: { subject: 'period', subjectId: '', action: 'set', before: null, after: null },
    only: null,
  }
  const entries = compared(at, same, parts.clock.now().toISOString()).map((entry) => ({
    ...entry,
    dates: entry.before ?? entry.dates,
    before: null,
  }))
  return viewOf(at, at.settings, entries, [])
}

export async function previewTimetable(parts: Parts, change: TimetableChange): Promise<TimetableView> {
  const at = await known(parts)
  const worked = workOut(parts, at, change)
  return viewOf(at, worked.settings, compared(at, worked, parts.clock.now().toISOString()), problemsOf(at, worked, change))
}

export async function setTimetable(
  parts: Parts,
  person: Person,
  change: TimetableChange,
  reason: string,
  seen: Seen,
): Promise<TimetableView> {
  const write = async (): Promise<Written<null>> => {
    const at = await known(parts)
    const worked = workOut(parts, at, change)
    const [problem] = change.kind === 'calendar' ? problemsOf(at, worked, change) : []
    if (problem) refuse('/calendar', problem)
    if (change.kind === 'schedule') {
      const template = at.newest.find(({ code }) => code === change.template)!
      if (
        scheduleProblems(regimeOn(worked.settings, template), change.schedule, at.year, worked.settings.calendars).includes(
          'opens-after-due',
        )
      )
        refuse('/schedule', scheduleProblemSentence('opens-after-due'))
    }
    const moved = compared(at, worked, parts.clock.now().toISOString()).filter(({ before, opened }) => opened && before !== null)
    return {
      statements: [
        ...worked.write,
        ...moved.map(({ template, period, dates }) => moveObligations(parts.db, { template, period, ...dates })),
      ],
      changes: [{ ...worked.logged, reason }],
      result: null,
    }
  }
  // What was shown before it was saved is the whole year of all of these.
  await changeLogged(parts, person, write, { things: [{ subject: 'regime' }, { subject: 'calendar' }, { subject: 'period' }], seen })
  await openObligations(parts)
  return timetableNow(parts)
}
