// Two consolidations held against each other by row: the one that a sheet shows, and the
// one that is wanted now. A row is the same row of the same agency, whichever submission it comes from.
import { address } from '../a1.ts'
import { PROVENANCE } from './consolidated-rows.ts'
import { FIRST_COLUMN } from './geometry.ts'
import type { GridSheet } from './grid.ts'
import type { PulledLine, PulledSheet } from './pulled-reading.ts'
import type { PulledTable } from './pulled-workbook.ts'
import type { SheetRow } from './sheet-layout.ts'

export interface WantedLine {
  readonly kind: PulledLine['kind']
  readonly agency: string
  readonly rowId: string
  readonly submission: string
  readonly row: SheetRow
  /** The same line as the sheet has it; null where it is new. */
  readonly line: PulledLine | null
}

export interface Match {
  /** In the order wanted. */
  readonly wanted: readonly WantedLine[]
  /** Lines of the sheet that are wanted no more, and second copies of one line. */
  readonly gone: readonly PulledLine[]
}

const keyOf = ({ agency, rowId }: Pick<PulledLine, 'agency' | 'rowId'>): string => `${agency}\n${rowId}`

/** The names of the columns of a layout: field keys, then the hidden ones. Nulls are columns of no name. */
export function namesOfColumns({ made: { table }, layout }: Pick<PulledTable, 'made' | 'layout'>): (string | null)[] {
  const hidden = layout.columns.length - PROVENANCE.length
  return Array.from({ length: layout.columns.length }, (_, column) =>
    column >= hidden ? (PROVENANCE[column - hidden] ?? null) : (table.fields[column - FIRST_COLUMN]?.key ?? null),
  )
}

export function matchLines(sheet: PulledSheet, pulled: PulledTable): Match {
  const names = namesOfColumns(pulled)
  const text = (row: SheetRow, name: (typeof PROVENANCE)[number]): string => String(row.cells[names.indexOf(name)] ?? '')
  const standing = new Map<string, PulledLine>()
  const gone: PulledLine[] = []
  for (const line of sheet.lines) {
    if (standing.has(keyOf(line))) gone.push(line)
    else standing.set(keyOf(line), line)
  }
  const wanted = pulled.rows.map((row): WantedLine => {
    const which = { agency: text(row, '_agency'), rowId: text(row, '_row') }
    const line = standing.get(keyOf(which)) ?? null
    standing.delete(keyOf(which))
    return { ...which, kind: which.rowId === '' ? 'agency' : 'row', submission: text(row, '_submission'), row, line }
  })
  return { wanted, gone: [...gone, ...standing.values()].sort((a, b) => a.row - b.row) }
}

/** Columns of the sheet in which people have put something of their own. */
export function ownColumns(sheet: PulledSheet, grid: GridSheet): (row: number) => boolean {
  const ours = new Set([sheet.markColumn, ...sheet.columns.values()])
  const own = new Set<number>()
  for (const at of grid.cells.keys()) {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? []
    let column = 0
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
    if (!ours.has(column - 1)) own.add(Number(digits) - 1)
  }
  return (row) => own.has(row)
}

export const cellAt = (grid: GridSheet, row: number, column: number) => grid.cells.get(address(row, column))
