// What forms and rules make trouble, counted over agencies: never over people. Wire shapes and
// how the numbers of a report become shares and middles.
import * as v from 'valibot'
import { Bilingual } from '../bilingual.ts'
import { Severity } from '../finding.ts'

const About = {
  template: v.string(),
  templateTitle: Bilingual,
  /** Id of the rule, or the code of the finding. */
  finding: v.string(),
  field: v.string(),
  /** Title of the column; null where it is about none, or the template has it no more. */
  label: v.nullable(Bilingual),
  /** What is said, with "…" for values. */
  sentence: Bilingual,
  severity: Severity,
}

/** The way to a rule or a column in the newest version, and whether it is there. */
const Way = v.array(v.union([v.string(), v.number()]))

export const TroublingRule = v.strictObject({
  ...About,
  place: Way,
  /** Reports in which a check found it, and the share of all reports of the template that were checked. */
  reports: v.number(),
  share: v.number(),
  agencies: v.number(),
  /** In how many checks of such a report it stood, on the average. */
  checks: v.number(),
  /** Those where it stood longest. */
  obligations: v.array(v.strictObject({ id: v.string(), agencyName: v.string(), period: v.string(), checks: v.number() })),
})
export type TroublingRule = v.InferOutput<typeof TroublingRule>

/** What checks found in reports that were sent, in how many of them it still stood then, and how many came back. */
export const BeforeReturn = v.strictObject({
  ...About,
  place: Way,
  sent: v.number(),
  stood: v.number(),
  returned: v.number(),
  /** Of those that were sent. */
  share: v.number(),
})
export type BeforeReturn = v.InferOutput<typeof BeforeReturn>

/** Columns to which receivers pinned notes. */
export const NotedColumn = v.strictObject({
  template: v.string(),
  templateTitle: Bilingual,
  field: v.string(),
  label: v.nullable(Bilingual),
  place: Way,
  notes: v.number(),
  returns: v.number(),
})
export type NotedColumn = v.InferOutput<typeof NotedColumn>

export const TemplateEffort = v.strictObject({
  template: v.string(),
  templateTitle: Bilingual,
  /** Reports that were checked, and those of them that were sent. */
  checked: v.number(),
  sent: v.number(),
  returned: v.number(),
  /** Middle number of checks of a report that was sent; null where none was. */
  checks: v.nullable(v.number()),
  /** Middle of the minutes between the first check and the first sending, of those that were checked before. */
  minutes: v.nullable(v.number()),
  /** Nine of ten took no longer. */
  longest: v.nullable(v.number()),
})
export type TemplateEffort = v.InferOutput<typeof TemplateEffort>

export const Improvements = v.strictObject({
  /** Null: all periods. */
  period: v.nullable(v.string()),
  periods: v.array(v.string()),
  efforts: v.array(TemplateEffort),
  rules: v.array(TroublingRule),
  returns: v.array(BeforeReturn),
  columns: v.array(NotedColumn),
})
export type Improvements = v.InferOutput<typeof Improvements>

/** The value that `share` of them do not exceed; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}
