// Where every report stood at the moment of a snapshot, from its manifest alone: what its workbook is made of.
import { countStates } from '../matrix.ts'
import { periodRange } from '../period.ts'
import type { PeriodStanding, ReportStanding } from '../period-standing.ts'
import type { SnapshotManifest } from './snapshot.ts'

const STATE_OF = { 'nothing-to-report': 'nil', 'not-applicable': 'not-applicable' } as const

/** `names`: of agencies that had sent nothing. */
export function frozenStanding(manifest: SnapshotManifest, names: ReadonlyMap<string, string>): PeriodStanding {
  const { template, version, period, madeAt, entries, missing } = manifest
  const sent = entries.map((entry): ReportStanding => {
    const { agency, agencyName, declaration, late = false, reachedAt = madeAt, ...counted } = entry
    const state = entry.state ?? (declaration ? STATE_OF[declaration.kind] : 'submitted')
    return { agency, agencyName, late, state, counted: { ...counted, agencyName, declaration, reachedAt } }
  })
  const open = missing.map(
    (agency): ReportStanding => ({
      ...{ agency, agencyName: names.get(agency) ?? agency, state: 'open', late: false, counted: null },
    }),
  )
  const reports = [...sent, ...open]
  const counts = countStates(reports.map(({ state, late, counted }) => ({ state, late, receipt: counted?.receiptNumber ?? null })))
  return { template, version, period, windowTo: periodRange(period).to, ...counts, reports }
}
