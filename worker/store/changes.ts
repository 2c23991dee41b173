// What admins changed, as statements for the batch in which the thing itself is written:
// both or neither. Knows the log and the audit; not what the values mean.
import type { AuditEntry, AuditFilter, ChangeAction, Subject } from '../../shared/audit/change.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { startOfDayInVietnam } from '../../shared/clock.ts'
import { sha256 } from '../hash.ts'
import { addEvent, chained, type Link } from './events.ts'

export interface Change {
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  /** Person id. */
  readonly actor: string
  readonly subject: Subject
  /** The code or id by which people know the thing. */
  readonly subjectId: string
  readonly action: ChangeAction
  /** JSON values; null where there was, or is, nothing. */
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
}

const hashOfChange = (change: Change): Promise<string> => sha256(canonicalJson(change))

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

/**
 * The changes with their events after the last link of the chain. Inside `alongChain`, beside what changes:
 * `alongChain(db, async (link) => db.batch([...own, ...(await changeStatements(db, link, [change]))]))`.
 */
export async function changeStatements(db: D1Database, after: Link, changes: readonly Change[]): Promise<D1PreparedStatement[]> {
  const statements: D1PreparedStatement[] = []
  let last = after
  for (const change of changes) {
    const { id, at, actor, subject, subjectId, action, before, reason } = change
    // What is kept as JSON is hashed as it will be read back.
    const bodyHash = await hashOfChange({ ...change, before: kept(before), after: kept(change.after) })
    const event = await chained(last, { at, actor, kind: 'changed', changeId: id, bodyHash })
    statements.push(
      db
        .prepare(
          `INSERT INTO changes (id, at, actor, subject_kind, subject_id, action, before, after, reason, body_hash)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
        )
        .bind(id, at, actor, subject, subjectId, action, textOf(before), textOf(change.after), reason, bodyHash),
      addEvent(db, event),
    )
    last = event
  }
  return statements
}

const kept = (value: unknown): unknown => JSON.parse(textOf(value) ?? 'null')

interface Row {
  seq: number
  id: string
  at: string
  actor: string
  subject_kind: Subject
  subject_id: string
  action: ChangeAction
  before: string | null
  after: string | null
  reason: string | null
}

/** The hashes of changes as they stand, whatever they claim. */
export async function hashesOfChanges(db: D1Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { results } = await db
    .prepare('SELECT c.* FROM changes c JOIN json_each(?1) i ON i.value = c.id')
    .bind(JSON.stringify(ids))
    .all<Row>()
  const pairs = results.map(
    async ({ id, at, actor, action, reason, ...row }) =>
      [
        id,
        await hashOfChange({
          ...{ id, at, actor, action, reason, subject: row.subject_kind, subjectId: row.subject_id },
          ...{ before: JSON.parse(row.before ?? 'null'), after: JSON.parse(row.after ?? 'null') },
        }),
      ] as const,
  )
  return new Map(await Promise.all(pairs))
}

const entryOf = (row: Row & { person: string }): AuditEntry => ({
  ...{ seq: row.seq, at: row.at, person: row.person, subject: row.subject_kind, subjectId: row.subject_id },
  ...{ action: row.action, reason: row.reason },
  ...{ before: JSON.parse(row.before ?? 'null'), after: JSON.parse(row.after ?? 'null') },
})

const DAY_MS = 86_400_000

/** The audit, the latest first, at most as many lines as asked for. */
export async function readAudit(db: D1Database, filter: AuditFilter, most: number): Promise<AuditEntry[]> {
  const { person, subject, from, to, before } = filter
  const since = from === undefined ? null : startOfDayInVietnam(from).toISOString()
  const until = to === undefined ? null : new Date(startOfDayInVietnam(to).getTime() + DAY_MS).toISOString()
  const { results } = await db
    .prepare(
      `SELECT a.*, coalesce(u.name, a.actor) AS person FROM audit a LEFT JOIN "user" u ON u.id = a.actor
       WHERE (?1 IS NULL OR a.actor = ?1) AND (?2 IS NULL OR a.subject_kind = ?2) AND (?3 IS NULL OR a.at >= ?3)
         AND (?4 IS NULL OR a.at < ?4) AND (?5 IS NULL OR a.seq < ?5) ORDER BY a.seq DESC LIMIT ?6`,
    )
    .bind(person ?? null, subject ?? null, since, until, before === undefined ? null : Number(before), most)
    .all<Row & { person: string }>()
  return results.map(entryOf)
}

/** What changed any of these things after an event, the latest first; without an id every thing of its kind is meant. */
export async function changesSince(
  db: D1Database,
  seq: number,
  things: readonly { readonly subject: Subject; readonly subjectId?: string }[],
): Promise<AuditEntry[]> {
  const { results } = await db
    .prepare(
      `SELECT a.*, coalesce(u.name, a.actor) AS person FROM audit a LEFT JOIN "user" u ON u.id = a.actor
       WHERE a.seq > ?1 AND EXISTS (SELECT 1 FROM json_each(?2) t WHERE t.value ->> '$.subject' = a.subject_kind
         AND (t.value ->> '$.subjectId' IS NULL OR t.value ->> '$.subjectId' = a.subject_id)) ORDER BY a.seq DESC LIMIT 20`,
    )
    .bind(seq, JSON.stringify(things))
    .all<Row & { person: string }>()
  return results.map(entryOf)
}

/** Everybody who stands in the audit, by name. */
export async function auditedPeople(db: D1Database): Promise<{ id: string; name: string }[]> {
  const { results } = await db
    .prepare(
      'SELECT DISTINCT a.actor AS id, coalesce(u.name, a.actor) AS name FROM audit a LEFT JOIN "user" u ON u.id = a.actor ORDER BY name, id',
    )
    .all<{ id: string; name: string }>()
  return results
}
