// What the pane may ask of the workbook it sits beside. The port says nothing
// about Excel; excel.ts answers it through Office.js.
import type { Finding } from '../../shared/finding.ts'
import type { Edit } from '../../shared/fixes.ts'
import type { FoundForm } from '../../shared/sheet/form-identity.ts'
import type { Grid, GridCell } from '../../shared/sheet/grid.ts'
import type { FoundPulled } from '../../shared/sheet/pulled-reading.ts'
import type { WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import type { SheetRevision } from '../../shared/sheet/sheet-revision.ts'

export const HOST_ERRORS = [
  /** The person is editing a cell: press Enter or Esc and try again. */
  'editing-cell',
  'sheet-gone',
  /** Somebody moved its rows while they were brought up to date. */
  'sheet-moved',
  'sheet-protected',
  'merged-cells',
  'too-large',
  'too-old',
  'busy',
  /** The person did not want to wait: nothing is left of what had begun. */
  'stopped',
  'unknown',
] as const
export type HostErrorCode = (typeof HOST_ERRORS)[number]

export class HostError extends Error {
  override readonly name = 'HostError'
  readonly code: HostErrorCode
  constructor(code: HostErrorCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

export interface RowsToAdd {
  /** Above which row they come, from 1; a row of the table, so that what spans the table grows. */
  readonly at: number
  readonly count: number
  /** Letters of the columns whose formulas they take from that row. */
  readonly computed: readonly string[]
  /** They stand at `at` already, in a form from a file, and are only hidden. */
  readonly hidden?: true
}

export interface RowsToSort {
  /** First and last row, from 1. */
  readonly from: number
  readonly to: number
  /** By which column, from 0. */
  readonly column: number
  readonly descending: boolean
}

export interface Host {
  /** Forms in the open workbook, found by their anchors: the one in front first, then those that the workbook's names speak of; of a copy the first. */
  forms(): Promise<FoundForm[]>
  /** Sheets of consolidated rows in the open workbook, found by their marks. */
  pulled(): Promise<FoundPulled[]>
  /** Names of the sheets that a person sees and that are no form. */
  otherSheets(): Promise<string[]>
  /** Draws the form as new sheets and activates it; resolves with the name the sheet really got. `progress` is told rows; stopped, it leaves nothing behind. */
  draw(layout: WorkbookLayout, progress?: (done: number, of: number) => void, stop?: AbortSignal): Promise<string>
  /** Draws a form in the place of one that stands there, which becomes an ordinary sheet under another name. Failed or stopped, the old one is the form as before. */
  replace(
    sheet: string,
    keptName: string,
    layout: WorkbookLayout,
    progress?: (done: number, of: number) => void,
    stop?: AbortSignal,
  ): Promise<{ readonly sheet: string; readonly kept: string }>
  activate(sheet: string): Promise<void>
  /** All that reading.ts needs of one sheet and of the names and hidden records around it. */
  grid(sheet: string): Promise<Grid>
  /** The cells of a few small ranges of a sheet. */
  cells(sheet: string, ranges: readonly string[]): Promise<ReadonlyMap<string, GridCell>>
  /** Brings a sheet that people work in up to date; what they have of their own stays with its row. `progress` is told rows that come. */
  revise(sheet: string, revision: SheetRevision, progress?: (done: number, of: number) => void): Promise<void>
  /** Shows findings, and notes at the cells `noted`; earlier marks of ours go, the person's formatting stays. */
  mark(sheet: string, findings: readonly Finding[], noted?: readonly string[]): Promise<void>
  clearMarks(sheet: string): Promise<void>
  /** Activates the sheet and selects the cell. */
  goTo(sheet: string, cell: string): Promise<void>
  /** Writes accepted fixes; text is written as text, a day as the workbook counts days. */
  write(sheet: string, edits: readonly Edit[], progress?: (done: number, of: number) => void): Promise<void>
  /** Adds blank rows that look and behave like the one they come above, or shows those that are ready. */
  addRows(sheet: string, rows: RowsToAdd): Promise<void>
  /** Sorts rows whole, with what stands beside the form; blank ones come last. */
  sortRows(sheet: string, rows: RowsToSort): Promise<void>
  /** Puts one line (receipt number, time) into the sheet's footer. */
  stamp(sheet: string, line: string): Promise<void>
  /** Calls back, debounced by the caller, whenever cells of the sheet change by hand. Resolves with the way to stop. */
  onChange(sheet: string, listener: (address: string) => void): Promise<() => Promise<void>>
  /** Calls back with the address whenever another range of the sheet is selected. Resolves with the way to stop. */
  onSelect(sheet: string, listener: (address: string) => void): Promise<() => Promise<void>>
}
