// What is to go out, by mail or by webhook. Each is about one thing and is kept once, however
// often it is asked for; who hands it on, and how often that is tried, is not known here.
import type { Mail } from '../../shared/people.ts'

export interface Outgoing {
  /** Names the one thing that it is about. */
  readonly about: string
  readonly channel: Mail['channel']
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly html: string | null
  readonly madeAt: string
  /** Not sent any more from then on; null: always worth sending. */
  readonly expiresAt: string | null
}

/** For the batch in which the thing itself is written. Fails, and the batch with it, where there is one about the same thing. */
export const addOutgoing = (db: D1Database, one: Outgoing): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO outbox (about, channel, recipient, subject, body, html, made_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    )
    .bind(one.about, one.channel, one.recipient, one.subject, one.body, one.html, one.madeAt, one.expiresAt)

/** Which of these are there already. */
export async function queuedAbout(db: D1Database, abouts: readonly string[]): Promise<Set<string>> {
  const { results } = await db
    .prepare('SELECT o.about FROM outbox o JOIN json_each(?1) a ON a.value = o.about')
    .bind(JSON.stringify(abouts))
    .all<{ about: string }>()
  return new Set(results.map(({ about }) => about))
}

const COLUMNS = `about, channel, recipient, subject, body, made_at AS madeAt, sent_at AS sentAt, expires_at AS expiresAt, attempts,
  next_at AS nextAt, answer, dropped_at AS droppedAt, gave_up_at AS gaveUpAt, emptied_at AS emptiedAt`

/** The latest first. */
export async function readOutbox(db: D1Database, most: number): Promise<Mail[]> {
  const { results } = await db.prepare(`SELECT ${COLUMNS} FROM outbox ORDER BY made_at DESC, about LIMIT ?1`).bind(most).all<Mail>()
  return results
}

export const readOutgoing = (db: D1Database, about: string): Promise<Mail | null> =>
  db.prepare(`SELECT ${COLUMNS} FROM outbox WHERE about = ?1`).bind(about).first<Mail>()
