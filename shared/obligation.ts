// One agency × template × period with its four dates, and the state that
// follows on read from dates and submissions. Stores nothing.
import * as v from 'valibot'
import type { SubmissionState } from './standing.ts'

export const OBLIGATION_STATES = [
  'not-open',
  'open',
  'draft',
  'awaiting-sign-off',
  'handed-back',
  'submitted',
  'returned',
  'accepted',
  'extended',
  'overdue',
  'nil',
  'not-applicable',
  'locked',
] as const
export const ObligationState = v.picklist(OBLIGATION_STATES)
export type ObligationState = v.InferOutput<typeof ObligationState>

/** All instants are ISO 8601 UTC; the days they stand for are days in Asia/Ho_Chi_Minh. */
export const ObligationDates = v.strictObject({
  /** First and last day of the data window, `YYYY-MM-DD` (NĐ 09/2019 Đ12). */
  windowFrom: v.string(),
  windowTo: v.string(),
  opensAt: v.string(),
  /** The first instant that is late. */
  dueAt: v.string(),
  /** The first instant at which nothing is taken any more. */
  locksAt: v.string(),
  /** Where the agency was given longer: what was the first late instant before. */
  extendedFrom: v.optional(v.string()),
})
export type ObligationDates = v.InferOutput<typeof ObligationDates>

export const Obligation = v.strictObject({
  /** `THANG.2025-03.STTTT`: template, period, agency. */
  id: v.string(),
  template: v.string(),
  version: v.number(),
  period: v.string(),
  agency: v.string(),
  dates: ObligationDates,
})
export type Obligation = v.InferOutput<typeof Obligation>

export const obligationId = (template: string, period: string, agency: string): string => `${template}.${period}.${agency}`

/** What is known about an obligation besides its dates. */
export interface ObligationFacts {
  /** Something is typed and not yet sent. */
  readonly draft: boolean
  /** In the order they were sent. */
  readonly submissions: readonly {
    readonly state: SubmissionState
    /** When it was sent, or signed where it had to be; null until then. */
    readonly reachedAt: string | null
    readonly declaration: 'nothing-to-report' | 'not-applicable' | null
  }[]
}

/** Whether it would be late now. An ad-hoc report locks without ever having been due, so it is never late. */
export function isOver({ dates }: Pick<Obligation, 'dates'>, now: Date): boolean {
  const due = Date.parse(dates.dueAt)
  return now.getTime() >= due && due < Date.parse(dates.locksAt)
}

/**
 * The state on a day, never stored. `late` looks at the first submission that reached the province and was not
 * taken back, because a later one does not undo that the first was on time; without any, at the clock.
 */
export function stateOf(
  { dates }: Pick<Obligation, 'dates'>,
  facts: ObligationFacts,
  now: Date,
): { state: ObligationState; late: boolean } {
  const at = now.getTime()
  const [opens, due, locks] = [Date.parse(dates.opensAt), Date.parse(dates.dueAt), Date.parse(dates.locksAt)]
  const sent = facts.submissions.filter((one) => one.state !== 'withdrawn')
  const first = sent.find(({ reachedAt, state }) => reachedAt !== null && state !== 'handed-back')?.reachedAt
  const last = sent.findLast((one) => one.state !== 'superseded')
  const inHouse = last?.state === 'awaiting-sign-off' || last?.state === 'handed-back' ? last.state : null
  if (first && last) {
    const late = Date.parse(first) >= due
    if (inHouse) return { state: inHouse, late }
    if (last.state === 'returned') return { state: 'returned', late }
    if (last.declaration === 'nothing-to-report') return { state: 'nil', late }
    if (last.declaration === 'not-applicable') return { state: 'not-applicable', late }
    return { state: last.state === 'accepted' ? 'accepted' : 'submitted', late }
  }
  const late = isOver({ dates }, now)
  if (at >= locks) return { state: 'locked', late }
  if (inHouse) return { state: inHouse, late }
  if (at >= due) return { state: 'overdue', late }
  if (at < opens) return { state: 'not-open', late }
  if (dates.extendedFrom !== undefined && at >= Date.parse(dates.extendedFrom)) return { state: 'extended', late }
  return { state: facts.draft ? 'draft' : 'open', late }
}
