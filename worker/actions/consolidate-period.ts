// The counted submissions of all agencies as one, as data: a JSON text in pieces,
// made while the rows are read page by page. Made anew on every call; nothing is kept. As
// a workbook: consolidated-workbook.ts.
import { Consolidating } from '../../shared/consolidate.ts'
import type { CountedHead } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import type { ConsolidatedRow, Consolidation } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { pulledBytes } from '../pulled-bytes.ts'
import { rowSource } from '../store/row-source.ts'
import type { ConsolidationChoice } from './consolidation-choice.ts'
import { countedPeriod } from './counted-period.ts'

/** The rows of all agencies in order, as they are now, page by page; `all` counts them on the way. */
async function* takenRows(
  db: D1Database,
  template: Template,
  heads: readonly CountedHead[],
  all: Consolidating,
): AsyncGenerator<ConsolidatedRow[], void> {
  const sources = template.tables.map((table) => ({ table, source: rowSource(db, table.key, heads) }))
  for (const head of heads) {
    for (const { table, source } of sources) {
      const count = head.rows[table.key] ?? 0
      for (let done = 0; done < count; ) {
        const rows = await source.next(count - done)
        yield all.take(head, table, rows)
        done += rows.length
      }
    }
  }
}

async function* jsonOf(
  db: D1Database,
  template: Template,
  heads: readonly CountedHead[],
  known: Omit<Consolidation, 'rows' | 'totals'>,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder()
  const all = new Consolidating(template)
  yield encoder.encode(`${JSON.stringify(known).slice(0, -1)},"rows":[`)
  let between = ''
  for await (const taken of takenRows(db, template, heads, all)) {
    yield encoder.encode(between + taken.map((row) => JSON.stringify(row)).join(','))
    between = ','
  }
  yield encoder.encode(`],"totals":${JSON.stringify(all.totals())}}`)
}

/** Throws before the first byte where something is wrong; later the stream breaks off. */
export async function consolidation(
  parts: Parts,
  code: string,
  period: string,
  choice: ConsolidationChoice,
): Promise<ReadableStream<Uint8Array>> {
  const { template, heads, status } = await countedPeriod(parts, code, period, choice)
  const missing = status.reports.flatMap(({ agency, counted }) => (counted === null ? [agency] : []))
  return pulledBytes(
    jsonOf(parts.db, template, heads, {
      ...{ template: code, version: template.version, period, on: choice.on, madeAt: parts.clock.now().toISOString() },
      ...{ missing, heads: [...heads] },
    }),
  )
}
