// A sheet of a workbook as a filing, whether the grid comes from an uploaded file
// or from the open workbook. Says what is missing in the sheet's structure; what
// was typed is judged by check.
import type { Filing, FilingRow } from '../filing.ts'
import type { Finding } from '../finding.ts'
import type { Field, Template } from '../template.ts'
import { findForms } from './find-forms.ts'
import type { Grid, GridSheet } from './grid.ts'
import { locateTable } from './locate-table.ts'
import { readHeader } from './read-header.ts'
import { RowIds, readRows, reserveIds } from './read-rows.ts'
import { SheetIndex } from './sheet-index.ts'

export { findForms } from './find-forms.ts'

type Part = Pick<Finding, 'code' | 'place'> & Partial<Pick<Finding, 'label' | 'params' | 'actual'>>

const finding = ({ code, place, ...rest }: Part): Finding => ({
  id: [code, place.table, place.rowId, place.field].filter((part) => part !== undefined).join(':'),
  code,
  severity: 'error',
  place,
  params: {},
  fixes: [],
  ...rest,
})

export interface Reading {
  readonly filing: Filing
  /** What is wrong with the structure: columns missing or twice, rows copied with their id. */
  readonly findings: readonly Finding[]
}

const emptySheet = (name: string): GridSheet => ({ name, visibility: 'visible', cells: new Map(), merges: [], hiddenRows: new Set() })

/** `sheetName` that is not there, or no form at all, reads as an empty filing with every column missing. */
export function read(grid: Grid, sheetName: string, template: Template): Reading {
  const identity = findForms(grid).find((form) => form.sheet === sheetName)?.identity
  const sheet = grid.sheets.find((one) => one.name === sheetName) ?? emptySheet(sheetName)
  const index = new SheetIndex(sheet)
  const which = { template: identity?.template ?? template.code, period: identity?.period ?? '' }
  const located = template.tables.map((table) => ({ table, found: locateTable(index, grid, template, table, which) }))
  const ids = new RowIds()
  for (const { found } of located) if (found) reserveIds(index, found, ids)
  const findings: Finding[] = []
  const rows: FilingRow[] = []
  for (const { table, found } of located) {
    const columnFinding = (code: 'column-missing' | 'column-twice', field: Field, params: Finding['params'] = {}) =>
      finding({ code, place: { sheet: sheetName, table: table.key, field: field.key }, label: field.title, params })
    for (const field of table.fields) {
      const twice = found?.twice.get(field.key)
      if (!found?.columns.has(field.key)) findings.push(columnFinding('column-missing', field))
      else if (twice) findings.push(columnFinding('column-twice', field, { columns: twice.join(', ') }))
    }
    if (!found) continue
    const read = readRows(index, found, ids, grid.date1904)
    rows.push(...read.rows)
    for (const { row, of } of read.copies) {
      const place = { sheet: sheetName, table: table.key, rowId: row.id, ...(row.at === undefined ? {} : { row: row.at }) }
      findings.push(finding({ code: 'row-twice', place, params: { of } }))
    }
  }
  const { header, declaration } = readHeader(index, sheet, grid, template, which)
  return {
    filing: {
      template: identity?.template ?? template.code,
      version: identity?.version ?? template.version,
      agency: identity?.agency ?? '',
      period: identity?.period ?? '',
      declaration,
      sheet: sheetName,
      header,
      rows,
      explanations: {},
    },
    findings,
  }
}
