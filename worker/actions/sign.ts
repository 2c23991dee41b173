// The head of an agency signs a submission, which only then reaches the province,
// or hands it back to whoever prepared it with a sentence.

import type { Obligation } from '../../shared/obligation.ts'
import type { SignRequest } from '../../shared/review.ts'
import type { Person, SubmissionSummary } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { alongChain, chained } from '../store/events.ts'
import { addReview, isRepeated } from '../store/reviews.ts'
import type { KeptSubmission } from '../store/submissions.ts'
import { demandOpen } from './demand-open.ts'
import { demandStanding, hashOfReview } from './review.ts'
import { summaryOf } from './view-submissions.ts'

/** The same attempt sent twice is one signature. */
export async function sign(
  parts: Parts,
  person: Person,
  obligation: Obligation,
  submission: KeptSubmission,
  request: SignRequest,
  idempotencyKey: string,
): Promise<SubmissionSummary> {
  const { submissionId, obligationId, contentHash } = submission.receipt
  const now = parts.clock.now()
  await alongChain(parts.db, async (link) => {
    if (await isRepeated(parts.db, person.id, idempotencyKey, submissionId)) return
    await demandStanding(parts, submission, ['awaiting-sign-off'])
    const { verdict } = request
    // What would reach the province too late to be taken is not signed.
    if (verdict === 'signed') await demandOpen(parts, obligation, now)
    const made = {
      ...{ id: parts.newId(), submissionId, obligationId, verdict, sentence: verdict === 'handed-back' ? request.sentence : null },
      ...{ personName: person.name, idempotencyKey, notes: [], resolves: [] },
    }
    const bodyHash = await hashOfReview(contentHash, made)
    const body = { at: now.toISOString(), actor: person.id, kind: verdict, submissionId, reviewId: made.id, bodyHash }
    await addReview(parts.db, made, await chained(link, body))
  })
  return summaryOf(parts, submission)
}
