// That a rule does not bind an agency until a day, and why. A waived finding is
// never hidden: it becomes a note that names reason and day (check/waive.ts).
import * as v from 'valibot'
import type { FindingCode } from './finding.ts'

/** Findings about what is there and can be kept. What could not be read is never waived: it would be lost in silence. */
export const WAIVABLE_CODES: readonly FindingCode[] = [
  'required',
  'below-minimum',
  'above-maximum',
  'thousandfold',
  'percent-fraction',
  'text-too-short',
  'agency-ended',
  'place-narrower',
  'title-near',
  'stray-spaces',
  'duplicate-row',
]

const Reason = v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500))

/** What an admin grants. */
export const WaiverGrant = v.strictObject({
  agency: v.string(),
  template: v.string(),
  /** Id of a rule (`PL1-NAM`), or one of the codes above. */
  waives: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  /** Only in this row, only in this column; null is everywhere in the form. */
  rowId: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
  field: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(40))),
  reason: Reason,
  /**
   * The last day, `YYYY-MM-DD`, of the data that it covers: a period whose cut-off comes later is bound again. Not the
   * day of sending, so that the same filing is judged alike whenever it is judged.
   */
  until: v.pipe(v.string(), v.isoDate()),
})
export type WaiverGrant = v.InferOutput<typeof WaiverGrant>

/** Why one is ended before its day. */
export const WaiverEnd = v.strictObject({ reason: Reason })

export const Waiver = v.strictObject({ id: v.string(), ...WaiverGrant.entries })
export type Waiver = v.InferOutput<typeof Waiver>

/** Who granted it and who ended it, by name; `grantedBy` is null for what came with the plan. */
export const WaiverView = v.strictObject({
  ...Waiver.entries,
  grantedAt: v.string(),
  grantedBy: v.nullable(v.string()),
  endedAt: v.nullable(v.string()),
  endedBy: v.nullable(v.string()),
  endedReason: v.nullable(v.string()),
})
export type WaiverView = v.InferOutput<typeof WaiverView>

export const WaiverList = v.strictObject({
  /** The last event of the log that it knows of. */
  asOf: v.number(),
  waivers: v.array(WaiverView),
})
export type WaiverList = v.InferOutput<typeof WaiverList>
