// How far the tasks of a month have come: how many there are, are done, are overdue. Which columns say so, the
// quarterly template's source says; a task counts for its lead alone.
import type { QuarterSource } from '../quarter/source.ts'
import { countedAs } from '../quarter/task-state.ts'
import { fold } from '../text/fold.ts'

/** One task as an agency reported it. */
export interface TaskRow {
  readonly code: string | null
  readonly role: string | null
  readonly state: string | null
  readonly lastDay: string | null
}

export interface TaskCounts {
  readonly total: number
  readonly done: number
  readonly overdue: number
}

export interface MonthProgress extends TaskCounts {
  readonly period: string
  readonly agencies: readonly (TaskCounts & { readonly agency: string })[]
}

export const addedUp = (all: readonly TaskCounts[]): TaskCounts => ({
  total: all.reduce((sum, { total }) => sum + total, 0),
  done: all.reduce((sum, { done }) => sum + done, 0),
  overdue: all.reduce((sum, { overdue }) => sum + overdue, 0),
})

/** Another way of counting takes another number here: what was kept is counted anew then. */
export const TASKS_COUNTED_AS = 2

/** Of one report. `cutOff`: the last day of its month's data window. A task that stands in it twice, or that the plan gives twice, is one. */
export function taskCounts(tasks: QuarterSource['tasks'], rows: readonly TaskRow[], cutOff: string): TaskCounts {
  const twins = new Map(tasks.same)
  const seen = new Set<string>()
  const isNew = (code: string | null) => {
    const key = fold(twins.get(code ?? '') ?? code ?? '')
    const known = seen.has(key)
    if (key !== '') seen.add(key)
    return !known
  }
  const counted = rows
    .filter(({ role, code, state }) => role === tasks.lead && state !== null && isNew(code))
    .map(({ state, lastDay }) =>
      countedAs({ meaning: tasks.states[state ?? ''] ?? 'idle', lastDay, documentDate: null, doneSince: null }, cutOff),
    )
  return {
    total: counted.length,
    done: counted.filter((one) => one === 'doneOnTime' || one === 'doneLate').length,
    overdue: counted.filter((one) => one === 'overdue').length,
  }
}
