// Why a report is to be brought to somebody's mind today, if at all: on working days alone, before
// the due day earlier, after it later. Knows days and states, neither people nor mails; what was said already is the caller's matter.
import { dayInVietnam } from '../clock.ts'
import type { ObligationState } from '../obligation.ts'
import { addDays, isWorkingDay, type WorkCalendars, workingDayFrom } from '../schedule/work-calendar.ts'
import type { ReminderSetting } from './reminder-setting.ts'

export type ReminderKind = 'due' | 'overdue' | 'returned' | 'handed-back' | 'signature'

export interface Occasion {
  readonly kind: ReminderKind
  /** The same key is the same thing: nobody is told of it twice. */
  readonly key: string
  /** Days left, days late, or days since it came back or waits. */
  readonly days: number
}

export interface Reminded {
  readonly state: ObligationState
  readonly dueAt: string
  /** Falls due at all: an ad-hoc report never does. */
  readonly fallsDue: boolean
  /** The submission that came back or waits for a signature, and since when; null where there is none. */
  readonly waiting: { readonly submission: string; readonly since: string } | null
}

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** The last day on which a report is on time: the due instant is the first that is late. */
export const lastDayOnTime = (dueAt: string): string => dayInVietnam(new Date(Date.parse(dueAt) - 1))

/** Of the days that have been reached the last: whoever was not told on an earlier one is told once, not as often as was missed. */
const reached = (days: readonly number[], passed: number): number | undefined =>
  days
    .filter((one) => one <= passed)
    .toSorted((a, b) => a - b)
    .at(-1)

const WAITS: Partial<Record<ObligationState, ReminderKind>> = {
  returned: 'returned',
  'handed-back': 'handed-back',
  'awaiting-sign-off': 'signature',
}

/** The last of the days off that follow, or the day itself: what falls on them is said before them. */
const untilWork = (calendars: WorkCalendars, day: string): string => addDays(workingDayFrom(calendars, addDays(day, 1)), -1)

export function occasionOf({ before, after }: ReminderSetting, calendars: WorkCalendars, of: Reminded, day: string): Occasion | null {
  if (!isWorkingDay(calendars, day)) return null
  const waits = WAITS[of.state]
  if (waits && of.waiting) {
    const days = daysBetween(dayInVietnam(new Date(of.waiting.since)), day)
    const step = reached([0, ...after], days)
    return step === undefined ? null : { kind: waits, key: `${waits}.${of.waiting.submission}.${step}`, days }
  }
  if (!of.fallsDue || !['open', 'draft', 'extended', 'overdue'].includes(of.state)) return null
  const last = lastDayOnTime(of.dueAt)
  const left = daysBetween(day, last)
  if (left < 0) {
    const step = reached(after, -left)
    return step === undefined ? null : { kind: 'overdue', key: `overdue.${last}.${step}`, days: -left }
  }
  const leastLeft = daysBetween(untilWork(calendars, day), last)
  const step = before.filter((one) => one >= leastLeft).toSorted((a, b) => a - b)[0]
  return step === undefined ? null : { kind: 'due', key: `due.${last}.${step}`, days: left }
}
