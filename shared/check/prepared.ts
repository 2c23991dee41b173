// A template's formulas compiled once: computed fields in the order they need,
// conditions of requiredness, rules. A formula that does not compile is our bug:
// templates are refused when they are saved, so it is thrown, not reported.
import type { Plan } from '../plan.ts'
import { type Compiled, compileFormula, fieldsOf, orderComputed } from '../rule/compile.ts'
import type { Scope } from '../rule/scope.ts'
import { scopeOf } from '../rule/values.ts'
import type { Field, Regime, Rule, Table, Template } from '../template.ts'

export interface PreparedRule {
  readonly rule: Rule
  readonly formula: Compiled
  readonly reads: readonly string[]
}

export interface PreparedTable {
  readonly table: Table
  readonly regime: Regime
  readonly position: ReadonlyMap<string, number>
  readonly computed: readonly { readonly field: Field; readonly formula: Compiled }[]
  readonly requiredWhen: readonly { readonly field: Field; readonly formula: Compiled; readonly reads: readonly string[] }[]
  readonly rowRules: readonly PreparedRule[]
  readonly tableRules: readonly PreparedRule[]
}

/** All formulas of the table, compiled. */
export const formulasOf = ({ computed, requiredWhen, rowRules, tableRules }: PreparedTable): Compiled[] =>
  [...computed, ...requiredWhen, ...rowRules, ...tableRules].map(({ formula }) => formula)

const prepared = new WeakMap<Template, readonly PreparedTable[]>()

export function prepare(template: Template, plan: Plan): readonly PreparedTable[] {
  let tables = prepared.get(template)
  if (!tables) {
    tables = template.tables.map((table, at) => prepareTable(table, template.tables.slice(0, at), template.regime, plan))
    prepared.set(template, tables)
  }
  return tables
}

function prepareTable(table: Table, above: readonly Table[], regime: Regime, plan: Plan): PreparedTable {
  const scope = scopeOf(table, plan, above)
  // A formula of one row sees that row alone.
  const ofRow = { ...scope, about: 'row' } as const
  const compile = (source: string, seen: Scope = ofRow): Compiled => {
    const result = compileFormula(source, seen)
    if (!result.ok) throw new Error(`${table.key}: ${source} does not compile: ${result.refusals.map(({ code }) => code).join(', ')}`)
    return result.formula
  }
  const formulas = new Map(
    table.fields.flatMap((field) => (field.source === 'computed' && field.formula ? [[field.key, compile(field.formula)] as const] : [])),
  )
  const ordered = orderComputed(formulas)
  if (!ordered.ok) throw new Error(`${table.key}: computed fields wait for each other: ${ordered.cycle.join(' → ')}`)
  const rules = (scopeOfRule: Rule['scope']): PreparedRule[] =>
    table.rules
      .filter((rule) => rule.scope === scopeOfRule)
      .map((rule) => {
        const formula = compile(rule.formula, scopeOfRule === 'table' ? { ...scope, about: 'table' } : ofRow)
        return { rule, formula, reads: fieldsOf(formula) }
      })
  return {
    table,
    regime,
    position: new Map(table.fields.map((field, at) => [field.key, at])),
    computed: ordered.order.map((key) => ({ field: table.fields.find((field) => field.key === key)!, formula: formulas.get(key)! })),
    requiredWhen: table.fields.flatMap((field) => {
      if (field.requiredWhen === undefined) return []
      const formula = compile(field.requiredWhen)
      return [{ field, formula, reads: fieldsOf(formula) }]
    }),
    rowRules: rules('row'),
    tableRules: rules('table'),
  }
}
