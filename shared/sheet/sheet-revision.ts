// How a sheet that people work in is brought up to date, as data: cells, then rows from
// the bottom to the top, then what follows from where they stand by then. Knows nothing of what the rows mean.
import type { Edit } from '../fixes.ts'
import type { SheetLayout } from './sheet-layout.ts'

export type RowMove =
  /** Rows from 0. */
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
  readonly before: readonly Edit[]
  /** Rows of ours that are faded, or look again as they did. */
  readonly faded: readonly { readonly row: number; readonly columns: readonly number[]; readonly faded: boolean }[]
  /** From the bottom to the top, so that each is in rows as they were read. */
  readonly moves: readonly RowMove[]
  /** In the sheet as it stands by then, with "=". */
  readonly formulas: readonly { readonly cell: string; readonly formula: string }[]
  readonly after: readonly Edit[]
}
