// What a formula can see while it runs, and what running one is.
import type { Result, Scalar } from './scalar.ts'

/** What stands behind the names of a formula. Where nothing is known of the period its names are errors, never silently right. */
export interface RuleNames {
  /** Control totals, in the unit in which formulas speak of money; the plan's year and day. */
  readonly plan: Readonly<Record<string, number>>
  readonly period?: Readonly<Record<string, Scalar>>
}

export interface RuleEnvironment extends RuleNames {
  readonly row: Readonly<Record<string, Result>>
  /** The values of a column of the table, blanks included. */
  readonly column: (key: string) => readonly Result[]
}

/** The cells and whole columns that a formula reads, each in its place. */
export type Cells = readonly (Result | readonly Result[])[]

/** Part of a compiled formula that gives one value. */
export type Run = (cells: Cells) => Result
/** Part of one that is always true or false. */
export type Test = (cells: Cells) => boolean
