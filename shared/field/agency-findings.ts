// What is to be said about an agency name that was found, nearly found or not
// found in the register: shared by the fields for one agency and for many.
import { existsOn, membersOn } from '../agency.ts'
import { type AgencyMatch, isGroup, nameOf } from '../agency-names.ts'
import type { CheckContext } from '../check-context.ts'
import { findPeriodRange } from '../period.ts'
import { type FieldFinding, found, quoted } from './field-behaviour.ts'

/** The stretch of days for which names are judged: the period's, or today. */
export const daysOf = (context: CheckContext): { from: string; to: string } =>
  findPeriodRange(context.period) ?? { from: context.today, to: context.today }

/** `whole` writes the fix: the cell's text once this name is put right. */
export function judgeAgency(match: AgencyMatch, context: CheckContext, whole: (name: string) => string): FieldFinding[] {
  const { register } = context
  const fix = (name: string) => ({ value: whole(name), shown: whole(name) })
  const actual = quoted(match.text)
  if (match.kind === 'unknown') return [found('agency-unknown', 'error', { actual })]
  const { named } = match
  if (match.kind === 'near') return [found('agency-near', 'error', { actual, expected: named.name, fixes: [fix(named.name)] })]
  const { from, to } = daysOf(context)
  if (!isGroup(named) && !existsOn(named, from) && !existsOn(named, to)) {
    const successors = named.successors.map((code) => nameOf(register, code))
    return [
      found('agency-ended', 'warning', {
        actual,
        expected: successors.join('; '),
        params: { ended: named.validTo ?? '' },
        fixes: successors.map(fix),
      }),
    ]
  }
  if (isGroup(named))
    return [
      found('agency-group', 'info', { actual, expected: named.name, params: { count: membersOn(register, [named.code], from).length } }),
    ]
  return match.kind === 'spelling' ? [found('agency-spelling', 'info', { actual, expected: named.name, fixes: [fix(named.name)] })] : []
}
