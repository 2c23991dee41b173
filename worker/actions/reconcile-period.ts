// What is asked about when the reports of all agencies lie side by side: for the API, and for
// the sheet "Đối chiếu" of the consolidated workbook, from the same submissions as its rows.
import * as v from 'valibot'
import { previousPeriod } from '../../shared/period.ts'
import type { Plan } from '../../shared/plan.ts'
import { QuarterSource } from '../../shared/quarter/source.ts'
import { controlLabel, controlledFields } from '../../shared/reconcile/controls.ts'
import { type Reconciled, type ReconcileFacts, reconcile } from '../../shared/reconcile/matters.ts'
import type { ControlTotal, Reconciliation } from '../../shared/reconcile/reconciliation.ts'
import { type Survey, survey } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedSum } from '../store/counted-rows.ts'
import { readPlan, readTemplates } from '../store/plan.ts'
import { type CountedPeriod, countedPeriod, earlierReports } from './counted-period.ts'
import { sharesOf } from './tallied-totals.ts'

/** How many periods an agency's own history goes back. */
const PERIODS_BACK = 3

/** What the other templates of the period say about the control totals of the plan. */
async function otherControls(
  db: D1Database,
  templates: readonly Template[],
  own: Template,
  period: string,
  plan: Plan,
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

/** Values that mean that something is completed: as a report that is counted from this template has it. */
function finalValues(templates: readonly Template[], code: string): ReconcileFacts['final'] {
  return Object.fromEntries(
    templates.flatMap(({ countedFrom }) => {
      if (!countedFrom) return []
      const { tasks } = v.parse(QuarterSource, countedFrom)
      const done = Object.entries(tasks.states).flatMap(([state, meaning]) => (meaning === 'done' ? [state] : []))
      return tasks.template === code ? [[tasks.state, done] as const] : []
    }),
  )
}

export interface PeriodReconciled extends Reconciled {
  readonly survey: Survey
  readonly others: readonly ControlTotal[]
  readonly names: NonNullable<Awaited<ReturnType<typeof readPlan>>>
}

export async function reconcilePeriod(parts: Parts, counted: CountedPeriod): Promise<PeriodReconciled> {
  const { db } = parts
  const { template, status } = counted
  const [names, templates] = await Promise.all([readPlan(db), readTemplates(db)])
  if (!names) throw new ProblemError('not-found')
  const before = []
  for (let period = previousPeriod(status.period); before.length < PERIODS_BACK; period = previousPeriod(period))
    before.push(await earlierReports(parts, template.code, period))
  const surveyed = await survey(template, counted.heads, sharesOf(db, template, counted.heads), counted.sourceOf)
  const final = finalValues(templates, template.code)
  const reconciled = await reconcile({ template, survey: surveyed, now: counted, before, names: names, final })
  return { ...reconciled, survey: surveyed, others: await otherControls(db, templates, template, status.period, names.plan), names }
}

export async function reconciliation(parts: Parts, code: string, period: string): Promise<Reconciliation> {
  const { controls, others, matters, more, comparedOnly } = await reconcilePeriod(parts, await countedPeriod(parts, code, period))
  const own = controls.map(({ template, field, label, planned, filed }) => ({ template, field: field.key, label, planned, filed }))
  return {
    ...{ template: code, period, madeAt: parts.clock.now().toISOString(), comparedOnly, more, matters: [...matters] },
    controls: own.length > 0 ? [...own, ...others] : [],
  }
}
