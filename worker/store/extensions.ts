// Longer time for single agencies, as it stands. What was granted and revoked before is in
// the audit. The obligation itself carries the later dates, so that nothing else needs to know.
import type { ExtensionView } from '../../shared/schedule/extension.ts'

export interface NewExtension {
  readonly obligationId: string
  readonly until: string
  readonly reason: string
  readonly dueAt: string
  readonly locksAt: string
  readonly at: string
  readonly by: string
}

/** For a batch. Granted again, it starts from the first due instant. */
export const extensionStatements = (
  db: D1Database,
  { obligationId, until, reason, dueAt, locksAt, at, by }: NewExtension,
): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT INTO extensions (obligation_id, until, reason, locked_from, granted_at, granted_by)
       SELECT id, ?2, ?3, locks_at, ?4, ?5 FROM obligations WHERE id = ?1
       ON CONFLICT (obligation_id) DO UPDATE SET until = excluded.until, reason = excluded.reason, granted_at = excluded.granted_at, granted_by = excluded.granted_by`,
    )
    .bind(obligationId, until, reason, at, by),
  db
    .prepare(
      'UPDATE obligations SET extended_from = coalesce(extended_from, due_at), due_at = ?2, locks_at = max(?3, (SELECT locked_from FROM extensions WHERE obligation_id = ?1)) WHERE id = ?1',
    )
    .bind(obligationId, dueAt, locksAt),
]

export const revokeStatements = (db: D1Database, obligationId: string): D1PreparedStatement[] => [
  db
    .prepare(
      `UPDATE obligations SET due_at = extended_from, locks_at = (SELECT locked_from FROM extensions WHERE obligation_id = ?1), extended_from = NULL
       WHERE id = ?1 AND extended_from IS NOT NULL`,
    )
    .bind(obligationId),
  db.prepare('DELETE FROM extensions WHERE obligation_id = ?1').bind(obligationId),
]

/** The latest granted first. */
export async function readExtensions(db: D1Database): Promise<ExtensionView[]> {
  const { results } = await db
    .prepare(
      `SELECT x.obligation_id AS obligationId, o.template, o.period, o.agency, a.document ->> '$.name' AS agencyName, x.until, x.reason,
         o.extended_from AS extendedFrom, x.granted_at AS grantedAt, u.name AS grantedBy
       FROM extensions x JOIN obligations o ON o.id = x.obligation_id LEFT JOIN agencies a ON a.code = o.agency LEFT JOIN "user" u ON u.id = x.granted_by
       ORDER BY x.granted_at DESC, x.obligation_id`,
    )
    .all<ExtensionView>()
  return results
}
