// A workbook as cells, before anybody knows what it means: what the file reader
// and the Excel adapter both produce, and what reading.ts turns into a filing.
import type { Span } from '../a1.ts'

/** One stored cell. Empty cells are absent. Dates are serial numbers, as stored. */
export interface GridCell {
  readonly value: string | number | boolean
  /** The cell holds an Excel error; `value` is its text (`#N/A`). */
  readonly error?: true
  /** Formula with its "=", where there is one. */
  readonly formula?: string
  /** The number format, where it is not General. */
  readonly format?: string
  /** Font name, only where it is a legacy one (.Vn*, VNI-*). */
  readonly font?: string
}

/** What may be typed into some cells, as the sheet itself says; formulas without "=". */
export interface GridValidation {
  readonly kind: 'list' | 'whole' | 'decimal' | 'date' | 'length'
  /** As Excel names them; `between` where nothing is said. */
  readonly operator: string
  readonly ranges: readonly Span[]
  readonly first: string
  readonly second: string
  /** What is shown to whoever stands in the cell. */
  readonly prompt: string
}

/** What a sheet says besides its cells; only where somebody asked for it. */
export interface GridAside {
  readonly validations: readonly GridValidation[]
  /** There were more than are kept. */
  readonly more: boolean
  /** Notes at cells, by A1 address. */
  readonly notes: ReadonlyMap<string, string>
  /** Number formats of cells that hold nothing, by A1 address. */
  readonly formats: ReadonlyMap<string, string>
  /** Zero-based. */
  readonly hiddenColumns: ReadonlySet<number>
}

export interface GridSheet {
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'very-hidden'
  /** Cells by A1 address without "$": `F12`. */
  readonly cells: ReadonlyMap<string, GridCell>
  /** Merged ranges in A1: `A1:F1`. */
  readonly merges: readonly string[]
  /** Rows (from 1) hidden by hand or by a filter. */
  readonly hiddenRows: ReadonlySet<number>
  readonly aside?: GridAside
}

export interface GridName {
  readonly name: string
  /** `'Biểu THANG'!$A$9:$R$33`, or a constant formula. */
  readonly ref: string
}

export interface Grid {
  readonly sheets: readonly GridSheet[]
  readonly names: readonly GridName[]
  /** 1904 workbooks store dates 1462 days lower. */
  readonly date1904: boolean
}
