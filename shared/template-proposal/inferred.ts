// What was made out of a form that nobody tuned to: one thing each, with the place in the
// draft, the cell it comes from and how sure it is. What is not sure a person confirms.

export type InferredCode =
  | 'type'
  /** Money in thousands: no column of ours counts in them. */
  | 'unit-thousand'
  | 'formula'
  /** `3 = 4 + 5` in the row that numbers the columns. */
  | 'numbering-formula'
  /** A formula that speaks of cells outside of its row; the column is typed. */
  | 'formula-left'
  /** A column that only checks others, as a rule. */
  | 'rule'
  | 'title'
  | 'table-title'
  | 'note'
  | 'header-field'
  | 'signature'
  /** Headings between the rows, which the draft does not have. */
  | 'row-headings'
  /** A drop-down whose entries are agencies, yes and no, or a list of the plan. */
  | 'list-known'
  /** A drop-down whose entries become a list that the plan does not have. */
  | 'list-new'
  /** A drop-down whose entries only a program could find. */
  | 'list-left'
  /** Answers that stand in the title itself. */
  | 'options'
  /** More rules of typing than are read. */
  | 'rules-left'
  /** Limits on what may be typed. */
  | 'limits'
  /** A note at a cell, as help for the column. */
  | 'help'
  /** Rows that nobody sees; they are left out. */
  | 'hidden'
  /** A column that nobody sees; the draft has it. */
  | 'hidden-column'
  /** A sheet that explains, or lists what others offer, and is no form. */
  | 'sheet-left'
  /** More tables than are read. */
  | 'tables-left'
  /** Rows that the form has written already. */
  | 'rows-given'
  /** A column whose title was not found. */
  | 'untitled'

/** From what the type of a column was made out. */
export type Why =
  | 'title'
  | 'values'
  | 'both'
  /** Title and values say different things; the values were believed, or the title. */
  | 'apart'
  /** Columns beside it, sums, the unit of the table. */
  | 'neighbours'
  /** Neither title nor values say anything. */
  | 'nothing'

export interface Inferred {
  readonly code: InferredCode
  /** The way into the draft. */
  readonly path: readonly (string | number)[]
  readonly sheet: string
  readonly cell: string
  /** What stands there. */
  readonly found: string
  /** 0 to 1. */
  readonly confidence: number
  readonly why?: Why
}

/** From here on nobody is asked. */
const SURE = 0.8

export const isSure = ({ confidence }: Pick<Inferred, 'confidence'>): boolean => confidence >= SURE
