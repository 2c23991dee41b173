// What a formula can see while it runs, and what running one is.
import type { Result } from './scalar.ts'

export interface RuleEnvironment {
  readonly row: Readonly<Record<string, Result>>
  /** The values of a column of the table, blanks included. */
  readonly column: (key: string) => readonly Result[]
  /** Control totals, in the unit in which formulas speak of money. */
  readonly plan: Readonly<Record<string, number>>
}

/** Part of a compiled formula that gives one value. */
export type Run = (environment: RuleEnvironment) => Result
