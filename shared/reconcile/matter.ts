// What is asked about when the reports of all agencies lie side by side: a matter, with the
// rows it is about. A finding is about one filing; a matter only shows between several.
import * as v from 'valibot'
import { Bilingual } from '../bilingual.ts'
import { FigurePlace } from '../wire-province.ts'

/**
 * above-plan: all agencies together ask for more than the plan has · agency-above-plan: one alone does ·
 * same-row: two agencies list the same thing · same-document: two claim the same document ·
 * thousandfold, outlier: far from what the agency said before · unchanged: last period's words again ·
 * denominator-moved: a rate's denominator changed · reopened: completed before, and not now ·
 * cumulative-fell: less so far than before · row-gone: listed before, and not now.
 */
export const MATTER_CODES = [
  'above-plan',
  'agency-above-plan',
  'same-row',
  'same-document',
  'thousandfold',
  'outlier',
  'unchanged',
  'denominator-moved',
  'reopened',
  'cumulative-fell',
  'row-gone',
] as const
export type MatterCode = (typeof MATTER_CODES)[number]

export const Matter = v.strictObject({
  /** The same for the same matter, whenever it is asked for. */
  id: v.string(),
  code: v.picklist(MATTER_CODES),
  /** error: cannot be right · warning: must be looked at. */
  severity: v.picklist(['error', 'warning']),
  /** The column it is about. */
  label: v.nullable(Bilingual),
  /** What is written otherwise in another language is there in both. */
  params: v.record(v.string(), v.union([v.string(), v.number(), Bilingual])),
  /** The row itself first, then what it is held against. */
  places: v.array(FigurePlace),
})
export type Matter = v.InferOutput<typeof Matter>
