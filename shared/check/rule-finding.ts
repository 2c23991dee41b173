// What a broken rule of a template says: its own message, its source, and from
// which period it will block. Where it stands is the caller's matter.
import type { Severity } from '../finding.ts'
import { type Period, showPeriod } from '../period.ts'
import type { Rule } from '../template.ts'
import type { Said } from './found.ts'
import { blocksLater } from './rule-in-force.ts'

export function ruleFinding(rule: Rule, severity: Severity, period: Period): Said & { params: Record<string, string> } {
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
