// The names that formulas use besides fields, for one check: the plan's totals and
// what is known of the period. Worked out once for a table and a context.
import type { CheckContext } from '../check-context.ts'
import { datesFor } from '../deadline.ts'
import type { RuleNames as Names } from '../rule/environment.ts'
import { periodValues, planValues } from '../rule/values.ts'
import type { PreparedTable } from './prepared.ts'

export type RuleNames = Required<Names>

const known = new WeakMap<PreparedTable, { readonly context: CheckContext; readonly names: RuleNames }>()

export function ruleNames(prepared: PreparedTable, context: CheckContext): RuleNames {
  const last = known.get(prepared)
  if (last?.context === context) return last.names
  const { plan, period, agency } = context
  const names = { plan: planValues(plan), period: periodValues(period, datesFor(prepared.regime, period), agency) }
  known.set(prepared, { context, names })
  return names
}
