// How far the plan has come, month by month, from the reports of tasks that count now. Each submission is counted
// once, when progress is first asked for after it came, and its three numbers are kept.
import * as v from 'valibot'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { datesFor } from '../../shared/deadline.ts'
import { periodRange } from '../../shared/period.ts'
import { addedUp, type MonthProgress, type TaskCounts, taskCounts } from '../../shared/progress/month-progress.ts'
import { QuarterSource } from '../../shared/quarter/source.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { openedPeriods } from '../store/obligations.ts'
import { readTemplates } from '../store/plan.ts'
import { keepProgress, progressOfMonth, taskRows } from '../store/task-progress.ts'

/** Submissions whose rows are read at once. */
const PORTION = 100

async function counted(db: D1Database, tasks: QuarterSource['tasks'], period: string, cutOff: string): Promise<MonthProgress | null> {
  const key = await sha256(canonicalJson({ tasks, cutOff }))
  const known = await progressOfMonth(db, tasks, period, key)
  const made = new Map<string, TaskCounts>()
  const bare = known.flatMap(({ submissionId, counts }) => (counts === null ? [submissionId] : []))
  for (let from = 0; from < bare.length; from += PORTION) {
    const some = bare.slice(from, from + PORTION)
    const rows = Map.groupBy(await taskRows(db, tasks, some), ({ submissionId }) => submissionId)
    const counts = some.map((submissionId) => ({ submissionId, ...taskCounts(tasks, rows.get(submissionId) ?? [], cutOff) }))
    await keepProgress(db, key, counts)
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
  const source = templates.find(({ countedFrom }) => countedFrom !== undefined)?.countedFrom
  if (!source) return []
  const { tasks } = v.parse(QuarterSource, source)
  const regime = templates.find(({ code }) => code === tasks.template)?.regime
  if (!regime) return []
  const around = within === undefined ? null : periodRange(within)
  const months = opened
    .filter(({ template }) => template === tasks.template)
    .map(({ period }) => period)
    .filter((period) => {
      const { from, to } = periodRange(period)
      return !around || (from >= around.from && to <= around.to)
    })
    .sort()
  const all = await Promise.all(months.map((month) => counted(db, tasks, month, datesFor(regime, month).windowTo)))
  return all.filter((one) => one !== null)
}
