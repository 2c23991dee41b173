// Where each submission of an obligation stands and which one counts, from what
// happened to them last. The database keeps which one counts (table `counted`); what it takes to count, its views say in SQL.
import * as v from 'valibot'

/** What can happen to a submission: `prepared` waits for the signature of the agency's head, `submitted` needs none. */
export const SUBMISSION_EVENTS = ['submitted', 'prepared', 'signed', 'handed-back', 'withdrawn', 'accepted', 'returned'] as const
export type SubmissionEvent = (typeof SUBMISSION_EVENTS)[number]

interface Reached {
  readonly submittedAt: string
  readonly signature?: { readonly at: string } | null | undefined
}

export const SubmissionState = v.picklist([
  'submitted',
  'awaiting-sign-off',
  'handed-back',
  'accepted',
  'returned',
  'withdrawn',
  'superseded',
])
export type SubmissionState = v.InferOutput<typeof SubmissionState>

const REACHED: readonly SubmissionEvent[] = ['submitted', 'signed', 'accepted']

/**
 * The index of the one that counts, or -1. What was sent before a return was given up by its own agency and does
 * not come back by the return, unless the province had accepted it.
 */
export function countedAt(last: readonly SubmissionEvent[]): number {
  const returned = last.lastIndexOf('returned')
  const since = last.findLastIndex((event, at) => at > returned && REACHED.includes(event))
  return since >= 0 ? since : last.slice(0, Math.max(returned, 0)).lastIndexOf('accepted')
}

/** `last`: the latest event of each submission, in the order they were sent. */
export function statesOf(last: readonly SubmissionEvent[]): SubmissionState[] {
  const counted = countedAt(last)
  const waiting = last.findLastIndex((event) => event !== 'withdrawn')
  return last.map((event, at) => {
    if (event === 'prepared') return at === waiting ? 'awaiting-sign-off' : 'superseded'
    if (event === 'signed' || event === 'submitted') return at === counted ? 'submitted' : 'superseded'
    if (event === 'accepted') return at === counted ? 'accepted' : 'superseded'
    return event
  })
}

/** When it reached the province: signed, where the head of the agency signs, else sent. */
export const reachedAt = ({ submittedAt, signature }: Reached): string => signature?.at ?? submittedAt

/** Whether the receiver wants it again: its last word was a return, and nothing has reached it since. */
export const isReopened = (last: readonly SubmissionEvent[]): boolean =>
  last.findLast((event) => event === 'returned' || REACHED.includes(event)) === 'returned'
