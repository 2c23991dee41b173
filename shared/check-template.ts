// The one door by which a template may be saved: every formula in it compiles,
// means something where it stands, and can be written into a sheet. What is
// wrong is answered as data with its place; the sentences stand in text/.
import { prepare } from './check/prepared.ts'
import { datesFor } from './deadline.ts'
import type { Plan } from './plan.ts'
import { type Compiled, compileFormula, LONGEST_FORMULA, orderComputed } from './rule/compile.ts'
import type { Kind } from './rule/function-spec.ts'
import type { RefusalCode } from './rule/refusal.ts'
import { periodValues, scopeOf } from './rule/values.ts'
import { type DataRows, tableFormulas } from './sheet/table-formulas.ts'
import type { Field, FieldKind, Rule, Table, Template } from './template.ts'

export type TemplateRefusalCode =
  | RefusalCode
  /** Computed fields that wait for each other. */
  | 'cycle'
  /** A computed field that nothing computes. */
  | 'formula-missing'
  /** A rule that is shown at a column that is not there. */
  | 'rule-field-missing'
  /** A rule or condition whose result is not TRUE or FALSE. */
  | 'not-a-condition'
  /** A result that the column cannot hold. */
  | 'result-kind'
  /** Taken by itself, but longer than Excel takes once it is written with the sheet's addresses. */
  | 'too-long-in-sheet'

export interface TemplateRefusal {
  readonly code: TemplateRefusalCode
  readonly table: string
  readonly part: 'formula' | 'required-when' | 'rule'
  /** Key of the field, or id of the rule. */
  readonly of: string
  /** The formula as it was written, and the stretch of it that is refused: from 0, end exclusive. */
  readonly source: string
  readonly from: number
  readonly to: number
  readonly params: Readonly<Record<string, string | number>>
}

interface Subject {
  readonly table: Table
  readonly part: TemplateRefusal['part']
  readonly of: string
  readonly source: string
}

type Refuse = (subject: Subject, code: TemplateRefusalCode, params?: TemplateRefusal['params'], at?: { from: number; to: number }) => void

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

function checkTable(table: Table, above: readonly Table[], plan: Plan, refuse: Refuse): void {
  const compile = (subject: Subject, about: 'row' | 'table'): Compiled | null => {
    const result = compileFormula(subject.source, { ...scopeOf(table, plan, above), about })
    if (result.ok) return result.formula
    for (const { code, from, to, params } of result.refusals) refuse(subject, code, params, { from, to })
    return null
  }
  const condition = (subject: Subject, about: 'row' | 'table') => {
    const formula = compile(subject, about)
    if (formula && formula.kind !== 'boolean' && formula.kind !== 'any') refuse(subject, 'not-a-condition', { kind: formula.kind })
  }
  const computed = new Map<string, Compiled>()
  const subjectOf = (field: Field): Subject => ({ table, part: 'formula', of: field.key, source: field.formula ?? '' })
  for (const field of table.fields) {
    if (field.requiredWhen !== undefined) condition({ table, part: 'required-when', of: field.key, source: field.requiredWhen }, 'row')
    if (field.source !== 'computed') continue
    const subject = subjectOf(field)
    if (field.formula === undefined) {
      refuse(subject, 'formula-missing')
      continue
    }
    const formula = compile(subject, 'row')
    if (!formula) continue
    computed.set(field.key, formula)
    if (UNFIT[field.type.kind].includes(formula.kind)) refuse(subject, 'result-kind', { kind: formula.kind })
  }
  const ordered = orderComputed(computed)
  if (!ordered.ok) {
    const titles = ordered.cycle.map((key) => table.fields.find((field) => field.key === key)?.title.vi ?? key)
    const first = table.fields.find((field) => field.key === ordered.cycle[0])
    if (first) refuse(subjectOf(first), 'cycle', { keys: ordered.cycle.join(' → '), titles: titles.join(' → ') })
  }
  for (const rule of table.rules) {
    const subject = ruleSubject(table, rule)
    condition(subject, rule.scope)
    if (!table.fields.some(({ key }) => key === rule.field)) refuse(subject, 'rule-field-missing', { key: rule.field })
  }
}

const ruleSubject = (table: Table, rule: Rule): Subject => ({ table, part: 'rule', of: rule.id, source: rule.formula })

/** A row and a period whose addresses and names are as long as a form's can be. */
const LOWEST_ROW = 9998
const PERIOD = '2025-H1'
/** A name as long as the longest of agencies. */
const AGENCY = 'Ủy ban nhân dân '.repeat(8)

/** The formulas as they will stand in cells and conditional formats. */
function checkLengths(template: Template, plan: Plan, refuse: Refuse): void {
  const above = new Map<string, DataRows>()
  for (const prepared of prepare(template, plan)) {
    const { table } = prepared
    const which = { template: template.code, period: PERIOD }
    const period = periodValues(PERIOD, datesFor(template.regime, PERIOD), AGENCY)
    const data = { first: LOWEST_ROW - table.rows.max, last: LOWEST_ROW }
    const formulas = tableFormulas(prepared, plan, { which, period, ...data, above })
    above.set(table.key, { table, ...data })
    const row = { at: LOWEST_ROW, given: false }
    const measure = (subject: Subject, written: string) => {
      if (written.length > LONGEST_FORMULA) refuse(subject, 'too-long-in-sheet', { limit: LONGEST_FORMULA, length: written.length })
    }
    for (const { field, formula } of prepared.computed)
      measure({ table, part: 'formula', of: field.key, source: formula.source }, formulas.computed(field, formula, row))
    for (const { field, formula } of prepared.requiredWhen)
      measure({ table, part: 'required-when', of: field.key, source: formula.source }, formulas.missingInRow(field, row) ?? '')
    for (const one of prepared.rowRules) measure(ruleSubject(table, one.rule), formulas.brokenInRow(one, row))
    for (const one of prepared.tableRules) measure(ruleSubject(table, one.rule), formulas.brokenInTable(one))
  }
}

/** Empty where the template may be saved. */
export function checkTemplate(template: Template, plan: Plan): TemplateRefusal[] {
  const refusals: TemplateRefusal[] = []
  const refuse: Refuse = ({ table, part, of, source }, code, params = {}, { from, to } = { from: 0, to: source.length }) =>
    refusals.push({ code, table: table.key, part, of, source, from, to, params })
  for (const [at, table] of template.tables.entries()) checkTable(table, template.tables.slice(0, at), plan, refuse)
  // Only what compiles can be written into a sheet.
  if (refusals.length === 0) checkLengths(template, plan, refuse)
  return refusals
}
