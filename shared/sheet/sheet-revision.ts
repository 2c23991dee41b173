// How a sheet that people work in is brought up to date, as data: cells, then rows from
// the bottom to the top, then cells of the sheet as it stands by then. Knows nothing of what the rows mean.
import type { SheetLayout } from './sheet-layout.ts'

/** Rows and columns from 0. */
export interface CellChange {
  readonly row: number
  readonly column: number
  /** Null empties the cell; text is written as text. */
  readonly value: string | number | boolean | null
  /** With "=", in place of the value. */
  readonly formula?: string
  /** The number format that the cell has. */
  readonly format?: string
  /** The cell was empty: it is given the format. */
  readonly formatted?: true
}

export type RowMove =
  | { readonly move: 'delete'; readonly row: number; readonly count: number }
  /** `layout` says what stands in the new rows, at their addresses; `columns` are ours, from 0, and lose the look that they got from above. */
  | {
      readonly move: 'insert'
      readonly above: number
      readonly count: number
      readonly columns: readonly number[]
      readonly layout: SheetLayout
    }

export interface SheetRevision {
  /** What must still stand where it was read: else people have moved rows meanwhile. */
  readonly expected: readonly { readonly at: string; readonly value: string }[]
  readonly before: readonly CellChange[]
  /** Rows of ours that are faded, or look again as they did. */
  readonly faded: readonly { readonly row: number; readonly columns: readonly number[]; readonly faded: boolean }[]
  /** From the bottom to the top, so that each is in rows as they were read. */
  readonly moves: readonly RowMove[]
  readonly after: readonly CellChange[]
}
