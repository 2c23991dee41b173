// What the head of an agency looks at before signing: the submission that waits, and
// the one sent before it. Loaded when first asked for.
import type { Api } from '../api/api.ts'
import type { ToSign } from './session-review.ts'

export async function loadToSign(obligation: string, api: Api): Promise<ToSign | null> {
  const { submissions } = await api.history(obligation)
  const sent = submissions.filter(({ state }) => state !== 'withdrawn')
  const at = sent.findIndex(({ state }) => state === 'awaiting-sign-off')
  const waiting = sent[at]
  if (!waiting) return null
  const earlier = sent[at - 1]
  const [submission, before] = await Promise.all([
    api.submission(waiting.receipt.submissionId),
    earlier ? api.submission(earlier.receipt.submissionId) : null,
  ])
  return { submission, before }
}
