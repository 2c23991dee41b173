import { expect, test } from 'vitest'
import { sampleFacts, sheetNamed, template } from '../testing/pulled-sample.ts'
import { readPulled } from './pulled-reading.ts'
import { sharesOf } from './pulled-shares.ts'
import { pulledWorkbook } from './pulled-workbook.ts'
import { gridOf } from './sample-grid.ts'

const [table] = template.tables
const fieldOf = (key: string) => table!.fields.find((one) => one.key === key)!

const facts = sampleFacts([
  {
    agency: 'A',
    submission: 1,
    rows: [
      { id: 'r1', ten: 'một', von: 0.001 },
      { id: 'r2', ten: 'hai', von: null },
    ],
  },
  { agency: 'B', submission: 2, rows: [{ id: 'r1', ten: 'ba', von: 0.003 }] },
])

test('a total is taken apart into agencies, exactly to the đồng, the largest first', async () => {
  const grid = sheetNamed(gridOf(await pulledWorkbook(facts)), 'Tổng hợp THU 2025-03')
  expect(sharesOf(table!, fieldOf('von'), readPulled(grid)!, grid)).toEqual({
    ...{ rows: 3, value: 4000 },
    agencies: [
      { agency: 'B', rows: 1, at: 16, value: 3000, percent: 75 },
      { agency: 'A', rows: 2, at: 13, value: 1000, percent: 25 },
    ],
  })
})

test('a rate has no shares, and a column of words only rows', async () => {
  const grid = sheetNamed(gridOf(await pulledWorkbook(facts)), 'Tổng hợp THU 2025-03')
  const rate = sharesOf(table!, fieldOf('ty_le'), readPulled(grid)!, grid)
  expect(rate.agencies.map(({ agency, value, percent }) => [agency, value, percent])).toEqual([
    ['A', 0, null],
    ['B', 0, null],
  ])
  expect(sharesOf(table!, fieldOf('ten'), readPulled(grid)!, grid).agencies.map(({ rows, value }) => [rows, value])).toEqual([
    [2, null],
    [1, null],
  ])
})
