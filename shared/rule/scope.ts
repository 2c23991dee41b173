// What a formula may name. Where the fields and totals come from: values.ts.
import type { Kind } from './function-spec.ts'

export interface Scope {
  /** The fields of the table with their kinds. */
  readonly fields: Readonly<Record<string, Kind>>
  /** The control totals of the plan: `plan.tong_dtc` is `tong_dtc` here. */
  readonly plan: readonly string[]
  /** Whether whole columns may be read; where left out they may. */
  readonly allowColumns?: boolean
}
