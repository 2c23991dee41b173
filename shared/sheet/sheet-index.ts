// A sheet's cells by row and column, for the readers that look for things in it.
import { parseAddress } from '../a1.ts'
import type { GridCell, GridSheet } from './grid.ts'

export class SheetIndex {
  readonly name: string
  readonly #rows = new Map<number, Map<number, GridCell>>()
  /** Zero-based; -1 where the sheet is empty. */
  readonly lastRow: number
  readonly lastColumn: number

  constructor(sheet: GridSheet) {
    this.name = sheet.name
    let [last, lastColumn] = [-1, -1]
    for (const [at, cell] of sheet.cells) {
      const spot = parseAddress(at)
      if (!spot) continue
      const row = this.#rows.get(spot.row) ?? new Map<number, GridCell>()
      row.set(spot.column, cell)
      this.#rows.set(spot.row, row)
      last = Math.max(last, spot.row)
      lastColumn = Math.max(lastColumn, spot.column)
    }
    this.lastRow = last
    this.lastColumn = lastColumn
  }

  cell(row: number, column: number): GridCell | undefined {
    return this.#rows.get(row)?.get(column)
  }

  /** Text of a cell, trimmed; "" for anything that is not text. */
  text(row: number, column: number): string {
    const value = this.cell(row, column)?.value
    return typeof value === 'string' ? value.trim() : ''
  }

  /** Cells of a row from left to right. */
  row(row: number): [column: number, cell: GridCell][] {
    return [...(this.#rows.get(row) ?? [])].sort(([a], [b]) => a - b)
  }

  /** Numbers of the rows that hold anything, from top to bottom. */
  rows(): number[] {
    return [...this.#rows.keys()].sort((a, b) => a - b)
  }
}
