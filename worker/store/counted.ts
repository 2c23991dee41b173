// The contents that count: of each obligation the latest submission that was
// neither withdrawn nor returned, put together again from its rows.
import type { Content, ContentRow } from '../../shared/filing.ts'

export interface CountedSubmission {
  readonly agency: string
  readonly agencyName: string
  readonly submissionId: string
  readonly receiptNumber: string
  readonly content: Content
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
  }))
}

export const countedContent = async (db: D1Database, obligationId: string): Promise<Content | null> =>
  (await read(db, 'c.obligation_id = ?1', [obligationId]))[0]?.content ?? null
