// Where every report stood at the moment of a snapshot, from its manifest alone: what its workbook is made of.
import { countStates } from '../matrix.ts'
import { periodRange } from '../period.ts'
import type { PeriodStanding, ReportStanding } from '../period-standing.ts'
import type { SnapshotManifest } from './snapshot.ts'

const STATE_OF = { 'nothing-to-report': 'nil', 'not-applicable': 'not-applicable' } as const

/** `names`: of all agencies, in the order of the register. */
export function frozenStanding(manifest: SnapshotManifest, names: ReadonlyMap<string, string>): PeriodStanding {
  const { template, version, period, madeAt, entries, missing } = manifest
  const sent = entries.map((entry): ReportStanding => {
    const { agency, agencyName, declaration, late = false, reachedAt = madeAt, ...counted } = entry
    const state = entry.state ?? (declaration ? STATE_OF[declaration.kind] : 'submitted')
    return { agency, agencyName, late, state, counted: { ...counted, agencyName, declaration, reachedAt } }
  })
  const unsaid = () => missing.map((agency) => ({ agency, agencyName: names.get(agency) ?? agency, state: 'open' as const, late: false }))
  const open = (manifest.open ?? unsaid()).map((one): ReportStanding => ({ ...one, counted: null }))
  const order = new Map([...names.keys()].map((agency, at) => [agency, at]))
  const place = ({ agency }: ReportStanding) => order.get(agency) ?? order.size
  const reports = [...sent, ...open].toSorted((one, other) => place(one) - place(other))
  const counts = countStates(reports.map(({ state, late, counted }) => ({ state, late, receipt: counted?.receiptNumber ?? null })))
  return { template, version, period, windowTo: periodRange(period).to, ...counts, reports }
}
