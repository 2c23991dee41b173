// A consolidation of one moment, frozen: its manifest names every submission that counted with
// the hash of its content, so that nothing in it can change unseen. And what differs from it later.
import * as v from 'valibot'
import { Bilingual } from '../bilingual.ts'
import { Content, Declaration } from '../filing.ts'
import { ObligationState } from '../obligation.ts'
import { ControlTotal } from '../reconcile/reconciliation.ts'

const Values = Content.entries.header

export const SnapshotEntry = v.strictObject({
  agency: v.string(),
  agencyName: v.string(),
  submissionId: v.string(),
  sequence: v.number(),
  receiptNumber: v.string(),
  declaration: v.nullable(Declaration),
  /** Key of the content, which is kept for good. */
  contentHash: v.string(),
  /** How it stood then; snapshots from before this was kept do not say. */
  state: v.optional(ObligationState),
  late: v.optional(v.boolean()),
  reachedAt: v.optional(v.string()),
})
export type SnapshotEntry = v.InferOutput<typeof SnapshotEntry>

/** What is hashed. Totals are those that the template declares. */
export const SnapshotManifest = v.strictObject({
  template: v.string(),
  version: v.number(),
  period: v.string(),
  madeAt: v.string(),
  entries: v.array(SnapshotEntry),
  /** Agencies without a submission that counted. */
  missing: v.array(v.string()),
  /** How the reports of those agencies stood then; snapshots from before this was kept do not say. */
  open: v.optional(v.array(v.strictObject({ agency: v.string(), agencyName: v.string(), state: ObligationState, late: v.boolean() }))),
  totals: v.record(v.string(), Values),
  /** What other templates of the period said then about the control totals of the plan; snapshots from before do not say. */
  otherControls: v.optional(v.array(ControlTotal)),
})
export type SnapshotManifest = v.InferOutput<typeof SnapshotManifest>

export const SnapshotRequest = v.strictObject({
  template: v.string(),
  period: v.string(),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
})
export type SnapshotRequest = v.InferOutput<typeof SnapshotRequest>

const Frozen = {
  id: v.string(),
  template: v.string(),
  version: v.number(),
  period: v.string(),
  reason: v.string(),
  madeAt: v.string(),
  madeBy: v.string(),
  submissions: v.number(),
  rowCount: v.number(),
  /** SHA-256, hex, of the manifest. */
  hash: v.string(),
}

export const Snapshot = v.strictObject({
  ...Frozen,
  /** Whether its workbook is made; until then it is being made. */
  ready: v.boolean(),
})
export type Snapshot = v.InferOutput<typeof Snapshot>

export const SnapshotList = v.strictObject({ snapshots: v.array(Snapshot) })
export type SnapshotList = v.InferOutput<typeof SnapshotList>

const Named = v.strictObject({ rowId: v.string(), row: v.string() })
const Difference = v.strictObject({
  added: v.array(Named),
  removed: v.array(Named),
  cells: v.array(
    v.strictObject({
      row: v.nullable(v.string()),
      rowId: v.nullable(v.string()),
      field: v.string(),
      label: Bilingual,
      before: Bilingual,
      after: Bilingual,
    }),
  ),
  unchanged: v.number(),
  declarationChanged: v.boolean(),
})

const Side = v.nullable(v.strictObject({ submissionId: v.string(), receiptNumber: v.string() }))

/** Agencies whose submission is another one now, with what changed in it. */
export const SnapshotComparison = v.strictObject({
  before: v.strictObject(Frozen),
  /** Null: what counts now. */
  after: v.nullable(v.strictObject(Frozen)),
  madeAt: v.string(),
  agencies: v.array(
    v.strictObject({ agency: v.string(), agencyName: v.string(), before: Side, after: Side, difference: v.nullable(Difference) }),
  ),
  /** Agencies whose submission is still the same. */
  unchanged: v.number(),
  totals: v.array(v.strictObject({ table: v.string(), field: v.string(), label: Bilingual, before: Bilingual, after: Bilingual })),
})
export type SnapshotComparison = v.InferOutput<typeof SnapshotComparison>
