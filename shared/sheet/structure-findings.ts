// What people did to the structure of a form, as findings: columns gone or twice,
// cells merged, rows hidden, copied, moved or typed below the table. What stands
// in the cells is judged by check.
import { address, parseRange } from '../a1.ts'
import type { Finding, Severity } from '../finding.ts'
import type { Table } from '../template.ts'
import type { GridSheet } from './grid.ts'
import type { LocatedTable } from './locate-table.ts'
import { entryOf, isBlank } from './read-entry-cell.ts'
import { type ReadRows, sharesValue } from './read-rows.ts'
import type { SheetIndex } from './sheet-index.ts'

type Part = Pick<Finding, 'code' | 'place'> & Partial<Pick<Finding, 'label' | 'params' | 'actual' | 'expected'>> & { severity?: Severity }

export const structureFinding = ({ code, place, severity = 'error', ...rest }: Part): Finding => ({
  id: [code, place.table, place.rowId, place.field ?? place.cell].filter((part) => part !== undefined).join(':'),
  code,
  severity,
  place,
  params: {},
  fixes: [],
  ...rest,
})

/** 12, 15–17 */
function rowList(rows: readonly number[]): string {
  const runs: [number, number][] = []
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] + 1 === row) last[1] = row
    else runs.push([row, row])
  }
  const shown = runs.slice(0, 8).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
  return shown.join(', ') + (runs.length > shown.length ? ', …' : '')
}

export function columnFindings(sheet: string, table: Table, located: LocatedTable | null): Finding[] {
  return table.fields.flatMap((field) => {
    const place = { sheet, table: table.key, field: field.key }
    const twice = located?.twice.get(field.key)
    if (!located?.columns.has(field.key)) return [structureFinding({ code: 'column-missing', place, label: field.title })]
    return twice ? [structureFinding({ code: 'column-twice', place, label: field.title, params: { columns: twice.join(', ') } })] : []
  })
}

export function rowFindings(sheet: GridSheet, table: Table, { rows, totals, mended, copies }: ReadRows): Finding[] {
  const place = { sheet: sheet.name, table: table.key }
  const about = (code: Finding['code'], numbers: readonly number[], severity: Severity): Finding[] =>
    numbers.length === 0
      ? []
      : [
          structureFinding({
            code,
            severity,
            place: { ...place, row: numbers[0]! },
            params: { rows: rowList(numbers), count: numbers.length },
          }),
        ]
  return [
    ...copies.map(({ row, of, kept }) =>
      structureFinding({
        code: kept ? 'row-copied' : 'row-twice',
        severity: kept ? 'info' : 'error',
        place: { ...place, rowId: row.id, row: row.at },
        params: { row: row.at, first: of.at },
      }),
    ),
    ...about(
      'row-moved',
      mended.map(({ at }) => at),
      'info',
    ),
    ...about('total-row', totals, 'info'),
    ...about(
      'row-hidden',
      rows.flatMap(({ at }) => (sheet.hiddenRows.has(at) ? [at] : [])),
      'info',
    ),
  ]
}

/** More merged cells than anybody merges by hand; further ones are not looked at. */
const MOST_MERGES = 500

/** Merged cells among the rows that were read. */
export function mergeFindings(sheet: GridSheet, { table, columns, firstRow, lastRow }: LocatedTable, { rows }: ReadRows): Finding[] {
  const filled = new Set(rows.map(({ at }) => at - 1))
  const touches = (first: number, last: number) => {
    for (let row = Math.max(first, firstRow); row <= Math.min(last, lastRow); row++) if (filled.has(row)) return true
    return false
  }
  const fieldAt = new Map(table.fields.flatMap((field) => (columns.has(field.key) ? [[columns.get(field.key)!, field] as const] : [])))
  const inside = sheet.merges.flatMap((range) => {
    const merged = parseRange(range)
    return merged && merged.to.row >= firstRow && merged.from.row <= lastRow ? [{ range, ...merged }] : []
  })
  return inside.slice(0, MOST_MERGES).flatMap(({ range, from, to }) => {
    const fields = [...fieldAt].filter(([column]) => column >= from.column && column <= to.column).map(([, field]) => field)
    const [field] = fields
    if (!field || (fields.length === 1 && to.row === from.row) || !touches(from.row, to.row)) return []
    const shared = fields.length === 1 && sharesValue(field)
    return [
      structureFinding({
        code: shared ? 'cells-shared' : 'cells-merged',
        severity: shared ? 'info' : 'error',
        place: { sheet: sheet.name, table: table.key, row: from.row + 1, cell: address(from.row, from.column) },
        label: field.title,
        params: { range },
      }),
    ]
  })
}

/** Cells of one row that must be filled before a row below the table is taken for a row of the table. */
const LOOKS_LIKE_ROW = 3

/** Rows typed below the end of the table: they are not read, which must not pass in silence. */
export function belowFindings(sheet: string, index: SheetIndex, located: LocatedTable, hasTotals: boolean): Finding[] {
  const { table, columns, lastRow, below, idColumn } = located
  const outside: number[] = []
  // The row with the end mark bears the totals, where there are any.
  for (let row = lastRow + (hasTotals ? 2 : 1); row < below; row++) {
    if (idColumn === null) break
    const typed = table.fields.filter(({ key, source, type }) => {
      const column = columns.get(key)
      if (column === undefined || source === 'computed') return false
      const cell = index.cell(row, column)
      return cell !== undefined && cell.formula === undefined && !isBlank(entryOf(cell, '', type, { date1904: false, computed: false }))
    })
    if (typed.length >= Math.min(LOOKS_LIKE_ROW, table.fields.length)) outside.push(row + 1)
  }
  if (outside.length === 0) return []
  const place = { sheet, table: table.key, row: outside[0]! }
  return [structureFinding({ code: 'row-outside', severity: 'warning', place, params: { rows: rowList(outside), count: outside.length } })]
}
