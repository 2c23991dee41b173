// The answers of the API about what is asked when all reports of a period lie side by side: how much there is of each
// kind, and the matters of one kind page by page.
import * as v from 'valibot'
import { Bilingual } from '../bilingual.ts'
import { MATTER_CODES, Matter } from './matter.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Sums against the control totals of the plan, in đồng. */
export const ControlTotal = v.strictObject({
  template: v.string(),
  field: v.string(),
  label: Bilingual,
  planned: v.number(),
  filed: v.number(),
})
export type ControlTotal = v.InferOutput<typeof ControlTotal>

export const Reconciliation = v.strictObject({
  template: v.string(),
  period: v.string(),
  madeAt: v.string(),
  controls: v.array(ControlTotal),
  /** Kinds of which there is anything, errors first. */
  kinds: v.array(v.strictObject({ code: v.picklist(MATTER_CODES), count: Count })),
  /** Rows beyond this were not compared with those of other agencies; null where all were. */
  comparedOnly: v.nullable(v.number()),
})
export type Reconciliation = v.InferOutput<typeof Reconciliation>

export const MatterPage = v.strictObject({
  matters: v.array(Matter),
  /** Where the next page begins; null after the last. */
  next: v.nullable(v.string()),
})
export type MatterPage = v.InferOutput<typeof MatterPage>
