// The consolidated workbook as a stream. What counts is fixed first, from one look
// at the log; the rows are read twice, once for totals and once to be written, and never
// held together.

import type { Plan } from '../../shared/plan.ts'
import { planValues } from '../../shared/rule/values.ts'
import { controlLabel, consolidatedWorkbook as drawn } from '../../shared/sheet/consolidated-layout.ts'
import type { ControlLine } from '../../shared/sheet/control-sheet.ts'
import { survey } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedHeads, countedSum, rowSource } from '../store/counted-rows.ts'
import { readPlan, readTemplate, readTemplates } from '../store/plan.ts'
import { streamWorkbook } from '../xlsx/write.ts'
import { periodStatus } from './period-status.ts'

const DONG_PER_TRIEU = 1_000_000

/** What the other templates of the period say about the control totals of the plan. */
async function otherControls(db: D1Database, template: Template, period: string, plan: Plan): Promise<ControlLine[]> {
  const planned = planValues(plan)
  const fields = (await readTemplates(db))
    .filter(({ code }) => code !== template.code)
    .flatMap((other) =>
      other.tables.flatMap((table) => table.fields.flatMap((field) => (field.controlTotal ? [{ other, table, field }] : []))),
    )
  return Promise.all(
    fields.map(async ({ other, table, field }) => ({
      label: controlLabel(other, field),
      planned: planned[field.controlTotal ?? ''] ?? 0,
      filed: (await countedSum(db, other.code, period, table.key, field.key)) / DONG_PER_TRIEU,
      above: [],
    })),
  )
}

/** Throws before the first byte where something is wrong; later the stream breaks off. `sheetRows` is less only in tests. */
export async function consolidatedWorkbook(
  parts: Parts,
  code: string,
  period: string,
  sheetRows?: number,
): Promise<ReadableStream<Uint8Array>> {
  const { db } = parts
  const status = await periodStatus(parts, code, period)
  const version = Math.max(...status.obligations.map((obligation) => obligation.version))
  const receipts = status.obligations.flatMap(({ agency, lastReceipt }) => (lastReceipt ? [{ ...lastReceipt, agency }] : []))
  const [template, names, heads] = await Promise.all([readTemplate(db, code, version), readPlan(db), countedHeads(db, receipts)])
  if (!template || !names) throw new ProblemError('not-found')
  const sourceOf = (table: { readonly key: string }) => rowSource(db, table.key, heads)
  const { layout, rows } = drawn({
    ...{ template, status, heads, names, madeAt: parts.clock.now().toISOString() },
    survey: await survey(template, heads, sourceOf),
    otherControls: await otherControls(db, template, period, names.plan),
    ...(sheetRows === undefined ? {} : { sheetRows }),
  })
  return streamWorkbook(layout, ({ name }) => rows(name, sourceOf))
}
