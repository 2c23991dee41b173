// The formulas of a sheet of consolidated rows after its rows have moved: subtotals of the
// agencies and the totals. They add exactly the rows that count, also where somebody has sorted them or put rows between.
import { address } from '../a1.ts'
import type { Table } from '../template.ts'
import type { GridSheet } from './grid.ts'
import { cellAt, type WantedLine } from './pulled-match.ts'
import type { PulledSheet } from './pulled-reading.ts'
import type { SheetRevision } from './sheet-revision.ts'
import { hasTotals, totalFormulas } from './total-row.ts'

interface Sums {
  readonly sheet: PulledSheet
  readonly grid: GridSheet
  readonly table: Table
  readonly wanted: readonly WantedLine[]
  /** Where a line stands afterwards. */
  readonly rowOf: (line: WantedLine) => number
  readonly footAt: number | null
  /** Rows come or go: what a formula says by then is not known. */
  readonly moves: boolean
}

/** SUBTOTAL takes 254 ranges. */
const MOST_RANGES = 250

/** `14:20`, `25:27`: rows that follow one another. */
function runsOf(rows: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.to + 1 === row) last.to = row
    else runs.push({ from: row, to: row })
  }
  return runs
}

/** SUBTOTAL leaves out other subtotals, so that the agencies' own are not counted twice. */
function sumOf(rows: readonly number[]): (letter: string) => string {
  const runs = runsOf(rows)
  return (letter) => {
    const ranges = runs.map(({ from, to }) => `${letter}${from + 1}:${letter}${to + 1}`)
    const parts: string[] = []
    for (let at = 0; at < ranges.length; at += MOST_RANGES) parts.push(`SUBTOTAL(9,${ranges.slice(at, at + MOST_RANGES).join(',')})`)
    return parts.join('+') || '0'
  }
}

export function totalChanges({ sheet, grid, table, wanted, rowOf, footAt, moves }: Sums): SheetRevision['formulas'] {
  if (!hasTotals(table)) return []
  const columnAt = (key: string): number | null => sheet.columns.get(key) ?? null
  const changes: { cell: string; formula: string }[] = []
  const write = (row: number, before: number | null, rows: readonly number[]): void => {
    for (const [column, { formula }] of totalFormulas(table, row, { sum: sumOf(rows), columnAt })) {
      const stands = before === row && !moves ? cellAt(grid, row, column)?.formula : undefined
      if (stands !== `=${formula}`) changes.push({ cell: address(row, column), formula: `=${formula}` })
    }
  }
  const rowsOf = new Map<string, number[]>()
  for (const line of wanted) {
    if (line.kind === 'row') {
      const own = rowsOf.get(line.agency) ?? []
      own.push(rowOf(line))
      rowsOf.set(line.agency, own)
    }
  }
  for (const head of wanted.filter(({ kind }) => kind === 'agency')) {
    const rows = rowsOf.get(head.agency) ?? []
    if (head && rows.length > 0) write(rowOf(head), head.line?.row ?? null, rows)
  }
  if (footAt !== null && sheet.foot?.kind === 'total') write(footAt, sheet.foot.row, wanted.map(rowOf))
  return changes
}
