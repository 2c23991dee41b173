// A template's formulas compiled once: computed fields in the order they need,
// conditions of requiredness, rules. A formula that does not compile is our bug:
// templates are refused when they are saved, so it is thrown, not reported.
import { isRepeated } from '../field/field.ts'
import type { Plan } from '../plan.ts'
import { type Compiled, compileFormula, fieldsOf, orderComputed } from '../rule/compile.ts'
import type { Scope } from '../rule/scope.ts'
import { scopeOf } from '../rule/values.ts'
import type { Field, Regime, Rule, Table, Template } from '../template.ts'
import { BuiltFormula } from './built-formula.ts'

export interface PreparedField {
  readonly field: Field
  readonly formula: Compiled
  readonly reads: readonly string[]
  readonly built: BuiltFormula
}

/** `field` is where the finding is shown. */
export interface PreparedRule extends PreparedField {
  readonly rule: Rule
}

export interface PreparedTable {
  readonly table: Table
  readonly regime: Regime
  readonly position: ReadonlyMap<string, number>
  /** Keys that some formula reads: only these are put as formulas see them. */
  readonly read: ReadonlySet<string>
  /** Those of them that a rule over a whole table reads, this one or one below. */
  readonly readWhole: ReadonlySet<string>
  readonly computed: readonly PreparedField[]
  readonly requiredWhen: readonly PreparedField[]
  readonly rowRules: readonly PreparedRule[]
  readonly tableRules: readonly PreparedRule[]
}

/** All formulas of the table, compiled. */
export const formulasOf = ({ computed, requiredWhen, rowRules, tableRules }: PreparedTable): Compiled[] =>
  [...computed, ...requiredWhen, ...rowRules, ...tableRules].map(({ formula }) => formula)

/** Formulas look into the plan's code lists: another plan beside the same template compiles anew. */
const prepared = new WeakMap<Template, { readonly plan: Plan; readonly tables: readonly PreparedTable[] }>()

export function prepare(template: Template, plan: Plan): readonly PreparedTable[] {
  const known = prepared.get(template)
  let tables = known?.plan === plan ? known.tables : undefined
  if (!tables) {
    const all = template.tables.map((table, at) => prepareTable(table, template.tables.slice(0, at), template.regime, plan))
    // What a table below reads of this one is read as well.
    const read = new Set(all.flatMap(({ tableRules }) => tableRules.flatMap(({ reads }) => reads)))
    tables = all.map((one) => {
      const below = one.table.fields.map(({ key }) => key).filter((key) => read.has(`${one.table.key}.${key}`))
      return { ...one, read: new Set([...one.read, ...below]), readWhole: new Set([...one.readWhole, ...below]) }
    })
    prepared.set(template, { plan, tables })
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
  const fields = new Map(table.fields.map((field) => [field.key, field]))
  const position = new Map(table.fields.map((field, at) => [field.key, at]))
  const at = (key: string) => position.get(key)!
  const inRow = { cell: at, column: at, recurs: (key: string) => isRepeated(fields.get(key)!.type.kind) }
  const prepareField = (key: string, formula: Compiled, about: Rule['scope'] = 'row'): PreparedField => {
    const reads = fieldsOf(formula)
    // Rules over a table read no single cells.
    const overTable = { cell: () => -1, column: (column: string) => reads.indexOf(column), recurs: () => false }
    return { field: fields.get(key)!, formula, reads, built: new BuiltFormula(formula, about === 'row' ? inRow : overTable) }
  }
  const formulas = new Map(
    table.fields.flatMap((field) => (field.source === 'computed' && field.formula ? [[field.key, compile(field.formula)] as const] : [])),
  )
  const ordered = orderComputed(formulas)
  if (!ordered.ok) throw new Error(`${table.key}: computed fields wait for each other: ${ordered.cycle.join(' → ')}`)
  const rules = (about: Rule['scope']): PreparedRule[] =>
    table.rules
      .filter((rule) => rule.scope === about)
      .map((rule) => ({ rule, ...prepareField(rule.field, compile(rule.formula, { ...scope, about }), about) }))
  const computed = ordered.order.map((key) => prepareField(key, formulas.get(key)!))
  const requiredWhen = table.fields.flatMap(({ key, requiredWhen: when }) => (when === undefined ? [] : [prepareField(key, compile(when))]))
  const [rowRules, tableRules] = [rules('row'), rules('table')]
  return {
    ...{ table, regime, position, computed, requiredWhen, rowRules, tableRules },
    read: new Set([...computed, ...requiredWhen, ...rowRules, ...tableRules].flatMap(({ reads }) => reads)),
    readWhole: new Set(tableRules.flatMap(({ reads }) => reads)),
  }
}
