// Turns findings that are waived into notes with reason and last day. What may
// be waived, and by whom, is settled where waivers are granted.
import type { CheckContext } from '../check-context.ts'
import { datesFor } from '../deadline.ts'
import type { Finding } from '../finding.ts'
import { showPeriod } from '../period.ts'
import type { Template } from '../template.ts'
import type { Waiver } from '../waiver.ts'
import type { Placed } from './found.ts'

/** The waivers that hold for this agency, form and period. */
export function waiversInForce(template: Template, { waivers = [], agency, period }: CheckContext): readonly Waiver[] {
  if (waivers.length === 0) return waivers
  const { windowTo } = datesFor(template.regime, period)
  return waivers.filter((one) => one.agency === agency && one.template === template.code && windowTo <= one.until)
}

const covers = ({ waives, rowId, field }: Waiver, { code, ruleId, place }: Finding): boolean =>
  waives === (ruleId ?? code) && (rowId === null || rowId === place.rowId) && (field === null || field === place.field)

export const waived = (placed: readonly Placed[], waivers: readonly Waiver[]): readonly Placed[] =>
  waivers.length === 0 ? placed : placed.map((one) => ({ ...one, finding: waive(one.finding, waivers) }))

function waive(finding: Finding, waivers: readonly Waiver[]): Finding {
  const waiver = finding.severity === 'info' ? undefined : waivers.find((one) => covers(one, finding))
  if (!waiver) return finding
  // Nobody has to explain it, so there is nothing that an explanation would be about.
  const { substance: _, ...told } = finding
  return {
    ...told,
    severity: 'info',
    params: { ...finding.params, waivedReason: waiver.reason, waivedUntil: showPeriod(waiver.until, 'vi') },
  }
}
