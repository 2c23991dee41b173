// Waivers as they were granted and ended. Nothing is deleted; whether one holds
// for a period is not known here.
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Waiver, WaiverView } from '../../shared/waiver.ts'
import { sha256 } from '../hash.ts'
import { addEvent, type ChainedEvent } from './events.ts'

interface Row {
  id: string
  agency: string
  template: string
  waives: string
  row_id: string | null
  field: string | null
  reason: string
  until: string
  granted_at: string
  granted_by: string | null
  ended_at: string | null
  ended_by: string | null
  ended_reason: string | null
}

const waiverOf = ({ id, agency, template, waives, row_id: rowId, field, reason, until }: Row): Waiver => ({
  ...{ id, agency, template, waives, rowId, field, reason, until },
})

const viewOf = (row: Row): WaiverView => ({
  ...waiverOf(row),
  ...{ grantedAt: row.granted_at, grantedBy: row.granted_by, endedAt: row.ended_at, endedBy: row.ended_by, endedReason: row.ended_reason },
})

/** What the log holds a waiver to. */
export const hashOfWaiver = (waiver: Waiver): Promise<string> => sha256(canonicalJson(waiver))

const VIEW = `SELECT w.id, w.agency, w.template, w.waives, w.row_id, w.field, w.reason, w.until, w.granted_at, w.ended_at, w.ended_reason,
  g.name AS granted_by, e.name AS ended_by
  FROM waivers w LEFT JOIN "user" g ON g.id = w.granted_by LEFT JOIN "user" e ON e.id = w.ended_by`

/** Those of one agency and form that were not ended. */
export async function readWaiversOf(db: D1Database, agency: string, template: string): Promise<Waiver[]> {
  const { results } = await db
    .prepare(`${VIEW} WHERE w.agency = ?1 AND w.template = ?2 AND w.ended_at IS NULL ORDER BY w.until DESC, w.id`)
    .bind(agency, template)
    .all<Row>()
  return results.map(waiverOf)
}

/** All there ever were, the latest first. */
export async function readWaivers(db: D1Database): Promise<WaiverView[]> {
  const { results } = await db.prepare(`${VIEW} ORDER BY w.granted_at DESC, w.id`).all<Row>()
  return results.map(viewOf)
}

export async function readWaiver(db: D1Database, id: string): Promise<WaiverView | null> {
  const row = await db.prepare(`${VIEW} WHERE w.id = ?1`).bind(id).first<Row>()
  return row && viewOf(row)
}

/** A waiver with its hash and who granted it; null: it came with the plan. */
export interface Granted {
  readonly waiver: Waiver
  readonly hash: string
  readonly by: string | null
}

/** For the batch in which the event, or the pack, is written. */
export const insertWaiver = (db: D1Database, { waiver, hash, by }: Granted, at: string): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO waivers (id, agency, template, waives, row_id, field, reason, until, body_hash, granted_at, granted_by)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)`,
    )
    .bind(
      ...[waiver.id, waiver.agency, waiver.template, waiver.waives, waiver.rowId, waiver.field],
      ...[waiver.reason, waiver.until, hash, at, by],
    )

/** Granting and its event, both or neither. */
export async function addWaiver(db: D1Database, waiver: Waiver, event: ChainedEvent): Promise<void> {
  await db.batch([insertWaiver(db, { waiver, hash: event.bodyHash, by: event.actor }, event.at), addEvent(db, event)])
}

/** For the batch in which the line of the log is written. */
export const endStatement = (db: D1Database, id: string, end: { at: string; by: string; reason: string }): D1PreparedStatement =>
  db.prepare('UPDATE waivers SET ended_at = ?2, ended_by = ?3, ended_reason = ?4 WHERE id = ?1').bind(id, end.at, end.by, end.reason)
