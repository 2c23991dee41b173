// Findings on their way from where they are made to the list that is shown:
// what is said, where it stands, in which order.
import type { FieldFinding } from '../field/field.ts'
import type { Finding, Place } from '../finding.ts'
import { digest } from '../text/digest.ts'

/** What is said, before it is known where. */
export type Said = Pick<Finding, 'code' | 'severity'> & { [K in 'ruleId' | 'actual' | 'expected' | 'params' | 'fixes']?: Finding[K] }

/** Table, row, column: what comes first in the sheet comes first in the list. */
type Rank = readonly [table: number, row: number, column: number]

export interface Spot {
  readonly place: Place
  readonly label?: Finding['label']
  readonly rank: Rank
}

export interface Placed {
  readonly finding: Finding
  readonly rank: Rank
}

/** Ranks of what stands before the tables, and of what is about a table whole. */
export const WHOLE: Spot = { place: {}, rank: [-2, 0, 0] }
export const HEADER_RANK = -1
export const LAST = Number.MAX_SAFE_INTEGER

/**
 * `substance` is what a warning is about, besides its place: whoever explains it has explained that and nothing else.
 */
export function place(sheet: string | undefined, spot: Spot, said: Said, substance: unknown = said.actual ?? ''): Placed {
  const { code, severity, ruleId, actual, expected, params = {}, fixes = [] } = said
  const { table = '', rowId = '', field = '' } = spot.place
  const finding: Finding = {
    id: [code, ruleId ?? '', table, rowId, field].join('/'),
    ...{ code, severity },
    ...(ruleId !== undefined && { ruleId }),
    place: sheet === undefined ? spot.place : { sheet, ...spot.place },
    ...(spot.label && { label: spot.label }),
    ...(actual !== undefined && { actual }),
    ...(expected !== undefined && { expected }),
    ...{ params, fixes },
    ...(severity === 'warning' && { substance: digest(JSON.stringify(substance)) }),
  }
  return { finding, rank: spot.rank }
}

/** What reading found in the sheet's structure comes before what was typed in it. */
export const placedAlready = (finding: Finding): Placed => ({
  finding: finding.severity === 'warning' ? { ...finding, substance: digest(JSON.stringify(finding.params)) } : finding,
  rank: [HEADER_RANK, -1, finding.place.row ?? 0],
})

export const columnKey = ({ table = '', field = '' }: Place): string => `${table}/${field}`

/** A field's own finding, whose fixes learn which cell they write. */
export const saidOfField = (finding: FieldFinding, field: string, rowId?: string): Said => ({
  ...finding,
  fixes: finding.fixes.map((fix) => ({ ...(rowId !== undefined && { rowId }), field, ...fix })),
})

const SEVERITY_RANK = { error: 0, warning: 1, info: 2 } as const

const inSheet = (a: Rank, b: Rank): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

/** Errors before warnings before notes, each in sheet order; the same finding once. */
export function inOrder(all: readonly Placed[]): Finding[] {
  if (all.length === 0) return []
  const bySeverity: Placed[][] = [[], [], []]
  for (const one of all) bySeverity[SEVERITY_RANK[one.finding.severity]]?.push(one)
  const seen = new Set<string>()
  const findings: Finding[] = []
  for (const group of bySeverity)
    for (const { finding } of group.sort((a, b) => inSheet(a.rank, b.rank)))
      if (!seen.has(finding.id)) {
        seen.add(finding.id)
        findings.push(finding)
      }
  return findings
}
