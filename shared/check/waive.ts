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
export function waiversInForce(
  template: Template,
  { waivers = [], agency, period }: Pick<CheckContext, 'waivers' | 'agency' | 'period'>,
): readonly Waiver[] {
  if (waivers.length === 0) return waivers
  const { windowTo } = datesFor(template.regime, period)
  return waivers.filter((one) => one.agency === agency && one.template === template.code && windowTo <= one.until)
}

/** What would be said: by a rule or by a code, of which row, at which column. */
export interface Saying {
  readonly by: string
  readonly rowId: string | undefined
  readonly field: string | undefined
}

const covers = ({ waives, rowId, field }: Waiver, said: Saying): boolean =>
  waives === said.by && (rowId === null || rowId === said.rowId) && (field === null || field === said.field)

export const isWaived = (waivers: readonly Waiver[], said: Saying): boolean => waivers.some((one) => covers(one, said))

export const waived = (placed: readonly Placed[], waivers: readonly Waiver[]): readonly Placed[] =>
  waivers.length === 0 ? placed : placed.map((one) => ({ ...one, finding: waive(one.finding, waivers) }))

function waive(finding: Finding, waivers: readonly Waiver[]): Finding {
  const { code, ruleId, place } = finding
  const said = { by: ruleId ?? code, rowId: place.rowId, field: place.field }
  const waiver = finding.severity === 'info' ? undefined : waivers.find((one) => covers(one, said))
  if (!waiver) return finding
  // Nobody has to explain it, so there is nothing that an explanation would be about.
  const { substance: _, ...told } = finding
  return {
    ...told,
    severity: 'info',
    params: { ...finding.params, waivedReason: waiver.reason, waivedUntil: showPeriod(waiver.until, 'vi') },
  }
}
