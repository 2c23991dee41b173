import { expect, test } from 'vitest'
import { countedFrom } from '../packs/khanh-hoa-2025/quarter.ts'
import type { Value } from '../value.ts'
import { Ledger } from './ledger.ts'
import { Projects } from './projects.ts'
import { QuarterCount } from './quarter-count.ts'

const MONTHS = ['2025-04', '2025-05', '2025-06'].map((period) => ({ period, windowFrom: `${period}-01`, windowTo: `${period}-14` }))
const ids = { group: String, agency: String, source: String, indicator: String }
const reportIn = (period: string) => ({
  ...{
    obligationId: `THANG.${period}.A`,
    template: 'THANG',
    period,
    agency: 'A',
    agencyName: 'A',
    submissionId: period,
    receiptNumber: null,
  },
})

function counting() {
  const ledger = new Ledger([])
  const facts = { source: countedFrom, months: MONTHS, ids, projects: new Projects(countedFrom.projects), before: new Map(), heirs: {} }
  const count = new QuarterCount(facts, ledger)
  count.reported('A')
  return { ledger, count }
}

const row = (ma_nv: string, trang_thai: string, more: Record<string, Value> = {}) => ({
  ...{ id: ma_nv, carried: true, cell: null },
  values: { ma_nv, ten_nv: ma_nv, vai_tro: 'chu-tri', trang_thai, ...more },
})

test('a task in a state that the report does not know is told outside its tables, never lost', () => {
  const { ledger, count } = counting()
  count.task(reportIn('2025-06'), row('III.7.a', 'cho-phe-duyet'))
  count.task(reportIn('2025-06'), row('III.7.b', 'dang-thuc-hien'))
  expect([ledger.count('a.iii-7.tong'), ledger.count('outside.ungrouped')]).toEqual([1, 1])
})

test('where nothing was said in the quarter, what stands was paid before it', () => {
  const { ledger, count } = counting()
  count.standing(reportIn('2025-03'), row('PL2-01', 'dang-thuc-hien', { gn_lk: 7, gn_ky: 7 }))
  const money = (column: string) => ledger.sum(`d.dau-tu-cong.${column}`)
  expect([money('gn_lk_truoc'), money('gn_quy'), money('gn_lk')]).toEqual([7, 0, 7])
})
