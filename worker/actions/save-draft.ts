// What is being typed is kept on the server, so that a closed laptop loses
// nothing. Two people on one form: the second is told who saved, never overwrites.
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Filing } from '../../shared/filing.ts'
import type { Obligation } from '../../shared/obligation.ts'
import type { Draft, Person } from '../../shared/wire.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { deleteDraft, readDraft, writeDraft } from '../store/drafts.ts'
import { demandOpen } from './demand-open.ts'

/** Equal filings have equal etags: whoever saves what stands there already disturbs nobody. */
export async function draftOf(filing: Filing, person: Person, now: Date): Promise<Draft> {
  return { filing, etag: await sha256(canonicalJson(filing)), savedAt: now.toISOString(), savedBy: person.name }
}

async function draftChanged(parts: Parts, obligation: Obligation): Promise<ProblemError> {
  const standing = await readDraft(parts, obligation.id)
  return new ProblemError('draft-changed', undefined, {
    draft: standing && { etag: standing.etag, savedAt: standing.savedAt, savedBy: standing.savedBy },
  })
}

/** `basedOn` is the etag of the draft that the change was made on; null says there was none. */
export async function saveDraft(
  parts: Parts,
  person: Person,
  obligation: Obligation,
  filing: Filing,
  basedOn: string | null,
): Promise<Draft> {
  const { template, agency, period } = obligation
  if (filing.template !== template || filing.agency !== agency || filing.period !== period) throw new ProblemError('wrong-form')
  const now = parts.clock.now()
  await demandOpen(parts, obligation, now)
  const draft = await draftOf(filing, person, now)
  if (await writeDraft(parts, obligation.id, person.id, draft, basedOn)) return draft
  throw await draftChanged(parts, obligation)
}

export async function discardDraft(parts: Parts, obligation: Obligation, basedOn: string | null): Promise<void> {
  const standing = await readDraft(parts, obligation.id)
  if (!standing) return
  if (basedOn === null || !(await deleteDraft(parts, obligation.id, basedOn))) throw await draftChanged(parts, obligation)
}
