import { expect, test } from 'vitest'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import type { Report } from '../quarter/quarter-count.ts'
import type { Values } from '../tally.ts'
import { OwnHistory } from './own-history.ts'

const { templates, plan, register } = khanhHoa2025
const tableOf = (code: string) => templates.find((one) => one.code === code)!.tables[0]!
const report = (template: string, period: string): Report => ({
  ...{ obligationId: `${template}.${period}.SYT`, template, period, agency: 'SYT', agencyName: 'Sở Y tế' },
  ...{ submissionId: period, receiptNumber: period },
})
const rows = (template: string, period: string, ...all: Values[]) => ({
  report: report(template, period),
  rows: all.map((values, at) => ({ id: `n${at + 1}`, carried: false, cell: null, values })),
})
/** The latest month last. */
const codes = (template: string, ...months: Values[][]) => {
  const all = months.map((own, at) => rows(template, `2025-0${at + 1}`, ...own))
  const history = new OwnHistory(tableOf(template), { names: { register, plan }, final: { trang_thai: ['hoan-thanh'] } })
  return history.matters(all.at(-1)!, all.slice(0, -1).reverse()).map(({ code, places }) => [code, places[0]?.cell?.field ?? null])
}

test('an amount typed in đồng where triệu was meant shows against every amount before, once', () => {
  expect(codes('PL3', [{ ten: 'x', nc_tx: 850_000_000 }], [{ ten: 'x', nc_tx: 850_000_000_000 }])).toEqual([['thousandfold', 'nc_tx']])
  // Put right a month later: there was such an amount before the slip.
  expect(codes('PL3', [{ nc_tx: 850_000_000 }], [{ nc_tx: 850_000_000_000 }], [{ nc_tx: 860_000_000 }])).toEqual([])
})

test('of two amounts nobody can tell what is usual; of three the fourth time is asked about', () => {
  expect(codes('THANG', [{ gn_ky: 100 }], [{ gn_ky: 400 }])).toEqual([])
  expect(codes('THANG', [{ gn_ky: 100 }], [{ gn_ky: 100 }], [{ gn_ky: 400 }])).toEqual([['outlier', 'gn_ky']])
  expect(codes('THANG', [{ gn_ky: 100 }], [{ gn_ky: 100 }], [{ gn_ky: 399 }])).toEqual([])
})

test('what goes on from less than was reported before shows, also over a month that was not filed', () => {
  const april = [{ gn_lk_truoc: null, gn_lk: 500 }]
  expect(codes('THANG', april, [{ gn_lk_truoc: 500, gn_lk: 600 }])).toEqual([])
  expect(codes('THANG', april, [{ gn_lk_truoc: null, gn_lk: 900 }])).toEqual([['cumulative-fell', 'gn_lk']])
})

test('a task that was completed and is not any more shows', () => {
  expect(codes('THANG', [{ trang_thai: 'hoan-thanh' }], [{ trang_thai: 'dang-thuc-hien' }])).toEqual([['reopened', 'trang_thai']])
  expect(codes('THANG', [{ trang_thai: 'dang-thuc-hien' }], [{ trang_thai: 'hoan-thanh' }])).toEqual([])
})

test('a report that repeats last month’s words shows, spelled anew or not; a few equal rows do not', () => {
  const words = ['Đã trình dự thảo kế hoạch', 'Đã ký hợp đồng đợt một', 'Đã họp tổ công tác', 'Đã nghiệm thu']
  const months = (own: string[]) => own.map((ket_qua) => ({ ket_qua }))
  expect(codes('THANG', months(words), months(words.map((one) => one.toUpperCase())))).toEqual([['unchanged', 'ket_qua']])
  expect(codes('THANG', months(words), months([...words.slice(0, 2), 'Đã ban hành', 'Đã bàn giao']))).toEqual([])
})

test('a denominator that moves by more than a tenth shows', () => {
  expect(codes('CHITIEU', [{ mau_so: 200 }], [{ mau_so: 180 }])).toEqual([])
  expect(codes('CHITIEU', [{ mau_so: 200 }], [{ mau_so: 178 }])).toEqual([['denominator-moved', 'mau_so']])
})

test('a row that the agency listed before and no longer does shows', () => {
  expect(codes('PL3', [{ ten: 'a' }, { ten: 'b' }], [{ ten: 'a' }])).toEqual([['row-gone', 'ten']])
})

test('a row that was typed and later comes from the server is the same row', () => {
  const named = { ma_nv: 'PL2-SYT-01', ten_nv: 'Hồ sơ sức khỏe' }
  const history = new OwnHistory(tableOf('THANG'), { names: { register, plan }, final: {} })
  const typed = rows('THANG', '2025-01', { ...named, gn_ky: 100 })
  const given = (period: string, gn_ky: number) => ({
    report: report('THANG', period),
    rows: [{ id: 'PL2-SYT-01', carried: true, cell: null, values: { ...named, gn_ky } }],
  })
  expect(history.matters(given('2025-02', 100), [typed])).toEqual([])
  expect(history.matters(given('2025-03', 900), [given('2025-02', 100), typed]).map(({ code }) => code)).toEqual(['outlier'])
})
