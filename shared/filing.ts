// What was typed for an obligation: rows of entries, each with the cell it came
// from, before anything is judged. `content` is the same after reading: canonical values.
import * as v from 'valibot'
import { Value } from './value.ts'

/** A cell as found. `value` is the stored value (a date is its serial number), never the text shown. */
export const Entry = v.strictObject({
  value: v.union([v.null(), v.string(), v.number(), v.boolean()]),
  /** A1 address, without the sheet: `F12`. */
  cell: v.optional(v.string()),
  /** The cell's number format shows percent: 0.95 means 95 %. */
  percent: v.optional(v.boolean()),
  /** The cell holds an Excel error such as `#N/A`; `value` is its text. */
  error: v.optional(v.boolean()),
  /** The formula found where a value is expected, with its "=". */
  formula: v.optional(v.string()),
  /** Font name, only where it is a legacy one (.Vn*, VNI-*). */
  font: v.optional(v.string()),
})
export type Entry = v.InferOutput<typeof Entry>

export const FilingRow = v.strictObject({
  /** Stable id from the hidden column, unique in the filing; rows the filer added have ids that start with "n". */
  id: v.string(),
  table: v.string(),
  /** Row number in the sheet, from 1. */
  at: v.optional(v.number()),
  entries: v.record(v.string(), Entry),
})
export type FilingRow = v.InferOutput<typeof FilingRow>

/** The two nothings that speak about the whole obligation. */
export const Declaration = v.variant('kind', [
  v.strictObject({ kind: v.literal('nothing-to-report') }),
  v.strictObject({ kind: v.literal('not-applicable'), reason: v.string() }),
])
export type Declaration = v.InferOutput<typeof Declaration>

export const Filing = v.strictObject({
  template: v.string(),
  version: v.number(),
  agency: v.string(),
  period: v.string(),
  declaration: v.nullable(Declaration),
  /** Sheet name, so that findings can say where. */
  sheet: v.optional(v.string()),
  header: v.record(v.string(), Entry),
  rows: v.array(FilingRow),
  /** Sentences that explain warnings, by finding id. They travel with the submission. */
  explanations: v.record(v.string(), v.string()),
  /** Sentences that answer the receiver's notes, by note id. They travel with the submission. */
  answers: v.optional(v.record(v.string(), v.string())),
})
export type Filing = v.InferOutput<typeof Filing>

export const ContentRow = v.strictObject({ id: v.string(), table: v.string(), carried: v.boolean(), values: v.record(v.string(), Value) })
export type ContentRow = v.InferOutput<typeof ContentRow>

/** The canonical filing: what is hashed, stored and consolidated. Computed fields are in it, computed by us. */
export const Content = v.strictObject({
  template: v.string(),
  version: v.number(),
  agency: v.string(),
  period: v.string(),
  declaration: v.nullable(Declaration),
  header: v.record(v.string(), Value),
  rows: v.array(ContentRow),
  explanations: v.record(v.string(), v.string()),
  /** Left out where nothing was answered. */
  answers: v.optional(v.record(v.string(), v.string())),
})
export type Content = v.InferOutput<typeof Content>

/** What the server already knows and brings into the form: NĐ 47/2020 Đ5.2, do not ask again for data already held. */
export const Prefill = v.strictObject({
  header: v.record(v.string(), Value),
  /** Carried rows, in order; `values` holds carried fields and, from the draft or last period, input fields. */
  rows: v.array(v.strictObject({ id: v.string(), table: v.string(), values: v.record(v.string(), Value) })),
  /** The highest number among the ids of rows that the agency added in earlier periods: it is not given again. */
  lastAdded: v.optional(v.number()),
})
export type Prefill = v.InferOutput<typeof Prefill>
