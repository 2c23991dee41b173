// Where rows of a sheet go when new ones come between them and others leave: which gap a
// new line falls into, and where every line stands afterwards. Rows from 0, as they were read.
import type { Match, WantedLine } from './pulled-match.ts'
import type { PulledSheet } from './pulled-reading.ts'
import type { RowMove } from './sheet-revision.ts'

export type Gap = readonly [above: number, lines: readonly WantedLine[]]

/** The new lines that come above a row of the sheet as it was read: each after the line that it follows. */
export function gapsOf(sheet: PulledSheet, { wanted }: Match): Gap[] {
  const gaps = new Map<number, WantedLine[]>()
  const first = sheet.lines.length > 0 ? Math.min(...sheet.lines.map(({ row }) => row)) : (sheet.foot?.row ?? sheet.lastRow + 1)
  const lastOf = new Map<string, number>()
  for (const { agency, row } of sheet.lines) lastOf.set(agency, Math.max(row, lastOf.get(agency) ?? 0))
  let above = first
  let agency: string | null = null
  for (const one of wanted) {
    // Below all lines of the agency before, also those that are kept and those that somebody has sorted.
    if (one.kind === 'agency' && agency !== null) above = Math.max(above, (lastOf.get(agency) ?? 0) + 1)
    agency = one.agency
    if (one.line) above = one.line.row + 1
    else {
      const lines = gaps.get(above) ?? []
      lines.push(one)
      gaps.set(above, lines)
    }
  }
  return [...gaps]
}

interface Finals {
  /** Where a row stands afterwards that stays. */
  of(row: number): number
  inserted(line: WantedLine): number
}

export function finalRows(lastRow: number, gaps: readonly Gap[], deleted: readonly number[]): Finals {
  const shift = new Array<number>(lastRow + 3).fill(0)
  for (const [above, lines] of gaps) shift[above] = (shift[above] ?? 0) + lines.length
  for (const row of deleted) shift[row + 1] = (shift[row + 1] ?? 0) - 1
  for (let row = 1; row < shift.length; row++) shift[row]! += shift[row - 1]!
  const places = new Map<WantedLine, number>()
  for (const [above, lines] of gaps) lines.forEach((line, index) => places.set(line, above + shift[above]! - lines.length + index))
  return { of: (row) => row + shift[row]!, inserted: (line) => places.get(line)! }
}

/** Rows that stand together and between which nothing is put go together. */
export function deletions(rows: readonly number[], gaps: readonly Gap[]): RowMove[] {
  const between = new Set(gaps.map(([above]) => above))
  const runs: { row: number; count: number }[] = []
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.row + last.count === row && !between.has(row)) last.count++
    else runs.push({ row, count: 1 })
  }
  return runs.map((run) => ({ move: 'delete', ...run }))
}
