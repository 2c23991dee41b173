// The cells above the tables: read one by one, carried values put back.
import type { CheckContext } from '../check-context.ts'
import { readEntry } from '../field/field.ts'
import type { Entry, Filing } from '../filing.ts'
import type { Template } from '../template.ts'
import { NIL, type Value } from '../value.ts'
import { HEADER_RANK, type Placed, place, type Spot, saidOfField } from './found.ts'
import { own } from './own.ts'

const BLANK: Entry = { value: null }

export function checkHeader(
  template: Template,
  filing: Filing,
  context: CheckContext,
): { readonly values: Record<string, Value>; readonly findings: Placed[] } {
  const values: Record<string, Value> = {}
  const findings: Placed[] = []
  for (const [at, field] of template.header.entries()) {
    const entry = own(filing.header, field.key) ?? BLANK
    const spot: Spot = {
      place: { field: field.key, ...(entry.cell !== undefined && { cell: entry.cell }) },
      label: field.title,
      rank: [HEADER_RANK, at, 0],
    }
    if (field.source === 'carried') {
      values[field.key] = own(context.prefill.header, field.key) ?? null
      continue
    }
    const reading = readEntry(field.type, entry, context)
    for (const finding of reading.findings) findings.push(place(filing.sheet, spot, saidOfField(finding, field.key), entry.value))
    values[field.key] = reading.value
    const failed = reading.findings.some(({ severity }) => severity === 'error')
    if (field.required && !failed && (reading.value === null || reading.value === NIL))
      findings.push(place(filing.sheet, spot, { code: 'required', severity: 'error', params: { nilAllowed: 0 } }))
  }
  return { values, findings }
}
