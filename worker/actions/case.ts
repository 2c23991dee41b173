// Everything that drawing, checking and keeping the form of one obligation rest
// on, read together once: template, plan, register, pre-fill, last period's content.
import { standing } from '../../shared/agency.ts'
import type { CheckContext } from '../../shared/check-context.ts'
import { dayInVietnam } from '../../shared/clock.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { periodRange } from '../../shared/period.ts'
import { planIn } from '../../shared/plan.ts'
import { prefill } from '../../shared/prefill.ts'
import { filledIn } from '../../shared/quarter/filled-in.ts'
import type { Template } from '../../shared/template.ts'
import type { Parts } from '../parts.ts'
import { agenciesOwing } from '../store/obligations.ts'
import { readAssignments, readPlan, readTemplate } from '../store/plan.ts'
import { readWaiversOf } from '../store/waivers.ts'
import { pastContent, reporterOf } from './past-content.ts'
import { summaryIfAny } from './summarise-quarter.ts'

export interface Case {
  readonly obligation: Obligation
  readonly template: Template
  readonly agencyName: string
  readonly context: CheckContext
}

/** `instead`: a template that is tried in the place of the one that the obligation was opened with. */
export async function openCase(parts: Parts, obligation: Obligation, instead?: Template): Promise<Case> {
  const { template: code, version, agency, period } = obligation
  const [loaded, template, assignments, owing, waivers] = await Promise.all([
    readPlan(parts.db),
    instead ?? readTemplate(parts.db, code, version),
    readAssignments(parts.db, code),
    agenciesOwing(parts.db, code, period),
    readWaiversOf(parts.db, agency, code),
  ])
  // Foreign keys and the loading of the pack as one transaction make this a bug of ours.
  if (!loaded || !template) throw new Error(`${obligation.id} has no plan or template`)
  const plan = planIn(loaded.plan, periodRange(period))
  const reporter = reporterOf(loaded.register, agency, period, owing)
  const { previous, lastAdded } = await pastContent(parts.db, code, reporter)
  // Whoever is asked for the report exists in its period, and has its own tasks.
  const register = standing(loaded.register, new Set([agency]))
  const sources = new Set(template.tables.flatMap(({ rows }) => (rows.from ?? []).map((from) => from.template)))
  const contents = await Promise.all([...sources].map(async (of) => [of, (await pastContent(parts.db, of, reporter)).previous] as const))
  const others = new Map(contents.flatMap(([of, content]) => (content ? [[of, content] as const] : [])))
  const asked = standing(loaded.register, owing)
  const opened = prefill(template, agency, period, { assignments, register: asked, plan, previous, others, lastAdded })
  const summary = template.countedFrom ? await summaryIfAny(parts, code, period) : null
  return {
    obligation,
    template,
    agencyName: register.agencies.find((one) => one.code === agency)?.name ?? agency,
    context: {
      today: dayInVietnam(parts.clock.now()),
      ...{ agency, period, register, plan, previous, waivers },
      prefill: summary ? filledIn(template, opened, summary) : opened,
    },
  }
}
