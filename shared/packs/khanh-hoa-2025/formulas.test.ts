import { describe, expect, test } from 'vitest'
import { datesFor } from '../../deadline.ts'
import { type Compiled, compileFormula, orderComputed } from '../../rule/compile.ts'
import { evaluate } from '../../rule/evaluate.ts'
import type { Result, Scalar } from '../../rule/scalar.ts'
import { periodValues, planValues, scopeOf } from '../../rule/values.ts'
import { fieldOf, type Table, tableOf } from '../../template.ts'
import { khanhHoa2025 } from './pack.ts'

const { templates, plan } = khanhHoa2025
const table = (code: string, key = 'main') => tableOf(templates.find((one) => one.code === code)!, key)!

function compiled(source: string, of: Table): Compiled {
  const result = compileFormula(source, scopeOf(of, plan))
  if (!result.ok) throw new Error(`${source} ${JSON.stringify(result.refusals)}`)
  return result.formula
}

const computedOf = (of: Table) => new Map(of.fields.flatMap(({ key, formula }) => (formula ? [[key, compiled(formula, of)] as const] : [])))

/** A row as formulas see it, its computed columns worked out. */
function worked(of: Table, row: Record<string, Scalar>): Record<string, Result> {
  const formulas = computedOf(of)
  const order = orderComputed(formulas)
  if (!order.ok) throw new Error(order.cycle.join(' → '))
  const values: Record<string, Result> = { ...row }
  for (const key of order.order) values[key] = run(formulas.get(key)!, values)
  return values
}
const march = periodValues('2025-03', datesFor(templates[0]!.regime, '2025-03'), 'STTTT')
const run = (formula: Compiled, row: Record<string, Result>, columns: Record<string, Scalar[]> = {}) =>
  evaluate(formula, { row, column: (key) => columns[key] ?? [], plan: planValues(plan), period: march })

const holds = (of: Table, id: string, row: Record<string, Scalar>, columns?: Record<string, Scalar[]>) =>
  run(compiled(of.rules.find((rule) => rule.id === id)!.formula, of), worked(of, row), columns)
const needed = (of: Table, key: string, row: Record<string, Scalar>) => run(compiled(fieldOf(of, key)!.requiredWhen!, of), worked(of, row))

test.each(templates.flatMap((template) => template.tables.map((one) => [`${template.code}.${one.key}`, one] as const)))(
  'every formula of %s compiles, and computed columns wait for none in a circle',
  (_, one) => {
    for (const { requiredWhen } of one.fields) if (requiredWhen) compiled(requiredWhen, one)
    expect(orderComputed(computedOf(one)).ok).toBe(true)
  },
)

