// The counted submissions of all agencies as one, as data. Made anew on every
// call; nothing is kept. As a workbook: consolidated-workbook.ts.
import { consolidate } from '../../shared/consolidate.ts'
import type { Consolidation } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedOfPeriod } from '../store/counted.ts'
import { readTemplate } from '../store/plan.ts'
import { periodStatus } from './period-status.ts'

export async function consolidation(parts: Parts, code: string, period: string): Promise<Consolidation> {
  const status = await periodStatus(parts, code, period)
  const version = Math.max(...status.obligations.map((obligation) => obligation.version))
  const [template, counted] = await Promise.all([readTemplate(parts.db, code, version), countedOfPeriod(parts.db, code, period)])
  if (!template) throw new ProblemError('not-found')
  const missing = status.obligations.filter(({ lastReceipt }) => lastReceipt === null).map(({ agency }) => agency)
  return { ...consolidate(template, period, counted, parts.clock.now().toISOString()), missing }
}
