// The one door by which a template may be saved: its words, columns, rows, dates and
// formulas hold together, and hold with the plan, the register and the other templates.
// What is wrong is answered as data with its place; the sentences stand in text/.
import type { Register } from './agency.ts'
import type { CheckContext } from './check-context.ts'
import { checkFields, checkHeader } from './check-template/fields.ts'
import { checkLengths } from './check-template/formula-lengths.ts'
import { checkFormulas } from './check-template/formulas.ts'
import type { Refuse } from './check-template/refuse.ts'
import { checkRegime } from './check-template/regime.ts'
import { checkCounted, checkNeeded, checkRows } from './check-template/rows.ts'
import { checkRules, checkTables, checkWhole } from './check-template/whole.ts'
import type { Plan } from './plan.ts'
import type { RefusalCode } from './rule/refusal.ts'
import type { Template } from './template.ts'

export type TemplateRefusalCode =
  | RefusalCode
  /** A text that people read is blank, in the language named. */
  | 'blank'
  /** Two tables, columns, header cells or rules of one key. */
  | 'key-twice'
  | 'no-tables'
  | 'no-columns'
  /** One of several tables that has no title. */
  | 'title-missing'
  /** A number that is not whole or outside of what is possible. */
  | 'number-range'
  | 'min-above-max'
  /** A choice from a list that the plan does not have. */
  | 'list-missing'
  /** An example that the column itself would not take. */
  | 'example-refused'
  /** Something names a column that the table does not have. */
  | 'column-missing'
  /** Columns under one heading that do not stand side by side. */
  | 'group-parted'
  | 'carried-into-computed'
  | 'carried-kind'
  | 'places-in'
  | 'places-of'
  | 'title-of'
  | 'code-malformed'
  | 'code-place'
  /** The beginning of another template's row codes. */
  | 'code-taken'
  | 'was-present'
  | 'was-twice'
  | 'was-unknown'
  | 'sum-of-percent'
  | 'sum-of-text'
  | 'rate-of-text'
  | 'rate-from'
  | 'meeting-of'
  | 'total-missing'
  | 'total-of'
  | 'unique-empty'
  /** Rows that a template takes over from itself. */
  | 'own-rows'
  /** Rows that are taken over, written otherwise than such rows are. */
  | 'not-takable'
  | 'template-missing'
  | 'their-table-missing'
  | 'their-column-missing'
  | 'names-no-row'
  | 'taken-kind'
  | 'fixed-refused'
  /** A column that another template reads and that would be gone. */
  | 'needed-elsewhere'
  | 'not-countable'
  /** `{nam}` in a printed line, which nothing fills in. */
  | 'placeholder-unknown'
  /** A period from which a rule that is no error would block. */
  | 'blocks-only-errors'
  | 'nobody-owes'
  | 'unknown-agency'
  | 'cut-off-after-due'
  /** A formula at a column that nobody computes. */
  | 'formula-unused'
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

/**
 * One thing that keeps a template from being saved. `path` is the way to it in the template's own JSON, so that an editor
 * jumps there whatever it is and whichever of two with one key: `['tables', 0, 'fields', 3, 'aggregation', 'numerator']`,
 * `['regime', 'dates', 'dueDay']`. `table`, `part` and `of` say the same by name:
 *
 * | part | `of` | `table` |
 * |---|---|---|
 * | formula, required-when, field | key of the column | its table |
 * | rule | id of the rule | its table |
 * | rows, table | key of the table | the table |
 * | header | key of the header cell | null |
 * | regime | the element: `receiver`, `owedBy`, `dueDay` … | null |
 * | template | the element: `title`, `signature`, `countedFrom` … | null |
 */
export interface TemplateRefusal {
  readonly code: TemplateRefusalCode
  readonly path: readonly (string | number)[]
  readonly table: string | null
  readonly part: 'formula' | 'required-when' | 'rule' | 'field' | 'rows' | 'table' | 'header' | 'regime' | 'template'
  readonly of: string
  /** The formula as it was written, and the stretch of it that is refused: from 0, end exclusive. '' where no formula is spoken of. */
  readonly source: string
  readonly from: number
  readonly to: number
  readonly params: Readonly<Record<string, string | number>>
}

/** What a template must fit in with, besides the plan. */
interface Neighbours {
  readonly register: Register
  /** All templates of the plan, each as it stands. One of the same code is this one as it was: an earlier version, or itself. */
  readonly templates: readonly Template[]
}

/** Empty where the template may be saved. */
export function checkTemplate(template: Template, plan: Plan, { register, templates }: Neighbours): TemplateRefusal[] {
  const refusals: TemplateRefusal[] = []
  const refuse: Refuse = ({ path, table, part, of, source = '' }, code, params = {}, { from, to } = { from: 0, to: source.length }) =>
    refusals.push({ code, path, table, part, of, source, from, to, params })
  checkWhole(template, refuse)
  checkRegime(template.regime, register, refuse)
  // Examples are read as if they had been typed on the day the plan was signed.
  const context: CheckContext = {
    ...{ today: plan.issuedOn, agency: register.agencies[0]?.code ?? '', period: String(plan.year) },
    ...{ register, plan, prefill: { header: {}, rows: [] }, previous: null },
  }
  checkHeader(template, context, refuse)
  checkTables(template, refuse)
  for (const at of template.tables.keys()) {
    checkFields(template, at, context, templates, refuse)
    checkRows(template, at, { plan, register }, templates, refuse)
    checkFormulas(template.tables, at, plan, refuse)
  }
  checkRules(template, refuse)
  checkNeeded(template, templates, refuse)
  checkCounted(template, templates, refuse)
  // Only what holds together can be written into a sheet.
  if (refusals.length === 0) checkLengths(template, plan, refuse)
  return refusals
}