describe('THANG', () => {
  const thang = table('THANG')

  test.each<[number | null, number | null, Result]>([
    [null, null, ''],
    [null, 12.5, 12.5],
    [30, null, 30],
    [30, 0, 30],
    [0.1, 0.2, 0.1 + 0.2],
    [30, -5, 25],
  ])('disbursed before %s and in the period %s makes %s', (before, now, sum) => {
    expect(worked(thang, { gn_lk_truoc: before, gn_ky: now }).gn_lk).toBe(sum)
  })

  test.each<[string, number, boolean]>([
    ['Hoàn thành', 100, true],
    ['Hoàn thành', 99, false],
    ['Đang thực hiện', 100, false],
    ['Đang thực hiện', 60, true],
  ])('%s at %s %%: 100 goes with completed only (%s)', (trang_thai, ty_le, right) => {
    expect(holds(thang, 'THANG-100', { trang_thai, ty_le })).toBe(right)
  })

  test.each<[string, number, boolean]>([
    ['Chưa triển khai', 0, true],
    ['Chưa triển khai', 1, false],
    ['Đang thực hiện', 0, false],
    ['Tạm dừng', 0, true],
  ])('%s at %s %%: 0 goes with not started (%s)', (trang_thai, ty_le, right) => {
    expect(holds(thang, 'THANG-0', { trang_thai, ty_le })).toBe(right)
  })

  test('a falling percentage is noticed, a first one is not', () => {
    expect(holds(thang, 'THANG-GIAM', { ty_le_truoc: 40, ty_le: 30 })).toBe(false)
    expect(holds(thang, 'THANG-GIAM', { ty_le_truoc: 40, ty_le: 40 })).toBe(true)
    expect(holds(thang, 'THANG-GIAM', { ty_le_truoc: null, ty_le: 0 })).toBe(true)
  })

  test('more than the budget is noticed, a task without budget is left alone', () => {
    expect(holds(thang, 'THANG-VON', { kh_von: 100, gn_lk_truoc: 90, gn_ky: 10.001 })).toBe(false)
    expect(holds(thang, 'THANG-VON', { kh_von: 100, gn_lk_truoc: 90, gn_ky: 10 })).toBe(true)
    expect(holds(thang, 'THANG-VON', { kh_von: 100, gn_lk_truoc: null, gn_ky: null })).toBe(true)
    expect(holds(thang, 'THANG-VON', { kh_von: null, gn_ky: 5 })).toBe(true)
  })

  test('a result is needed unless nothing was begun', () => {
    expect(needed(thang, 'ket_qua', { trang_thai: 'Chưa triển khai' })).toBe(false)
    expect(needed(thang, 'ket_qua', { trang_thai: 'Đang thực hiện' })).toBe(true)
    expect(needed(thang, 'gn_ky', { kh_von: null })).toBe(false)
    expect(needed(thang, 'gn_ky', { kh_von: 5 })).toBe(true)
    expect(needed(thang, 'sp_ngay', { sp_so: '-' })).toBe(false)
    expect(needed(thang, 'sp_ngay', { sp_so: '954/QĐ-UBND' })).toBe(true)
    expect(needed(thang, 'sp_ngay', { sp_so: null })).toBe(false)
  })
})

