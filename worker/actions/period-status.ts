// Who has submitted what for a template and period: the numbers of the sheet
// "Tình hình nộp" and the list behind them.

import { countStates } from '../../shared/matrix.ts'
import type { PeriodStatus } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { obligationsOfTemplate } from '../store/obligations.ts'
import { viewObligations } from './view-obligations.ts'

export async function periodStatus(parts: Parts, template: string, period: string): Promise<PeriodStatus> {
  const kept = await obligationsOfTemplate(parts.db, template, period)
  if (kept.length === 0) throw new ProblemError('not-found')
  const obligations = await viewObligations(parts, kept)
  const counts = countStates(obligations.map(({ state, late, lastReceipt }) => ({ state, late, receipt: lastReceipt?.number ?? null })))
  return { period, template, ...counts, obligations }
}
