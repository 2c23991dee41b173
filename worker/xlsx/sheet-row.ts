// One row of a sheet as it is read: columns side by side in lists that are used
// again for the next row. Whoever wants to keep something copies it.
export class SheetRow {
  /** From 1. */
  at = 0
  hidden = false
  count = 0
  /** Zero-based: the last that is written, also where it holds nothing. */
  column = -1
  /** Zero-based, ascending. */
  readonly columns: number[] = []
  /** "" where only a formula stands, without a result. */
  readonly values: (string | number | boolean)[] = []
  readonly errors: boolean[] = []
  /** Without "=". */
  readonly formulas: (string | undefined)[] = []
  readonly styles: number[] = []

  /** What stands in the column that was read last. */
  add(value: string | number | boolean, formula: string | undefined, style: number, error: boolean): void {
    const at = this.count++
    this.columns[at] = this.column
    this.values[at] = value
    this.errors[at] = error
    this.formulas[at] = formula
    this.styles[at] = style
  }
}

/** Who takes the rows. A row is valid only during the call. */
export interface SheetSink {
  row(row: SheetRow): void
  merge(range: string): void
}
