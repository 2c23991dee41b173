// The public board of a period: for each agency, what it owed and sent, how far its
// tasks are, and the light that follows. What was released never changes; knows no page.
import * as v from 'valibot'
import { Bilingual } from '../bilingual.ts'
import type { Plan } from '../plan.ts'
import { addedUp, type TaskCounts } from '../progress/month-progress.ts'
import type { ObligationView } from '../wire.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** green: as it should be · amber: look · red: act · none: nothing to judge yet. */
export const Light = v.picklist(['green', 'amber', 'red', 'none'])
export type Light = v.InferOutput<typeof Light>

const Reports = v.strictObject({ due: Count, onTime: Count, late: Count, missing: Count, pending: Count })
type Reports = v.InferOutput<typeof Reports>
const Tasks = v.strictObject({ total: Count, done: Count, overdue: Count })

export const Board = v.strictObject({
  period: v.string(),
  plan: v.strictObject({ number: v.string(), title: Bilingual, province: v.string() }),
  /** The instant whose figures these are. */
  asOf: v.string(),
  forms: v.array(v.strictObject({ code: v.string(), title: Bilingual, dueAt: v.string() })),
  agencies: v.array(
    v.strictObject({
      code: v.string(),
      name: v.string(),
      reports: Reports,
      reportsLight: Light,
      /** Null where no report of tasks counts. */
      tasks: v.nullable(Tasks),
      tasksLight: Light,
    }),
  ),
  totals: v.strictObject({ reports: Reports, tasks: Tasks }),
})
export type Board = v.InferOutput<typeof Board>

/** Up to this share of overdue tasks the light is amber. The plan names none: it stands in the definitions below the board. */
export const OVERDUE_AMBER = 0.1

export function reportsLight({ onTime, late, missing }: Reports): Light {
  if (missing > 0) return 'red'
  if (late > 0) return 'amber'
  return onTime > 0 ? 'green' : 'none'
}

export function tasksLight(tasks: TaskCounts | null): Light {
  if (!tasks || tasks.total === 0) return 'none'
  if (tasks.overdue === 0) return 'green'
  return tasks.overdue <= OVERDUE_AMBER * tasks.total ? 'amber' : 'red'
}

/** `late` of a report that was not sent says that its time is over. */
function reportsOf(views: readonly ObligationView[]): Reports {
  const sent = views.filter(({ lastReceipt }) => lastReceipt !== null)
  const late = sent.filter((one) => one.late).length
  const missing = views.filter((one) => one.lastReceipt === null && one.late).length
  return { due: views.length, onTime: sent.length - late, late, missing, pending: views.length - sent.length - missing }
}

export function makeBoard(
  plan: Plan,
  period: string,
  views: readonly ObligationView[],
  tasks: ReadonlyMap<string, TaskCounts>,
  asOf: string,
): Board {
  const forms = new Map(views.map(({ template: code, templateTitle: title, dates: { dueAt } }) => [code, { code, title, dueAt }]))
  const byAgency = new Map<string, ObligationView[]>()
  for (const view of views) {
    const own = byAgency.get(view.agency)
    if (own) own.push(view)
    else byAgency.set(view.agency, [view])
  }
  const agencies = [...byAgency].map(([code, own]) => {
    const [reports, ownTasks] = [reportsOf(own), tasks.get(code) ?? null]
    return {
      ...{ code, name: own[0]?.agencyName ?? code, reports, reportsLight: reportsLight(reports) },
      ...{ tasks: ownTasks && { total: ownTasks.total, done: ownTasks.done, overdue: ownTasks.overdue }, tasksLight: tasksLight(ownTasks) },
    }
  })
  return {
    ...{ period, plan: { number: plan.number, title: plan.title, province: plan.province }, asOf },
    ...{ forms: [...forms.values()], agencies },
    totals: { reports: reportsOf(views), tasks: addedUp(agencies.flatMap((one) => one.tasks ?? [])) },
  }
}
