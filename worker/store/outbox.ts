// Mails that are to go out. Each is about one thing and is kept once, however often it is
// asked for; who hands them on is not known here.
import type { Mail } from '../../shared/people.ts'

/** For the batch in which the thing itself is written. What was put in before stays as it is. */
export const queueMail = (db: D1Database, { about, recipient, subject, body, madeAt }: Omit<Mail, 'sentAt'>): D1PreparedStatement =>
  db
    .prepare('INSERT INTO outbox (about, recipient, subject, body, made_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (about) DO NOTHING')
    .bind(about, recipient, subject, body, madeAt)

/** The latest first. */
export async function readOutbox(db: D1Database, most: number): Promise<Mail[]> {
  const { results } = await db
    .prepare(
      'SELECT about, recipient, subject, body, made_at AS madeAt, sent_at AS sentAt FROM outbox ORDER BY made_at DESC, about LIMIT ?1',
    )
    .bind(most)
    .all<Mail>()
  return results
}
