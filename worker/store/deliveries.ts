// Handing on what waits in the outbox: claimed by one run at a time, marked with what the
// server said. How often and when something is tried again is the caller's matter.
import type { Outgoing } from './outbox.ts'

export interface Claimed extends Pick<Outgoing, 'about' | 'recipient' | 'subject' | 'body' | 'html'> {
  /** With this attempt. */
  readonly attempts: number
  /** How often an admin had it sent again. */
  readonly round: number
}

const WAITING = 'sent_at IS NULL AND dropped_at IS NULL AND gave_up_at IS NULL'

/**
 * The next of a channel, claimed until an instant in one statement, so that no two runs have it; null where nothing waits. Whoever
 * dies over it leaves it to others after that instant.
 */
export async function claimNext(db: D1Database, channel: Outgoing['channel'], now: string, until: string): Promise<Claimed | null> {
  return db
    .prepare(
      `UPDATE outbox SET claimed_until = ?3, attempts = attempts + 1 WHERE about = (
         SELECT about FROM outbox WHERE channel = ?1 AND ${WAITING} AND (next_at IS NULL OR next_at <= ?2)
           AND (claimed_until IS NULL OR claimed_until <= ?2) AND (expires_at IS NULL OR expires_at > ?2) ORDER BY made_at, about LIMIT 1)
       RETURNING about, recipient, subject, body, html, attempts, round`,
    )
    .bind(channel, now, until)
    .first<Claimed>()
}

export async function markSent(db: D1Database, about: string, at: string, answer: string): Promise<void> {
  await db
    .prepare('UPDATE outbox SET sent_at = ?2, answer = ?3, claimed_until = NULL, next_at = NULL WHERE about = ?1')
    .bind(about, at, answer)
    .run()
}

/** `nextAt` null: nobody tries any more. */
export async function markFailed(db: D1Database, about: string, at: string, answer: string, nextAt: string | null): Promise<void> {
  await db
    .prepare(
      `UPDATE outbox SET answer = ?3, claimed_until = NULL, next_at = ?4, gave_up_at = CASE WHEN ?4 IS NULL THEN ?2 END
       WHERE about = ?1 AND sent_at IS NULL`,
    )
    .bind(about, at, answer, nextAt)
    .run()
}

/** For a batch: from the beginning, as something new, whatever became of it, as long as it is known what it said. */
export const sendAgain = (db: D1Database, about: string): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE outbox SET sent_at = NULL, dropped_at = NULL, gave_up_at = NULL, expires_at = NULL, next_at = NULL, claimed_until = NULL,
         attempts = 0, round = round + 1 WHERE about = ?1 AND emptied_at IS NULL`,
    )
    .bind(about)

/** For a batch: what was sent meanwhile stays sent. */
export const drop = (db: D1Database, about: string, at: string): D1PreparedStatement =>
  db.prepare('UPDATE outbox SET dropped_at = ?2 WHERE about = ?1 AND sent_at IS NULL').bind(about, at)
