// The counted submissions of all agencies as one: as data, and as the workbook
// in the mandated layout. Made anew on every call; nothing is kept.
import { consolidate } from '../../shared/consolidate.ts'
import { consolidatedLayout } from '../../shared/sheet/consolidated-layout.ts'
import type { Template } from '../../shared/template.ts'
import type { Consolidation, PeriodStatus } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedOfPeriod } from '../store/counted.ts'
import { readPlan, readTemplate } from '../store/plan.ts'
import { writeWorkbook } from '../xlsx/write.ts'
import { periodStatus } from './period-status.ts'

interface Made {
  readonly template: Template
  readonly consolidation: Consolidation
  readonly status: PeriodStatus
}

async function make(parts: Parts, code: string, period: string): Promise<Made> {
  const status = await periodStatus(parts, code, period)
  const version = Math.max(...status.obligations.map((obligation) => obligation.version))
  const [template, counted] = await Promise.all([readTemplate(parts.db, code, version), countedOfPeriod(parts.db, code, period)])
  if (!template) throw new ProblemError('not-found')
  const missing = status.obligations.filter(({ lastReceipt }) => lastReceipt === null).map(({ agency }) => agency)
  return { template, status, consolidation: { ...consolidate(template, period, counted, parts.clock.now().toISOString()), missing } }
}

export const consolidation = async (parts: Parts, template: string, period: string): Promise<Consolidation> =>
  (await make(parts, template, period)).consolidation

export async function consolidatedWorkbook(parts: Parts, code: string, period: string): Promise<Uint8Array> {
  const [{ template, consolidation, status }, loaded] = await Promise.all([make(parts, code, period), readPlan(parts.db)])
  if (!loaded) throw new ProblemError('not-found')
  return writeWorkbook(consolidatedLayout(template, consolidation, status, loaded))
}
