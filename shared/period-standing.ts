// Where every report of a template and period stands, and nothing more: what a consolidation keeps of each agency
// while rows pass by. The whole of an obligation, as people open it, is an ObligationView (wire.ts).
import type { Declaration } from './filing.ts'
import type { StateCounts } from './matrix.ts'
import type { ObligationState } from './obligation.ts'

/** The submission that counts. */
export interface StandingSubmission {
  readonly submissionId: string
  readonly sequence: number
  readonly receiptNumber: string
  /** As the agency was called then. */
  readonly agencyName: string
  readonly reachedAt: string
  readonly declaration: Declaration | null
  readonly contentHash: string
}

export interface ReportStanding {
  readonly agency: string
  readonly agencyName: string
  readonly state: ObligationState
  readonly late: boolean
  readonly counted: StandingSubmission | null
}

export interface PeriodStanding extends StateCounts {
  readonly template: string
  readonly version: number
  readonly period: string
  /** The last day of the data window. */
  readonly windowTo: string
  /** In the order of the register. */
  readonly reports: readonly ReportStanding[]
}
