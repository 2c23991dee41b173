// Verdicts about submissions, written once together with their notes and their
// event. Whether a verdict may be given is not known here.
import type { Review } from '../../shared/wire.ts'
import { addEvent, type ChainedEvent, type Verdict } from './events.ts'
import { addNotes, type PinnedNote, settleNotes } from './notes.ts'

export interface NewReview {
  readonly id: string
  readonly submissionId: string
  readonly obligationId: string
  readonly verdict: Verdict
  readonly sentence: string | null
  readonly personName: string
  readonly idempotencyKey: string
  readonly notes: readonly PinnedNote[]
  /** Ids of notes that are settled by it. */
  readonly resolves: readonly string[]
}

/** All of it or nothing; throws where somebody else was quicker (`alongChain`). */
export async function addReview(db: D1Database, review: NewReview, event: ChainedEvent): Promise<void> {
  const { id, submissionId, obligationId, verdict, sentence, personName, idempotencyKey, notes, resolves } = review
  await db.batch([
    db
      .prepare(
        `INSERT INTO reviews (id, submission_id, verdict, sentence, at, person_id, person_name, idempotency_key, body_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
      )
      .bind(id, submissionId, verdict, sentence, event.at, event.actor, personName, idempotencyKey, event.bodyHash),
    addNotes(db, id, obligationId, notes),
    settleNotes(db, id, resolves),
    addEvent(db, event),
  ])
}

/** What was said by submission id, first to last. */
export async function reviewsOf(db: D1Database, submissionIds: readonly string[]): Promise<Map<string, Review[]>> {
  const { results } = await db
    .prepare(
      `SELECT r.submission_id AS id, r.verdict, r.sentence, r.at, r.person_name AS "by"
       FROM reviews r JOIN json_each(?1) s ON s.value = r.submission_id JOIN submission_events e ON e.review_id = r.id ORDER BY e.seq`,
    )
    .bind(JSON.stringify(submissionIds))
    .all<Review & { id: string }>()
  const said = new Map<string, Review[]>()
  for (const { id, ...review } of results) said.set(id, [...(said.get(id) ?? []), review])
  return said
}

/** Whether this very attempt was made before. */
export const isRepeated = async (db: D1Database, personId: string, key: string, submissionId: string): Promise<boolean> =>
  (await db
    .prepare('SELECT 1 FROM reviews WHERE person_id = ?1 AND idempotency_key = ?2 AND submission_id = ?3')
    .bind(personId, key, submissionId)
    .first()) !== null
