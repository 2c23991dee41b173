// A signed plan of one year as the checks need it: its clauses, its control
// totals, its code lists. Whole packs (agencies, tasks, templates) stand in packs/.
import * as v from 'valibot'
import { Bilingual, type Language } from './bilingual.ts'

export const CodeList = v.strictObject({
  id: v.string(),
  entries: v.array(
    v.strictObject({
      code: v.string(),
      label: Bilingual,
      /** First and last day, inclusive, on which it may be chosen; left out or null is open. */
      validFrom: v.optional(v.nullable(v.pipe(v.string(), v.isoDate()))),
      validTo: v.optional(v.nullable(v.pipe(v.string(), v.isoDate()))),
    }),
  ),
})
export type CodeList = v.InferOutput<typeof CodeList>

export const Plan = v.strictObject({
  id: v.string(),
  number: v.string(),
  title: Bilingual,
  year: v.number(),
  issuedOn: v.string(),
  province: v.string(),
  /** Control totals and thresholds by name, whole đồng: rules read them as `plan.tong_dtc`. */
  totals: v.record(v.string(), v.number()),
  /** What people call them; a name that is not here stands for itself. */
  totalTitles: v.optional(v.record(v.string(), Bilingual)),
  /** Every clause that exists: III.1.a … in the plan's order. */
  clauses: v.array(v.string()),
  lists: v.array(CodeList),
  /** What people call the lists, by id; one that is not here stands for itself. */
  listTitles: v.optional(v.record(v.string(), Bilingual)),
  /** Titles of documents that its clauses name. */
  documents: v.optional(v.array(v.strictObject({ clause: v.string(), title: v.string() }))),
})
export type Plan = v.InferOutput<typeof Plan>

/** As people choose it: its name, behind it the name by which rules read it. */
export const listNamed = ({ listTitles }: Pick<Plan, 'listTitles'>, id: string, language: Language): string => {
  const title = listTitles?.[id]?.[language]
  return title ? `${title} (${id})` : id
}

/** The People's Committee as it is written on paper. Plans name the province with or without "tỉnh". */
export const committeeOf = ({ province }: Pick<Plan, 'province'>): string =>
  /^(?:tỉnh|thành phố)\s/i.test(province) ? `UBND ${province}` : `UBND tỉnh ${province}`

/** The plan with what may be chosen on any of the days from `from` to `to`. */
export const planIn = (plan: Plan, { from, to }: { readonly from: string; readonly to: string }): Plan => ({
  ...plan,
  lists: plan.lists.map((list) => ({
    ...list,
    entries: list.entries.filter(
      ({ validFrom, validTo }) => (validFrom == null || validFrom <= to) && (validTo == null || from <= validTo),
    ),
  })),
})
