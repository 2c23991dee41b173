import { describe, expect, test } from 'vitest'
import { check } from '../check.ts'
import type { CheckContext } from '../check-context.ts'
import { datesFor } from '../deadline.ts'
import type { Entry, Filing } from '../filing.ts'
import { stateOf } from '../obligation.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../prefill.ts'
import { controlSheet } from '../sheet/control-sheet.ts'
import { countedAt, statesOf } from '../standing.ts'
import { consolidate } from '../testing/consolidated.ts'
import { sentence } from '../text/sentence.ts'
import { medianOf } from './outliers.ts'
import { missingBefore } from './outline-gaps.ts'

const { templates, plan, register, assignments, waivers } = khanhHoa2025
const templateOf = (code: string) => templates.find((one) => one.code === code)!
type Cells = Record<string, Entry['value']>

function judged(code: string, agency: string, period: string, rows: Record<string, Cells>, more: Partial<CheckContext> = {}, nil = false) {
  const template = templateOf(code)
  const given = prefill(template, agency, period, { register, plan, assignments, previous: null })
  const context: CheckContext = { today: '2025-03-17', agency, period, register, plan, prefill: given, previous: null, ...more }
  const entries = (cells: Cells) => Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, { value }]))
  const filing: Filing = {
    ...{ template: code, version: template.version, agency, period, explanations: {} },
    declaration: nil ? { kind: 'nothing-to-report' } : null,
    header: entries({ nguoi_lap: 'Nguyễn Thị Lan', nguoi_ky: 'Trần Văn Minh' }),
    rows: nil ? [] : Object.entries(rows).map(([id, cells]) => ({ id, table: 'main', entries: entries(cells) })),
  }
  return check(template, filing, context).findings
}
const of = (findings: ReturnType<typeof judged>, code: string) => findings.filter((one) => one.code === code)

const project = (n: number, cells: Cells = {}): Cells => ({
  ...{ stt: String(n), ten: `Dự án ${n}`, chu_dau_tu: 'Sở Thông tin và Truyền thông', nhom_du_an: 'B', tinh_chat: 'Chuẩn bị đầu tư' },
  ...{ tru_cot: 'Hạ tầng', muc_tieu: 'Mở rộng hạ tầng số', quy_mo: 'Máy chủ và đường truyền', thoi_gian: '2025-2026', tmdt: 900_000 },
  ...{ lk_bo_tri: 0, lk_giai_ngan: 0, nc_nstw: 0, nc_tx: 0, nc_khac: 0, nc_dtc: 100, kp_attt: 10, cap_do: '-', nhom_uu_tien: '01' },
  nhiem_vu: 'III.3.a',
  ...cells,
})
const projects = (...cells: Cells[]) => Object.fromEntries(cells.map((one, at) => [`n${at + 1}`, project(at + 1, one)]))

describe('a total that is not the sum of its sources (R08)', () => {
  test('typed over the computed cell it blocks, and one click restores the sum', () => {
    const [found] = of(judged('PL2', 'STTTT', '2025-03', projects({ nc_tong: 477 })), 'computed-changed')
    expect(found).toMatchObject({ severity: 'error', expected: '100', fixes: [{ field: 'nc_tong', value: 100, rowId: 'n1' }] })
    expect(sentence(found!, 'vi')).toContain('bằng tổng các ô thành phần là 100, nhưng đã bị gõ đè 477')
  })

  test('typed the same as the sum it is no finding', () => {
    expect(of(judged('PL2', 'STTTT', '2025-03', projects({ nc_tong: 100 })), 'computed-changed')).toEqual([])
  })
})

describe('an amount a thousand times what the column holds (R11)', () => {
  const amounts = (...dtc: number[]) =>
    of(judged('PL2', 'STTTT', '2025-03', projects(...dtc.map((nc_dtc) => ({ nc_dtc })))), 'thousandfold')

  test('is asked about, with what was probably meant', () => {
    const [found, ...rest] = amounts(100, 120, 80, 95_000_000)
    expect(rest).toEqual([])
    expect(found).toMatchObject({
      severity: 'warning',
      place: { rowId: 'n4', field: 'nc_dtc' },
      params: { first: '95.000.000', second: '95' },
    })
    expect(found?.fixes.map(({ value }) => value)).toEqual([95, 95_000_000])
  })

  test('just below a thousand times the median it is an amount like others', () => {
    expect(amounts(100, 100, 99_999)).toEqual([])
    expect(amounts(100, 100, 100_000)).toHaveLength(1)
  })

  test('of two amounts nobody can tell which is strange, and what is 0 is not counted', () => {
    expect(amounts(100, 200_000)).toEqual([])
    expect(amounts(0, 0, 0, 100, 200_000)).toEqual([])
  })

  test('the median is the middle', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([2, 2.5])
  })
})

