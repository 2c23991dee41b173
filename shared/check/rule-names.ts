// The names that formulas use besides fields, for one check: the plan's totals and
// what is known of the period. Worked out once for all filings of a table in the same period by the same agency.
import type { CheckContext } from '../check-context.ts'
import { datesFor } from '../deadline.ts'
import type { RuleNames as Names } from '../rule/environment.ts'
import { periodValues, planValues } from '../rule/values.ts'
import type { PreparedTable } from './prepared.ts'

export type RuleNames = Required<Names>

interface Known extends Pick<CheckContext, 'plan' | 'period' | 'agency'> {
  readonly names: RuleNames
}

const known = new WeakMap<PreparedTable, Known>()

export function ruleNames(prepared: PreparedTable, { plan, period, agency }: CheckContext): RuleNames {
  const last = known.get(prepared)
  if (last && last.plan === plan && last.period === period && last.agency === agency) return last.names
  const names = { plan: planValues(plan), period: periodValues(period, datesFor(prepared.regime, period), agency) }
  known.set(prepared, { plan, period, agency, names })
  return names
}
