import { expect, it } from 'vitest'
import { countedFrom } from '../packs/khanh-hoa-2025/quarter.ts'
import { monthProgress, type TaskRow } from './month-progress.ts'

const task = (change: Partial<TaskRow>): TaskRow => ({
  ...{ period: '2025-03', agency: 'STTTT', code: 'III.1.a', role: 'chu-tri', state: 'dang-thuc-hien', lastDay: '2025-12-31' },
  ...change,
})
const CUT_OFFS = new Map([
  ['2025-03', '2025-03-14'],
  ['2025-04', '2025-04-14'],
])

it('counts a task for its lead, once where the plan says it twice, overdue only when the cut-off is past its day', () => {
  const rows = [
    task({}),
    task({ role: 'phoi-hop' }),
    task({ code: 'IV.1.c' }),
    task({ code: 'III.1.b', state: 'hoan-thanh', lastDay: '2025-01-31' }),
    task({ code: 'III.2.a', lastDay: '2025-03-14' }),
    task({ code: 'III.2.b', lastDay: '2025-03-13' }),
    task({ code: 'III.2.c', state: 'tam-dung', lastDay: '2024-12-31' }),
  ]
  expect(monthProgress(countedFrom, rows, CUT_OFFS)).toEqual([
    { period: '2025-03', total: 5, done: 1, overdue: 1, agencies: [{ agency: 'STTTT', total: 5, done: 1, overdue: 1 }] },
  ])
})

it('gives months in order, each with its agencies', () => {
  const rows = [task({ period: '2025-04', agency: 'SNV' }), task({}), task({ agency: 'SNV' })]
  expect(monthProgress(countedFrom, rows, CUT_OFFS).map(({ period, total, agencies }) => [period, total, agencies.length])).toEqual([
    ['2025-03', 2, 2],
    ['2025-04', 1, 1],
  ])
})
