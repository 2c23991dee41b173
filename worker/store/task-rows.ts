// The tasks that agencies reported, month by month, with just the columns that progress
// is counted from. What they mean is not known here.
import type { TaskRow } from '../../shared/progress/month-progress.ts'
import type { QuarterSource } from '../../shared/quarter/source.ts'

export async function countedTaskRows(db: D1Database, tasks: QuarterSource['tasks'], periods: readonly string[]): Promise<TaskRow[]> {
  const { results } = await db
    .prepare(
      `SELECT c.period, c.agency, r.row_values ->> ?4 AS code, r.row_values ->> ?5 AS role, r.row_values ->> ?6 AS state, r.row_values ->> ?7 AS lastDay
       FROM counted_submissions c JOIN json_each(?2) p ON p.value = c.period JOIN submission_rows r ON r.submission_id = c.id
       WHERE c.template = ?1 AND r.table_key = ?3`,
    )
    .bind(
      tasks.template,
      JSON.stringify(periods),
      tasks.table,
      ...[tasks.code, tasks.role, tasks.state, tasks.lastDay].map((key) => `$.${key}`),
    )
    .all<TaskRow>()
  return results
}
