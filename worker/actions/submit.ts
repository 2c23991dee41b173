// A filing becomes a submission: judged again, kept for good, entered in the log,
// answered with a receipt. Where the head of the agency signs, it waits for the signature. The same attempt sent twice is one submission.
import { canonicalJson } from '../../shared/canonical-json.ts'
import { dayInVietnam } from '../../shared/clock.ts'
import { blocks } from '../../shared/explanations.ts'
import type { Filing } from '../../shared/filing.ts'
import { tallyOf } from '../../shared/improve/check-tally.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { textsOfContent } from '../../shared/reconcile/row-texts.ts'
import { answered } from '../../shared/review.ts'
import { talliesOfRows } from '../../shared/tally-of-rows.ts'
import type { Person, Receipt } from '../../shared/wire.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countCheck } from '../store/check-counts.ts'
import { keepContent, keepFindings } from '../store/contents.ts'
import { keepLargeDraft } from '../store/drafts.ts'
import { alongChain, chained } from '../store/events.ts'
import { notesOf } from '../store/notes.ts'
import { signingAgencies } from '../store/sign-offs.ts'
import { addSubmission, nextNumbers, submissionWithKey } from '../store/submissions.ts'
import { openCase } from './case.ts'
import { judge } from './check-filing.ts'
import { demandOpen } from './demand-open.ts'
import { progressOfRows } from './progress.ts'
import { receiptNumber } from './receipt-number.ts'
import { draftOf } from './save-draft.ts'

export interface Attempt {
  readonly person: Person
  readonly obligation: Obligation
  readonly filing: Filing
  readonly idempotencyKey: string
  /** Hash of what was sent: the canonical filing, or the uploaded workbook. */
  readonly bodyHash: string
  /** Hash of the uploaded workbook, where there was one. */
  readonly originalHash: string | null
}

/** The receipt of the same attempt made before, if it was; a key that was used for something else is refused. */
export async function repeated(parts: Parts, person: Person, idempotencyKey: string, bodyHash: string): Promise<Receipt | null> {
  const before = await submissionWithKey(parts.db, person.id, idempotencyKey)
  if (before && before.bodyHash !== bodyHash) throw new ProblemError('key-reused')
  return before?.receipt ?? null
}

/** The obligation is part of what was sent: the same filing for another obligation is another attempt. */
export const bodyHashOf = (obligation: Obligation, body: unknown): Promise<string> =>
  sha256(canonicalJson({ obligation: obligation.id, body }))

export async function submit(parts: Parts, attempt: Attempt): Promise<Receipt> {
  const { person, obligation, filing, idempotencyKey, bodyHash } = attempt
  const before = await repeated(parts, person, idempotencyKey, bodyHash)
  if (before) return before

  const now = parts.clock.now()
  await demandOpen(parts, obligation, now)
  const opened = await openCase(parts, obligation)
  const { findings, content: judged } = judge(opened, filing)
  const counts = tallyOf(findings)
  await countCheck(parts.db, obligation.id, now.toISOString(), counts)
  if (findings.some((finding) => blocks(finding, filing.explanations))) throw new ProblemError('filing-blocked', undefined, { findings })

  const tallies = talliesOfRows(opened.template, obligation.agency, judged.rows)
  const texts = textsOfContent(opened.template, judged.rows)
  const progress = await progressOfRows(parts.db, obligation.template, obligation.period, judged.rows)
  const answers = answered(await notesOf(parts.db, obligation.id), filing.answers ?? {})
  const content = { ...judged, ...(Object.keys(answers).length > 0 && { answers }) }
  const draft = await draftOf(filing, person, now)
  const canonical = canonicalJson(content)
  const contentHash = await sha256(canonical)
  // Before the rows that point to them; an object without a row does no harm.
  await keepContent(parts.files, contentHash, canonical)
  await keepLargeDraft(parts.files, draft)

  const submissionId = parts.newId()
  await keepFindings(parts.files, submissionId, findings)
  const submittedAt = now.toISOString()
  const signs = (await signingAgencies(parts.db, dayInVietnam(now))).has(obligation.agency)
  const kind = signs ? 'prepared' : 'submitted'
  const body = { at: submittedAt, actor: person.id, kind, submissionId, bodyHash: contentHash } as const
  return alongChain(parts.db, async (link) => {
    // Two at once with one key: whoever lost the race finds the other's receipt here.
    const meanwhile = await repeated(parts, person, idempotencyKey, bodyHash)
    if (meanwhile) return meanwhile
    const [numbers, event] = await Promise.all([nextNumbers(parts.db, obligation.id), chained(link, body)])
    const receipt: Receipt = {
      number: receiptNumber(opened.context.plan, numbers.receipt),
      ...{ submissionId, obligationId: obligation.id, sequence: numbers.sequence, submittedAt, submittedBy: person.name },
      ...{ agencyName: opened.agencyName, templateTitle: opened.template.title.vi },
      ...{ template: obligation.template, version: obligation.version, period: obligation.period },
      ...{ rowCount: content.rows.length, late: submittedAt >= obligation.dates.dueAt, contentHash },
      ...(signs && { signature: null }),
      ...{ eventHash: event.hash, previousEventHash: event.previousHash },
    }
    const kept = { originalHash: attempt.originalHash, idempotencyKey, bodyHash, draft }
    const made = { receipt, personId: person.id, content, tallies, texts, progress, counts, ...kept }
    await addSubmission(parts.db, made, event)
    return receipt
  })
}
