// Which rows are sorted together around a cell of the form: rows that the server
// brought among themselves, the filer's own among themselves, because their cells are
// locked differently. Pure.
import { parseAddress } from '../../shared/a1.ts'
import type { Grid } from '../../shared/sheet/grid.ts'
import { read } from '../../shared/sheet/reading.ts'
import type { Form } from '../../shared/wire.ts'
import type { RowsToSort } from '../host/host.ts'
import { contextOf } from './judge.ts'
import type { Place } from './places.ts'

/** Null where fewer than two rows would be sorted. */
export function rowsToSort(form: Form, sheet: { name: string; grid: Grid }, { cell, table }: Place): Omit<RowsToSort, 'descending'> | null {
  const { tables, filing } = read(sheet.grid, sheet.name, form.template, contextOf(form))
  const found = tables.find((one) => one?.table.key === table)
  const spot = parseAddress(cell)
  if (!found || !spot || spot.row < found.firstRow || spot.row > found.lastRow) return null
  const brought = new Set(form.prefill.rows.map(({ id }) => id))
  const ours = filing.rows.filter((row) => row.table === table)
  const fromServer = new Set(ours.flatMap(({ id, at }) => (at !== undefined && brought.has(id) ? [at - 1] : [])))
  const alike = (row: number) => row >= found.firstRow && row <= found.lastRow && fromServer.has(row) === fromServer.has(spot.row)
  let [from, to] = [spot.row, spot.row]
  while (alike(from - 1)) from--
  while (alike(to + 1)) to++
  const filled = ours.filter(({ at = 0 }) => at - 1 >= from && at - 1 <= to)
  return filled.length < 2 ? null : { from: from + 1, to: to + 1, column: spot.column }
}
