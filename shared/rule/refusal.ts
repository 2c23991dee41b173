// Why a formula is not taken, and where in its text. The sentences stand in text/.

export type RefusalCode =
  | 'syntax'
  | 'unknown-field'
  | 'unknown-function'
  | 'unknown-name'
  | 'unknown-list'
  | 'wrong-arity'
  | 'text-in-arithmetic'
  | 'date-against-text'
  /** A whole column where one value belongs: no implicit intersection. */
  | 'column-outside-aggregate'
  /** A whole column in a formula that sees one row only. */
  | 'column-not-allowed'
  /** A cell of a row in a formula about the whole table. */
  | 'field-not-allowed'
  /** A code list where none can be looked up. */
  | 'list-outside-lookup'
  /** Something else where a code list, or one column of it, is looked up. */
  | 'list-wanted'
  /** A number sought among the texts of a list. */
  | 'number-in-list'
  /** MATCH and VLOOKUP that take the nearest entry where none is the same. */
  | 'lookup-not-exact'
  /** It would count the rows of the form that nobody has filled. */
  | 'counts-blank-rows'
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
