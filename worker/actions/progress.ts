// How far the plan has come, month by month, from the reports of tasks that count now.
// Nothing is kept.
import * as v from 'valibot'
import { datesFor } from '../../shared/deadline.ts'
import { periodRange } from '../../shared/period.ts'
import { type MonthProgress, monthProgress } from '../../shared/progress/month-progress.ts'
import { QuarterSource } from '../../shared/quarter/source.ts'
import type { Parts } from '../parts.ts'
import { openedPeriods } from '../store/obligations.ts'
import { readTemplates } from '../store/plan.ts'
import { countedTaskRows } from '../store/task-rows.ts'

/** All months that have opened, or those that lie within one period. */
export async function progressOf({ db }: Parts, within?: string): Promise<MonthProgress[]> {
  const [templates, opened] = await Promise.all([readTemplates(db), openedPeriods(db)])
  const counted = templates.find(({ countedFrom }) => countedFrom !== undefined)?.countedFrom
  if (!counted) return []
  const source = v.parse(QuarterSource, counted)
  const regime = templates.find(({ code }) => code === source.tasks.template)?.regime
  if (!regime) return []
  const around = within === undefined ? null : periodRange(within)
  const months = opened
    .filter(({ template }) => template === source.tasks.template)
    .map(({ period }) => period)
    .filter((period) => {
      const { from, to } = periodRange(period)
      return !around || (from >= around.from && to <= around.to)
    })
  const cutOffs = new Map(months.map((month) => [month, datesFor(regime, month).windowTo]))
  return monthProgress(source, await countedTaskRows(db, source.tasks, months), cutOffs)
}
