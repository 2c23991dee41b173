// Templates as admins keep them: versions with their lives, drafts. A published version is
// never changed; what changes about it stands beside it.
import { periodRange } from '../../shared/period.ts'
import type { Template } from '../../shared/template.ts'
import type { TemplateDraft, TemplateView } from '../../shared/wire-templates.ts'

interface Row {
  code: string
  version: number
  title: string
  publishedAt: string
  publishedBy: string | null
  effectiveFrom: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
  reason: string | null
  periods: string
}

interface DraftRow {
  code: string
  document: string
  etag: string
  savedAt: string
  savedBy: string
  basedOnCode: string | null
  basedOnVersion: number | null
}

const savedOf = ({ etag, savedAt, savedBy, basedOnCode: code, basedOnVersion: version }: DraftRow) => ({
  ...{ etag, savedAt, savedBy },
  basedOn: code !== null && version !== null ? { code, version } : null,
})

const versionOf = ({ version, title, publishedAt, publishedBy, effectiveFrom, withdrawnAt, withdrawnBy, reason, periods }: Row) => ({
  ...{ version, title: JSON.parse(title) as Template['title'], publishedAt, publishedBy, effectiveFrom },
  withdrawal: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: reason ?? '' },
  periods: (JSON.parse(periods) as string[]).toSorted((one, other) => (periodRange(one).from < periodRange(other).from ? -1 : 1)),
})

const DRAFT = `SELECT code, document, etag, saved_at AS savedAt, saved_by AS savedBy, based_on_code AS basedOnCode,
  based_on_version AS basedOnVersion FROM template_drafts`

/** Every template in the plan's order, then those that were never published. */
export async function templateViews(db: D1Database): Promise<TemplateView[]> {
  const [versions, drafts] = await db.batch([
    db.prepare(
      `SELECT t.code, t.version, json_extract(t.document, '$.title') AS title, t.published_at AS publishedAt, p.name AS publishedBy,
         t.effective_from AS effectiveFrom, w.withdrawn_at AS withdrawnAt, b.name AS withdrawnBy, w.reason,
         (SELECT json_group_array(DISTINCT o.period) FROM obligations o WHERE o.template = t.code AND o.version = t.version) AS periods
       FROM templates t LEFT JOIN "user" p ON p.id = t.published_by
         LEFT JOIN template_withdrawals w ON w.code = t.code AND w.version = t.version LEFT JOIN "user" b ON b.id = w.withdrawn_by
       WHERE t.published_at IS NOT NULL ORDER BY t.position, t.code, t.version DESC`,
    ),
    db.prepare(`${DRAFT} ORDER BY code`),
  ])
  const byCode = Map.groupBy((versions?.results ?? []) as Row[], ({ code }) => code)
  const drafted = new Map(((drafts?.results ?? []) as DraftRow[]).map((row) => [row.code, row]))
  const codes = new Set([...byCode.keys(), ...drafted.keys()])
  return [...codes].map((code) => {
    const all = (byCode.get(code) ?? []).map(versionOf)
    const draft = drafted.get(code)
    const title = all[0]?.title ?? (JSON.parse(draft!.document) as Template).title
    return { code, title, versions: all, draft: draft ? savedOf(draft) : null }
  })
}

export async function readTemplateDraft(db: D1Database, code: string): Promise<TemplateDraft | null> {
  const row = await db.prepare(`${DRAFT} WHERE code = ?1`).bind(code).first<DraftRow>()
  return row && { template: JSON.parse(row.document) as Template, ...savedOf(row) }
}

/** How a statement that changed nothing fails a batch: the draft is no longer the one it was. */
const guarded = (db: D1Database, code: string, etag: string | null): D1PreparedStatement =>
  db
    .prepare("SELECT CASE WHEN (SELECT etag FROM template_drafts WHERE code = ?1) IS ?2 THEN 1 ELSE json('the draft moved on') END")
    .bind(code, etag)

/** Whether a batch failed because the draft was no longer the one it was. */
export const draftMovedOn = (error: unknown): boolean => error instanceof Error && /malformed JSON/.test(error.message)

/** Puts the draft in the place of the one with the etag `basedOn`; null: there was none. */
export function draftStatements(db: D1Database, draft: TemplateDraft, personId: string, basedOn: string | null): D1PreparedStatement[] {
  const { template, etag, savedAt, savedBy, basedOn: from } = draft
  return [
    guarded(db, template.code, basedOn),
    db
      .prepare(
        `INSERT OR REPLACE INTO template_drafts (code, document, based_on_code, based_on_version, etag, saved_at, person_id, saved_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
      )
      .bind(template.code, JSON.stringify(template), from?.code ?? null, from?.version ?? null, etag, savedAt, personId, savedBy),
  ]
}

export const discardStatements = (db: D1Database, code: string, etag: string): D1PreparedStatement[] => [
  guarded(db, code, etag),
  db.prepare('DELETE FROM template_drafts WHERE code = ?1').bind(code),
]

interface Published {
  readonly at: string
  readonly by: string
  readonly effectiveFrom: string
}

/** The draft becomes a version, in the place of its template or after all others. The template has passed its check. */
export const publishStatements = (db: D1Database, template: Template, etag: string, { at, by, effectiveFrom }: Published) => [
  ...discardStatements(db, template.code, etag),
  db
    .prepare(
      `INSERT INTO templates (code, version, position, document, published_at, published_by, effective_from)
       SELECT ?1, ?2, coalesce((SELECT min(position) FROM templates WHERE code = ?1), (SELECT coalesce(max(position), 0) + 1 FROM templates)), ?3, ?4, ?5, ?6`,
    )
    .bind(template.code, template.version, JSON.stringify(template), at, by, effectiveFrom),
]

interface Withdrawn {
  readonly code: string
  readonly version: number
  readonly reason: string
  readonly at: string
  readonly by: string
}

/** A period in which anything was sent stays in its version: what is consolidated together has the same columns. */
const NOTHING_SENT = `NOT EXISTS (SELECT 1 FROM obligations x JOIN submissions s ON s.obligation_id = x.id
  WHERE x.template = obligations.template AND x.period = obligations.period)`

export const withdrawStatements = (
  db: D1Database,
  { code, version, reason, at, by }: Withdrawn,
  moves: readonly { period: string; version: number }[],
): D1PreparedStatement[] => [
  db
    .prepare('INSERT INTO template_withdrawals (code, version, reason, withdrawn_at, withdrawn_by) VALUES (?1, ?2, ?3, ?4, ?5)')
    .bind(code, version, reason, at, by),
  ...moves.map((move) =>
    db
      .prepare(`UPDATE obligations SET version = ?1 WHERE template = ?2 AND version = ?3 AND period = ?4 AND ${NOTHING_SENT}`)
      .bind(move.version, code, version, move.period),
  ),
]

/** Of the last period of which anything counts: which obligations, in the order of the register. */
export async function lastCountedPeriod(db: D1Database, code: string): Promise<{ period: string; obligationIds: string[] } | null> {
  const { results } = await db
    .prepare(
      `SELECT c.obligation_id AS id, c.period FROM counted_submissions c JOIN agencies a ON a.code = c.agency
       WHERE c.template = ?1 AND c.period = (SELECT period FROM counted_submissions WHERE template = ?1 ORDER BY due_at DESC LIMIT 1)
       ORDER BY a.position`,
    )
    .bind(code)
    .all<{ id: string; period: string }>()
  const [first] = results
  return first ? { period: first.period, obligationIds: results.map(({ id }) => id) } : null
}
