// Submissions as people see them: the history of an obligation, and one
// submission whole, exactly as it was hashed.
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Content } from '../../shared/filing.ts'
import type { Obligation } from '../../shared/obligation.ts'
import type { History, SubmissionSummary, SubmissionView } from '../../shared/wire.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { readContentText } from '../store/contents.ts'
import { type KeptSubmission, submissionsOf, summaries } from '../store/submissions.ts'

export async function history(parts: Parts, { id }: Pick<Obligation, 'id'>): Promise<History> {
  return { submissions: summaries(await submissionsOf(parts.db, [id])) }
}

export async function summaryOf(parts: Parts, { receipt }: KeptSubmission): Promise<SubmissionSummary> {
  const { submissions } = await history(parts, { id: receipt.obligationId })
  const summary = submissions.find((one) => one.receipt.submissionId === receipt.submissionId)
  if (!summary) throw new Error(`${receipt.submissionId} is not in its own history`)
  return summary
}

export async function submissionView(parts: Parts, submission: KeptSubmission): Promise<SubmissionView> {
  const { contentHash, submissionId } = submission.receipt
  const [summary, text] = await Promise.all([summaryOf(parts, submission), readContentText(parts.files, contentHash)])
  const content = text === null ? null : (JSON.parse(text) as Content)
  if (!content || (await sha256(canonicalJson(content))) !== contentHash)
    throw new Error(`the content of ${submissionId} is gone or changed`)
  return { ...summary, content }
}
