import { expect, it } from 'vitest'
import { columnsOf, countStates, type MatrixCell, spansOf } from './matrix.ts'

const opened = [
  { template: 'THANG', period: '2025-05' },
  { template: 'THANG', period: '2025-06' },
  { template: 'QUY', period: '2025-Q2' },
  { template: 'RAQUET', period: '2025-H1' },
  { template: 'QUY', period: '2025-Q3' },
  { template: 'TK', period: '2025' },
]

it('a quarter stands among the reports of its last month, once that month is reported on', () => {
  expect(columnsOf(opened, { span: '2025-06' }).map(({ template }) => template)).toEqual(['THANG', 'QUY', 'RAQUET'])
  expect(columnsOf(opened, { span: '2025-05' })).toEqual([opened[0]])
  expect(columnsOf(opened, { span: '2025-Q3' })).toEqual([opened[4]])
})

it('every report stands under exactly one of the spans that can be chosen', () => {
  const spans = spansOf(opened)
  expect(spans).toEqual(['2025-06', '2025-05', '2025', '2025-Q3'])
  const listed = spans.flatMap((span) => columnsOf(opened, { span }))
  expect(listed).toHaveLength(opened.length)
  expect(new Set(listed)).toEqual(new Set(opened))
})

it('the periods of one template stand in the order of their months', () => {
  expect(columnsOf(opened.toReversed(), { template: 'QUY' }).map(({ period }) => period)).toEqual(['2025-Q2', '2025-Q3'])
})

const cell = (state: MatrixCell['state'], receipt: string | null, late = false) => ({ state, receipt, late })

it('an agency that does not owe a report is not counted, and a returned one is not received', () => {
  const counts = countStates([
    ...[null, cell('submitted', 'KH25-1'), cell('accepted', 'KH25-2', true), cell('nil', 'KH25-3')],
    ...[cell('not-applicable', 'KH25-4'), cell('returned', null), cell('overdue', null, true)],
  ])
  expect(counts).toEqual({ expected: 6, received: 4, onTime: 3, late: 1, nil: 1, notApplicable: 1, missing: 2 })
})
