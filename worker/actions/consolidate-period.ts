// The counted submissions of all agencies as one, as data: a JSON text in pieces,
// made while the rows are read page by page. Made anew on every call; nothing is kept. As
// a workbook: consolidated-workbook.ts.
import { Consolidating } from '../../shared/consolidate.ts'
import type { CountedHead } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import type { Consolidation } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { pulledBytes } from '../pulled-bytes.ts'
import { countedHeads, rowSource } from '../store/counted-rows.ts'
import { readTemplate } from '../store/plan.ts'
import { periodStatus } from './period-status.ts'

async function* jsonOf(
  db: D1Database,
  template: Template,
  heads: readonly CountedHead[],
  known: Omit<Consolidation, 'rows' | 'totals'>,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder()
  const all = new Consolidating(template)
  const sources = template.tables.map((table) => ({ table, source: rowSource(db, table.key, heads) }))
  yield encoder.encode(`${JSON.stringify(known).slice(0, -1)},"rows":[`)
  let between = ''
  for (const head of heads) {
    for (const { table, source } of sources) {
      const count = head.rows[table.key] ?? 0
      for (let done = 0; done < count; ) {
        const rows = await source.next(count - done)
        const taken = all.take(head, table, rows, done)
        done += rows.length
        yield encoder.encode(between + taken.map((row) => JSON.stringify(row)).join(','))
        between = ','
      }
    }
  }
  yield encoder.encode(`],"totals":${JSON.stringify(all.totals())}}`)
}

/** Throws before the first byte where something is wrong; later the stream breaks off. */
export async function consolidation(parts: Parts, code: string, period: string): Promise<ReadableStream<Uint8Array>> {
  const { db } = parts
  const { obligations } = await periodStatus(parts, code, period)
  const version = Math.max(...obligations.map((obligation) => obligation.version))
  const receipts = obligations.flatMap(({ agency, lastReceipt }) => (lastReceipt ? [{ ...lastReceipt, agency }] : []))
  const [template, heads] = await Promise.all([readTemplate(db, code, version), countedHeads(db, receipts)])
  if (!template) throw new ProblemError('not-found')
  const missing = obligations.flatMap(({ agency, lastReceipt }) => (lastReceipt === null ? [agency] : []))
  return pulledBytes(
    jsonOf(db, template, heads, {
      ...{ template: code, version: template.version, period, madeAt: parts.clock.now().toISOString() },
      ...{ missing, heads: [...heads] },
    }),
  )
}
