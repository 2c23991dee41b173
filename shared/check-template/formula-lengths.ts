// The formulas of a template as they will stand in cells and conditional formats:
// Excel takes them only up to a length. Asked of templates whose formulas all compile.
import { prepare } from '../check/prepared.ts'
import { datesFor } from '../deadline.ts'
import type { Plan } from '../plan.ts'
import { LONGEST_FORMULA } from '../rule/compile.ts'
import { periodValues } from '../rule/values.ts'
import { type DataRows, tableFormulas } from '../sheet/table-formulas.ts'
import type { Template } from '../template.ts'
import { formulaSpots } from './formulas.ts'
import type { Refuse, Spot } from './refuse.ts'

/** A row and a period whose addresses and names are as long as a form's can be. */
const LOWEST_ROW = 9998
const PERIOD = '2025-H1'
/** A name as long as the longest of agencies. */
const AGENCY = 'Ủy ban nhân dân '.repeat(8)

export function checkLengths(template: Template, plan: Plan, refuse: Refuse): void {
  const above = new Map<string, DataRows>()
  for (const [at, prepared] of prepare(template, plan).entries()) {
    const { table } = prepared
    const spots = formulaSpots(table, at)
    const which = { template: template.code, period: PERIOD }
    const period = periodValues(PERIOD, datesFor(template.regime, PERIOD), AGENCY)
    const data = { first: LOWEST_ROW - table.rows.max, last: LOWEST_ROW }
    const formulas = tableFormulas(prepared, plan, { which, period, ...data, above })
    above.set(table.key, { table, ...data })
    const row = { at: LOWEST_ROW, given: false }
    const measure = (spot: Spot, written: string) => {
      if (written.length > LONGEST_FORMULA) refuse(spot, 'too-long-in-sheet', { limit: LONGEST_FORMULA, length: written.length })
    }
    for (const { field, formula } of prepared.computed) measure(spots.formula(field), formulas.computed(field, formula, row))
    for (const { field } of prepared.requiredWhen) measure(spots.requiredWhen(field), formulas.missingInRow(field, row) ?? '')
    for (const one of prepared.rowRules) measure(spots.rule(one.rule), formulas.brokenInRow(one, row))
    for (const one of prepared.tableRules) measure(spots.rule(one.rule), formulas.brokenInTable(one))
  }
}
