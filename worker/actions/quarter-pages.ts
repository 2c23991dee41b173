// The quarterly summary as pages show it: so many agencies at a time, as a table and as figures for charts. Each page is
// the summary of its own moment.
import { quarterProgress } from '../../shared/progress/quarter-progress.ts'
import type { QuarterSource } from '../../shared/quarter/source.ts'
import type { QuarterlySummary, QuarterProgress, SummaryPage } from '../../shared/wire-province.ts'
import type { Parts } from '../parts.ts'
import { summarised } from './summarise-quarter.ts'

/** Agencies of one page. */
const PAGE = 250

/** `after`: the row of an agency after which the page begins; one that is gone begins anew. */
function pageOf(summary: QuarterlySummary, { into }: QuarterSource, after: string | null, limit: number): SummaryPage {
  const rows = summary.tables.find(({ key }) => key === into.agencies.table)?.rows ?? []
  const from = rows.findIndex(({ id }) => id === after) + 1
  const shown = rows.slice(from, from + limit)
  return {
    ...summary,
    tables: summary.tables.map((table) => (table.key === into.agencies.table ? { ...table, rows: shown } : table)),
    next: from + limit < rows.length ? (shown.at(-1)?.id ?? null) : null,
  }
}

export async function summaryPage(parts: Parts, code: string, period: string, after: string | null, limit = PAGE): Promise<SummaryPage> {
  const { from, summary } = await summarised(parts, code, period)
  return pageOf(summary, from.source, after, limit)
}

/** The same as charts need it. */
export async function quarterFigures(
  parts: Parts,
  code: string,
  period: string,
  after: string | null,
  limit = PAGE,
): Promise<QuarterProgress> {
  const { from, summary } = await summarised(parts, code, period)
  return quarterProgress(from.template, from.source, pageOf(summary, from.source, after, limit), from)
}
