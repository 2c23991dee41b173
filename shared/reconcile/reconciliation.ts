// The answer of the API about what is asked when all reports of a period lie side by side.
import * as v from 'valibot'
import { Bilingual } from '../bilingual.ts'
import { Matter } from './matter.ts'

/** Sums against the control totals of the plan, in đồng. */
const ControlTotal = v.strictObject({
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
  matters: v.array(Matter),
  /** How many more there are than are told. */
  more: v.number(),
  /** Rows beyond this were not compared with those of other agencies; null where all were. */
  comparedOnly: v.nullable(v.number()),
})
export type Reconciliation = v.InferOutput<typeof Reconciliation>
