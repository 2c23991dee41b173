// Whether a rule holds for a period, and how hard: a new rule can begin with a
// period, and be only a warning until a later one. Knows no waivers (waivers.ts).
import type { Severity } from '../finding.ts'
import { type Period, periodRange } from '../period.ts'
import type { Rule } from '../template.ts'

/** A period that reaches into the one named is no longer before it: 2025-Q2 is not before 2025-06. */
const isBefore = (period: Period, start: Period): boolean => periodRange(period).to < periodRange(start).from

/** null: the rule does not hold yet. */
export function severityIn(rule: Rule, period: Period): Severity | null {
  if (rule.appliesFrom !== undefined && isBefore(period, rule.appliesFrom)) return null
  return blocksLater(rule, period) ? 'warning' : rule.severity
}

/** A rule that only warns in this period and will block in a later one. */
export const blocksLater = (rule: Rule, period: Period): boolean =>
  rule.severity === 'error' && rule.blocksFrom !== undefined && isBefore(period, rule.blocksFrom)
