// Which line, subtotal of a group or total of a sheet of consolidated rows is selected, read from the few cells
// around it at that moment: rows and columns may have gone anywhere since the last look.
import { parseRange } from '../../../shared/a1.ts'
import { obligationId } from '../../../shared/obligation.ts'
import type { Grid, GridCell } from '../../../shared/sheet/grid.ts'
import { parsePulledMark } from '../../../shared/sheet/pulled-mark.ts'
import { type PulledSheet, readPulled } from '../../../shared/sheet/pulled-reading.ts'
import { sharesOf } from '../../../shared/sheet/pulled-shares.ts'
import type { Host } from '../../host/host.ts'
import type { Known, PlaceOfLine, PlaceOfTotal, Which } from './pull-session.ts'

/** The top left of a sheet, where its mark stands; and columns enough for our tables with many of somebody's own. */
const CORNER = 'A1:L60'
const wholeRow = (row: number): string => `A${row + 1}:EZ${row + 1}`

const asSheet = (name: string, cells: ReadonlyMap<string, GridCell>) =>
  readPulled({ name, visibility: 'visible', cells, merges: [], hiddenRows: new Set() })

/** The key row wanders when people put rows above it: kept as last seen, looked for where it is not. */
async function readRow(host: Host, sheet: string, row: number, keys: Map<string, number>): Promise<PulledSheet | null> {
  const keysAt = keys.get(sheet)
  const known = keysAt === undefined ? null : asSheet(sheet, await host.cells(sheet, [wholeRow(keysAt), wholeRow(row)]))
  if (known) return known
  const corner = await host.cells(sheet, [CORNER])
  const mark = [...corner].find(([, { value }]) => typeof value === 'string' && parsePulledMark(value))
  const at = mark && parseRange(mark[0])
  if (!at) return null
  keys.set(sheet, at.from.row)
  return asSheet(sheet, await host.cells(sheet, [wholeRow(at.from.row), wholeRow(row)]))
}

interface Asked {
  readonly host: Host
  readonly sheet: string
  readonly at: string
  /** Row of the keys by sheet, as last seen. */
  readonly keys: Map<string, number>
  readonly knownOf: (which: Which) => Promise<Known>
}

export async function placeOf({ host, sheet, at, keys, knownOf }: Asked): Promise<PlaceOfLine | PlaceOfTotal | null> {
  const selected = parseRange(at.split(',')[0] ?? '')
  if (!selected) return null
  const { row, column } = selected.from
  const pulled = await readRow(host, sheet, row, keys)
  if (!pulled) return null
  const { template, period, table: key, on } = pulled.mark
  const which = { template, period }
  const line = pulled.lines.find((one) => one.row === row)
  const isTotal = pulled.foot?.row === row && pulled.foot.kind === 'total'
  const isGroup = pulled.groups.includes(row)
  if (!line && !isTotal && !isGroup) return null
  const known = await knownOf(which)
  const table = known.template.tables.find((one) => one.key === key)
  if (!table) return null
  const field = table.fields.find((one) => pulled.columns.get(one.key) === column) ?? null
  const place = { sheet, at, which, on, known, table, field }
  if (line) {
    const obligation = obligationId(template, period, line.agency)
    return { ...place, kind: 'line', line, obligation, history: null, past: null, contents: null }
  }
  const grid = sheetIn(await host.grid(sheet), sheet)
  const whole = grid && readPulled(grid)
  return grid && whole ? { ...place, kind: 'total', shares: sharesOf(table, field, whole, grid, isGroup ? row : null) } : null
}

export const sheetIn = (grid: Grid, name: string) => grid.sheets.find((one) => one.name === name)
