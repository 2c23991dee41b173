// The one door to judging a filing: the same in the pane while one types and on
// the server, which alone decides. Pure; never throws on any cell values.
import type { CheckedRow } from './check/check-row.ts'
import { checkTable } from './check/check-table.ts'
import { judgeTable } from './check/judge-table.ts'
import { prepare } from './check/prepared.ts'
import { Report, type Spot } from './check/report.ts'
import type { CheckContext } from './check-context.ts'
import { readEntry } from './field/field.ts'
import type { Content, Entry, Filing } from './filing.ts'
import type { Finding, FindingCode } from './finding.ts'
import type { Template } from './template.ts'
import { NIL, type Value } from './value.ts'

export interface Judgement {
  readonly findings: Finding[]
  /** The canonical filing. It may be kept only where no finding blocks. */
  readonly content: Content
}

const BLANK: Entry = { value: null }
const WHOLE: Spot = { place: {}, rank: [-2, 0, 0] }

export function check(template: Template, filing: Filing, context: CheckContext): Judgement {
  const report = new Report(filing)
  const content = (header: Record<string, Value>, rows: Content['rows']): Content => ({
    template: template.code,
    version: template.version,
    agency: context.agency,
    period: context.period,
    declaration: filing.declaration,
    header,
    rows,
    explanations: filing.explanations,
  })
  if (!isRightForm(template, filing, context, report)) return { findings: report.findings(), content: content({}, []) }
  const header = checkHeader(template, filing, context, report)
  const tables = prepare(template, context.plan)
  if (filing.declaration) {
    checkDeclaration(template, filing, context, report)
    if (filing.declaration.kind === 'nothing-to-report')
      for (const [rank, table] of tables.entries()) judgeTable(table, rank, [], new Map(), context, report)
    return { findings: report.findings(), content: content(header, []) }
  }
  const rows: Content['rows'] = []
  const above = new Map<string, readonly CheckedRow[]>()
  for (const [rank, table] of tables.entries()) {
    const checked = checkTable(table, rank, filing, above, context, report)
    above.set(table.table.key, checked)
    for (const row of checked) rows.push(contentRow(table.table.key, row))
  }
  if (rows.length === 0) report.add(WHOLE, { code: 'no-rows', severity: 'error' })
  return { findings: report.findings(), content: content(header, rows) }
}

const contentRow = (table: string, row: CheckedRow): Content['rows'][number] => ({
  id: row.id,
  table,
  carried: row.carried,
  values: row.values,
})

function isRightForm(template: Template, filing: Filing, context: CheckContext, report: Report): boolean {
  const comparisons: readonly [FindingCode, string | number, string | number][] = [
    ['wrong-template', filing.template, template.code],
    ['wrong-version', filing.version, template.version],
    ['wrong-agency', filing.agency, context.agency],
    ['wrong-period', filing.period, context.period],
  ]
  const wrong = comparisons.filter(([, actual, expected]) => actual !== expected)
  for (const [code, actual, expected] of wrong)
    report.add(WHOLE, { code, severity: 'error', actual: String(actual), expected: String(expected), params: { actual, expected } })
  return wrong.length === 0
}

function checkHeader(template: Template, filing: Filing, context: CheckContext, report: Report): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const [at, field] of template.header.entries()) {
    const entry = filing.header[field.key] ?? BLANK
    const spot: Spot = {
      place: { field: field.key, ...(entry.cell !== undefined && { cell: entry.cell }) },
      label: field.title,
      rank: [-1, at, 0],
    }
    if (field.source === 'carried') {
      values[field.key] = context.prefill.header[field.key] ?? null
      continue
    }
    const { value, findings } = readEntry(field.type, entry, context)
    for (const finding of findings) report.addOfField(spot, finding)
    values[field.key] = value
    const failed = findings.some(({ severity }) => severity === 'error')
    if (field.required && !failed && (value === null || value === NIL))
      report.add(spot, { code: 'required', severity: 'error', params: { nilAllowed: 0 } })
  }
  return values
}

/** "Không phát sinh" and "không áp dụng" speak about the whole obligation: nothing may be typed beside them. */
function checkDeclaration(template: Template, filing: Filing, context: CheckContext, report: Report): void {
  if (filing.declaration?.kind === 'not-applicable' && filing.declaration.reason.trim() === '')
    report.add(WHOLE, { code: 'reason-missing', severity: 'error' })
  const opening = new Map(context.prefill.rows.map((row) => [`${row.table}/${row.id}`, row.values]))
  for (const row of filing.rows) {
    const table = template.tables.find((one) => one.key === row.table)
    const before = opening.get(`${row.table}/${row.id}`) ?? {}
    for (const field of table?.fields ?? []) {
      if (field.source !== 'input' || field.type.kind === 'sequence') continue
      const entry = row.entries[field.key]
      if (!entry || entry.value === null || entry.value === '') continue
      // What the form opened with is not something that was typed.
      if (before[field.key] !== undefined && before[field.key] !== null) continue
      const place = {
        table: row.table,
        rowId: row.id,
        field: field.key,
        ...(row.at !== undefined && { row: row.at }),
        ...(entry.cell !== undefined && { cell: entry.cell }),
      }
      report.add({ place, label: field.title, rank: [0, row.at ?? 0, 0] }, { code: 'declaration-contradicts', severity: 'error' })
      return
    }
  }
}
