// What was sent for obligations: written once together with its rows, its event
// and the sender's draft, in one transaction; read back with where it stands.
import type { Content, Declaration } from '../../shared/filing.ts'
import type { Counted } from '../../shared/improve/check-tally.ts'
import type { TableTexts } from '../../shared/reconcile/row-texts.ts'
import type { SubmissionEvent } from '../../shared/standing.ts'
import type { TableTally } from '../../shared/tally-of-rows.ts'
import type { Draft, Receipt } from '../../shared/wire.ts'
import { writeSentCounts } from './check-counts.ts'
import { sentAsDraft } from './drafts.ts'
import { addEvent, type ChainedEvent } from './events.ts'
import { addAnswers } from './notes.ts'
import { addTexts } from './row-texts.ts'
import { addTallies } from './tallies.ts'
import { addProgress, type KeptCounts } from './task-progress.ts'

export interface KeptSubmission {
  readonly receipt: Receipt
  readonly agency: string
  readonly declaration: Declaration | null
  readonly lastEvent: SubmissionEvent
  /** When it was sent, or signed where it had to be; null until then. */
  readonly reachedAt: string | null
  /** Of the request that made it, to tell a repetition from a reused key. */
  readonly bodyHash: string
}

export interface NewSubmission {
  readonly receipt: Receipt
  readonly personId: string
  readonly content: Content
  /** What it adds to the totals. */
  readonly tallies: readonly TableTally[]
  readonly texts: readonly TableTexts[]
  /** How far its tasks have come; null where it has none. */
  readonly progress: KeptCounts | null
  readonly originalHash: string | null
  readonly idempotencyKey: string
  readonly bodyHash: string
  readonly draft: Draft
  /** What still stood in it. */
  readonly counts: readonly Counted[]
}

interface Row {
  id: string
  obligation_id: string
  sequence: number
  receipt_number: string
  person_name: string
  agency_name: string
  template_title: string
  submitted_at: string
  late: number
  row_count: number
  declaration: string | null
  content_hash: string
  body_hash: string
  template: string
  version: number
  period: string
  agency: string
  event_hash: string
  previous_event_hash: string
  last_event: SubmissionEvent
  due_at: string
  needs_signature: number
  reached_at: string | null
  signed_by: string | null
}

const fromRow = (row: Row): KeptSubmission => ({
  receipt: {
    number: row.receipt_number,
    submissionId: row.id,
    obligationId: row.obligation_id,
    sequence: row.sequence,
    submittedAt: row.submitted_at,
    submittedBy: row.person_name,
    agencyName: row.agency_name,
    templateTitle: row.template_title,
    template: row.template,
    version: row.version,
    period: row.period,
    rowCount: row.row_count,
    late: (row.reached_at ?? row.submitted_at) >= row.due_at,
    ...(row.needs_signature === 1 && { signature: row.reached_at && row.signed_by ? { by: row.signed_by, at: row.reached_at } : null }),
    contentHash: row.content_hash,
    eventHash: row.event_hash,
    previousEventHash: row.previous_event_hash,
  },
  agency: row.agency,
  declaration: row.declaration === null ? null : (JSON.parse(row.declaration) as Declaration),
  lastEvent: row.last_event,
  reachedAt: row.reached_at,
  bodyHash: row.body_hash,
})

export async function readSubmission(db: D1Database, id: string): Promise<KeptSubmission | null> {
  const row = await db.prepare('SELECT * FROM submission_standings WHERE id = ?1').bind(id).first<Row>()
  return row && fromRow(row)
}

export async function submissionWithKey(db: D1Database, personId: string, key: string): Promise<KeptSubmission | null> {
  const row = await db
    .prepare('SELECT * FROM submission_standings WHERE person_id = ?1 AND idempotency_key = ?2')
    .bind(personId, key)
    .first<Row>()
  return row && fromRow(row)
}

