// What the review of one submission needs, loaded together: form, the submission,
// the one sent before it, the history of both.
import type { Form, SubmissionSummary, SubmissionView } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import { type Loaded, useLoad } from './use-load.ts'

export interface Reviewed {
  readonly form: Form
  readonly history: readonly SubmissionSummary[]
  readonly submission: SubmissionView
  /** What was sent before the one shown and not taken back. */
  readonly before: SubmissionView | null
  /** The one that counts, if any does. */
  readonly counted: SubmissionSummary | null
}

/** `wanted` is the submission to show; null is the latest that was not taken back. */
export function useReview(api: Api, obligation: string, wanted: string | null): Loaded<Reviewed> {
  return useLoad(`review ${obligation} ${wanted}`, async () => {
    const [form, { submissions: history }] = await Promise.all([api.form(obligation), api.history(obligation)])
    const sent = history.filter(({ state }) => state !== 'withdrawn')
    const at = wanted === null ? sent.length - 1 : sent.findIndex(({ receipt }) => receipt.submissionId === wanted)
    const earlier = sent[at - 1]
    const [submission, before] = await Promise.all([
      api.submission(sent[at]?.receipt.submissionId ?? wanted ?? ''),
      earlier ? api.submission(earlier.receipt.submissionId) : null,
    ])
    const counted = history.find(({ state }) => state === 'submitted' || state === 'accepted') ?? null
    return { form, history, submission, before, counted }
  })
}
