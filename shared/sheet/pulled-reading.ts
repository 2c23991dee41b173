// Finds sheets of consolidated rows in a workbook by their marks, and reads which line
// each row is, wherever rows and columns stand by now. Rows without our hidden cells are people's own.

import type { Grid, GridSheet } from './grid.ts'
import { FOOT, type Foot, GROUP_LINE, type PulledMark, parsePulledMark } from './pulled-mark.ts'
import { SheetIndex } from './sheet-index.ts'

/** One row of ours, rows and columns from 0. */
export interface PulledLine {
  readonly row: number
  readonly kind: 'agency' | 'row'
  readonly agency: string
  /** Which submission of the agency; null on a line that no report has any more. */
  readonly sequence: number | null
  readonly receipt: string
  readonly submission: string
  /** Empty on the line of an agency. */
  readonly rowId: string
  /** Where the row's first cell stood in the sheet that was sent. */
  readonly cell: string
}

export interface PulledSheet {
  readonly mark: PulledMark
  readonly markColumn: number
  readonly keysAt: number
  /** Columns by field key and by name of the hidden columns. */
  readonly columns: ReadonlyMap<string, number>
  readonly lines: readonly PulledLine[]
  /** Rows of the lines that name a group, in their order. */
  readonly groups: readonly number[]
  /** The row below the data; null where somebody deleted it. */
  readonly foot: { readonly kind: Foot; readonly row: number } | null
  /** -1 where nothing stands in the sheet. */
  readonly lastRow: number
}

/** Without these no row says where it comes from. */
const NEEDED = ['_agency', '_submission', '_row'] as const

const FEET = new Map(Object.entries(FOOT).map(([kind, mark]) => [mark as string, kind as Foot]))

/** Null for a sheet that is none of ours, or whose hidden columns are gone. */
export function readPulled(sheet: GridSheet): PulledSheet | null {
  const index = new SheetIndex(sheet)
  for (const keysAt of index.rows()) {
    for (const [markColumn, { value }] of index.row(keysAt)) {
      const mark = typeof value === 'string' ? parsePulledMark(value) : null
      if (mark) return linesOf(index, mark, keysAt, markColumn)
    }
  }
  return null
}

function linesOf(index: SheetIndex, sheetMark: PulledMark, keysAt: number, markColumn: number): PulledSheet | null {
  const columns = new Map<string, number>()
  for (const [column, { value }] of index.row(keysAt))
    if (column !== markColumn && typeof value === 'string' && !columns.has(value.trim())) columns.set(value.trim(), column)
  if (!NEEDED.every((name) => columns.has(name))) return null
  const text = (row: number, name: string): string => {
    const column = columns.get(name)
    return column === undefined ? '' : index.text(row, column)
  }
  const lines: PulledLine[] = []
  const groups: number[] = []
  let foot: PulledSheet['foot'] = null
  for (const row of index.rows()) {
    if (row <= keysAt) continue
    const mark = index.text(row, markColumn)
    if (mark === GROUP_LINE) groups.push(row)
    const kind = FEET.get(mark)
    if (kind && !foot) foot = { kind, row }
    const agency = text(row, '_agency')
    if (agency === '') continue
    // A text cell keeps a number as text.
    const number = Number(columns.has('_number') ? (index.cell(row, columns.get('_number')!)?.value ?? 0) : 0)
    const rowId = text(row, '_row')
    lines.push({
      ...{ row, kind: rowId === '' ? 'agency' : 'row', agency, rowId, sequence: number > 0 ? number : null },
      ...{ receipt: text(row, '_receipt'), submission: text(row, '_submission'), cell: text(row, '_cell') },
    })
  }
  return { mark: sheetMark, markColumn, keysAt, columns, lines, groups, foot, lastRow: index.lastRow }
}

export interface FoundPulled {
  readonly sheet: string
  readonly mark: PulledMark
}

/** The visible sheets with a mark, in the workbook's order; a copy is one more. */
export function findPulled(grid: Grid): FoundPulled[] {
  return grid.sheets.flatMap(({ name, visibility, cells }) => {
    if (visibility !== 'visible') return []
    for (const { value } of cells.values()) {
      const mark = typeof value === 'string' ? parsePulledMark(value) : null
      if (mark) return [{ sheet: name, mark }]
    }
    return []
  })
}
