// One verdict about many submissions. Each is dealt with for itself: what cannot be
// any more is told with why, and stops none of the others.
import type { ReviewRequest, ReviewsRequest } from '../../shared/review.ts'
import { PROBLEM_SENTENCES } from '../../shared/text/problem-sentences.ts'
import type { Person, ReviewOutcomes } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { readSubmission } from '../store/submissions.ts'
import { review } from './review.ts'

type Outcome = ReviewOutcomes['outcomes'][number]

const WHOLE = { table: null, rowId: null, field: null } as const

export async function reviewMany(parts: Parts, person: Person, request: ReviewsRequest, idempotencyKey: string): Promise<ReviewOutcomes> {
  const outcomes: Outcome[] = []
  for (const submissionId of new Set(request.submissions)) outcomes.push(await one(parts, person, submissionId, request, idempotencyKey))
  return { outcomes }
}

async function one(parts: Parts, person: Person, submissionId: string, request: ReviewsRequest, key: string): Promise<Outcome> {
  try {
    const submission = await readSubmission(parts.db, submissionId)
    if (!submission) throw new ProblemError('not-found')
    const said: ReviewRequest =
      request.verdict === 'accepted'
        ? { verdict: 'accepted' }
        : { verdict: 'returned', notes: [{ place: WHOLE, text: request.text }], resolves: [] }
    await review(parts, person, submission, said, key)
    return { submissionId, done: true, refusal: null }
  } catch (problem) {
    if (!(problem instanceof ProblemError)) throw problem
    return { submissionId, done: false, refusal: (problem.extensions.refusal as Outcome['refusal']) ?? PROBLEM_SENTENCES[problem.slug] }
  }
}
