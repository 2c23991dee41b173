import { expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { tallyOf } from './check-tally.ts'

const finding = (change: Partial<Finding>): Finding => ({
  ...{ id: 'x', code: 'required', severity: 'error', place: { table: 'main', rowId: 'R1', field: 'ten', cell: 'B7' } },
  ...{ actual: 'Dự án mật', params: { name: 'Dự án mật' }, fixes: [], ...change },
})

test('findings are counted by rule or code and by column, the gravest severity of each stands', () => {
  const counts = tallyOf([
    finding({}),
    finding({ severity: 'warning' }),
    finding({ place: { field: 'gn_ky' } }),
    finding({ code: 'rule', ruleId: 'THANG-R7', severity: 'warning', place: {} }),
  ])
  expect(counts).toEqual([
    { finding: 'required', field: 'ten', severity: 'error', cells: 2 },
    { finding: 'required', field: 'gn_ky', severity: 'error', cells: 1 },
    { finding: 'THANG-R7', field: '', severity: 'warning', cells: 1 },
  ])
})

test('nothing that was typed, and no row, is in it', () => {
  expect(JSON.stringify(tallyOf([finding({})]))).not.toMatch(/mật|R1|B7/)
})
