// The rows of a located table as filing rows. Ids come from the hidden column;
// rows without one that hold something are rows the filer added.
import { address } from '../a1.ts'
import type { Entry, FilingRow } from '../filing.ts'
import { isMark } from './anchors.ts'
import type { LocatedTable } from './locate-table.ts'
import { entryOf, isBlank } from './read-entry-cell.ts'
import type { SheetIndex } from './sheet-index.ts'

/** Hands out n1, n2 … past the ids that stand in the sheet, in the order of asking. */
export class RowIds {
  readonly #used = new Set<string>()
  #next = 1

  reserve(id: string): void {
    this.#used.add(id)
  }

  fresh(): string {
    while (this.#used.has(`n${this.#next}`)) this.#next++
    const id = `n${this.#next}`
    this.#used.add(id)
    return id
  }
}

const isAdded = (id: string): boolean => /^n\d+$/.test(id)

const idAt = (index: SheetIndex, row: number, idColumn: number | null): string => {
  const value = idColumn === null ? undefined : index.cell(row, idColumn)?.value
  return value === undefined ? '' : String(value).trim()
}

/** Reserves the ids that stand in the sheet, so that fresh ones differ from all of them. */
export function reserveIds(index: SheetIndex, { idColumn, firstRow, lastRow }: LocatedTable, ids: RowIds): void {
  for (let row = firstRow; row <= lastRow; row++) ids.reserve(idAt(index, row, idColumn))
}

export interface ReadRows {
  readonly rows: FilingRow[]
  /** Rows whose id stood in the sheet before: copies. The copy got an id of its own. */
  readonly copies: readonly { readonly row: FilingRow; readonly of: string }[]
}

export function readRows(index: SheetIndex, located: LocatedTable, ids: RowIds, date1904: boolean): ReadRows {
  const { table, columns, idColumn, firstRow, lastRow } = located
  const rows: FilingRow[] = []
  const copies: { row: FilingRow; of: string }[] = []
  const seen = new Set<string>()
  for (let at = firstRow; at <= lastRow; at++) {
    const found = idAt(index, at, idColumn)
    if (isMark(found)) continue
    const entries: Record<string, Entry> = {}
    let typed = false
    for (const field of table.fields) {
      const column = columns.get(field.key)
      if (column === undefined) continue
      const computed = field.source === 'computed'
      const entry = entryOf(index.cell(at, column), address(at, column), field.type, { date1904, computed })
      entries[field.key] = entry
      // A number in front of an otherwise empty row is no content.
      if (!computed && field.type.kind !== 'sequence' && !isBlank(entry)) typed = true
    }
    if (!typed && (found === '' || isAdded(found))) continue
    const copied = seen.has(found)
    const id = found === '' || copied ? ids.fresh() : found
    seen.add(id)
    const row = { id, table: table.key, at: at + 1, entries }
    rows.push(row)
    if (copied && !isAdded(found)) copies.push({ row, of: found })
  }
  return { rows, copies }
}
