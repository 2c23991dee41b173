// What one worksheet is read with: what the workbook says elsewhere, and what
// reading may still cost.
import type { ReadBudget } from './limits.ts'

export interface SheetContext {
  readonly strings: readonly string[]
  /** How many cell styles there are. */
  readonly styles: number
  readonly date1904: boolean
  readonly budget: ReadBudget
}
