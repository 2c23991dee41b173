import { expect, it } from 'vitest'
import { countedFrom } from '../packs/khanh-hoa-2025/quarter.ts'
import { type TaskRow, taskCounts } from './month-progress.ts'

const task = (change: Partial<TaskRow>): TaskRow => ({
  ...{ code: 'III.1.a', role: 'chu-tri', state: 'dang-thuc-hien', lastDay: '2025-12-31' },
  ...change,
})

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
  expect(taskCounts(countedFrom.tasks, rows, '2025-03-14')).toEqual({ total: 5, done: 1, overdue: 1 })
})

it('counts the second of two twins where it stands alone, and a code once however it is spelled', () => {
  const count = (...codes: (string | null)[]) =>
    taskCounts(
      countedFrom.tasks,
      codes.map((code) => task({ code })),
      '2025-03-14',
    ).total
  expect(count('IV.1.c')).toBe(1)
  expect(count('IV.1.c', 'III.1.a')).toBe(1)
  expect(count('PL2-07', 'pl2-07')).toBe(1)
  expect(count(null, null)).toBe(2)
})
