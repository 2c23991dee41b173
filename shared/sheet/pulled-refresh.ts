// What must happen to a sheet of consolidated rows so that it shows what counts now, and
// what is told of it. Our cells say what was sent, whatever was typed over them; everything
// else stays with its row. A row that no report has any more goes, unless somebody has written beside it.
import { address } from '../a1.ts'
import type { Edit } from '../fixes.ts'
import { DAY_FORMAT, OFFSET_1904 } from '../serial-date.ts'
import type { GridSheet } from './grid.ts'
import { contentOf, insertion, isLive, styleByColumn } from './pulled-insertion.ts'
import { pulledMark } from './pulled-mark.ts'
import { cellAt, matchLines, namesOfColumns, ownColumns, type WantedLine } from './pulled-match.ts'
import { deletions, finalRows, gapsOf } from './pulled-moves.ts'
import type { PulledLine, PulledSheet } from './pulled-reading.ts'
import { totalChanges } from './pulled-totals.ts'
import type { PulledTable } from './pulled-workbook.ts'
import type { RowMove, SheetRevision } from './sheet-revision.ts'

/** new: no such row before · changed: sent anew with other values · restored: typed over, says again what was sent · gone: in no report any more · kept: gone, but somebody wrote beside it. */
export type ToldKind = 'new' | 'changed' | 'restored' | 'gone' | 'kept'

export interface Told {
  readonly kind: ToldKind
  readonly agency: string
  readonly rowId: string
  /** Field keys whose cells changed. */
  readonly fields: readonly string[]
  /** Where it stands afterwards; null where it is gone. */
  readonly cell: string | null
}

export interface Refresh {
  readonly revision: SheetRevision
  readonly told: readonly Told[]
}

/** The sheet cannot be brought up to date: it has other columns, subtotals of groups, or had no rows to stand between. */
export type NoRefresh = 'other-version' | 'grouped' | 'was-empty'

export const refusesRefresh = ({ mark, foot }: PulledSheet, { made, rows }: PulledTable): NoRefresh | null => {
  if (mark.version !== made.template.version) return 'other-version'
  if (mark.grouped) return 'grouped'
  return foot?.kind === 'empty' && rows.length > 0 ? 'was-empty' : null
}

type Content = string | number | boolean | null

const digits = (value: number): number => Number(value.toPrecision(15))
const equal = (one: Content, other: Content): boolean =>
  typeof one === 'number' && typeof other === 'number' ? digits(one) === digits(other) : one === other

const FADED_NUMBER = '×'

