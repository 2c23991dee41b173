// What the four tables of the quarterly report add up to: counts, and rates as
// Σ numerator over Σ denominator, never a mean of rates. Writes no sentence.
import { ExactTotal } from '../rule/exact-total.ts'
import type { Values } from '../tally.ts'

const STATES = ['tong', 'ht_dung', 'ht_tre', 'dang', 'qua_han', 'chua', 'dung'] as const
type State = (typeof STATES)[number]

/** The rows of the quarterly report, by table. */
export type QuarterRows = Readonly<Record<'a' | 'b' | 'c' | 'd', readonly Values[]>>

const number = (values: Values, key: string): number => {
  const value = values[key]
  return typeof value === 'number' ? value : 0
}

const sum = (rows: readonly Values[], key: string): number => {
  const total = new ExactTotal()
  for (const row of rows) total.add(number(row, key))
  return total.value
}

/** Two places, as the columns have; null where there is nothing to divide by. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 10_000) / 100)

const stateTotals = (rows: readonly Values[], prefix: string): Record<State, number> =>
  Object.fromEntries(STATES.map((state) => [state, sum(rows, prefix + state)])) as Record<State, number>

const stateColumns = (totals: Record<State, number>, prefix: string): Values => ({
  ...Object.fromEntries(STATES.map((state) => [prefix + state, totals[state]])),
  [`${prefix}ty_le`]: share(totals.ht_dung + totals.ht_tre, totals.tong),
})

export function quarterFigures({ a, b, c, d }: QuarterRows) {
  const tasks = stateTotals(a, '')
  const reports = { due: sum(b, 'so_ky'), onTime: sum(b, 'dung_han'), late: sum(b, 'tre'), missing: sum(b, 'khong') }
  const money = { planned: sum(d, 'ke_hoach'), before: sum(d, 'gn_lk_truoc'), quarter: sum(d, 'gn_quy'), soFar: sum(d, 'gn_lk') }
  return {
    tasks,
    completed: tasks.ht_dung + tasks.ht_tre,
    agencies: b.length,
    reports,
    indicators: {
      all: c.length,
      met: c.filter(({ dat }) => dat === 'dat').length,
      judged: c.filter(({ dat }) => dat === 'dat' || dat === 'chua-dat').length,
    },
    money,
    totals: {
      a: stateColumns(tasks, ''),
      b: {
        ...{ so_ky: reports.due, dung_han: reports.onTime, tre: reports.late, khong: reports.missing },
        ...stateColumns(stateTotals(b, 'nv_'), 'nv_'),
      },
      d: {
        ...{ ke_hoach: money.planned, gn_lk_truoc: money.before, gn_quy: money.quarter, gn_lk: money.soFar },
        ty_le: share(money.soFar, money.planned),
      },
    },
  }
}
