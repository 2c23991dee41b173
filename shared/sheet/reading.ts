// A sheet of a workbook as a filing, whether the grid comes from an uploaded file
// or from the open workbook. Says what is wrong with the sheet's structure; what
// was typed is judged by check.
import type { CheckContext } from '../check-context.ts'
import type { Filing } from '../filing.ts'
import type { Finding } from '../finding.ts'
import type { Template } from '../template.ts'
import { formulaFindings } from './changed-formulas.ts'
import { findForms } from './find-forms.ts'
import type { Grid, GridSheet } from './grid.ts'
import { type LocatedTable, locateTables } from './locate-table.ts'
import { readHeader } from './read-header.ts'
import { type ReadRow, readRows, reserveIds } from './read-rows.ts'
import { RowIds } from './row-identity.ts'
import { SheetIndex } from './sheet-index.ts'
import { belowFindings, columnFindings, mergeFindings, rowFindings, structureFinding } from './structure-findings.ts'
import { hasTotals } from './total-row.ts'
import { printedIdentity } from './unmarked-form.ts'

export interface Reading {
  readonly filing: Filing
  /** Where the template's tables were found, in its order; null where one was not. */
  readonly tables: readonly (LocatedTable | null)[]
  readonly findings: readonly Finding[]
}

const emptySheet = (name: string): GridSheet => ({ name, visibility: 'visible', cells: new Map(), merges: [], hiddenRows: new Set() })

/**
 * `sheetName` that is not there, or no form at all, reads as an empty filing with every column missing.
 * With the obligation's context, rows whose ids were lost are known by what the server brought into them,
 * and a sheet without any anchor by the agency and the period printed on it.
 */
export function read(grid: Grid, sheetName: string, template: Template, context: CheckContext | null = null): Reading {
  const identity = findForms(grid).find((form) => form.sheet === sheetName)?.identity
  const sheet = grid.sheets.find((one) => one.name === sheetName) ?? emptySheet(sheetName)
  const index = new SheetIndex(sheet)
  const which = { template: identity?.template ?? template.code, period: identity?.period ?? context?.period ?? '' }
  const located = locateTables(index, sheet.merges, grid, template, which)
  const ids = new RowIds()
  for (const found of located) if (found) reserveIds(index, found, ids)
  for (const row of context?.prefill.rows ?? []) ids.reserve(row.id)
  ids.past(context?.prefill.lastAdded ?? 0)
  const findings: Finding[] = []
  const rows: ReadRow[] = []
  template.tables.forEach((table, at) => {
    const found = located[at] ?? null
    findings.push(...columnFindings(sheetName, table, found))
    if (!found) return
    const read = readRows(index, sheet.merges, found, ids, { date1904: grid.date1904, carried: context })
    rows.push(...read.rows)
    findings.push(
      ...rowFindings(sheet, table, read),
      ...mergeFindings(sheet, found, read),
      ...belowFindings(sheetName, index, found, hasTotals(table)),
      ...(context ? formulaFindings(index, found, read, template, context) : []),
    )
  })
  const { header, declaration } = readHeader(index, sheet, grid, template, which)
  const printed = context && !identity ? printedIdentity(template, header, context) : null
  if (printed) {
    const right = printed.agency === context?.agency && printed.period === context.period
    findings.unshift(structureFinding({ code: 'form-unmarked', severity: right ? 'info' : 'error', place: { sheet: sheetName } }))
  }
  return {
    filing: {
      template: identity?.template ?? template.code,
      version: identity?.version ?? template.version,
      agency: identity?.agency ?? printed?.agency ?? '',
      period: identity?.period ?? printed?.period ?? '',
      declaration,
      sheet: sheetName,
      header,
      rows,
      explanations: {},
    },
    tables: located,
    findings,
  }
}
