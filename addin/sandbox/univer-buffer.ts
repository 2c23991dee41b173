// Writes to the cells of one sheet, held back so that Univer gets them as one
// change: a form has thousands. Readers see what is held back.
import { type CustomData, type ICellData, type Nullable, ObjectMatrix } from '@univerjs/presets'
import { cellValueOf, contents } from './univer-cell.ts'
import { stylePatch } from './univer-format.ts'
import type { CellFormat, CellValue } from './workbook.ts'

interface Held {
  row: number
  column: number
  contents?: ICellData
  format?: CellFormat
}

const key = (row: number, column: number): number => row * 16_384 + column

export class CellBuffer {
  private cells = new Map<number, Held>()

  get isEmpty(): boolean {
    return this.cells.size === 0
  }

  private hold(row: number, column: number): Held {
    const at = key(row, column)
    const held = this.cells.get(at) ?? { row, column }
    this.cells.set(at, held)
    return held
  }

  setInput(row: number, column: number, input: CellValue, isText: boolean): void {
    this.hold(row, column).contents = contents(input, isText)
  }

  setFormat(row: number, column: number, format: CellFormat): void {
    const held = this.hold(row, column)
    held.format = { ...held.format, ...format }
  }

  format(row: number, column: number): CellFormat | undefined {
    return this.cells.get(key(row, column))?.format
  }

  /** Undefined where nothing is held back; a formula has no value before it is calculated. */
  value(row: number, column: number): CellValue | undefined {
    const held = this.cells.get(key(row, column))?.contents
    return held && cellValueOf(held)
  }

  formula(row: number, column: number): string | null | undefined {
    const held = this.cells.get(key(row, column))?.contents
    return held && (held.f ?? null)
  }

  /** All that is held back as one change, and nothing is held back any more. `custom` gives a cell's custom data as it stands. */
  take(custom: (row: number, column: number) => Nullable<CustomData>): { matrix: ObjectMatrix<ICellData>; rows: number; columns: number } {
    const matrix = new ObjectMatrix<ICellData>()
    let [rows, columns] = [0, 0]
    for (const { row, column, contents: held, format } of this.cells.values()) {
      const cell: ICellData = { ...held }
      if (format) cell.s = stylePatch(format)
      if (format?.locked !== undefined) cell.custom = { ...custom(row, column), locked: format.locked }
      matrix.setValue(row, column, cell)
      rows = Math.max(rows, row + 1)
      columns = Math.max(columns, column + 1)
    }
    this.cells = new Map()
    return { matrix, rows, columns }
  }
}
