// The counted rows of some obligations, for looking back: what the same agency
// said in the same row in earlier periods.
import type { Value } from '../../shared/value.ts'

export interface PastRow {
  readonly period: string
  readonly table: string
  readonly rowId: string
  readonly values: Readonly<Record<string, Value>>
}

export async function readPastRows(db: D1Database, obligationIds: readonly string[]): Promise<PastRow[]> {
  const { results } = await db
    .prepare(
      `SELECT c.period, r.table_key AS "table", r.row_id AS rowId, r.row_values AS document
       FROM counted_submissions c JOIN json_each(?1) o ON o.value = c.obligation_id JOIN submission_rows r ON r.submission_id = c.id
       ORDER BY r.position`,
    )
    .bind(JSON.stringify(obligationIds))
    .all<{ period: string; table: string; rowId: string; document: string }>()
  return results.map(({ document, ...row }) => ({ ...row, values: JSON.parse(document) as PastRow['values'] }))
}
