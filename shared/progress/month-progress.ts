// How far the tasks of a month have come, agency by agency: how many there are, are done,
// are overdue. Which columns say so, the quarterly template's source says; a task counts for its lead alone.
import type { QuarterSource } from '../quarter/source.ts'
import { countedAs } from '../quarter/task-state.ts'

/** One task as an agency reported it for a month. */
export interface TaskRow {
  readonly period: string
  readonly agency: string
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

/** `cutOffs`: the last day of each month's data window. Months without a row are left out. */
export function monthProgress({ tasks }: QuarterSource, rows: readonly TaskRow[], cutOffs: ReadonlyMap<string, string>): MonthProgress[] {
  const repeated = new Set(tasks.same.map(([code]) => code))
  const countsOf = (own: readonly TaskRow[], cutOff: string): TaskCounts => {
    const counted = own
      .filter(({ role, code, state }) => role === tasks.lead && state !== null && !repeated.has(code ?? ''))
      .map(({ state, lastDay }) =>
        countedAs({ meaning: tasks.states[state ?? ''] ?? 'idle', lastDay, documentDate: null, doneSince: null }, cutOff),
      )
    return {
      total: counted.length,
      done: counted.filter((one) => one === 'doneOnTime' || one === 'doneLate').length,
      overdue: counted.filter((one) => one === 'overdue').length,
    }
  }
  const by = (all: readonly TaskRow[], key: 'period' | 'agency') => {
    const groups = new Map<string, TaskRow[]>()
    for (const row of all) {
      const group = groups.get(row[key])
      if (group) group.push(row)
      else groups.set(row[key], [row])
    }
    return [...groups]
  }
  return by(rows, 'period')
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([period, month]) => {
      const agencies = by(month, 'agency').map(([agency, own]) => ({ agency, ...countsOf(own, cutOffs.get(period) ?? '') }))
      return { period, ...addedUp(agencies), agencies }
    })
}
