// Findings in the order in which they should be dealt with: what blocks first,
// within that as they stand in the sheet.
import type { Finding } from '../../shared/finding.ts'

const RANK: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 }

export const bySeverity = (findings: readonly Finding[]): Finding[] => findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
