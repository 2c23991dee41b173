// Rows that are given to agencies beforehand: a task, a document, an indicator
// with who answers for it. Carried rows of a form come from here.
import * as v from 'valibot'
import { Value } from './value.ts'

export const Assignment = v.strictObject({
  template: v.string(),
  table: v.string(),
  /** Row id in the form, the same in every agency and period: `III.1.a`, `PL1-16`. */
  rowId: v.string(),
  /** Values of carried fields. */
  values: v.record(v.string(), Value),
  /** Agency and group codes; a group stands for its members on the day. */
  assignedTo: v.array(v.string()),
  /** Position among the rows of a form. */
  order: v.number(),
  /** The plan's clause or the law that assigns it. */
  basis: v.string(),
})
export type Assignment = v.InferOutput<typeof Assignment>
