// What a question about the reports of a period rests on, as the portal asks it: the template, the names, what counts, what
// was kept of it. Nothing here reads the rows of all agencies.
import type { Names } from '../../shared/field/field.ts'
import { type Control, controlLabel, controlledFields, controlsOf } from '../../shared/reconcile/controls.ts'
import type { ControlTotal } from '../../shared/reconcile/reconciliation.ts'
import { type ListedSubmission, searchRepeats, surveyTotals } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedSum } from '../store/counted-rows.ts'
import { openedVersion } from '../store/obligations.ts'
import { readPlan, readTemplate, readTemplates } from '../store/plan.ts'
import { latestCounted } from '../store/quarter.ts'
import { type Allowance, textsOf } from './kept-texts.ts'
import { type OwnAsked, ownAsked } from './own-counts.ts'
import { sharesOf } from './tallied-totals.ts'

export interface Asked {
  readonly db: D1Database
  readonly template: Template
  readonly templates: readonly Template[]
  readonly period: string
  readonly names: Names
  readonly own: OwnAsked
}

export async function asking({ db }: Parts, code: string, period: string): Promise<Asked> {
  const [version, names, templates] = await Promise.all([openedVersion(db, code, period), readPlan(db), readTemplates(db)])
  const template = version === null ? null : await readTemplate(db, code, version)
  if (!template || !names) throw new ProblemError('not-found')
  return { db, template, templates, period, names, own: await ownAsked(template, templates, period) }
}

export const listOf = ({ db, template, period }: Asked) => latestCounted(db, template.code, [period])

/** Each table with something to compare, with all texts that were kept. */
export async function repeatsIn({ db, template }: Asked, list: readonly ListedSubmission[], allowance: Allowance) {
  const searches = await searchRepeats(template, list, textsOf(db, template, list, allowance))
  return template.tables.flatMap((table) => {
    const search = searches.get(table.key)
    return search ? [{ table, search }] : []
  })
}

/** Of the columns that the plan has a total for, with every agency above it. */
export async function controlsIn({ db, template, names }: Asked, list: readonly ListedSubmission[]): Promise<Control[]> {
  const tables = template.tables.filter((table) => controlledFields(table).length > 0)
  if (tables.length === 0) return []
  const totals = await surveyTotals({ tables }, list, sharesOf(db, template, list))
  return tables.flatMap((table) => controlsOf(template, table, totals.get(table.key)!, list, names.plan, list.length))
}

/** What the other templates of the period say about the control totals of the plan. */
export async function otherControls(
  db: D1Database,
  templates: readonly Template[],
  own: Template,
  period: string,
  { plan }: Names,
): Promise<ControlTotal[]> {
  const fields = templates
    .filter(({ code }) => code !== own.code)
    .flatMap((other) => other.tables.flatMap((table) => controlledFields(table).map((field) => ({ other, table, field }))))
  return Promise.all(
    fields.map(async ({ other, table, field }) => ({
      ...{ template: other.code, field: field.key, label: controlLabel(other, field), planned: plan.totals[field.controlTotal] ?? 0 },
      filed: await countedSum(db, other.code, period, table.key, field.key),
    })),
  )
}
