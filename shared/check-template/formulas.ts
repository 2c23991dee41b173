// The formulas of a table: each compiles, gives what its place wants, and no
// computed fields wait for each other. How long they become in a sheet: formula-lengths.ts.
import type { Plan } from '../plan.ts'
import { type Compiled, compileFormula, orderComputed } from '../rule/compile.ts'
import type { Kind } from '../rule/function-spec.ts'
import { scopeOf } from '../rule/values.ts'
import type { Field, FieldKind, Rule, Table } from '../template.ts'
import type { Refuse, Spot } from './refuse.ts'

/** Kinds of results that a column cannot keep: they would be blank for ever. */
const UNFIT: Readonly<Record<FieldKind, readonly Kind[]>> = {
  text: [],
  integer: ['text', 'boolean', 'date'],
  decimal: ['text', 'boolean', 'date'],
  money: ['text', 'boolean', 'date'],
  percent: ['text', 'boolean', 'date'],
  date: ['text', 'boolean'],
  period: ['number', 'boolean', 'date'],
  'year-range': ['boolean', 'date'],
  choice: ['number', 'boolean', 'date'],
  agency: ['number', 'boolean', 'date'],
  agencies: ['number', 'boolean', 'date'],
  clause: ['number', 'boolean', 'date'],
  'document-number': ['boolean', 'date'],
  url: ['number', 'boolean', 'date'],
  'yes-no': ['number', 'date'],
  sequence: ['boolean', 'date'],
}

/** The formulas of the table that stands at `at`, each with its place. */
export const formulaSpots = (table: Table, at: number) => ({
  formula: ({ key, formula = '' }: Field): Spot => ({
    ...{ path: ['tables', at, 'fields', table.fields.findIndex((one) => one.key === key), 'formula'], table: table.key },
    ...{ part: 'formula', of: key, source: formula },
  }),
  requiredWhen: ({ key, requiredWhen = '' }: Field): Spot => ({
    ...{ path: ['tables', at, 'fields', table.fields.findIndex((one) => one.key === key), 'requiredWhen'], table: table.key },
    ...{ part: 'required-when', of: key, source: requiredWhen },
  }),
  rule: (rule: Rule): Spot => ({
    ...{ path: ['tables', at, 'rules', table.rules.indexOf(rule), 'formula'], table: table.key },
    ...{ part: 'rule', of: rule.id, source: rule.formula },
  }),
})

export function checkFormulas(tables: readonly Table[], at: number, plan: Plan, refuse: Refuse): void {
  const table = tables[at]!
  const spots = formulaSpots(table, at)
  const compile = (spot: Spot, about: 'row' | 'table'): Compiled | null => {
    const result = compileFormula(spot.source ?? '', { ...scopeOf(table, plan, tables.slice(0, at)), about })
    if (result.ok) return result.formula
    for (const { code, from, to, params } of result.refusals) refuse(spot, code, params, { from, to })
    return null
  }
  const condition = (spot: Spot, about: 'row' | 'table') => {
    const formula = compile(spot, about)
    if (formula && formula.kind !== 'boolean' && formula.kind !== 'any') refuse(spot, 'not-a-condition', { kind: formula.kind })
  }
  const computed = new Map<string, Compiled>()
  for (const field of table.fields) {
    if (field.requiredWhen !== undefined) condition(spots.requiredWhen(field), 'row')
    const spot = spots.formula(field)
    if (field.source !== 'computed') {
      if (field.formula !== undefined) refuse(spot, 'formula-unused')
      continue
    }
    if (field.formula === undefined) {
      refuse(spot, 'formula-missing')
      continue
    }
    const formula = compile(spot, 'row')
    if (!formula) continue
    computed.set(field.key, formula)
    if (UNFIT[field.type.kind].includes(formula.kind)) refuse(spot, 'result-kind', { kind: formula.kind })
  }
  const ordered = orderComputed(computed)
  if (!ordered.ok) {
    const titles = ordered.cycle.map((key) => table.fields.find((field) => field.key === key)?.title.vi ?? key)
    const first = table.fields.find((field) => field.key === ordered.cycle[0])
    if (first) refuse(spots.formula(first), 'cycle', { keys: ordered.cycle.join(' → '), titles: titles.join(' → ') })
  }
  for (const rule of table.rules) {
    condition(spots.rule(rule), rule.scope)
    if (!table.fields.some(({ key }) => key === rule.field)) {
      const { source: _, ...spot } = spots.rule(rule)
      refuse({ ...spot, path: [...spot.path.slice(0, -1), 'field'] }, 'rule-field-missing', { key: rule.field })
    }
  }
}
