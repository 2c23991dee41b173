// What a list of submissions holds, without holding it: how many rows each has, and the rows of what counts as
// people turn its pages. Submissions never change, so a list that was
// fixed once shows one moment, whatever is filed meanwhile.
import type { Declaration } from '../../shared/filing.ts'
import { Numbering } from '../../shared/numbering.ts'
import type { CountedHead, ListedSubmission, SourceRow } from '../../shared/survey.ts'
import type { Values } from '../../shared/tally.ts'
import type { Table } from '../../shared/template.ts'

interface CountRow {
  id: string
  declaration: string | null
  table_key: string | null
  rows: number | null
}

/** So many submissions by one statement. */
const HEADS = 1_000

/** In the order of the list. */
export async function countedHeads(db: D1Database, list: readonly ListedSubmission[]): Promise<CountedHead[]> {
  const heads: CountedHead[] = []
  for (let from = 0; from < list.length; from += HEADS) {
    const some = list.slice(from, from + HEADS)
    const { results } = await db
      .prepare(
        `SELECT s.id, s.declaration, t.table_key, t.row_count AS rows FROM json_each(?1) e CROSS JOIN submissions s ON s.id = e.value
         LEFT JOIN submission_tallies t ON t.submission_id = s.id`,
      )
      .bind(JSON.stringify(some.map(({ submissionId }) => submissionId)))
      .all<CountRow>()
    const found = Map.groupBy(results, ({ id }) => id)
    for (const { agency, agencyName, submissionId, sequence, receiptNumber } of some) {
      const own = found.get(submissionId) ?? []
      const declaration = own[0]?.declaration ?? null
      heads.push({
        ...{ agency, agencyName, submissionId, sequence, receiptNumber },
        declaration: declaration === null ? null : (JSON.parse(declaration) as Declaration),
        rows: Object.fromEntries(own.flatMap(({ table_key, rows }) => (table_key === null || rows === null ? [] : [[table_key, rows]]))),
      })
    }
  }
  return heads
}

interface PageRow {
  agency: string
  agencyName: string
  receiptNumber: string
  submission_id: string
  position: number
  row_id: string
  carried: number
  row_values: string
  cell: string | null
}

/** A row of what counts, with where it stands in the whole: the agency's place in the register, and its own in the submission. */
export interface PlacedRow extends SourceRow {
  readonly agency: string
  readonly agencyName: string
  readonly submissionId: string
  readonly receiptNumber: string
  readonly position: number
}

/** Which rows of what counts, and of one agency alone where it is named. */
export interface RowChoice {
  readonly template: string
  readonly period: string
  readonly table: string
  readonly agency: string | null
}

export interface RowKey {
  readonly agency: string
  readonly position: number
}

/** Agency after agency in the order of the register; the database walks there in this order and stops at the limit. */
const FROM_AGENCIES = `FROM agencies a CROSS JOIN obligations o ON o.id = ?1 || '.' || ?2 || '.' || a.code
  CROSS JOIN counted_submissions c ON c.obligation_id = o.id`

/** A submission of a list, with whether its agency said that there is nothing, or nothing that applies. */
export interface DeclaredSubmission extends ListedSubmission {
  readonly declared: Declaration['kind'] | null
}

/** What counts of some agencies, in the order of the register. */
export async function countedOf(
  db: D1Database,
  template: string,
  period: string,
  agencies: readonly string[],
): Promise<DeclaredSubmission[]> {
  const { results } = await db
    .prepare(
      `SELECT a.code AS agency, c.agency_name AS agencyName, c.id AS submissionId, c.sequence, c.receipt_number AS receiptNumber,
         c.declaration ->> '$.kind' AS declared
       FROM json_each(?3) e CROSS JOIN agencies a ON a.code = e.value CROSS JOIN counted_submissions c ON c.obligation_id = ?1 || '.' || ?2 || '.' || a.code
       ORDER BY a.position`,
    )
    .bind(template, period, JSON.stringify(agencies))
    .all<DeclaredSubmission>()
  return results
}

