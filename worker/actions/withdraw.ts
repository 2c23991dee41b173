// A submission is taken back by its agency. It stays in history and log; what was
// sent before it counts again.
import type { Obligation } from '../../shared/obligation.ts'
import type { Person, SubmissionSummary } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { addEvent, alongChain, chained } from '../store/events.ts'
import { type KeptSubmission, readSubmission } from '../store/submissions.ts'
import { demandStanding } from './review.ts'
import { summaryOf } from './view-submissions.ts'

/**
 * What the head of the agency has not signed was never counted. Counted means: from the due instant on, or once it was accepted. Consolidations made before that are
 * previews. After it a mistake is corrected by sending again, which supersedes, not by taking back.
 */
function demandUncounted({ dates }: Obligation, { lastEvent }: KeptSubmission, now: Date): void {
  if (lastEvent === 'prepared') return
  if (now >= new Date(dates.dueAt) || lastEvent === 'accepted') throw new ProblemError('counted')
}

/** Taking back twice is taking back once. */
export async function withdraw(
  parts: Parts,
  person: Person,
  obligation: Obligation,
  submission: KeptSubmission,
): Promise<SubmissionSummary> {
  if (submission.lastEvent === 'withdrawn') return summaryOf(parts, submission)
  const now = parts.clock.now()
  demandUncounted(obligation, submission, now)
  const { submissionId, contentHash } = submission.receipt
  await alongChain(parts.db, async (link) => {
    const standing = await readSubmission(parts.db, submissionId)
    if (standing?.lastEvent === 'withdrawn') return
    await demandStanding(parts, submission, ['submitted', 'superseded', 'awaiting-sign-off'])
    const event = await chained(link, { at: now.toISOString(), actor: person.id, kind: 'withdrawn', submissionId, bodyHash: contentHash })
    await addEvent(parts.db, event).run()
  })
  return summaryOf(parts, submission)
}