export function planRefresh(sheet: PulledSheet, grid: GridSheet, pulled: PulledTable, date1904 = false): Refresh {
  const match = matchLines(sheet, pulled)
  const names = namesOfColumns(pulled)
  /** Where each column of the layout stands in the sheet. */
  const columns = names.map((name) => (name === null ? undefined : sheet.columns.get(name)))
  const { table } = pulled.made
  const running = new Set(table.fields.flatMap(({ key, type }) => (type.kind === 'sequence' ? [key] : [])))
  const styles = [0, 1].map((kind) => styleByColumn(pulled.layout, kind))
  const formatOf = (kind: number, column: number): string | undefined => pulled.layout.styles[styles[kind]![column] ?? '']?.format
  const ours = columns.filter((column) => column !== undefined).sort((a, b) => a - b)
  const hasOwn = ownColumns(sheet, grid)

  const before: Edit[] = []
  const faded: SheetRevision['faded'][number][] = []
  const told: (Omit<Told, 'cell'> & { line: WantedLine | PulledLine; column: number })[] = []
  const namingKey = table.rows.unique[0]?.at(-1) ?? table.fields.find(({ type }) => type.kind === 'text')?.key ?? ''
  const naming = sheet.columns.get(namingKey) ?? sheet.markColumn + 1

  const change = (row: number, column: number, value: Edit['value'], day = false): void => {
    before.push({ cell: address(row, column), value, ...(day ? { day } : {}) })
  }

  for (const one of match.wanted) {
    const { line, row, kind, agency, rowId } = one
    if (!line) {
      if (kind === 'row') told.push({ kind: 'new', agency, rowId, fields: [], line: one, column: naming })
      continue
    }
    const back = kind === 'row' && line.submission === ''
    const fields: string[] = []
    names.forEach((name, index) => {
      const column = columns[index]
      const wanted = row.cells[index]
      if (name === null || column === undefined || isLive(wanted)) return
      const found = cellAt(grid, line.row, column)
      // The hidden cells are text cells: Excel keeps a number in them as text.
      const hidden = name.startsWith('_')
      const content = hidden && contentOf(wanted) !== null ? String(wanted) : contentOf(wanted)
      const standing = hidden && found ? String(found.value) : (found?.value ?? null)
      const day = typeof content === 'number' && formatOf(row.kind, index) === DAY_FORMAT
      if (found?.formula === undefined && equal(standing, day && date1904 ? content - OFFSET_1904 : content)) return
      change(line.row, column, content, day)
      if (!hidden && !running.has(name)) fields.push(name)
    })
    if (back) faded.push({ row: line.row, columns: ours, faded: false })
    if (kind !== 'row' || (fields.length === 0 && !back)) continue
    const what: ToldKind = back ? 'new' : line.submission === one.submission ? 'restored' : 'changed'
    told.push({ kind: what, agency, rowId, fields, line: one, column: sheet.columns.get(fields[0] ?? '') ?? naming })
  }

  const deleted: number[] = []
  for (const line of match.gone) {
    const { row, agency, rowId } = line
    const keeps = hasOwn(row)
    const already = line.submission === ''
    if (!keeps) deleted.push(row)
    else if (!already) {
      fade(line)
      faded.push({ row, columns: ours, faded: true })
    }
    if (line.kind === 'row' && !already) told.push({ kind: keeps ? 'kept' : 'gone', agency, rowId, fields: [], line, column: naming })
  }

  function fade({ row, kind }: PulledLine): void {
    for (const { key, type } of table.fields) {
      const column = sheet.columns.get(key)
      const cell = column === undefined ? undefined : cellAt(grid, row, column)
      if (column === undefined || !cell) continue
      if (type.kind === 'sequence' && kind === 'row') change(row, column, FADED_NUMBER)
      else if (typeof cell.value === 'number' || cell.formula !== undefined) change(row, column, null)
    }
    for (const name of ['_number', '_receipt', '_submission', '_cell'] as const) {
      const column = sheet.columns.get(name)
      if (column !== undefined && cellAt(grid, row, column)) change(row, column, null)
    }
  }

  const gaps = gapsOf(sheet, match)
  const finals = finalRows(sheet.lastRow, gaps, deleted)
  const rowOf = (one: WantedLine): number => (one.line ? finals.of(one.line.row) : finals.inserted(one))
  const drawn = { pulled, columns, styles, ours }
  const moves = [...gaps.map(([above, lines]) => insertion(drawn, above, lines)), ...deletions(deleted, gaps)].sort(
    (a, b) => rowIn(b) - rowIn(a) || (a.move === 'delete' ? -1 : 1),
  )
  const totals = totalChanges({
    sheet,
    grid,
    table,
    wanted: match.wanted,
    rowOf,
    footAt: sheet.foot && finals.of(sheet.foot.row),
    moves: moves.length > 0,
  })
  const agencies = pulled.made.chosen?.codes ?? null
  const mark = pulledMark({ ...sheet.mark, madeAt: pulled.made.madeAt, agencies })
  return {
    revision: {
      expected: expectedOf(sheet, grid),
      ...{ before, faded, moves },
      formulas: totals,
      after: [{ cell: address(sheet.keysAt, sheet.markColumn), value: mark }],
    },
    told: told.map(({ line, column, ...one }) => {
      const row = 'line' in line ? rowOf(line) : one.kind === 'kept' ? finals.of(line.row) : null
      return { ...one, cell: row === null ? null : address(row, column) }
    }),
  }
}

const rowIn = (move: RowMove): number => (move.move === 'delete' ? move.row : move.above)

/** The marks, and who the first and the last line belong to. */
function expectedOf(sheet: PulledSheet, grid: GridSheet): SheetRevision['expected'] {
  const agency = sheet.columns.get('_agency') ?? 0
  const spots = [
    [sheet.keysAt, sheet.markColumn],
    ...(sheet.foot ? [[sheet.foot.row, sheet.markColumn] as const] : []),
    ...[sheet.lines[0], sheet.lines.at(-1)].flatMap((line) => (line ? [[line.row, agency] as const] : [])),
  ] as const
  return spots.map(([row, column]) => ({ at: address(row!, column!), value: String(cellAt(grid, row!, column!)?.value ?? '') }))
}
