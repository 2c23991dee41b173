// How far the tasks of each submission have come: three numbers each, kept under the key of what they were counted
// by, and the rows of those for which nobody has counted yet. What a state means is not known here.
import type { TaskCounts, TaskRow } from '../../shared/progress/month-progress.ts'
import type { QuarterSource } from '../../shared/quarter/source.ts'

export interface CountedProgress {
  readonly submissionId: string
  readonly agency: string
  /** Null where nobody has counted yet. */
  readonly counts: TaskCounts | null
}

/**
 * Of a month what counts of each agency and has tasks. Where one had nothing to report, its tasks stand as it named them last:
 * `before` are the months of the year before, the last one first.
 */
export async function progressOfMonth(
  db: D1Database,
  tasks: QuarterSource['tasks'],
  period: string,
  before: readonly string[],
  key: string,
): Promise<CountedProgress[]> {
  const { results } = await db
    .prepare(
      `WITH standing AS MATERIALIZED (
         SELECT c.agency, CASE WHEN c.declaration IS NULL THEN c.id WHEN c.declaration ->> '$.kind' = 'nothing-to-report' THEN (
           SELECT s.id FROM json_each(?5) m CROSS JOIN counted x ON x.template = ?1 AND x.period = m.value AND x.agency = c.agency
             CROSS JOIN submissions s ON s.id = x.submission_id WHERE s.declaration IS NULL ORDER BY m.key LIMIT 1) END AS id
         FROM counted_submissions c WHERE c.template = ?1 AND c.period = ?2)
       SELECT c.id AS submissionId, c.agency, p.total, p.done, p.overdue
       FROM standing c CROSS JOIN submission_tallies t ON t.submission_id = c.id AND t.table_key = ?3
         LEFT JOIN submission_progress p ON p.submission_id = c.id AND p.key = ?4`,
    )
    .bind(tasks.template, period, tasks.table, key, JSON.stringify(before))
    .all<{ submissionId: string; agency: string; total: number | null; done: number; overdue: number }>()
  return results.map(({ submissionId, agency, total, done, overdue }) => ({
    ...{ submissionId, agency, counts: total === null ? null : { total, done, overdue } },
  }))
}

/** The tasks of some submissions with just the columns that progress is counted from. */
export async function taskRows(
  db: D1Database,
  tasks: QuarterSource['tasks'],
  submissionIds: readonly string[],
): Promise<(TaskRow & { readonly submissionId: string })[]> {
  const { results } = await db
    .prepare(
      `SELECT r.submission_id AS submissionId, r.row_values ->> ?3 AS code, r.row_values ->> ?4 AS role, r.row_values ->> ?5 AS state, r.row_values ->> ?6 AS lastDay
       FROM json_each(?1) e CROSS JOIN submission_rows r ON r.submission_id = e.value WHERE r.table_key = ?2`,
    )
    .bind(JSON.stringify(submissionIds), tasks.table, ...[tasks.code, tasks.role, tasks.state, tasks.lastDay].map((field) => `$.${field}`))
    .all<TaskRow & { submissionId: string }>()
  return results
}

/** Counts with what they were counted by. */
export interface KeptCounts {
  readonly key: string
  readonly counts: TaskCounts
}

/** Counts that somebody else has kept meanwhile stay: they are the same. */
export const addProgress = (
  db: D1Database,
  key: string,
  all: readonly (TaskCounts & { readonly submissionId: string })[],
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO submission_progress (submission_id, key, total, done, overdue)
       SELECT value ->> '$.submissionId', ?2, value ->> '$.total', value ->> '$.done', value ->> '$.overdue' FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(all), key)
