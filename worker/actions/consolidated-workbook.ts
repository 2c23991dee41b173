// The consolidated workbook as a stream. What counts is fixed first, from one look
// at the log; the rows are read again to be written, and never held together.

import { consolidatedWorkbook as drawn } from '../../shared/sheet/consolidated-layout.ts'
import type { Parts } from '../parts.ts'
import { streamWorkbook } from '../xlsx/write.ts'
import { countedPeriod } from './counted-period.ts'
import { reconcilePeriod } from './reconcile-period.ts'

/** Throws before the first byte where something is wrong; later the stream breaks off. `sheetRows` is less only in tests. */
export async function consolidatedWorkbook(
  parts: Parts,
  code: string,
  period: string,
  sheetRows?: number,
): Promise<ReadableStream<Uint8Array>> {
  const counted = await countedPeriod(parts, code, period)
  const { template, status, heads, sourceOf } = counted
  const { survey, names, others, matters } = await reconcilePeriod(parts, counted)
  const { layout, rows } = drawn({
    ...{ template, status, heads, names, survey, matters, otherControls: others, madeAt: parts.clock.now().toISOString() },
    ...(sheetRows === undefined ? {} : { sheetRows }),
  })
  return streamWorkbook(layout, ({ name }) => rows(name, sourceOf))
}
