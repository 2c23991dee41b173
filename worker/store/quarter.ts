// What a quarterly summary asks of earlier reports: the last list of each agency, and since
// when a task is reported as completed. What that means is not known here.
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

export interface RowSince {
  readonly agency: string
  readonly rowId: string
  /** The period since which it has one of the values without a break, up to the last that was asked for; null where it has none. */
  readonly since: string | null
}

interface RowsWith {
  readonly table: string
  readonly field: string
  readonly values: readonly string[]
  readonly agencies: readonly string[]
  /** Agencies of which rows without such a value are told too. */
  readonly whole: readonly string[]
}

/** Of some agencies, since which of these periods each row has one of some values. */
export async function sinceWhen(
  db: D1Database,
  template: string,
  periods: readonly string[],
  { table, field, values, agencies, whole }: RowsWith,
): Promise<RowSince[]> {
  if (periods.length === 0) return []
  const { results } = await db
    .prepare(
      `WITH said AS (
         SELECT a.value AS agency, r.row_id AS rowId, p.value AS period, coalesce(r.row_values ->> ?4 IN (SELECT value FROM json_each(?5)), 0) AS has
         FROM json_each(?6) a CROSS JOIN json_each(?2) p CROSS JOIN counted_submissions c ON c.obligation_id = ?1 || '.' || p.value || '.' || a.value
           CROSS JOIN submission_rows r ON r.submission_id = c.id
         WHERE r.table_key = ?3),
       broken AS (SELECT agency, rowId, period, has, max(iif(has, '', period)) OVER (PARTITION BY agency, rowId) AS upTo FROM said)
       SELECT agency, rowId, min(iif(has AND period > upTo, period, NULL)) AS since FROM broken
       GROUP BY agency, rowId HAVING since IS NOT NULL OR agency IN (SELECT value FROM json_each(?7))`,
    )
    .bind(
      ...[template, JSON.stringify(periods), table, `$.${field}`, JSON.stringify(values), JSON.stringify(agencies), JSON.stringify(whole)],
    )
    .all<RowSince>()
  return results
}

/** Agencies that say that a whole report does not apply to them. */
export async function notApplying(db: D1Database, template: string, period: string): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT agency FROM counted_submissions WHERE template = ?1 AND period = ?2 AND declaration ->> '$.kind' = 'not-applicable'`)
    .bind(template, period)
    .all<{ agency: string }>()
  return results.map(({ agency }) => agency)
}