/** Of several obligations, in the order they were sent. */
export async function submissionsOf(db: D1Database, obligationIds: readonly string[]): Promise<KeptSubmission[]> {
  const { results } = await db
    .prepare(
      'SELECT s.* FROM json_each(?1) o CROSS JOIN submission_standings s ON s.obligation_id = o.value ORDER BY s.obligation_id, s.sequence',
    )
    .bind(JSON.stringify(obligationIds))
    .all<Row>()
  return results.map(fromRow)
}

/** The numbers the next submission of an obligation takes: its own and that of its receipt. */
export async function nextNumbers(db: D1Database, obligationId: string): Promise<{ sequence: number; receipt: number }> {
  const row = await db
    .prepare(
      `SELECT (SELECT coalesce(max(sequence), 0) + 1 FROM submissions WHERE obligation_id = ?1) AS sequence,
         (SELECT count(*) + 1 FROM submissions) AS receipt`,
    )
    .bind(obligationId)
    .first<{ sequence: number; receipt: number }>()
  return row ?? { sequence: 1, receipt: 1 }
}

/** A bound string may have 2 MB in D1; JSON in characters is at most three times as many bytes. */
const CHUNK_CHARACTERS = 400_000

function* chunks(rows: readonly unknown[]): Generator<string> {
  let chunk: string[] = []
  let characters = 0
  for (const row of rows) {
    const text = JSON.stringify(row)
    if (characters + text.length > CHUNK_CHARACTERS && chunk.length > 0) {
      yield `[${chunk.join(',')}]`
      chunk = []
      characters = 0
    }
    chunk.push(text)
    characters += text.length + 1
  }
  if (chunk.length > 0) yield `[${chunk.join(',')}]`
}

/** All of it or nothing; throws where somebody else was quicker (`alongChain`). */
export async function addSubmission(db: D1Database, made: NewSubmission, event: ChainedEvent): Promise<void> {
  const { receipt, content } = made
  const cells = new Map(made.draft.filing.rows.map(({ id, entries }) => [id, Object.values(entries).find(({ cell }) => cell)?.cell]))
  const rows = content.rows.map((row, position) => ({ ...row, position, carried: row.carried ? 1 : 0, cell: cells.get(row.id) }))
  await db.batch([
    db
      .prepare(
        `INSERT INTO submissions (id, obligation_id, sequence, receipt_number, person_id, person_name, agency_name, template_title, submitted_at,
           late, row_count, declaration, header, explanations, content_hash, original_hash, idempotency_key, body_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)`,
      )
      .bind(
        ...[receipt.submissionId, receipt.obligationId, receipt.sequence, receipt.number, made.personId, receipt.submittedBy],
        ...[receipt.agencyName, receipt.templateTitle, receipt.submittedAt, receipt.late ? 1 : 0, receipt.rowCount],
        ...[
          content.declaration && JSON.stringify(content.declaration),
          JSON.stringify(content.header),
          JSON.stringify(content.explanations),
        ],
        ...[receipt.contentHash, made.originalHash, made.idempotencyKey, made.bodyHash],
      ),
    ...Array.from(chunks(rows), (chunk) =>
      db
        .prepare(
          `INSERT INTO submission_rows (submission_id, position, table_key, row_id, carried, row_values, cell)
           SELECT ?1, value ->> '$.position', value ->> '$.table', value ->> '$.id', value ->> '$.carried', value -> '$.values', value ->> '$.cell'
           FROM json_each(?2)`,
        )
        .bind(receipt.submissionId, chunk),
    ),
    addTallies(db, receipt.submissionId, made.tallies),
    addTexts(
      db,
      made.texts.map((one) => ({ ...one, submissionId: receipt.submissionId })),
    ),
    ...(made.progress ? [addProgress(db, made.progress.key, [{ submissionId: receipt.submissionId, ...made.progress.counts }])] : []),
    writeSentCounts(db, receipt.submissionId, made.counts),
    ...addAnswers(db, receipt.submissionId, content.answers ?? {}),
    addEvent(db, event),
    sentAsDraft(db, receipt.obligationId, made.personId, made.draft),
  ])
}
