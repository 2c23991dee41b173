// The contents that count: of each obligation the latest submission that was
// neither withdrawn nor returned, put together again from its rows.
import { parseAddress } from '../../shared/a1.ts'
import type { Content, ContentRow } from '../../shared/filing.ts'

export interface CountedSubmission {
  readonly agency: string
  readonly agencyName: string
  readonly submissionId: string
  readonly receiptNumber: string
  readonly content: Content
  /** The row of the sheet that was sent in which each row stood, by `table.id`; of those that are known. */
  readonly sheetRows: ReadonlyMap<string, number>
}

interface Head {
  id: string
  agency: string
  agency_name: string
  receipt_number: string
  template: string
  version: number
  period: string
  declaration: string | null
  header: string
  explanations: string
}

interface RowOfContent {
  submission_id: string
  table_key: string
  row_id: string
  carried: number
  row_values: string
  cell: string | null
}

const rowOf = (row: RowOfContent): ContentRow => ({
  id: row.row_id,
  table: row.table_key,
  carried: row.carried === 1,
  values: JSON.parse(row.row_values) as ContentRow['values'],
})

function contentOf(head: Head, rows: readonly RowOfContent[]): Content {
  const { template, version, agency, period, declaration, header, explanations } = head
  return {
    ...{ template, version, agency, period, declaration: declaration && JSON.parse(declaration), header: JSON.parse(header) },
    ...{ rows: rows.map(rowOf), explanations: JSON.parse(explanations) },
  }
}

const HEAD = `c.id, c.agency, c.agency_name, c.receipt_number, c.template, c.version, c.period, c.declaration, c.header, c.explanations`

async function read(db: D1Database, where: string, values: readonly string[]): Promise<CountedSubmission[]> {
  const [heads, rows] = await db.batch([
    db
      .prepare(`SELECT ${HEAD} FROM counted_submissions c JOIN agencies a ON a.code = c.agency WHERE ${where} ORDER BY a.position`)
      .bind(...values),
    db
      .prepare(
        `SELECT r.* FROM counted_submissions c JOIN submission_rows r ON r.submission_id = c.id WHERE ${where} ORDER BY r.submission_id, r.position`,
      )
      .bind(...values),
  ])
  const bySubmission = Map.groupBy((rows?.results ?? []) as RowOfContent[], (row) => row.submission_id)
  return ((heads?.results ?? []) as Head[]).map((head) => ({
    agency: head.agency,
    agencyName: head.agency_name,
    submissionId: head.id,
    receiptNumber: head.receipt_number,
    content: contentOf(head, bySubmission.get(head.id) ?? []),
    sheetRows: new Map(
      (bySubmission.get(head.id) ?? []).flatMap(({ table_key, row_id, cell }) => {
        const spot = cell === null ? null : parseAddress(cell)
        return spot ? [[`${table_key}.${row_id}`, spot.row + 1] as const] : []
      }),
    ),
  }))
}

export const countedSubmission = async (db: D1Database, obligationId: string): Promise<CountedSubmission | null> =>
  (await read(db, 'c.obligation_id = ?1', [obligationId]))[0] ?? null

export const countedContent = async (db: D1Database, obligationId: string): Promise<Content | null> =>
  (await countedSubmission(db, obligationId))?.content ?? null

/** What an agency last reported in a template before a period: declarations that there is nothing tell nothing of any row. */
export async function lastContentBefore(db: D1Database, template: string, agency: string, period: string): Promise<Content | null> {
  const last = `SELECT o.id FROM obligations o WHERE o.template = ?1 AND o.agency = ?2 AND o.period < ?3
    AND EXISTS (SELECT 1 FROM counted_submissions r WHERE r.obligation_id = o.id AND r.declaration IS NULL)
    ORDER BY o.period DESC LIMIT 1`
  return (await read(db, `c.obligation_id = (${last})`, [template, agency, period]))[0]?.content ?? null
}

/** The highest number among the ids of rows that the agency added to its reports of earlier periods; 0 where it added none. */
export async function lastAddedBefore(db: D1Database, template: string, agency: string, period: string): Promise<number> {
  const row = await db
    .prepare(
      `SELECT max(CAST(substr(r.row_id, 2) AS INTEGER)) AS number
       FROM obligations o JOIN submissions s ON s.obligation_id = o.id JOIN submission_rows r ON r.submission_id = s.id
       WHERE o.template = ?1 AND o.agency = ?2 AND o.period < ?3 AND r.row_id GLOB 'n[0-9]*'`,
    )
    .bind(template, agency, period)
    .first<{ number: number | null }>()
  return row?.number ?? 0
}