describe('CHITIEU', () => {
  const chitieu = table('CHITIEU')
  const rate = (toan_tu: string, muc_tieu: number, tu_so: number | null, mau_so: number | null) =>
    worked(chitieu, { ap_dung: 'Có', loai: 'Tỷ lệ', toan_tu, muc_tieu, tu_so, mau_so })
  const typed = (loai: string, toan_tu: string, muc_tieu: number, ket_qua_nhap: number | null) =>
    worked(chitieu, { ap_dung: 'Có', loai, toan_tu, muc_tieu, ket_qua_nhap })

  test.each<[string, number, number, number, Result, Result]>([
    ['=', 100, 184, 184, 100, 'Đạt'],
    ['=', 100, 99_999, 100_000, 100, 'Chưa đạt'],
    ['≥', 90, 9, 10, 90, 'Đạt'],
    ['>', 50, 1, 2, 50, 'Chưa đạt'],
    ['>', 50, 50_001, 100_000, 50, 'Đạt'],
    ['trong khoảng', 1, 2, 100, 2, 'Đạt'],
    ['trong khoảng', 1, 9, 1000, 0.9, 'Chưa đạt'],
    ['≥', 60, 0, 7, 0, 'Chưa đạt'],
  ])('%s %s with %s of %s: %s, %s – judged before rounding', (toan_tu, muc_tieu, tu_so, mau_so, ket_qua, dat) => {
    expect(rate(toan_tu, muc_tieu, tu_so, mau_so)).toMatchObject({ ket_qua, dat })
  })

  test.each<[number | null, number | null]>([
    [null, null],
    [null, 10],
    [5, null],
    [5, 0],
  ])('%s of %s gives no result and no judgement', (tu_so, mau_so) => {
    expect(rate('≥', 90, tu_so, mau_so)).toMatchObject({ ket_qua: '', dat: '', chenh: '' })
  })

  test('ranks, minimums and exact counts are judged as typed', () => {
    expect(typed('Thứ hạng', '≤', 25, 25)).toMatchObject({ ket_qua: 25, dat: 'Đạt' })
    expect(typed('Thứ hạng', '≤', 25, 26).dat).toBe('Chưa đạt')
    expect(typed('Số đếm', '≥', 1, 3).dat).toBe('Đạt')
    expect(typed('Số đếm', '≥', 1, 0)).toMatchObject({ ket_qua: 0, dat: 'Chưa đạt' })
    expect(typed('Số đếm', '=', 31, 32).dat).toBe('Chưa đạt')
    expect(typed('Số đếm', '=', 31, null)).toMatchObject({ ket_qua: '', dat: '' })
  })

  test('what does not apply is neither 0 nor failed, and needs its reason', () => {
    const row = { ap_dung: 'Không áp dụng', loai: 'Tỷ lệ', toan_tu: '=', muc_tieu: 100, tu_so: null, mau_so: null }
    expect(worked(chitieu, row)).toMatchObject({ ket_qua: '', dat: 'Không áp dụng' })
    expect(needed(chitieu, 'giai_trinh', row)).toBe(true)
    expect(needed(chitieu, 'tu_so', row)).toBe(false)
    expect(needed(chitieu, 'nguon', row)).toBe(false)
    expect([holds(chitieu, 'CHITIEU-TU-MAU', row), holds(chitieu, 'CHITIEU-MAU', row), holds(chitieu, 'CHITIEU-CHENH', row)]).toEqual([
      true,
      true,
      true,
    ])
  })

  test('numerators beyond denominators, empty denominators and leaps are noticed', () => {
    const row = { ap_dung: 'Có', loai: 'Tỷ lệ', toan_tu: '≥', muc_tieu: 60, tu_so: 8, mau_so: 10, ky_truoc: 50 }
    expect(holds(chitieu, 'CHITIEU-TU-MAU', row)).toBe(true)
    expect(holds(chitieu, 'CHITIEU-TU-MAU', { ...row, tu_so: 11 })).toBe(false)
    expect(holds(chitieu, 'CHITIEU-MAU', { ...row, mau_so: 0 })).toBe(false)
    expect(worked(chitieu, row).chenh).toBe(30)
    expect(holds(chitieu, 'CHITIEU-CHENH', row)).toBe(false)
    expect(holds(chitieu, 'CHITIEU-CHENH', { ...row, ky_truoc: 60 })).toBe(true)
    expect(holds(chitieu, 'CHITIEU-CHENH', { ...row, ky_truoc: null })).toBe(true)
  })
})

describe('PL2 and PL3', () => {
  const [pl2, pl3] = [table('PL2'), table('PL3')]
  const needs = { nc_nstw: 0, nc_dtc: 100, nc_tx: 0.5, nc_khac: 0 }

  test('the year’s total is the sum of its sources', () => {
    expect(worked(pl2, needs).nc_tong).toBe(100.5)
    expect(worked(pl3, { nc_nstw: 1, nc_tx: 2, nc_khcn: 2, nc_khac: 3 }).nc_tong).toBe(6)
  })

  test('a tenth goes to security, or there is a reason', () => {
    expect(holds(pl2, 'PL2-ATTT-10', { ...needs, kp_attt: 10.05 })).toBe(true)
    expect(holds(pl2, 'PL2-ATTT-10', { ...needs, kp_attt: 10.049 })).toBe(false)
    expect(holds(pl2, 'PL2-ATTT-10', { ...needs, kp_attt: 0, ly_do_mien_attt: 'Đã thuê SOC' })).toBe(true)
    expect(holds(pl3, 'PL3-ATTT-MAX', { nc_tx: 5, kp_attt: 6 })).toBe(false)
  })

  test('amounts stay within what they are part of', () => {
    expect(holds(pl2, 'PL2-TMDT-MAX', { ...needs, lk_bo_tri: 50, tmdt: 150.5 })).toBe(true)
    expect(holds(pl2, 'PL2-TMDT-MAX', { ...needs, lk_bo_tri: 50, tmdt: 150.499 })).toBe(false)
    expect(holds(pl2, 'PL2-GIAI-NGAN', { lk_giai_ngan: 51, lk_bo_tri: 50 })).toBe(false)
    expect(holds(pl2, 'PL2-MOI', { tinh_chat: 'Khởi công mới', lk_bo_tri: 1 })).toBe(false)
    expect(holds(pl3, 'PL3-KHCN', { nc_tx: 2, nc_khcn: 3 })).toBe(false)
    expect(holds(pl3, 'PL3-NHU-CAU', { nc_tx: 2, du_toan: 1 })).toBe(false)
  })

  test('one agency cannot need more than section VI has for the province', () => {
    expect(holds(pl2, 'PL2-DTC-TINH', {}, { nc_dtc: [322_798, 1] })).toBe(true)
    expect(holds(pl2, 'PL2-DTC-TINH', {}, { nc_dtc: [322_799, 0.001] })).toBe(false)
    expect(holds(pl3, 'PL3-TX-TINH', {}, { nc_tx: [154_531_000] })).toBe(false)
  })

  test('the decision is needed unless the project is being prepared', () => {
    expect(needed(pl2, 'qd_so', { tinh_chat: 'Chuẩn bị đầu tư' })).toBe(false)
    expect(needed(pl2, 'qd_so', { tinh_chat: 'Chuyển tiếp' })).toBe(true)
  })
})

