// The receiver's notes on submissions, with what agencies answered and who settled
// them. Written with reviews and submissions, never changed.
import type { NewNote, Note } from '../../shared/review.ts'

interface Row {
  id: string
  submission_id: string
  sequence: number
  table_key: string | null
  row_id: string | null
  field: string | null
  text: string
  at: string
  person_name: string
  resolved_at: string | null
  resolved_by: string | null
}

interface AnswerRow {
  note_id: string
  sequence: number
  text: string
  submitted_at: string
  person_name: string
}

/** Of an obligation, in the order they were written. */
export async function notesOf(db: D1Database, obligationId: string): Promise<Note[]> {
  const [notes, answers] = await db.batch([
    db
      .prepare(
        `SELECT n.id, r.submission_id, s.sequence, n.table_key, n.row_id, n.field, n.text, r.at, r.person_name,
           settled.at AS resolved_at, settled.person_name AS resolved_by
         FROM notes n JOIN reviews r ON r.id = n.review_id JOIN submissions s ON s.id = r.submission_id
           LEFT JOIN note_resolutions d ON d.note_id = n.id LEFT JOIN reviews settled ON settled.id = d.review_id
         WHERE n.obligation_id = ?1 ORDER BY r.at, n.position`,
      )
      .bind(obligationId),
    db
      .prepare(
        `SELECT a.note_id, s.sequence, a.text, s.submitted_at, s.person_name
         FROM notes n JOIN note_answers a ON a.note_id = n.id JOIN submissions s ON s.id = a.submission_id
         WHERE n.obligation_id = ?1 ORDER BY s.sequence`,
      )
      .bind(obligationId),
  ])
  const answersOf = Map.groupBy((answers?.results ?? []) as AnswerRow[], ({ note_id }) => note_id)
  return ((notes?.results ?? []) as Row[]).map((row) => ({
    ...{ id: row.id, submissionId: row.submission_id, sequence: row.sequence, text: row.text },
    place: { table: row.table_key, rowId: row.row_id, field: row.field },
    ...{ writtenAt: row.at, writtenBy: row.person_name, resolvedAt: row.resolved_at, resolvedBy: row.resolved_by },
    answers: (answersOf.get(row.id) ?? []).map(({ sequence, text, submitted_at, person_name }) => ({
      ...{ sequence, text, answeredAt: submitted_at, answeredBy: person_name },
    })),
  }))
}

/** How many are not settled, by obligation. */
export async function openNoteCounts(db: D1Database, obligationIds: readonly string[]): Promise<Map<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT n.obligation_id AS id, count(*) AS open FROM json_each(?1) o CROSS JOIN notes n ON n.obligation_id = o.value
       WHERE NOT EXISTS (SELECT 1 FROM note_resolutions d WHERE d.note_id = n.id) GROUP BY n.obligation_id`,
    )
    .bind(JSON.stringify(obligationIds))
    .all<{ id: string; open: number }>()
  return new Map(results.map(({ id, open }) => [id, open]))
}

/** A note with the id it gets. */
export type PinnedNote = NewNote & { readonly id: string }

/** For the batch in which the review is written. */
export const addNotes = (db: D1Database, reviewId: string, obligationId: string, notes: readonly PinnedNote[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO notes (id, review_id, obligation_id, position, table_key, row_id, field, text)
       SELECT value ->> '$.id', ?1, ?2, key, value ->> '$.place.table', value ->> '$.place.rowId', value ->> '$.place.field', value ->> '$.text'
       FROM json_each(?3)`,
    )
    .bind(reviewId, obligationId, JSON.stringify(notes))

/** For the batch in which the review is written. */
export const settleNotes = (db: D1Database, reviewId: string, noteIds: readonly string[]): D1PreparedStatement =>
  db
    .prepare('INSERT INTO note_resolutions (note_id, review_id) SELECT value, ?1 FROM json_each(?2)')
    .bind(reviewId, JSON.stringify(noteIds))

/** For the batch in which the submission is written; nothing where nothing was answered. */
export const addAnswers = (db: D1Database, submissionId: string, answers: Readonly<Record<string, string>>): D1PreparedStatement[] =>
  Object.keys(answers).length === 0
    ? []
    : [
        db
          .prepare('INSERT INTO note_answers (note_id, submission_id, text) SELECT key, ?1, value FROM json_each(?2)')
          .bind(submissionId, JSON.stringify(answers)),
      ]
