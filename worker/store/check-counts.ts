// What checks found, in counts by report: written at every check and every sending, read for
// the page of what to improve. Keeps nobody's name.
import type { Counted } from '../../shared/improve/check-tally.ts'

/** One more check of a report. */
export async function countCheck(db: D1Database, obligation: string, at: string, counts: readonly Counted[]): Promise<void> {
  await db.batch([
    db
      .prepare(
        'INSERT INTO checked (obligation_id, first_at, checks) VALUES (?1, ?2, 1) ON CONFLICT (obligation_id) DO UPDATE SET checks = checks + 1',
      )
      .bind(obligation, at),
    db
      .prepare(
        `INSERT INTO check_counts (obligation_id, finding, field, severity, checks, most)
         SELECT ?1, value ->> '$.finding', value ->> '$.field', value ->> '$.severity', 1, value ->> '$.cells' FROM json_each(?2) WHERE true
         ON CONFLICT (obligation_id, finding, field)
         DO UPDATE SET severity = excluded.severity, checks = checks + 1, most = max(most, excluded.most)`,
      )
      .bind(obligation, JSON.stringify(counts)),
  ])
}

/** For the batch that keeps a submission: what still stood in it. */
export const writeSentCounts = (db: D1Database, submission: string, counts: readonly Counted[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO sent_counts (submission_id, finding, field, severity, cells)
       SELECT ?1, value ->> '$.finding', value ->> '$.field', value ->> '$.severity', value ->> '$.cells' FROM json_each(?2)
       WHERE value ->> '$.severity' <> 'error'`,
    )
    .bind(submission, JSON.stringify(counts))

export interface FoundInReport {
  readonly obligation: string
  readonly template: string
  readonly period: string
  readonly agency: string
  readonly agencyName: string
  readonly finding: string
  readonly field: string
  readonly severity: Counted['severity']
  readonly checks: number
}

const IN_PERIOD = '(?1 IS NULL OR o.period = ?1)'

/** Of one period, or of all. */
export async function foundInReports(db: D1Database, period: string | null): Promise<FoundInReport[]> {
  const { results } = await db
    .prepare(
      `SELECT c.obligation_id AS obligation, o.template, o.period, o.agency, a.document ->> '$.name' AS agencyName, c.finding, c.field, c.severity, c.checks
       FROM check_counts c JOIN obligations o ON o.id = c.obligation_id JOIN agencies a ON a.code = o.agency WHERE ${IN_PERIOD}
       ORDER BY c.checks DESC, c.obligation_id`,
    )
    .bind(period)
    .all<FoundInReport>()
  return results
}

export interface CheckedReport {
  readonly template: string
  readonly period: string
  readonly firstAt: string
  readonly checks: number
  /** When it was sent first; null where it was not. */
  readonly sentAt: string | null
  readonly returned: number
}

export async function checkedReports(db: D1Database, period: string | null): Promise<CheckedReport[]> {
  const { results } = await db
    .prepare(
      `SELECT o.template, o.period, c.first_at AS firstAt, c.checks, (SELECT min(s.submitted_at) FROM submissions s WHERE s.obligation_id = o.id) AS sentAt,
         EXISTS (SELECT 1 FROM submissions s JOIN submission_events e ON e.submission_id = s.id AND e.kind = 'returned' WHERE s.obligation_id = o.id) AS returned
       FROM checked c JOIN obligations o ON o.id = c.obligation_id WHERE ${IN_PERIOD} ORDER BY o.template, o.period`,
    )
    .bind(period)
    .all<CheckedReport>()
  return results
}

interface FoundAndSent {
  readonly template: string
  readonly finding: string
  readonly field: string
  readonly severity: Counted['severity']
  readonly sent: number
  readonly stood: number
  readonly returned: number
}

/** What checks found in reports that were sent: in how many, where it stood still when they were, and how many came back. */
export async function foundAndSent(db: D1Database, period: string | null): Promise<FoundAndSent[]> {
  const { results } = await db
    .prepare(
      `SELECT o.template, c.finding, c.field, CASE total(c.severity = 'error') WHEN 0 THEN max(c.severity) ELSE 'error' END AS severity, count(*) AS sent,
         total(EXISTS (SELECT 1 FROM submissions s JOIN sent_counts t ON t.submission_id = s.id AND t.finding = c.finding AND t.field = c.field
           WHERE s.obligation_id = o.id)) AS stood,
         total(EXISTS (SELECT 1 FROM submissions s JOIN submission_events e ON e.submission_id = s.id AND e.kind = 'returned'
           WHERE s.obligation_id = o.id)) AS returned
       FROM check_counts c JOIN obligations o ON o.id = c.obligation_id
       WHERE ${IN_PERIOD} AND EXISTS (SELECT 1 FROM submissions s WHERE s.obligation_id = o.id)
       GROUP BY o.template, c.finding, c.field`,
    )
    .bind(period)
    .all<FoundAndSent>()
  return results
}

interface NotedField {
  readonly template: string
  readonly field: string
  readonly notes: number
  readonly returns: number
}

/** Columns and header cells that notes of returns were pinned to. */
export async function notedFields(db: D1Database, period: string | null): Promise<NotedField[]> {
  const { results } = await db
    .prepare(
      `SELECT o.template, n.field, count(*) AS notes, count(DISTINCT n.review_id) AS returns
       FROM notes n JOIN obligations o ON o.id = n.obligation_id WHERE n.field IS NOT NULL AND ${IN_PERIOD}
       GROUP BY o.template, n.field ORDER BY notes DESC, o.template, n.field`,
    )
    .bind(period)
    .all<NotedField>()
  return results
}
