// What submissions add to the totals, table by table: written once with their rows, read back for as many as
// one likes. How a share is made and joined is not known here.
import type { TallyShare } from '../../shared/tally.ts'
import type { TableTally } from '../../shared/tally-of-rows.ts'
import { letOthersIn } from '../let-others-in.ts'

/** For the batch in which the submission is written. */
export const addTallies = (db: D1Database, submissionId: string, tallies: readonly TableTally[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO submission_tallies (submission_id, table_key, row_count, share)
       SELECT ?1, value ->> '$.table', value ->> '$.rows', value -> '$.share' FROM json_each(?2)`,
    )
    .bind(submissionId, JSON.stringify(tallies))

export interface KeptTally {
  readonly submissionId: string
  readonly table: string
  /** Null where nobody has made it yet. */
  readonly share: TallyShare | null
}

/** So many submissions by one statement. */
const PAGE = 1_000

/** Of some submissions, a page of them at a time. */
export async function* keptTallies(db: D1Database, submissionIds: readonly string[]): AsyncGenerator<KeptTally[], void> {
  for (let from = 0; from < submissionIds.length; from += PAGE) {
    await letOthersIn()
    const { results } = await db
      .prepare(
        `SELECT t.submission_id AS submissionId, t.table_key AS "table", t.share FROM json_each(?1) e CROSS JOIN submission_tallies t ON t.submission_id = e.value
         ORDER BY e.key, t.table_key`,
      )
      .bind(JSON.stringify(submissionIds.slice(from, from + PAGE)))
      .all<{ submissionId: string; table: string; share: string | null }>()
    yield results.map(({ share, ...one }) => ({ ...one, share: share === null ? null : (JSON.parse(share) as TallyShare) }))
  }
}

/** Shares of submissions from before there were any; one that somebody else has made meanwhile stays. */
export async function fillTallies(
  db: D1Database,
  made: readonly { readonly submissionId: string; readonly table: string; readonly share: TallyShare }[],
): Promise<void> {
  await db
    .prepare(
      `UPDATE submission_tallies SET share = e.value -> '$.share' FROM json_each(?1) e
       WHERE submission_id = e.value ->> '$.submissionId' AND table_key = e.value ->> '$.table' AND share IS NULL`,
    )
    .bind(JSON.stringify(made))
    .run()
}
