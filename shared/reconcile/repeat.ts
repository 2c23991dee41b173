// A text that stands in reports of several agencies, where it stands, and where it has its place among those of its
// kind. How it is found is not known here.
import type { ListedSubmission } from '../survey.ts'

/** Percent of what is the same in every letter that counts. */
export const SAME = 100

export interface RepeatPlace {
  readonly head: ListedSubmission
  /** The row's place among the rows of its submission, from 0. */
  readonly index: number
  readonly rowId: string
  readonly cell: string | null
  readonly text: string
}

/** One text that stands in rows of more than one agency. */
export interface Repeat {
  readonly kind: 'same-row' | 'same-document'
  readonly field: string
  readonly text: string
  /** Percent; 100 where case, marks and signs alone differ. */
  readonly likeness: number
  /** How many agencies it is of. */
  readonly agencies: number
  /** The first of them. */
  readonly places: readonly RepeatPlace[]
}

export type RepeatKind = Repeat['kind']

/** A row by its agency and its position in what the agency sent: so it is known also where other agencies have sent something meanwhile. */
export interface RowKey {
  readonly agency: string
  readonly position: number
}

/** A repeat by where it stands among those of its kind: what is the same in every letter by its first row, what is nearly so by its likeness and both rows. */
export interface RepeatKey {
  readonly likeness: number
  readonly rows: readonly RowKey[]
}

export interface RepeatPage {
  readonly repeats: readonly Repeat[]
  /** The last one of them, or of those that were left out; null where none follows. */
  readonly last: RepeatKey | null
}
