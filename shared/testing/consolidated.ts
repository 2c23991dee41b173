// Whole submissions consolidated at once, for tests.
import { Consolidating } from '../consolidate.ts'
import type { Content } from '../filing.ts'
import type { CountedHead } from '../survey.ts'
import type { Template } from '../template.ts'
import type { Consolidation } from '../wire.ts'

export interface Counted extends Pick<CountedHead, 'agency' | 'agencyName' | 'submissionId' | 'receiptNumber'> {
  readonly content: Content
}

export function consolidate(template: Template, counted: readonly Counted[]): Pick<Consolidation, 'rows' | 'totals'> {
  const all = new Consolidating(template)
  const rows = counted.flatMap((one) =>
    template.tables.flatMap((table) =>
      all.take(
        one,
        table,
        one.content.rows.filter((row) => row.table === table.key).map(({ id, values }) => ({ id, values, cell: null })),
      ),
    ),
  )
  return { rows, totals: all.totals() }
}
