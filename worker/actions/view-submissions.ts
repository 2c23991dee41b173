// Submissions as people see them: the history of an obligation, and one
// submission whole, exactly as it was hashed.
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Content } from '../../shared/filing.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { statesOf } from '../../shared/standing.ts'
import type { History, SubmissionSummary, SubmissionView } from '../../shared/wire.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { readContentText, readFindings } from '../store/contents.ts'
import { reviewsOf } from '../store/reviews.ts'
import { type KeptSubmission, submissionsOf } from '../store/submissions.ts'

export async function history(parts: Parts, { id }: Pick<Obligation, 'id'>): Promise<History> {
  const sent = await submissionsOf(parts.db, [id])
  const states = statesOf(sent.map(({ lastEvent }) => lastEvent))
  const reviews = await reviewsOf(
    parts.db,
    sent.map(({ receipt }) => receipt.submissionId),
  )
  return {
    submissions: sent.map(({ receipt }, at) => ({
      receipt,
      state: states[at] ?? 'submitted',
      reviews: reviews.get(receipt.submissionId) ?? [],
    })),
  }
}

export async function summaryOf(parts: Parts, { receipt }: KeptSubmission): Promise<SubmissionSummary> {
  const { submissions } = await history(parts, { id: receipt.obligationId })
  const summary = submissions.find((one) => one.receipt.submissionId === receipt.submissionId)
  if (!summary) throw new Error(`${receipt.submissionId} is not in its own history`)
  return summary
}

export async function contentOf(parts: Parts, { receipt: { contentHash, submissionId } }: KeptSubmission): Promise<Content> {
  const text = await readContentText(parts.files, contentHash)
  const content = text === null ? null : (JSON.parse(text) as Content)
  if (!content || (await sha256(canonicalJson(content))) !== contentHash)
    throw new Error(`the content of ${submissionId} is gone or changed`)
  return content
}

export async function submissionView(parts: Parts, submission: KeptSubmission): Promise<SubmissionView> {
  const [summary, content, findings] = await Promise.all([
    summaryOf(parts, submission),
    contentOf(parts, submission),
    readFindings(parts.files, submission.receipt.submissionId),
  ])
  return { ...summary, content, findings }
}
