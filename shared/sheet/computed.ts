// The computed columns of a table as live formulas with the results they have
// when the form is drawn. What they mean is the rule language's matter.
import { address, rangeText, span } from '../a1.ts'
import type { Plan } from '../plan.ts'
import { type Compiled, compileFormula, orderComputed } from '../rule/compile.ts'
import { evaluate } from '../rule/evaluate.ts'
import { isError, type Result } from '../rule/scalar.ts'
import { toExcel } from '../rule/to-excel.ts'
import { type periodValues, planValues, scopeOf } from '../rule/values.ts'
import type { Field, Table } from '../template.ts'
import { NIL } from '../value.ts'
import type { FormRow } from './form-cells.ts'
import { FIRST_COLUMN } from './geometry.ts'
import type { SheetBuilder } from './sheet-builder.ts'

export interface ComputedColumns {
  /** Writes the formula of a computed field; `data` are the first and last data rows, from 0. */
  write(sheet: SheetBuilder, field: Field, row: FormRow, at: number, data: { readonly first: number; readonly last: number }): void
}

/** What `ky.` names are in the sheet. */
type RulePeriod = ReturnType<typeof periodValues>

const dollar = (row: number, column: number) => `$${address(row, column)}`

export function computedColumns(table: Table, plan: Plan, period: RulePeriod): ComputedColumns {
  const scope = scopeOf(table, plan)
  const formulas = new Map<string, Compiled>()
  for (const field of table.fields) {
    if (field.source !== 'computed' || field.formula === undefined) continue
    const compiled = compileFormula(field.formula, scope)
    // Templates are refused when they are saved; one that got here all the same is our bug.
    if (!compiled.ok) throw new Error(`${table.key}.${field.key}: ${field.formula} does not compile`)
    formulas.set(field.key, compiled.formula)
  }
  const ordered = orderComputed(formulas)
  if (!ordered.ok) throw new Error(`${table.key}: computed fields wait for each other: ${ordered.cycle.join(' → ')}`)
  const totals = planValues(plan)
  const position = new Map(table.fields.map((field, index) => [field.key, FIRST_COLUMN + index]))
  const byKey = new Map(table.fields.map((field) => [field.key, field]))
  const results = new WeakMap<FormRow, Readonly<Record<string, Result>>>()

  /** Cells of a sheet hold what formulas see: labels, serial numbers, money in its column's unit. */
  const resultsOf = (row: FormRow): Readonly<Record<string, Result>> => {
    const known = results.get(row)
    if (known) return known
    const seen: Record<string, Result> = {}
    for (const field of table.fields) {
      const content = row.content(field) ?? null
      if (field.source !== 'computed') seen[field.key] = content === NIL && scope.fields[field.key] === 'number' ? null : content
    }
    for (const key of ordered.order) seen[key] = evaluate(formulas.get(key)!, { row: seen, column: () => [], plan: totals, period })
    results.set(row, seen)
    return seen
  }

  return {
    write(sheet, field, row, at, { first, last }) {
      const formula = formulas.get(field.key)
      if (!formula) return
      const cell = (key: string) => dollar(at, position.get(key)!)
      const inner = toExcel(formula, {
        cell,
        column: (key) => rangeText(span(first, position.get(key)!, last, position.get(key)!)).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'),
        plan: (name) => totals[name]!,
        period: (name) => period[name] ?? null,
        mayBeNil: (key) => byKey.get(key)?.nilAllowed ?? false,
      }).slice(1)
      // A row nobody has typed into shows nothing, and neither does a division by a number still missing.
      const typed = formula.fields.filter((key) => byKey.get(key)?.source !== 'computed')
      const guarded = `IFERROR(${inner},"")`
      const whole = typed.length > 0 ? `=IF(COUNTA(${typed.map(cell).join(',')})=0,"",${guarded})` : `=${guarded}`
      const seen = resultsOf(row)
      const result = seen[field.key] ?? null
      const blank = typed.length > 0 && typed.every((key) => seen[key] === null)
      sheet.formula(at, position.get(field.key)!, whole, blank || isError(result) || result === null ? '' : result)
    },
  }
}