describe('PL1, RAQUET and QUY', () => {
  test('a document is not issued before it is submitted', () => {
    const pl1 = table('PL1')
    expect(holds(pl1, 'PL1-01', { ngay_trinh: 45733, ngay_ban_hanh: 45732 })).toBe(false)
    expect(holds(pl1, 'PL1-01', { ngay_trinh: 45733, ngay_ban_hanh: 45733 })).toBe(true)
    expect(holds(pl1, 'PL1-01', { ngay_trinh: 45733, ngay_ban_hanh: null })).toBe(true)
    expect(needed(pl1, 'ngay_trinh', { trang_thai: 'Đã ban hành' })).toBe(true)
    expect(needed(pl1, 'ngay_trinh', { trang_thai: 'Chưa trình' })).toBe(false)
  })

  test('weaknesses that remain need a date, and no more are mended than found', () => {
    const raquet = table('RAQUET')
    const found = { lo_hong_nt: 1, lo_hong_cao: 2, lo_hong_tb: 0, lo_hong_thap: 4 }
    expect(needed(raquet, 'han_kp', { ...found, da_khac_phuc: 6 })).toBe(true)
    expect(needed(raquet, 'han_kp', { ...found, da_khac_phuc: 7 })).toBe(false)
    expect(holds(raquet, 'RAQUET-KP', { ...found, da_khac_phuc: 8 })).toBe(false)
  })

  test('the quarter’s counts and shares follow from what was counted', () => {
    const counts = { ht_dung: 3, ht_tre: 1, dang: 5, qua_han: 2, chua: 1, dung: 0 }
    expect(worked(table('QUY', 'a'), counts)).toMatchObject({ tong: 12, ty_le: 33.33 })
    expect(worked(table('QUY', 'a'), {})).toMatchObject({ tong: 0, ty_le: '' })
    expect(worked(table('QUY', 'b'), { so_ky: 3, dung_han: 2, tre: 0 }).khong).toBe(1)
    expect(holds(table('QUY', 'b'), 'QUY-B-KY', { so_ky: 3, dung_han: 3, tre: 1 })).toBe(false)
    expect(worked(table('QUY', 'c'), { loai: 'Tỷ lệ', toan_tu: '>', muc_tieu: 50, ket_qua: 50 }).dat).toBe('Chưa đạt')
    expect(worked(table('QUY', 'c'), { loai: 'Số đếm', toan_tu: '=', muc_tieu: 2, ket_qua: 3 }).dat).toBe('Chưa đạt')
    expect(worked(table('QUY', 'c'), { ket_qua: null }).dat).toBe('')
    expect(worked(table('QUY', 'd'), { ke_hoach: 0, gn_lk: 0 }).ty_le).toBe('')
    expect(worked(table('QUY', 'd'), { ke_hoach: 322_799, gn_lk: 32_279.9 }).ty_le).toBe(10)
  })
})
