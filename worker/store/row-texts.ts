// The numbers of the texts of each submission: written once with its rows, read back for as many as one likes, and the
// rows in which a text stands. What the numbers are made of is not known here.
import type { RowAddress, ToldRow } from '../../shared/reconcile/repeats.ts'
import type { RowTexts, TableTexts, TextRow } from '../../shared/reconcile/row-texts.ts'
import type { Value } from '../../shared/value.ts'
import { letOthersIn } from '../let-others-in.ts'

/** For the batch in which the submission is written. Those that somebody else has kept meanwhile stay: they are the same. */
export const addTexts = (db: D1Database, all: readonly (TableTexts & { readonly submissionId: string })[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO submission_texts (submission_id, table_key, key, texts)
       SELECT value ->> '$.submissionId', value ->> '$.table', value ->> '$.key', value -> '$.texts' FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(all))

export interface KeptTexts {
  readonly submissionId: string
  readonly table: string
  /** Null where nobody has made them yet. */
  readonly texts: RowTexts | null
}

/** Characters of a page: several times as much is needed while it is parsed. */
const WEIGHT = 500_000
/** Submissions of the first page, and of any. */
const [FIRST, MOST] = [150, 1_000]

/** Of some submissions, a page of them at a time, in their order, as many as what the last ones weighed allows; `keys` by table. */
export async function* keptTexts(
  db: D1Database,
  submissionIds: readonly string[],
  keys: Readonly<Record<string, string>>,
): AsyncGenerator<KeptTexts[], void> {
  for (let from = 0, size = FIRST; from < submissionIds.length; ) {
    await letOthersIn()
    const some = submissionIds.slice(from, from + size)
    const { results } = await db
      .prepare(
        `SELECT t.submission_id AS submissionId, t.table_key AS "table", x.texts
         FROM json_each(?1) e CROSS JOIN submission_tallies t ON t.submission_id = e.value JOIN json_each(?2) k ON k.key = t.table_key
           LEFT JOIN submission_texts x ON x.submission_id = t.submission_id AND x.table_key = t.table_key AND x.key = k.value
         ORDER BY e.key, t.table_key`,
      )
      .bind(JSON.stringify(some), JSON.stringify(keys))
      .all<{ submissionId: string; table: string; texts: string | null }>()
    const weight = results.reduce((sum, { submissionId, texts }) => sum + submissionId.length + (texts?.length ?? 0), 0)
    from += some.length
    // Those that come may hold more than those that came.
    size = Math.max(1, Math.min(MOST, 2 * size, Math.floor((WEIGHT * some.length) / Math.max(weight, 1))))
    yield results.map(({ texts, ...one }) => ({ ...one, texts: texts === null ? null : (JSON.parse(texts) as RowTexts) }))
  }
}

interface Columns {
  readonly table: string
  readonly fields: readonly string[]
}

const VALUES = `(SELECT json_group_object(f.value, r.row_values ->> ('$.' || f.value)) FROM json_each(?3) f)`

/** The rows of a table of some submissions with just the columns that have texts. */
export async function textRows(
  db: D1Database,
  submissionIds: readonly string[],
  { table, fields }: Columns,
): Promise<(TextRow & { readonly submissionId: string })[]> {
  const { results } = await db
    .prepare(
      `SELECT r.submission_id AS submissionId, r.position, r.carried, ${VALUES} AS row_values
       FROM json_each(?1) e CROSS JOIN submission_rows r ON r.submission_id = e.value WHERE r.table_key = ?2 ORDER BY e.key, r.position`,
    )
    .bind(JSON.stringify(submissionIds), table, JSON.stringify(fields))
    .all<{ submissionId: string; position: number; carried: number; row_values: string }>()
  return results.map(({ carried, row_values, ...row }) => ({
    ...{ ...row, carried: carried === 1, values: JSON.parse(row_values) as Record<string, Value> },
  }))
}

/** So many rows by one statement. */
const PLACES = 2_500

/** Rows by where they stand, in the order in which they are asked for. */
export async function rowsAt(db: D1Database, { table, fields }: Columns, places: readonly RowAddress[]): Promise<ToldRow[]> {
  const found: ToldRow[] = []
  for (let from = 0; from < places.length; from += PLACES) {
    const some = places.slice(from, from + PLACES)
    const { results } = await db
      .prepare(
        `SELECT r.row_id AS id, r.cell, ${VALUES} AS row_values, (SELECT count(*) FROM submission_rows q
           WHERE q.submission_id = r.submission_id AND q.table_key = ?2 AND q.position < r.position) AS "index"
         FROM json_each(?1) e CROSS JOIN submission_rows r ON r.submission_id = e.value ->> '$[0]' AND r.position = e.value ->> '$[1]'
         ORDER BY e.key`,
      )
      .bind(JSON.stringify(some.map(({ submissionId, position }) => [submissionId, position])), table, JSON.stringify(fields))
      .all<{ id: string; cell: string | null; row_values: string; index: number }>()
    if (results.length !== some.length) throw new Error(`rows of ${table} are missing`)
    for (const { row_values, ...row } of results) found.push({ ...row, values: JSON.parse(row_values) as Record<string, Value> })
  }
  return found
}
