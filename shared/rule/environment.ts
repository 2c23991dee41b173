// What a formula can see while it runs, and what running one is.
import type { Result, Scalar } from './scalar.ts'

export interface RuleEnvironment {
  readonly row: Readonly<Record<string, Result>>
  /** The values of a column of the table, blanks included. */
  readonly column: (key: string) => readonly Result[]
  /** Control totals, in the unit in which formulas speak of money; the plan's year and day. */
  readonly plan: Readonly<Record<string, number>>
  /** What is known of the period. Where none is at hand its names are errors, never silently right. */
  readonly period?: Readonly<Record<string, Scalar>>
}

/** Part of a compiled formula that gives one value. */
export type Run = (environment: RuleEnvironment) => Result
