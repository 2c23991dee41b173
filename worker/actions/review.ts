// The receiver accepts a submission or returns it with notes. Only the one that
// counts can be dealt with: whoever saw an older one is told what came meanwhile.
import { canonicalJson } from '../../shared/canonical-json.ts'
import { noteProblem } from '../../shared/note-problem.ts'
import { isOpen, type ReviewRequest } from '../../shared/review.ts'
import { type SubmissionState, statesOf } from '../../shared/standing.ts'
import { movedOnSentence } from '../../shared/text/moved-on.ts'
import type { Person, SubmissionSummary } from '../../shared/wire.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { alongChain, chained } from '../store/events.ts'
import { notesOf } from '../store/notes.ts'
import { readTemplate } from '../store/plan.ts'
import { addReview, isRepeated, type NewReview } from '../store/reviews.ts'
import { type KeptSubmission, submissionsOf } from '../store/submissions.ts'
import { contentOf, summaryOf } from './view-submissions.ts'

/** Where the submission stands now, or `moved-on` where that is none of `wanted`. */
export async function demandStanding(
  parts: Parts,
  { receipt: { obligationId, submissionId, sequence } }: KeptSubmission,
  wanted: readonly SubmissionState[],
): Promise<SubmissionState> {
  const sent = await submissionsOf(parts.db, [obligationId])
  const states = statesOf(sent.map(({ lastEvent }) => lastEvent))
  const state = states[sent.findIndex(({ receipt }) => receipt.submissionId === submissionId)] ?? 'superseded'
  if (wanted.includes(state)) return state
  const latest = sent.findLast((_, at) => ['submitted', 'accepted', 'awaiting-sign-off'].includes(states[at] ?? ''))
  const refusal = movedOnSentence({ state, sequence, latest: latest?.receipt ?? null })
  throw new ProblemError('moved-on', refusal.en, { refusal })
}

export function refuse(pointer: string, refusal: { readonly vi: string; readonly en: string }): never {
  throw new ProblemError('bad-request', `${pointer}: ${refusal.en}`, { issues: [{ pointer, message: refusal.en }], refusal })
}

async function demandPlaces(parts: Parts, submission: KeptSubmission, notes: NewReview['notes']): Promise<void> {
  const { template: code, version } = submission.receipt
  const [template, content] = await Promise.all([readTemplate(parts.db, code, version), contentOf(parts, submission)])
  if (!template) throw new Error(`${submission.receipt.submissionId} has no template`)
  const problem = noteProblem(template, content, notes)
  if (problem) refuse(`/notes/${problem.at}/place`, { vi: problem.vi, en: problem.en })
}

export const hashOfReview = (
  contentHash: string,
  review: Pick<NewReview, 'verdict' | 'sentence' | 'notes' | 'resolves'>,
): Promise<string> => {
  const { verdict, sentence, notes, resolves } = review
  return sha256(canonicalJson({ contentHash, verdict, sentence, notes, resolves }))
}

/** The same attempt sent twice is one review; accepting what is accepted changes nothing. */
export async function review(
  parts: Parts,
  person: Person,
  submission: KeptSubmission,
  request: ReviewRequest,
  idempotencyKey: string,
): Promise<SubmissionSummary> {
  const { submissionId, obligationId, contentHash } = submission.receipt
  const notes = request.verdict === 'returned' ? request.notes.map((note) => ({ id: parts.newId(), ...note })) : []
  if (notes.length > 0) await demandPlaces(parts, submission, notes)
  const at = parts.clock.now().toISOString()
  await alongChain(parts.db, async (link) => {
    if (await isRepeated(parts.db, person.id, idempotencyKey, submissionId)) return
    const state = await demandStanding(parts, submission, ['submitted', 'accepted'])
    const { verdict } = request
    if (verdict === 'accepted' && state === 'accepted') return
    const open = (await notesOf(parts.db, obligationId)).filter(isOpen)
    // Accepting settles what is open.
    const resolves = open.filter(({ id }) => verdict === 'accepted' || request.resolves.includes(id)).map(({ id }) => id)
    if (verdict === 'returned' && notes.length === 0 && resolves.length === open.length)
      refuse('/notes', {
        vi: 'Trả lại phải có ít nhất một ý kiến để đơn vị biết cần sửa gì.',
        en: 'A return needs at least one note, so that the agency knows what to mend.',
      })
    const made = {
      ...{ id: parts.newId(), submissionId, obligationId, verdict, sentence: null },
      ...{ personName: person.name, idempotencyKey, notes, resolves },
    }
    const body = { at, actor: person.id, kind: verdict, submissionId, reviewId: made.id, bodyHash: await hashOfReview(contentHash, made) }
    await addReview(parts.db, made, await chained(link, body))
  })
  return summaryOf(parts, submission)
}
