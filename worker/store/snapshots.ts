// Frozen consolidations: written once together with their event, read back by template and
// period. Their manifests are objects of the file store (contents.ts).
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { addEvent, type ChainedEvent } from './events.ts'

/** A snapshot without what the file store knows of it. */
export type KeptSnapshot = Omit<Snapshot, 'ready'>

const COLUMNS = `id, template, version, period, reason, made_at AS madeAt, person_name AS madeBy, submissions, row_count AS rowCount, body_hash AS hash`

export async function addSnapshot(db: D1Database, snapshot: KeptSnapshot, event: ChainedEvent, idempotencyKey: string): Promise<void> {
  const { id, template, version, period, reason, madeAt, madeBy, submissions, rowCount, hash } = snapshot
  await db.batch([
    db
      .prepare(
        `INSERT INTO snapshots (id, template, version, period, reason, made_at, made_by, person_name, submissions, row_count, body_hash, idempotency_key)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)`,
      )
      .bind(id, template, version, period, reason, madeAt, event.actor, madeBy, submissions, rowCount, hash, idempotencyKey),
    addEvent(db, event),
  ])
}

export const readSnapshot = (db: D1Database, id: string): Promise<KeptSnapshot | null> =>
  db.prepare(`SELECT ${COLUMNS} FROM snapshots WHERE id = ?1`).bind(id).first<KeptSnapshot>()

/** What somebody made by an attempt before. */
export const snapshotWithKey = (db: D1Database, personId: string, key: string): Promise<KeptSnapshot | null> =>
  db.prepare(`SELECT ${COLUMNS} FROM snapshots WHERE made_by = ?1 AND idempotency_key = ?2`).bind(personId, key).first<KeptSnapshot>()

/** The oldest first. */
export async function snapshotsSince(db: D1Database, instant: string): Promise<KeptSnapshot[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM snapshots WHERE made_at >= ?1 ORDER BY made_at, id`)
    .bind(instant)
    .all<KeptSnapshot>()
  return results
}

/** The latest first. */
export async function snapshotsOf(db: D1Database, template: string, period: string): Promise<KeptSnapshot[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM snapshots WHERE template = ?1 AND period = ?2 ORDER BY made_at DESC, id`)
    .bind(template, period)
    .all<KeptSnapshot>()
  return results
}
