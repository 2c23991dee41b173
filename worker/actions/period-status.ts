// Who has submitted what for a template and period: the numbers of the sheet
// "Tình hình nộp" and the list behind them.

import type { ObligationView, PeriodStatus } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { obligationsOfTemplate } from '../store/obligations.ts'
import { viewObligations } from './view-obligations.ts'

/** Received is what counts now; a declaration that there is nothing is received as well. */
const isReceived = ({ lastReceipt }: ObligationView) => lastReceipt !== null

export async function periodStatus(parts: Parts, template: string, period: string): Promise<PeriodStatus> {
  const kept = await obligationsOfTemplate(parts.db, template, period)
  if (kept.length === 0) throw new ProblemError('not-found')
  const obligations = await viewObligations(parts, kept)
  const received = obligations.filter(isReceived)
  // Who was on time and corrects the filing later was on time.
  const late = received.filter((obligation) => obligation.late).length
  return {
    ...{ period, template, expected: obligations.length, received: received.length },
    ...{ onTime: received.length - late, late, missing: obligations.length - received.length },
    nil: received.filter(({ state }) => state === 'nil').length,
    notApplicable: received.filter(({ state }) => state === 'not-applicable').length,
    obligations,
  }
}
