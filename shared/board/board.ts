// The public board of a period: for each agency, what it owed and sent, how far its
// tasks are, and the light that follows. What was released never changes; knows no page.
import * as v from 'valibot'
import { Bilingual } from '../bilingual.ts'
import type { ReportStanding } from '../period-standing.ts'
import type { Plan } from '../plan.ts'
import { addedUp, type TaskCounts } from '../progress/month-progress.ts'

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

/** A report that an agency owes. */
interface BoardReport extends Pick<ReportStanding, 'agency' | 'agencyName' | 'late' | 'counted'> {
  /** Nothing counts, and its time is over: nothing was sent, or what was sent on time was returned. */
  readonly overdue: boolean
}

function reportsOf(owed: readonly BoardReport[]): Reports {
  const sent = owed.filter(({ counted }) => counted !== null)
  const late = sent.filter((one) => one.late).length
  const missing = owed.filter((one) => one.overdue).length
  return { due: owed.length, onTime: sent.length - late, late, missing, pending: owed.length - sent.length - missing }
}

/** `owed`: in the order in which agencies stand. */
export function makeBoard(
  plan: Plan,
  period: string,
  forms: Board['forms'],
  owed: readonly BoardReport[],
  tasks: ReadonlyMap<string, TaskCounts>,
  asOf: string,
): Board {
  const byAgency = new Map<string, BoardReport[]>()
  for (const report of owed) {
    const own = byAgency.get(report.agency)
    if (own) own.push(report)
    else byAgency.set(report.agency, [report])
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
    ...{ forms, agencies },
    totals: { reports: reportsOf(owed), tasks: addedUp(agencies.flatMap((one) => one.tasks ?? [])) },
  }
}