describe('numbers of an outline', () => {
  test.each([
    ['19.1', ['19'], null],
    ['19.1', ['18'], '19'],
    ['19.3', ['19', '19.1'], '19.2'],
    ['2', ['1'], null],
    ['3', ['1'], '2'],
    ['III', ['I'], 'II'],
    ['II', ['I'], null],
    ['1', [], null],
    ['1.1.2', ['1', '1.1', '1.1.1'], null],
    ['a', [], null],
  ])('%s after %s misses %s', (number, there, missing) => {
    expect(missingBefore(number, new Set(there))).toBe(missing)
  })

  test('a child row of appendix I without the one before it is told, in any order of the rows', () => {
    const rows = {
      n1: { stt: '2', ten_van_ban: 'Quy chế A' },
      n2: { stt: '2.2', ten_van_ban: 'Quy chế B' },
      n3: { stt: '1', ten_van_ban: 'Quy chế C' },
    }
    expect(of(judged('PL1', 'STTTT', '2025-03', rows), 'sequence-broken').map(({ actual, expected }) => [actual, expected])).toEqual([
      ['2.2', '2.1'],
    ])
  })

  test('a number of appendix I that is there twice is a duplicate', () => {
    const rows = { n1: { stt: '90', ten_van_ban: 'Quy chế A' }, n2: { stt: '90', ten_van_ban: 'Quy chế B' } }
    expect(of(judged('PL1', 'STTTT', '2025-03', rows), 'duplicate-row').map(({ place }) => place.field)).toContain('stt')
  })
})

describe('a title that names fewer places than its lead group (R06)', () => {
  const row = (title: string, lead: string) => ({ n1: { stt: '90', ten_van_ban: title, co_quan_chu_tri: lead } })
  const narrower = (title: string, lead: string) => of(judged('PL1', 'STTTT', '2025-03', row(title, lead)), 'place-narrower')
  const ALL = 'UBND các huyện, thị xã, thành phố'

  test('is asked about, with the agencies of those places', () => {
    const [found] = narrower('Đề án đô thị thông minh tại Ninh Hoà, Cam Lâm', ALL)
    expect(found).toMatchObject({ severity: 'warning', place: { field: 'co_quan_chu_tri' }, params: { places: 'Ninh Hòa, Cam Lâm' } })
    expect(found?.fixes.map(({ value }) => value)).toEqual(['UBND thị xã Ninh Hòa; UBND huyện Cam Lâm'])
  })

  test('names no place, or is led by those agencies: nothing to ask', () => {
    expect(narrower('Đề án đô thị thông minh tại địa phương', ALL)).toEqual([])
    expect(narrower('Đề án đô thị thông minh tại Ninh Hòa', 'UBND thị xã Ninh Hòa')).toEqual([])
    expect(narrower('Kế hoạch của tỉnh Khánh Hòa', ALL)).toEqual([])
  })

  test('row 16 of the signed plan is so, and waived', () => {
    const found = (more: Partial<CheckContext>) =>
      of(judged('PL1', 'UBND_NINHHOA', '2025-03', { 'PL1-16': {} }, more), 'place-narrower').map(({ severity }) => severity)
    expect(found({})).toEqual(['warning'])
    expect(found({ waivers: waivers.map((one, at) => ({ id: String(at), ...one })) })).toEqual(['info'])
  })
})

describe('what the signed plan itself breaks (R01, R02, R07)', () => {
  const rules = (more: Partial<CheckContext>) =>
    judged('PL1', 'STTTT', '2025-03', { 'PL1-2': {}, 'PL1-14': {}, 'PL1-10': {} }, more)
      .filter(({ ruleId }) => ruleId !== undefined)
      .map(({ ruleId, severity, place }) => [place.rowId, ruleId, severity])
      .toSorted()

  test('row 2 lies outside the year and before the plan, rows 2 and 14 are named otherwise in III; row 10 is not', () => {
    expect(rules({})).toEqual([
      ['PL1-14', 'PL1-TEN-III', 'warning'],
      ['PL1-2', 'PL1-NAM', 'warning'],
      ['PL1-2', 'PL1-TEN-III', 'warning'],
      ['PL1-2', 'PL1-TRUOC-KH', 'warning'],
    ])
  })

  test('nobody has to explain it: each is a note with the reason', () => {
    const known = waivers.map((one, at) => ({ id: String(at), ...one }))
    expect(new Set(rules({ waivers: known }).map(([, , severity]) => severity))).toEqual(new Set(['info']))
  })
})

