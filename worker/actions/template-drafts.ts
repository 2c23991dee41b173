// Drafts of templates: saved as an admin works, never over another admin's work. The audit
// holds who began, took over, went on after a pause and threw away; not every stroke.
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Person } from '../../shared/wire.ts'
import type { DraftToSave, TemplateDraft } from '../../shared/wire-templates.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { type Change, changeStatements } from '../store/changes.ts'
import { alongChain } from '../store/events.ts'
import { discardStatements, draftMovedOn, draftStatements, readTemplateDraft } from '../store/templates.ts'

/** One admin who goes on within this time is one change of the audit. */
const PAUSE_MS = 30 * 60_000

export async function templateDraft(parts: Parts, code: string): Promise<TemplateDraft> {
  const draft = await readTemplateDraft(parts.db, code)
  if (!draft) throw new ProblemError('not-found')
  return draft
}

export async function templateDraftChanged(parts: Parts, code: string): Promise<ProblemError> {
  const standing = await readTemplateDraft(parts.db, code)
  return new ProblemError('draft-changed', undefined, {
    draft: standing && { etag: standing.etag, savedAt: standing.savedAt, savedBy: standing.savedBy },
  })
}

/** The batch as written; a draft that is no longer the one it was made on is a problem that says whose it is. */
export async function overDraft<T>(parts: Parts, code: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw draftMovedOn(error) ? await templateDraftChanged(parts, code) : error
  }
}

/** `replaces` is the etag of the draft that the change was made on; null says there was none. */
export async function saveTemplateDraft(
  parts: Parts,
  person: Person,
  code: string,
  { template, basedOn }: DraftToSave,
  replaces: string | null,
): Promise<TemplateDraft> {
  if (template.code !== code) throw new ProblemError('bad-request', `/template/code: the draft of ${code} is of ${template.code}`)
  const now = parts.clock.now()
  const at = now.toISOString()
  const etag = await sha256(canonicalJson({ template, basedOn }))
  const draft: TemplateDraft = { template, basedOn, etag, savedAt: at, savedBy: person.name }
  const standing = await readTemplateDraft(parts.db, code)
  // Whoever saves what stands there already disturbs nobody.
  if (standing?.etag === etag) return standing
  const goesOn = standing?.savedBy === person.name && now.getTime() - Date.parse(standing.savedAt) < PAUSE_MS
  const change: Change = {
    ...{ id: parts.newId(), at, actor: person.id, subject: 'template', subjectId: code, action: standing ? 'changed' : 'created' },
    ...{ before: standing && { draft: standing.etag, savedBy: standing.savedBy }, after: { draft: etag, basedOn }, reason: null },
  }
  const statements = draftStatements(parts.db, draft, person.id, replaces)
  await overDraft(parts, code, () =>
    goesOn
      ? parts.db.batch(statements)
      : alongChain(parts.db, async (link) => parts.db.batch([...statements, ...(await changeStatements(parts.db, link, [change]))])),
  )
  return draft
}

export async function discardTemplateDraft(parts: Parts, person: Person, code: string, etag: string | null): Promise<void> {
  const standing = await readTemplateDraft(parts.db, code)
  if (!standing) return
  if (etag === null) throw await templateDraftChanged(parts, code)
  const change: Change = {
    ...{ id: parts.newId(), at: parts.clock.now().toISOString(), actor: person.id, subject: 'template', subjectId: code },
    ...{ action: 'deleted', before: { draft: standing.etag, savedBy: standing.savedBy }, after: null, reason: null },
  }
  await overDraft(parts, code, () =>
    alongChain(parts.db, async (link) =>
      parts.db.batch([...discardStatements(parts.db, code, etag), ...(await changeStatements(parts.db, link, [change]))]),
    ),
  )
}
