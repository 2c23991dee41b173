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
