// The consolidated workbook as a stream. What counts is fixed first, from one look
// at the log; the rows are read again to be written, and never held together.
import type { Names } from '../../shared/field/field.ts'
import type { ControlTotal } from '../../shared/reconcile/reconciliation.ts'
import type { ChosenPart } from '../../shared/sheet/chosen-part.ts'
import { groupHeads, type HeadGroup } from '../../shared/sheet/consolidated-groups.ts'
import { consolidatedWorkbook as drawn } from '../../shared/sheet/consolidated-layout.ts'
import type { FrozenMark } from '../../shared/sheet/summary-sheet.ts'
import type { NumeralsBy } from '../../shared/wire-province.ts'
import { giveWay } from '../let-others-in.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { readPlan, readTemplates } from '../store/plan.ts'
import { streamWorkbook } from '../xlsx/write.ts'
import { type ConsolidationChoice, EVERYTHING } from './consolidation-choice.ts'
import { type CountedPeriod, countedPeriod, inOrder } from './counted-period.ts'
import { demandCounted } from './demand-counted.ts'
import { countOwn, ownAsked } from './own-counts.ts'
import { reconcilePeriod } from './workbook-matters.ts'

/** More are counted, not named. */
const MOST_NAMED = 5

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
  readonly choice?: ConsolidationChoice
  /** As other templates stood at the moment of a snapshot. */
  readonly otherControls?: readonly ControlTotal[] | undefined
  readonly sheetRows?: number | undefined
}

/** What is fixed already as a workbook. Throws before the first byte where something is wrong; later the stream breaks off. */
export async function workbookOf(parts: Parts, counted: CountedPeriod, madeAt: string, look: Look): Promise<ReadableStream<Uint8Array>> {
  const { template, status, heads, sourceOf } = counted
  const { groups, frozen, choice, otherControls, sheetRows } = look
  const { survey, names, others, matters } = await reconcilePeriod(parts, counted)
  const { layout, rows } = drawn({
    ...{ template, status, heads, names, survey, matters, otherControls: otherControls ?? (choice?.on ? [] : others), madeAt },
    ...(groups ? { groups } : {}),
    ...(choice ? { chosen: chosenIn(choice, names, counted) } : {}),
    ...(frozen ? { frozen } : {}),
    ...(sheetRows === undefined ? {} : { sheetRows }),
  })
  return streamWorkbook(layout, ({ name }) => rows(name, sourceOf))
}

export interface WorkbookChoice extends ConsolidationChoice {
  readonly by: NumeralsBy
}

/** What was chosen as the workbook says it. */
function chosenIn({ agencies, on }: ConsolidationChoice, { register }: Names, { status: { reports } }: CountedPeriod): ChosenPart {
  if (agencies === null) return { agencies: null, on }
  const named = [...register.groups, ...register.agencies].filter(({ code }) => agencies.includes(code)).map(({ name }) => name)
  return { agencies: { codes: reports.map(({ agency }) => agency), name: named.length <= MOST_NAMED ? named.join('; ') : null }, on }
}

/** `sheetRows` is less only in tests. */
export async function consolidatedWorkbook(
  parts: Parts,
  code: string,
  period: string,
  { by, ...choice }: WorkbookChoice = { ...EVERYTHING, by: 'agency' },
  sheetRows?: number,
): Promise<ReadableStream<Uint8Array>> {
  giveWay()
  const isWhole = choice.agencies === null && choice.on === null
  const all = await countedPeriod(parts, code, period, choice)
  await demandAsked(parts, all)
  const { counted, groups } = by === 'group' ? await grouped(parts, all) : { counted: all, groups: undefined }
  return workbookOf(parts, counted, parts.clock.now().toISOString(), { groups, sheetRows, ...(isWhole ? {} : { choice }) })
}
