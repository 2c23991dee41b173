// What was brought over as edits of cells in the sheet of our form: rows of the
// form where they stand, added rows in rows that are still free. Writes nothing.
import { address } from '../a1.ts'
import type { FilingRow } from '../filing.ts'
import type { Edit } from '../fixes.ts'
import type { GridSheet } from '../sheet/grid.ts'
import type { LocatedTable } from '../sheet/locate-table.ts'
import { SheetIndex } from '../sheet/sheet-index.ts'
import type { BroughtRow } from './bring-over.ts'

export interface Placed {
  readonly edits: readonly Edit[]
  /** Rows for which the form has no free row left. */
  readonly homeless: readonly BroughtRow[]
}

/** Rows in which neither an id nor anything but formulas of the form stands. */
function freeRows(sheet: GridSheet, { table, columns, idColumn, firstRow, lastRow }: LocatedTable): number[] {
  const index = new SheetIndex(sheet)
  const typed = table.fields.flatMap((field) => (field.source === 'computed' ? [] : [columns.get(field.key)]))
  const looked = [...typed, idColumn].filter((column) => column !== undefined && column !== null)
  const isFree = (row: number) => looked.every((column) => ['', undefined].includes(index.cell(row, column)?.value as string | undefined))
  return Array.from({ length: Math.max(0, lastRow - firstRow + 1) }, (_, offset) => firstRow + offset).filter(isFree)
}

export function placeRows(rows: readonly BroughtRow[], sheet: GridSheet, located: LocatedTable, ours: readonly FilingRow[]): Placed {
  const at = new Map(ours.flatMap((row) => (row.at === undefined ? [] : [[row.id, row.at - 1]])))
  const free = freeRows(sheet, located)
  const homeless: BroughtRow[] = []
  const edits: Edit[] = []
  for (const brought of rows) {
    const row = brought.ours === null ? free.shift() : at.get(brought.ours)
    if (row === undefined) {
      homeless.push(brought)
      continue
    }
    for (const [key, value] of Object.entries(brought.contents)) {
      const column = located.columns.get(key)
      if (column === undefined) continue
      const isDay = typeof value === 'number' && located.table.fields.some((field) => field.key === key && field.type.kind === 'date')
      edits.push({ cell: address(row, column), value, ...(isDay && { day: true }) })
    }
  }
  return { edits, homeless }
}
