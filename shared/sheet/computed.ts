// The results that the computed cells of a form have when it is drawn, stored
// beside their formulas: a sheet that is never recalculated shows them too.
import type { PreparedTable } from '../check/prepared.ts'
import { evaluate } from '../rule/evaluate.ts'
import type { Result, Scalar } from '../rule/scalar.ts'
import { fromRuleValue, type periodValues, planValues, scopeOf, toRuleValue } from '../rule/values.ts'
import type { Field } from '../template.ts'
import { NIL } from '../value.ts'
import type { FormRow, Lists } from './form-cells.ts'

/** What `ky.` names are in the sheet. */
export type RulePeriod = ReturnType<typeof periodValues>

/** What a computed cell of a row shows; "" where it shows nothing. */
export type ComputedContent = (field: Field, row: FormRow) => string | number | boolean

export function computedContents({ table, computed }: PreparedTable, { plan, register }: Lists, period: RulePeriod): ComputedContent {
  const { fields: kinds } = scopeOf(table, plan)
  const totals = planValues(plan)
  const results = new WeakMap<FormRow, Readonly<Record<string, Result>>>()

  /** Cells of a sheet hold what formulas see: labels, serial numbers, money in its column's unit. */
  const seenIn = (row: FormRow): Readonly<Record<string, Result>> => {
    const known = results.get(row)
    if (known) return known
    const seen: Record<string, Scalar> = {}
    for (const field of table.fields) {
      const content = row.content(field) ?? null
      if (field.source !== 'computed') seen[field.key] = content === NIL && kinds[field.key] === 'number' ? null : content
    }
    for (const { field, formula } of computed) {
      const result = evaluate(formula, { row: seen, column: () => [], plan: totals, period })
      seen[field.key] = toRuleValue(field.type, fromRuleValue(field.type, result, plan.lists), plan.lists, register)
    }
    results.set(row, seen)
    return seen
  }

  return (field, row) => {
    const used =
      row.carried || table.fields.some((one) => one.source !== 'computed' && one.type.kind !== 'sequence' && row.content(one) !== null)
    const result = used ? seenIn(row)[field.key] : null
    return typeof result === 'object' || result === undefined ? '' : result
  }
}
