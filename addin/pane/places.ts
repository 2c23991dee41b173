// Which field of the form a cell of the sheet belongs to, as the sheet was last
// read. Pure and small: it is asked at every selection.
import { address, parseAddress } from '../../shared/a1.ts'
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

/** Where a place of the form stands in the sheet; null where it is nowhere, like the whole submission. */
export function cellAt(
  places: Places,
  { table: key, rowId, field }: { readonly table: string | null; readonly rowId: string | null; readonly field: string | null },
): string | null {
  if (field === null) return null
  if (key === null) return Object.keys(places.header).find((cell) => places.header[cell] === field) ?? null
  const table = places.tables.find((one) => one.key === key)
  const column = table && Object.keys(table.fields).find((at) => table.fields[Number(at)] === field)
  const row = table && Object.keys(table.rowIds).find((at) => table.rowIds[Number(at)] === rowId)
  return column === undefined || row === undefined ? null : address(Number(row), Number(column))
}

/** `selection` as Excel tells it: of several cells the first counts; whole rows and columns are no place. */
export function placeAt(places: Places, selection: string): Place | null {
  const cell = (selection.split(/[:,]/)[0] ?? '').replaceAll('$', '')
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
