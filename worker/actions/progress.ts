// How far the plan has come, month by month, from the reports of tasks that count now. Each submission is counted
// when it is sent, and its three numbers are kept with it; once more where what is counted by has changed since.
import * as v from 'valibot'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { datesFor } from '../../shared/deadline.ts'
import type { ContentRow } from '../../shared/filing.ts'
import { periodRange, periodsOf } from '../../shared/period.ts'
import { addedUp, type MonthProgress, TASKS_COUNTED_AS, type TaskCounts, taskCounts } from '../../shared/progress/month-progress.ts'
import { QuarterSource } from '../../shared/quarter/source.ts'
import type { Template } from '../../shared/template.ts'
import type { Value } from '../../shared/value.ts'
import type { PlanProgress } from '../../shared/wire-province.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { openedPeriods } from '../store/obligations.ts'
import { readTemplates } from '../store/plan.ts'
import { addProgress, type KeptCounts, progressOfMonth, taskRows } from '../store/task-progress.ts'
import { demandCounted } from './demand-counted.ts'

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
  return { key: await sha256(canonicalJson({ counted: TASKS_COUNTED_AS, tasks, cutOff })), cutOff }
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

/** How many portions may still be counted here, and how many submissions were not. */
interface Allowance {
  portions: number
  left: number
}

async function counted(
  db: D1Database,
  { tasks, regime }: { readonly tasks: Tasks; readonly regime: Template['regime'] },
  period: string,
  allowance: Allowance,
): Promise<MonthProgress | null> {
  const { key, cutOff } = await countedBy(tasks, regime, period)
  const before = periodsOf(regime.frequency, Number(period.slice(0, 4))).filter((one) => one < period)
  const known = await progressOfMonth(db, tasks, period, before.toReversed(), key)
  const made = new Map<string, TaskCounts>()
  const bare = known.flatMap(({ submissionId, counts }) => (counts === null ? [submissionId] : []))
  let from = 0
  for (; from < bare.length && allowance.portions > 0; from += PORTION) {
    allowance.portions--
    const some = bare.slice(from, from + PORTION)
    const rows = Map.groupBy(await taskRows(db, tasks, some), ({ submissionId }) => submissionId)
    const counts = some.map((submissionId) => ({ submissionId, ...taskCounts(tasks, rows.get(submissionId) ?? [], cutOff) }))
    await addProgress(db, key, counts).run()
    for (const { submissionId, ...own } of counts) made.set(submissionId, own)
  }
  allowance.left += Math.max(bare.length - from, 0)
  const agencies = known.flatMap(({ submissionId, agency, counts }) => {
    const own = counts ?? made.get(submissionId)
    return own ? [{ agency, ...own }] : []
  })
  return agencies.length === 0 ? null : { period, ...addedUp(agencies), agencies }
}

/** Of months that have opened; months without a row are left out. */
async function progressOfMonths({ db }: Parts, within: string | null, allowance: Allowance): Promise<MonthProgress[]> {
  const [templates, opened] = await Promise.all([readTemplates(db), openedPeriods(db)])
  const known = tasksIn(templates)
  if (!known) return []
  const around = within === null ? null : periodRange(within)
  const months = opened
    .filter(({ template }) => template === known.tasks.template)
    .map(({ period }) => period)
    .filter((period) => {
      const { from, to } = periodRange(period)
      return !around || (from >= around.from && to <= around.to)
    })
    .sort()
  const all: MonthProgress[] = []
  for (const month of months) {
    const one = await counted(db, known, month, allowance)
    if (one) all.push(one)
  }
  return all
}

/** Counts a portion where nobody has counted yet. */
async function whole(parts: Parts, within: string | null): Promise<MonthProgress[]> {
  const allowance = { portions: 1, left: 0 }
  const months = await progressOfMonths(parts, within, allowance)
  demandCounted(allowance.left)
  return months
}

/** Of the months of a period. */
export const progressWithin = (parts: Parts, period: string): Promise<MonthProgress[]> => whole(parts, period)

/** Portions of one run: well within what one may ask of the database at once. */
const PORTIONS_OF_A_RUN = 20

export const countProgress = async (parts: Parts): Promise<void> => {
  await progressOfMonths(parts, null, { portions: PORTIONS_OF_A_RUN, left: 0 })
}

export async function planProgress(parts: Parts): Promise<PlanProgress> {
  return { months: (await whole(parts, null)).map(({ agencies: _, ...month }) => month) }
}
