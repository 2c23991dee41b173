// Which field of the form a cell of the sheet belongs to, as the sheet was last
// read. Pure and small: it is asked at every selection.
import { parseAddress } from '../../shared/a1.ts'
import type { Filing } from '../../shared/filing.ts'
import type { LocatedTable } from '../../shared/sheet/locate-table.ts'

/** `table` and `rowId` are null for a header cell, `rowId` also for a row in which nothing stands yet. */
export interface Place {
  readonly cell: string
  readonly table: string | null
  readonly rowId: string | null
  readonly field: string
}

export interface Places {
  readonly tables: readonly {
    readonly key: string
    /** Zero-based, inclusive. */
    readonly firstRow: number
    readonly lastRow: number
    /** Field keys by column, row ids by row, both from 0. */
    readonly fields: Readonly<Record<number, string>>
    readonly rowIds: Readonly<Record<number, string>>
  }[]
  /** Field keys by address. */
  readonly header: Readonly<Record<string, string>>
}

export function placesOf(tables: readonly (LocatedTable | null)[], filing: Filing): Places {
  return {
    tables: tables.flatMap((found) =>
      found
        ? [
            {
              key: found.table.key,
              firstRow: found.firstRow,
              lastRow: found.lastRow,
              fields: Object.fromEntries([...found.columns].map(([key, column]) => [column, key])),
              rowIds: Object.fromEntries(
                filing.rows.flatMap((row) => (row.table === found.table.key && row.at !== undefined ? [[row.at - 1, row.id]] : [])),
              ),
            },
          ]
        : [],
    ),
    header: Object.fromEntries(Object.entries(filing.header).flatMap(([key, { cell }]) => (cell ? [[cell, key]] : []))),
  }
}

/** `address` as a selection tells it: of several cells the first counts; whole rows and columns are no place. */
export function placeAt(places: Places, address: string): Place | null {
  const cell = (address.split(/[:,]/)[0] ?? '').replaceAll('$', '')
  const spot = parseAddress(cell)
  if (!spot) return null
  const header = places.header[cell]
  if (header !== undefined) return { cell, table: null, rowId: null, field: header }
  for (const { key, firstRow, lastRow, fields, rowIds } of places.tables) {
    const field = fields[spot.column]
    if (field !== undefined && spot.row >= firstRow && spot.row <= lastRow)
      return { cell, table: key, rowId: rowIds[spot.row] ?? null, field }
  }
  return null
}
