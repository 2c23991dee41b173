// What a quarterly summary asks of earlier reports: the last list of each agency, and since
// when a task has been reported as completed. What that means is not known here.
import type { ListedSubmission } from '../../shared/survey.ts'

/** Of each agency the counted submission of the last of these periods for which there is one, in the order of the register. */
export async function latestCounted(db: D1Database, template: string, periods: readonly string[]): Promise<ListedSubmission[]> {
  const { results } = await db
    .prepare(
      `SELECT c.agency, c.agency_name AS agencyName, c.id AS submissionId, c.sequence, c.receipt_number AS receiptNumber, max(c.period)
       FROM counted_submissions c JOIN json_each(?2) p ON p.value = c.period JOIN agencies a ON a.code = c.agency
       WHERE c.template = ?1 GROUP BY c.agency ORDER BY a.position`,
    )
    .bind(template, JSON.stringify(periods))
    .all<ListedSubmission>()
  return results
}

export interface FirstPeriod {
  readonly agency: string
  readonly rowId: string
  readonly period: string
}

interface RowsWith {
  readonly table: string
  readonly field: string
  readonly values: readonly string[]
  readonly agencies: readonly string[]
}

/** The first of these periods in which a row of some agencies has one of some values, for each row that has. */
export async function firstPeriods(
  db: D1Database,
  template: string,
  periods: readonly string[],
  { table, field, values, agencies }: RowsWith,
): Promise<FirstPeriod[]> {
  if (periods.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT a.value AS agency, r.row_id AS rowId, min(p.value) AS period
       FROM json_each(?6) a CROSS JOIN json_each(?2) p CROSS JOIN counted_submissions c ON c.obligation_id = ?1 || '.' || p.value || '.' || a.value
         CROSS JOIN submission_rows r ON r.submission_id = c.id
       WHERE r.table_key = ?3 AND r.row_values ->> ?4 IN (SELECT value FROM json_each(?5)) GROUP BY a.value, r.row_id`,
    )
    .bind(template, JSON.stringify(periods), table, `$.${field}`, JSON.stringify(values), JSON.stringify(agencies))
    .all<FirstPeriod>()
  return results
}
