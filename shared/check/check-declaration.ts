// "Không phát sinh" and "không áp dụng" speak about the whole obligation: nothing
// may be typed beside them, and the second needs its reason.
import type { CheckContext } from '../check-context.ts'
import type { Filing } from '../filing.ts'
import type { Template } from '../template.ts'
import { type Placed, place, type Spot, WHOLE } from './found.ts'

export function checkDeclaration(template: Template, filing: Filing, context: CheckContext): Placed[] {
  const findings: Placed[] = []
  if (filing.declaration?.kind === 'not-applicable' && filing.declaration.reason.trim() === '')
    findings.push(place(filing.sheet, WHOLE, { code: 'reason-missing', severity: 'error' }))
  const beside = firstTyped(template, filing, context)
  if (beside) findings.push(place(filing.sheet, beside, { code: 'declaration-contradicts', severity: 'error' }))
  return findings
}

function firstTyped(template: Template, filing: Filing, context: CheckContext): Spot | null {
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
        ...{ table: row.table, rowId: row.id, field: field.key },
        ...(row.at !== undefined && { row: row.at }),
        ...(entry.cell !== undefined && { cell: entry.cell }),
      }
      return { place, label: field.title, rank: [0, row.at ?? 0, 0] }
    }
  }
  return null
}
