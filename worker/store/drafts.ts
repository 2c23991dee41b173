// The last saved state of each form. A save names the state it was made on
// (its etag); a save made on an older one changes nothing. A filing that is too long
// for a cell of the database stands in the files under its etag.
import type { Filing } from '../../shared/filing.ts'
import type { Draft } from '../../shared/wire.ts'

interface Row {
  filing: string
  etag: string
  savedAt: string
  savedBy: string
}

interface Stores {
  readonly db: D1Database
  readonly files: R2Bucket
}

/** A string in D1 may have 2 MB. */
const BYTES_IN_DATABASE = 1_500_000

/** What the row says of a filing that stands in the files. */
const ELSEWHERE = 'null'

const fileKey = (etag: string) => `drafts/${etag}.json`

const isLarge = (text: string): boolean => text.length * 3 > BYTES_IN_DATABASE && new TextEncoder().encode(text).length > BYTES_IN_DATABASE

/** Before the row that points to it. */
export async function keepLargeDraft(files: R2Bucket, { filing, etag }: Draft): Promise<void> {
  const text = JSON.stringify(filing)
  if (isLarge(text)) await files.put(fileKey(etag), text)
}

export async function readDraft({ db, files }: Stores, obligationId: string): Promise<Draft | null> {
  const row = await db
    .prepare('SELECT filing, etag, saved_at AS savedAt, saved_by AS savedBy FROM drafts WHERE obligation_id = ?1')
    .bind(obligationId)
    .first<Row>()
  if (row === null) return null
  const text = row.filing === ELSEWHERE ? await (await files.get(fileKey(row.etag)))?.text() : row.filing
  if (text === undefined) throw new Error(`the draft of ${obligationId} is gone from the files`)
  return { ...row, filing: JSON.parse(text) as Filing }
}

/** When the drafts of these obligations that were not sent were last saved. */
export async function draftTimes(db: D1Database, obligationIds: readonly string[]): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(
      'SELECT d.obligation_id AS id, d.saved_at AS savedAt FROM json_each(?1) o CROSS JOIN drafts d ON d.obligation_id = o.value WHERE d.sent = 0',
    )
    .bind(JSON.stringify(obligationIds))
    .all<{ id: string; savedAt: string }>()
  return new Map(results.map(({ id, savedAt }) => [id, savedAt]))
}

/** When any draft was last saved; how many there are tells that one was discarded. */
export async function lastSaved(db: D1Database): Promise<string> {
  const row = await db.prepare('SELECT max(saved_at) AS at, count(*) AS n FROM drafts').first<{ at: string | null; n: number }>()
  return `${row?.n ?? 0}-${Date.parse(row?.at ?? '') || 0}`
}

const INSERT = 'INSERT INTO drafts (obligation_id, filing, etag, saved_at, person_id, saved_by, sent)'
const REPLACE = `ON CONFLICT (obligation_id) DO UPDATE SET filing = excluded.filing, etag = excluded.etag, saved_at = excluded.saved_at,
  person_id = excluded.person_id, saved_by = excluded.saved_by, sent = excluded.sent`

function valuesOf(obligationId: string, personId: string, draft: Draft) {
  const text = JSON.stringify(draft.filing)
  return [obligationId, isLarge(text) ? ELSEWHERE : text, draft.etag, draft.savedAt, personId, draft.savedBy] as const
}

/**
 * False where the draft is no longer in the state `basedOn`. Null says that there was none: a draft
 * that was sent counts as none, because nothing is lost when it is replaced.
 */
export async function writeDraft(
  { db, files }: Stores,
  obligationId: string,
  personId: string,
  draft: Draft,
  basedOn: string | null,
): Promise<boolean> {
  await keepLargeDraft(files, draft)
  const values = valuesOf(obligationId, personId, draft)
  const statement =
    basedOn === null
      ? db.prepare(`${INSERT} VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0) ${REPLACE} WHERE drafts.sent = 1`).bind(...values)
      : db
          .prepare(
            'UPDATE drafts SET filing = ?2, etag = ?3, saved_at = ?4, person_id = ?5, saved_by = ?6, sent = 0 WHERE obligation_id = ?1 AND etag = ?7',
          )
          .bind(...values, basedOn)
  const written = (await statement.run()).meta.changes > 0
  if (written && basedOn !== null && basedOn !== draft.etag) await files.delete(fileKey(basedOn))
  return written
}

/**
 * What was sent is what the form shows when it is opened again. A draft that somebody else saved
 * and did not send stays: it may hold work that is not in this submission. For the batch of a submission.
 */
export const sentAsDraft = (db: D1Database, obligationId: string, personId: string, draft: Draft): D1PreparedStatement =>
  db
    .prepare(`${INSERT} VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1) ${REPLACE} WHERE drafts.person_id = excluded.person_id OR drafts.sent = 1`)
    .bind(...valuesOf(obligationId, personId, draft))

export async function deleteDraft({ db, files }: Stores, obligationId: string, basedOn: string): Promise<boolean> {
  const { meta } = await db.prepare('DELETE FROM drafts WHERE obligation_id = ?1 AND etag = ?2').bind(obligationId, basedOn).run()
  if (meta.changes > 0) await files.delete(fileKey(basedOn))
  return meta.changes > 0
}
