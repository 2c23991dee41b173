// Tables in a sheet of theirs that are like a table of ours: where header and rows
// are, and which field each column probably is. Proposes; a person decides.
import type { CheckContext } from '../check-context.ts'
import type { GridSheet } from '../sheet/grid.ts'
import type { Template } from '../template.ts'
import { contentSuits } from './column-content.ts'
import { type FoundHeader, findHeaders } from './find-headers.ts'
import { type MoneyUnit, unitOfLine, unitOfTitles } from './money-unit.ts'
import { type Pairing, pairColumns } from './pair-columns.ts'
import { type HeaderRows, titlesAbove } from './their-header.ts'
import { type SkippedRow, theirRows } from './their-rows.ts'
import { TheirSheet } from './their-sheet.ts'

export interface TheirColumn extends Pairing {
  /** From the outermost group to the title itself, in Unicode; empty where the column has none. */
  readonly titles: readonly string[]
  /** How the money in it counts, where title or table say it. */
  readonly unit: MoneyUnit | null
}

export interface Proposal {
  readonly sheet: string
  /** Key of the table of ours. */
  readonly table: string
  readonly header: HeaderRows
  readonly columns: readonly TheirColumn[]
  /** Zero-based numbers of the rows that hold data. */
  readonly rows: readonly number[]
  readonly skipped: readonly SkippedRow[]
}

/** Rows above a header in which "Đơn vị tính: …" may stand. */
const UNIT_ABOVE = 8

export function unitLineAbove(sheet: TheirSheet, { from }: HeaderRows): string | null {
  for (let row = from - 1; row >= Math.max(0, from - UNIT_ABOVE); row--)
    for (const [column] of sheet.row(row)) if (unitOfLine(sheet.text(row, column))) return sheet.text(row, column)
  return null
}

const unitAbove = (sheet: TheirSheet, header: HeaderRows): MoneyUnit | null => unitOfLine(unitLineAbove(sheet, header) ?? '')

const columnWith = (pairs: readonly Pairing[], holds: (key: string) => boolean): number | null =>
  pairs.find(({ field }) => field !== null && holds(field))?.column ?? null

function propose(sheet: TheirSheet, header: FoundHeader, to: number, context: CheckContext): Proposal {
  const { table } = header
  const titled = titlesAbove(sheet, header)
  const byTitle = pairColumns(table, titled, () => null)
  const kind = (key: string) => table.fields.find((field) => field.key === key)?.type
  const region = {
    from: header.to + 1,
    to,
    sequence: columnWith(byTitle, (key) => kind(key)?.kind === 'sequence'),
    name: columnWith(byTitle, (key) => {
      const type = kind(key)
      return type?.kind === 'text' && type.maxLength > 100
    }),
    columns: new Set(titled.keys()),
  }
  const { data, skipped } = theirRows(sheet, region)
  // Columns without a title, but with values: they have no place and are told.
  const bare = new Set(data.flatMap((row) => sheet.row(row).map(([column]) => column)).filter((column) => !titled.has(column)))
  const pairs = pairColumns(table, titled, (column, field) => contentSuits(sheet, data, column, field, context))
  const above = unitAbove(sheet, header)
  const columns = [
    ...pairs.map((pair) => ({ ...pair, titles: titled.get(pair.column)!, unit: unitOfTitles(titled.get(pair.column)!) ?? above })),
    ...[...bare].map((column) => ({ column, field: null, confidence: 0, reason: 'none' as const, titles: [], unit: above })),
  ].sort((one, other) => one.column - other.column)
  return { sheet: sheet.name, table: table.key, header: { from: header.from, to: header.to }, columns, rows: data, skipped }
}

/** From top to bottom; none where no table of the sheet is like one of the template. */
export function recognise(grid: GridSheet, template: Template, context: CheckContext, date1904 = false): Proposal[] {
  const sheet = new TheirSheet(grid, date1904)
  const headers = findHeaders(sheet, template)
  return headers
    .map((header, at) => propose(sheet, header, (headers[at + 1]?.from ?? sheet.index.lastRow + 1) - 1, context))
    .filter(({ rows }) => rows.length > 0)
}
