// Collects findings while a filing is checked: gives each its place, label and
// stable identity, and puts them in the order in which people mend them.
import type { FieldFinding } from '../field/field.ts'
import type { Filing } from '../filing.ts'
import type { Finding, Place } from '../finding.ts'
import type { Field, HeaderField } from '../template.ts'

export type Partial = Pick<Finding, 'code' | 'severity'> & { [K in 'ruleId' | 'actual' | 'expected' | 'params' | 'fixes']?: Finding[K] }

/** Where a finding stands, and its rank among the findings of the sheet. */
export interface Spot {
  readonly place: Place
  readonly label?: Finding['label']
  /** Table, row, column: what comes first in the sheet comes first in the list. */
  readonly rank: readonly [number, number, number]
}

const SEVERITY_RANK = { error: 0, warning: 1, info: 2 } as const

export class Report {
  private readonly found: { finding: Finding; rank: Spot['rank'] }[] = []
  private readonly sheet: string | undefined

  constructor(filing: Filing) {
    this.sheet = filing.sheet
  }

  add(spot: Spot, { code, severity, ruleId, actual, expected, params = {}, fixes = [] }: Partial): void {
    const { rowId, field } = spot.place
    const place = this.sheet === undefined ? spot.place : { sheet: this.sheet, ...spot.place }
    const finding: Finding = {
      id: [code, ruleId ?? '', spot.place.table ?? '', rowId ?? '', field ?? ''].join('/'),
      code,
      severity,
      ...(ruleId !== undefined && { ruleId }),
      place,
      ...(spot.label && { label: spot.label }),
      ...(actual !== undefined && { actual }),
      ...(expected !== undefined && { expected }),
      params,
      fixes,
    }
    this.found.push({ finding, rank: spot.rank })
  }

  /** A field's own finding; its fixes learn which cell they write. */
  addOfField(spot: Spot, finding: FieldFinding): void {
    const { rowId, field } = spot.place
    const fixes = finding.fixes.map((fix) => ({ ...(rowId !== undefined && { rowId }), field: field!, ...fix }))
    this.add(spot, { ...finding, fixes })
  }

  /** Errors before warnings before notes, each in sheet order; the same finding once. */
  findings(): Finding[] {
    const seen = new Set<string>()
    return this.found
      .map((one, index) => ({ ...one, index }))
      .sort(
        (a, b) =>
          SEVERITY_RANK[a.finding.severity] - SEVERITY_RANK[b.finding.severity] ||
          a.rank[0] - b.rank[0] ||
          a.rank[1] - b.rank[1] ||
          a.rank[2] - b.rank[2] ||
          a.index - b.index,
      )
      .map(({ finding }) => finding)
      .filter(({ id }) => !seen.has(id) && seen.add(id))
  }
}

export const labelOf = (field: Field | HeaderField): Finding['label'] => field.title
