// What a check found, in counts: which kind in which column, in how many cells. No value, no
// row, no sentence, nobody's name.
import * as v from 'valibot'
import { type Finding, Severity } from '../finding.ts'

const Counted = v.strictObject({
  /** Id of the rule of the template, or the code where no rule says it. */
  finding: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
  /** '' where it is about no column. */
  field: v.pipe(v.string(), v.regex(/^\w{0,80}$/)),
  severity: Severity,
  cells: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
})
export type Counted = v.InferOutput<typeof Counted>

export const CheckTally = v.strictObject({ counts: v.pipe(v.array(Counted), v.maxLength(500)) })
export type CheckTally = v.InferOutput<typeof CheckTally>

const GRAVITY = { error: 2, warning: 1, info: 0 } as const

export function tallyOf(findings: readonly Finding[]): Counted[] {
  const counts = new Map<string, Counted>()
  for (const { code, ruleId, severity, place } of findings) {
    const [finding, field] = [ruleId ?? code, place.field ?? '']
    const before = counts.get(`${finding} ${field}`)
    const graver = before && GRAVITY[before.severity] > GRAVITY[severity] ? before.severity : severity
    counts.set(`${finding} ${field}`, { finding, field, severity: graver, cells: (before?.cells ?? 0) + 1 })
  }
  return [...counts.values()].slice(0, 500)
}
