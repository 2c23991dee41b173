// How far the plan has come, month by month, from the reports of tasks that count now. Each submission is counted
// when it is sent, and its three numbers are kept with it; once more where what is counted by has changed since.
import * as v from 'valibot'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { datesFor } from '../../shared/deadline.ts'
import type { ContentRow } from '../../shared/filing.ts'
import { periodRange } from '../../shared/period.ts'
import { addedUp, type MonthProgress, type TaskCounts, taskCounts } from '../../shared/progress/month-progress.ts'
import { QuarterSource } from '../../shared/quarter/source.ts'
import type { Template } from '../../shared/template.ts'
import type { Value } from '../../shared/value.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { openedPeriods } from '../store/obligations.ts'
import { readTemplates } from '../store/plan.ts'
import { addProgress, type KeptCounts, progressOfMonth, taskRows } from '../store/task-progress.ts'

/** Submissions whose rows are read at once. */
const PORTION = 100

type Tasks = QuarterSource['tasks']

/** What tasks are counted by, as the templates have it now; null where none has tasks. */
function tasksIn(templates: readonly Template[]): { readonly tasks: Tasks; readonly regime: Template['regime'] } | null {
  const source = templates.find(({ countedFrom }) => countedFrom !== undefined)?.countedFrom
  if (!source) return null
  const { tasks } = v.parse(QuarterSource, source)
  const regime = templates.find(({ code }) => code === tasks.template)?.regime
  return regime ? { tasks, regime } : null
}

async function countedBy(tasks: Tasks, regime: Template['regime'], period: string): Promise<{ key: string; cutOff: string }> {
  const cutOff = datesFor(regime, period).windowTo
  return { key: await sha256(canonicalJson({ tasks, cutOff })), cutOff }
}

const textOf = (value: Value | undefined): string | null => (value === null || value === undefined ? null : String(value))

/** Of a report that is about to be sent; null where it has no tasks. */
export async function progressOfRows(
  db: D1Database,
  template: string,
  period: string,
  all: readonly ContentRow[],
): Promise<KeptCounts | null> {
  const known = tasksIn(await readTemplates(db))
  const rows = known?.tasks.template === template ? all.filter(({ table }) => table === known.tasks.table) : []
  if (!known || rows.length === 0) return null
  const { tasks, regime } = known
  const { key, cutOff } = await countedBy(tasks, regime, period)
  const taskRows = rows.map(({ values }) => ({
    ...{ code: textOf(values[tasks.code]), role: textOf(values[tasks.role]) },
    ...{ state: textOf(values[tasks.state]), lastDay: textOf(values[tasks.lastDay]) },
  }))
  return { key, counts: taskCounts(tasks, taskRows, cutOff) }
}

async function counted(db: D1Database, tasks: Tasks, regime: Template['regime'], period: string): Promise<MonthProgress | null> {
  const { key, cutOff } = await countedBy(tasks, regime, period)
  const known = await progressOfMonth(db, tasks, period, key)
  const made = new Map<string, TaskCounts>()
  const bare = known.flatMap(({ submissionId, counts }) => (counts === null ? [submissionId] : []))
  for (let from = 0; from < bare.length; from += PORTION) {
    const some = bare.slice(from, from + PORTION)
    const rows = Map.groupBy(await taskRows(db, tasks, some), ({ submissionId }) => submissionId)
    const counts = some.map((submissionId) => ({ submissionId, ...taskCounts(tasks, rows.get(submissionId) ?? [], cutOff) }))
    await addProgress(db, key, counts).run()
    for (const { submissionId, ...own } of counts) made.set(submissionId, own)
  }
  const agencies = known.flatMap(({ submissionId, agency, counts }) => {
    const own = counts ?? made.get(submissionId)
    return own ? [{ agency, ...own }] : []
  })
  return agencies.length === 0 ? null : { period, ...addedUp(agencies), agencies }
}

/** All months that have opened, or those that lie within one period; months without a row are left out. */
export async function progressOf({ db }: Parts, within?: string): Promise<MonthProgress[]> {
  const [templates, opened] = await Promise.all([readTemplates(db), openedPeriods(db)])
  const known = tasksIn(templates)
  if (!known) return []
  const { tasks, regime } = known
  const around = within === undefined ? null : periodRange(within)
  const months = opened
    .filter(({ template }) => template === tasks.template)
    .map(({ period }) => period)
    .filter((period) => {
      const { from, to } = periodRange(period)
      return !around || (from >= around.from && to <= around.to)
    })
    .sort()
  const all = await Promise.all(months.map((month) => counted(db, tasks, regime, month)))
  return all.filter((one) => one !== null)
}
