// One agency × template × period with its four dates, and the state that
// follows on read from dates and submissions. Stores nothing.
import * as v from 'valibot'

export const OBLIGATION_STATES = [
  'not-open',
  'open',
  'draft',
  'submitted',
  'returned',
  'accepted',
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