/** So many rows after one. */
export async function countedPage(
  db: D1Database,
  { template, period, table, agency }: RowChoice,
  after: RowKey | null,
  limit: number,
): Promise<PlacedRow[]> {
  const { results } = await db
    .prepare(
      `SELECT a.code AS agency, c.agency_name AS agencyName, c.receipt_number AS receiptNumber, r.submission_id, r.position, r.row_id, r.carried, r.row_values, r.cell
       ${FROM_AGENCIES} CROSS JOIN submission_rows r ON r.submission_id = c.id
       WHERE r.table_key = ?3 AND (?4 IS NULL OR a.code = ?4)
         AND a.position >= coalesce((SELECT position FROM agencies WHERE code = ?5), 0) AND (a.code <> coalesce(?5, '') OR r.position > ?6)
       ORDER BY a.position, r.position LIMIT ?7`,
    )
    .bind(template, period, table, agency, after?.agency ?? null, after?.position ?? -1, limit)
    .all<PageRow>()
  return results.map(({ agency, agencyName, receiptNumber, submission_id, position, row_id, carried, row_values, cell }) => ({
    ...{ agency, agencyName, receiptNumber, submissionId: submission_id, position },
    ...{ id: row_id, carried: carried === 1, cell, values: JSON.parse(row_values) as Values },
  }))
}

/** So many rows of submissions that are named, in their order; of the first of them those after a position. */
export async function namedPage(
  db: D1Database,
  table: string,
  heads: readonly ListedSubmission[],
  after: number,
  limit: number,
): Promise<PlacedRow[]> {
  const { results } = await db
    .prepare(
      `SELECT e.key AS nth, r.position, r.row_id, r.carried, r.row_values, r.cell
       FROM json_each(?1) e CROSS JOIN submission_rows r ON r.submission_id = e.value
       WHERE r.table_key = ?2 AND (e.key > 0 OR r.position > ?3) ORDER BY e.key, r.position LIMIT ?4`,
    )
    .bind(JSON.stringify(heads.map(({ submissionId }) => submissionId)), table, after, limit)
    .all<Pick<PageRow, 'position' | 'row_id' | 'carried' | 'row_values' | 'cell'> & { nth: number }>()
  return results.map(({ nth, position, row_id, carried, row_values, cell }) => {
    const { agency, agencyName, submissionId, receiptNumber } = heads[nth]!
    return {
      ...{ agency, agencyName, submissionId, receiptNumber, position },
      ...{ id: row_id, carried: carried === 1, cell, values: JSON.parse(row_values) as Values },
    }
  })
}

/** What the rows of a table of a submission were numbered, up to and with a position. */
export async function numbersUpTo(db: D1Database, submission: string, table: Table, position: number): Promise<Values[]> {
  const { keys } = new Numbering(table)
  if (keys.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT (SELECT json_group_object(k.value, r.row_values ->> ('$.' || k.value)) FROM json_each(?4) k) AS numbers
       FROM submission_rows r WHERE r.submission_id = ?1 AND r.table_key = ?2 AND r.position <= ?3 ORDER BY r.position`,
    )
    .bind(submission, table.key, position, JSON.stringify(keys))
    .all<{ numbers: string }>()
  return results.map(({ numbers }) => JSON.parse(numbers) as Values)
}

/** How many rows of a table count, agency by agency. */
export async function countedAgencies(
  db: D1Database,
  { template, period, table }: RowChoice,
): Promise<{ agency: string; name: string; rows: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT a.code AS agency, c.agency_name AS name, t.row_count AS rows
       ${FROM_AGENCIES} CROSS JOIN submission_tallies t ON t.submission_id = c.id AND t.table_key = ?3 ORDER BY a.position`,
    )
    .bind(template, period, table)
    .all<{ agency: string; name: string; rows: number }>()
  return results
}

/** What was kept of a sum: what rounding lost of it stands apart (shared/rule/exact-total.ts). Before it was kept, the rows. */
const KEPT_SUM = `coalesce((t.share -> ?4 ->> '$[0]') + (t.share -> ?4 ->> '$[1]'),
  (SELECT sum(r.row_values ->> ?4) FROM submission_rows r WHERE r.submission_id = c.id AND r.table_key = ?3), 0)`

/** The sum of one column over what counts for a period; "-" and blanks count for nothing. */
export async function countedSum(db: D1Database, template: string, period: string, table: string, field: string): Promise<number> {
  const row = await db
    .prepare(
      `SELECT sum(${KEPT_SUM}) AS total FROM counted_submissions c CROSS JOIN submission_tallies t ON t.submission_id = c.id AND t.table_key = ?3
       WHERE c.template = ?1 AND c.period = ?2`,
    )
    .bind(template, period, table, `$.${field}`)
    .first<{ total: number | null }>()
  return row?.total ?? 0
}
