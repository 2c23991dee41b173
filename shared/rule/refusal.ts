// Why a formula is not taken, and where in its text. The sentences stand elsewhere.

export type RefusalCode =
  | 'syntax'
  | 'unknown-field'
  | 'unknown-function'
  | 'unknown-name'
  | 'wrong-arity'
  | 'text-in-arithmetic'
  | 'date-against-text'
  /** A whole column where one value belongs: no implicit intersection. */
  | 'column-outside-aggregate'
  /** A whole column in a formula that sees one row only. */
  | 'column-not-allowed'
  /** Excel's grammar has it, the sheet of a form does not take it. */
  | 'not-expressible'
  | 'too-deep'
  | 'too-long'

export interface Refusal {
  readonly code: RefusalCode
  /** Positions in the source, from 0, end exclusive. */
  readonly from: number
  readonly to: number
  readonly params: Readonly<Record<string, string | number>>
}
