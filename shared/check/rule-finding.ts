// What a broken rule of a template says: its own message, its source, and from
// which period it will block. Where it stands is the caller's matter.
import type { CheckContext } from '../check-context.ts'
import type { Severity } from '../finding.ts'
import { type Period, showPeriod } from '../period.ts'
import type { Rule } from '../template.ts'
import type { Said } from './found.ts'
import type { PreparedRule } from './prepared.ts'
import { blocksLater, severityIn } from './rule-in-force.ts'

function ruleFinding(rule: Rule, severity: Severity, period: Period): Said & { params: Record<string, string> } {
  const later = blocksLater(rule, period) ? (rule.blocksFrom ?? null) : null
  return {
    code: 'rule',
    severity,
    ruleId: rule.id,
    params: {
      messageVi: rule.message.vi,
      messageEn: rule.message.en,
      basis: rule.basis ?? '',
      ...(later && { blocksFromVi: showPeriod(later, 'vi'), blocksFromEn: showPeriod(later, 'en') }),
    },
  }
}

/** A rule with what it says where it is broken. */
export interface RuleInForce extends PreparedRule {
  readonly says: Said
}

/** The rules that hold in the period. */
export const inForce = (rules: readonly PreparedRule[], { period }: CheckContext): RuleInForce[] =>
  rules.flatMap((one) => {
    const severity = severityIn(one.rule, period)
    return severity === null ? [] : [{ ...one, says: ruleFinding(one.rule, severity, period) }]
  })