describe('a task that is overdue (R16)', () => {
  const overdue = (cells: Cells, period = '2025-04', today = '2025-04-16') =>
    judged(
      'THANG',
      'UBND_DIENKHANH',
      period,
      { 'PL1-18': { trang_thai: 'Đang thực hiện', ty_le: 50, ky_toi: 'Trình ký', ...cells } },
      { today },
    )
      .filter(({ place }) => place.rowId === 'PL1-18' && (place.field === 'kho_khan' || place.field === 'nguyen_nhan'))
      .map(({ code, ruleId, severity, place }) => [place.field, ruleId ?? code, severity])

  test('due in March it says in April what holds it up and why, and "-" is no answer', () => {
    expect(overdue({})).toEqual([
      ['kho_khan', 'required', 'error'],
      ['nguyen_nhan', 'required', 'error'],
    ])
    expect(overdue({ kho_khan: '-', nguyen_nhan: 'Kinh phí' })).toEqual([['kho_khan', 'THANG-QUA-HAN', 'error']])
    expect(overdue({ kho_khan: 'Chờ bố trí vốn', nguyen_nhan: 'Kinh phí' })).toEqual([])
  })

  test('in March it is not overdue yet, nor ever once it is completed', () => {
    expect(overdue({}, '2025-03')).toEqual([])
    expect(overdue({ trang_thai: 'Hoàn thành', ty_le: 100 })).toEqual([])
  })

  test('the verdict on a period is the same on whatever day it is asked for', () => {
    for (const today of ['2025-04-01', '2025-04-16', '2026-11-25']) expect(overdue({}, '2025-03', today)).toEqual([])
    for (const today of ['2025-04-01', '2026-11-25']) expect(overdue({}, '2025-04', today)).toHaveLength(2)
  })
})

describe('half a year without a scan (R25)', () => {
  test('is asked about where nothing is reported', () => {
    expect(judged('RAQUET', 'STTTT', '2025-H1', {}, {}, true).map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['RAQUET-6T', 'warning'],
    ])
  })
})

describe('what only the whole province shows', () => {
  const filed = (agency: string, dtc: number) => ({
    ...{ agency, agencyName: agency, submissionId: agency, receiptNumber: agency },
    content: {
      ...{ template: 'PL2', version: 1, agency, period: '2025-03', declaration: null, header: {}, explanations: {} },
      rows: [{ id: 'n1', table: 'main', carried: false, values: { nc_dtc: dtc } }],
    },
  })
  const verdict = (...dtc: number[]) => {
    const counted = dtc.map((one, at) => filed(`A${at}`, one))
    const { totals } = consolidate(templateOf('PL2'), counted)
    const [planned, sum] = [plan.totals.tong_dtc! / 1e6, Number(totals.main?.nc_dtc) / 1e6]
    const line = { label: 'Đầu tư công', planned, filed: sum, above: [] }
    const sheet = controlSheet({ planNumber: plan.number, lines: [line], repeats: [], repeatCount: 0, matters: [], comparedOnly: null })
    return sheet.cells.map(({ value }) => value).filter((value) => /^(Khớp|Vượt|Thấp)/.test(String(value)))
  }

  test('R09: public investment of all agencies is held against section VI, to the đồng', () => {
    expect(verdict(322_798_000_000, 1_000_000)).toEqual(['Khớp'])
    expect(verdict(322_798_000_000, 999_999)).toEqual(['Thấp hơn Kế hoạch'])
    expect(verdict(322_798_000_000, 1_000_001)).toEqual(['Vượt Kế hoạch'])
  })

  test('R18: at 00:00 of the 20th in Vietnam a submission is late, a second before it is not', () => {
    const dates = datesFor(templateOf('THANG').regime, '2025-03')
    const late = (reachedAt: string) =>
      stateOf({ dates }, { draft: false, submissions: [{ state: 'submitted', reachedAt, declaration: null }] }, new Date(reachedAt)).late
    expect([late('2025-03-19T16:59:59.000Z'), late('2025-03-19T17:00:00.000Z')]).toEqual([false, true])
  })

  test('R24: of what was sent again only the last counts, and what was sent before is superseded', () => {
    const sent = ['submitted', 'submitted', 'submitted'] as const
    expect([countedAt(sent), statesOf(sent)]).toEqual([2, ['superseded', 'superseded', 'submitted']])
  })

  test('rank and GRDP come from one source: what two agencies say differently has no total', () => {
    const template = templateOf('CHITIEU')
    const said = (agency: string, rank: number) => ({
      ...filed(agency, 0),
      content: {
        ...filed(agency, 0).content,
        template: 'CHITIEU',
        rows: [{ id: 'DTI_XEPHANG', table: 'main', carried: true, values: { ket_qua_nhap: rank } }],
      },
    })
    const total = (...ranks: number[]) => {
      const counted = ranks.map((rank, at) => said(`A${at}`, rank))
      return consolidate(template, counted).totals.main?.ket_qua_nhap
    }
    expect([total(25), total(25, 25), total(25, 24)]).toEqual([25, 25, null])
  })
})
