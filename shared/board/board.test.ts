import { expect, it } from 'vitest'
import { type Board, reportsLight, tasksLight } from './board.ts'
import { boardCsv } from './board-csv.ts'

const reports = (onTime: number, late: number, missing: number, pending = 0) => ({
  due: onTime + late + missing + pending,
  onTime,
  late,
  missing,
  pending,
})

it('what is overdue outweighs what is late, and nothing is judged before anything was due', () => {
  expect(reportsLight(reports(3, 1, 1))).toBe('red')
  expect(reportsLight(reports(3, 1, 0))).toBe('amber')
  expect(reportsLight(reports(3, 0, 0, 1))).toBe('green')
  expect(reportsLight(reports(0, 0, 0, 4))).toBe('none')
})

it('tasks are red only above a tenth, and without tasks there is no light', () => {
  expect([0, 1, 4, 5].map((overdue) => tasksLight({ total: 40, done: 0, overdue }))).toEqual(['green', 'amber', 'amber', 'red'])
  expect([tasksLight(null), tasksLight({ total: 0, done: 0, overdue: 0 })]).toEqual(['none', 'none'])
})

it('a name with commas, quotes or a formula stays one cell of text', () => {
  const agency = {
    code: 'A',
    name: '=Sở "Văn hóa, Thể thao"',
    reports: reports(1, 0, 0),
    reportsLight: 'green',
    tasks: null,
    tasksLight: 'none',
  } as const
  const board: Board = {
    ...{
      period: '2025-03',
      plan: { number: '1', title: { vi: 'a', en: 'a' }, province: 'K' },
      asOf: '2025-03-17T02:00:00.000Z',
      forms: [],
    },
    ...{ agencies: [agency], totals: { reports: agency.reports, tasks: { total: 0, done: 0, overdue: 0 } } },
  }
  expect(boardCsv(board).split('\r\n')[1]).toBe(`A,"'=Sở ""Văn hóa, Thể thao""",1,1,0,0,0,green,,,,none`)
})
