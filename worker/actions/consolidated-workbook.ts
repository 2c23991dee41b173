// The consolidated workbook as a stream. What counts is fixed first, from one look
// at the log; the rows are read again to be written, and never held together.
import type { ControlTotal } from '../../shared/reconcile/reconciliation.ts'
import { groupHeads, type HeadGroup } from '../../shared/sheet/consolidated-groups.ts'
import { consolidatedWorkbook as drawn } from '../../shared/sheet/consolidated-layout.ts'
import type { FrozenMark } from '../../shared/sheet/summary-sheet.ts'
import type { NumeralsBy } from '../../shared/wire-province.ts'
import { giveWay } from '../let-others-in.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { readPlan, readTemplates } from '../store/plan.ts'
import { streamWorkbook } from '../xlsx/write.ts'
import { type CountedPeriod, countedPeriod, inOrder } from './counted-period.ts'
import { demandCounted } from './demand-counted.ts'
import { countOwn, ownAsked } from './own-counts.ts'
import { reconcilePeriod } from './workbook-matters.ts'

async function grouped(parts: Parts, counted: CountedPeriod) {
  const known = await readPlan(parts.db)
  if (!known) throw new ProblemError('not-found')
  const groups = groupHeads(counted.heads, known.register, counted.status.windowTo)
  const heads = groups.flatMap((group) => group.heads)
  return { groups, counted: inOrder(parts, counted, heads) }
}

/** What is asked about, by pieces that a request can wait for: the workbook itself then reads the rows of agencies that it tells of. */
async function demandAsked({ db }: Parts, { template, status }: CountedPeriod): Promise<void> {
  const [names, templates] = await Promise.all([readPlan(db), readTemplates(db)])
  if (names) demandCounted(await countOwn(db, await ownAsked(template, templates, status.period), names))
}

interface Look {
  readonly groups?: readonly HeadGroup[] | undefined
  readonly frozen?: FrozenMark
  /** As other templates stood at the moment of a snapshot. */
  readonly otherControls?: readonly ControlTotal[] | undefined
  readonly sheetRows?: number | undefined
}

/** What is fixed already as a workbook. Throws before the first byte where something is wrong; later the stream breaks off. */
export async function workbookOf(parts: Parts, counted: CountedPeriod, madeAt: string, look: Look): Promise<ReadableStream<Uint8Array>> {
  const { template, status, heads, sourceOf } = counted
  const { groups, frozen, otherControls, sheetRows } = look
  const { survey, names, others, matters } = await reconcilePeriod(parts, counted)
  const { layout, rows } = drawn({
    ...{ template, status, heads, names, survey, matters, otherControls: otherControls ?? others, madeAt },
    ...(groups ? { groups } : {}),
    ...(frozen ? { frozen } : {}),
    ...(sheetRows === undefined ? {} : { sheetRows }),
  })
  return streamWorkbook(layout, ({ name }) => rows(name, sourceOf))
}

/** `sheetRows` is less only in tests. */
export async function consolidatedWorkbook(
  parts: Parts,
  code: string,
  period: string,
  by: NumeralsBy = 'agency',
  sheetRows?: number,
): Promise<ReadableStream<Uint8Array>> {
  giveWay()
  const all = await countedPeriod(parts, code, period)
  await demandAsked(parts, all)
  const { counted, groups } = by === 'group' ? await grouped(parts, all) : { counted: all, groups: undefined }
  return workbookOf(parts, counted, parts.clock.now().toISOString(), { groups, sheetRows })
}
