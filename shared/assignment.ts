// Rows that are given to agencies beforehand: a task, a document, an indicator with who answers
// for it, each from a period on. Carried rows of a form come from here.
import * as v from 'valibot'
import { periodRange } from './period.ts'
import { PeriodCode } from './template.ts'
import { Value } from './value.ts'

/** What may change from a period on. */
const Asked = {
  /** Values of carried fields. */
  values: v.record(v.string(), Value),
  /** Agency and group codes; a group stands for its members on the day. */
  assignedTo: v.array(v.string()),
}

export const Assignment = v.strictObject({
  template: v.string(),
  table: v.string(),
  /** Row id in the form, the same in every agency and period: `III.1.a`, `PL1-16`. */
  rowId: v.string(),
  ...Asked,
  /** Position among the rows of a form. */
  order: v.number(),
  /** The plan's clause or the law that assigns it. */
  basis: v.string(),
  /** The first period in which it is asked for; left out where it always was. */
  from: v.optional(PeriodCode),
  /** What it is from later periods on, in order; `asked` is null where it ends. */
  later: v.optional(v.array(v.strictObject({ from: PeriodCode, asked: v.nullable(v.strictObject(Asked)) }))),
})
export type Assignment = v.InferOutput<typeof Assignment>
export type AskedRow = Pick<Assignment, 'values' | 'assignedTo'>

const begins = (period: string): string => periodRange(period).from

/** What is asked for in a period; null before it begins and once it has ended. */
export function askedIn({ from, later = [], values, assignedTo }: Assignment, period: string): AskedRow | null {
  const first = begins(period)
  if (from !== undefined && begins(from) > first) return null
  const last = later.findLast((one) => begins(one.from) <= first)
  return last ? last.asked : { values, assignedTo }
}

/** The same row, asked for otherwise from a period on, whatever was to come after it; null ends it. */
export function askedFrom(assignment: Assignment, from: string, asked: AskedRow | null): Assignment {
  const later = (assignment.later ?? []).filter((one) => begins(one.from) < begins(from))
  return { ...assignment, later: [...later, { from, asked }] }
}
