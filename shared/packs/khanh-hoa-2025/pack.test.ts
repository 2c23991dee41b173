import * as v from 'valibot'
import { expect, test } from 'vitest'
import { membersOn, Register } from '../../agency.ts'
import { findPeriodRange, showPeriod } from '../../period.ts'
import { Plan } from '../../plan.ts'
import { tableOf } from '../../template.ts'
import { NIL } from '../../value.ts'
import { khanhHoa2025 } from './pack.ts'

const { plan, register, assignments, templates } = khanhHoa2025
const DAY = '2025-03-31'

const given = (template: string, agency: string) =>
  assignments.filter((one) => one.template === template && membersOn(register, one.assignedTo, DAY).some(({ code }) => code === agency))
const points = assignments.filter((one) => one.template === 'THANG' && /^(III|IV)\./.test(one.rowId))
const codes = new Set([...register.agencies, ...register.groups].map((one) => one.code))

test('the plan and its register are well formed', () => {
  expect(v.safeParse(Plan, plan).issues).toBeUndefined()
  expect(v.safeParse(Register, register).issues).toBeUndefined()
})

test('section III has 64 points, section IV 21, with the letters of the Vietnamese alphabet', () => {
  expect(plan.clauses.filter((clause) => clause.startsWith('III.'))).toHaveLength(64)
  expect(plan.clauses.filter((clause) => clause.startsWith('IV.'))).toHaveLength(21)
  for (const clause of plan.clauses) expect(clause).toMatch(/^(III|IV)\.\d{1,2}\.[abcdđeghiklm]$/)
  expect(plan.clauses.slice(5, 7)).toEqual(['III.2.d', 'III.2.đ'])
})

test('the totals of section VI add up to the đồng', () => {
  const { tong, nstw, nsdp, khac, tong_dtc, tong_tx } = plan.totals as Record<string, number>
  expect(tong).toBe(477_330_000_000)
  expect(nstw! + nsdp! + khac!).toBe(tong)
  expect(tong_dtc! + tong_tx!).toBe(nsdp)
})

test('agencies and groups are there once, and groups hold what exists', () => {
  expect(codes.size).toBe(register.agencies.length + register.groups.length)
  for (const group of register.groups) for (const member of group.members) expect(codes.has(member), member).toBe(true)
  expect(register.agencies).toHaveLength(60)
  expect(register.groups).toHaveLength(13)
})

test('the groups of the plan open to their agencies', () => {
  expect(membersOn(register, ['GRP_SO_BAN_NGANH'], DAY)).toHaveLength(21)
  expect(membersOn(register, ['GRP_UBND_HUYEN'], DAY)).toHaveLength(9)
  expect(membersOn(register, ['GRP_DON_VI_KHAC'], DAY).map((one) => one.code)).toEqual([
    'CA_TINH',
    'DAI_PTTH',
    'BAO_KH',
    'CONG_TTDT',
    'TINH_DOAN',
  ])
})

test('every point has a row and a text, in the plan’s order; section IV is given to nobody', () => {
  expect(points.map((one) => one.rowId)).toEqual(plan.clauses)
  for (const point of points) expect(String(point.values.ten_nv).length).toBeGreaterThan(18)
  for (const point of points) expect(point.assignedTo.length === 0, point.rowId).toBe(point.rowId.startsWith('IV.'))
})

test('Sở TTTT gets the 25 points of VII.1.i and its 15 documents', () => {
  const rows = given('THANG', 'STTTT')
  const own = rows.filter((one) => one.rowId.startsWith('III.'))
  expect(own.map((one) => one.rowId)).toEqual(
    (
      'III.1.a III.1.b III.2.a III.2.b III.2.c III.2.d III.2.đ III.3.a III.3.b III.3.c III.3.d III.3.đ III.4.a III.5.a III.5.b III.5.g ' +
      'III.6.a III.6.đ III.8.b III.8.c III.9.a III.9.b III.9.e III.10.a III.10.b'
    ).split(' '),
  )
  expect(own.every((one) => one.basis === 'VII.1.i')).toBe(true)
  expect(own[0]!.values.co_quan_phoi_hop).toEqual(['GRP_SO_BAN_NGANH', 'GRP_UBND_HUYEN'])
  expect(rows.filter((one) => one.rowId.startsWith('PL1-'))).toHaveLength(15)
  expect(rows).toHaveLength(40)
})

test('each point of III is led under one provision: 25, 1, 1 and the remaining 37', () => {
  const bases = points.filter((one) => one.rowId.startsWith('III.')).map((one) => one.basis.split(' ')[0])
  expect(
    Object.fromEntries(['VII.1.i', 'VII.3.b', 'VII.5.e', 'VII.7.a'].map((basis) => [basis, bases.filter((one) => one === basis).length])),
  ).toEqual({
    'VII.1.i': 25,
    'VII.3.b': 1,
    'VII.5.e': 1,
    'VII.7.a': 37,
  })
})

test('UBND huyện Diên Khánh gets the remaining points less those that name others, and three documents', () => {
  const rows = given('THANG', 'UBND_DIENKHANH').map((one) => one.rowId)
  const narrowed = ['III.4.d', 'III.4.đ', 'III.6.h', 'III.7.g', 'III.7.l', 'III.9.h']
  expect(rows.filter((id) => id.startsWith('III.'))).toHaveLength(37 - narrowed.length)
  for (const id of narrowed) expect(rows).not.toContain(id)
  expect(rows).toContain('III.7.h')
  expect(rows.filter((id) => id.startsWith('PL1-'))).toEqual(['PL1-17', 'PL1-18', 'PL1-19'])
})

test('points go to whom their own text names', () => {
  const to = (rowId: string) => membersOn(register, points.find((one) => one.rowId === rowId)!.assignedTo, DAY).map((one) => one.code)
  const four = ['UBND_NHATRANG', 'UBND_CAMRANH', 'UBND_NINHHOA', 'UBND_CAMLAM']
  expect(to('III.4.d')).toEqual(four)
  expect(to('III.7.l')).toEqual(four)
  expect(to('III.4.đ')).toEqual([])
  expect(to('III.6.h')).toEqual(['DAI_PTTH', 'BAO_KH', 'CONG_TTDT'])
  expect(to('III.7.h')).toHaveLength(9)
  expect(to('III.7.g')).toHaveLength(20)
  expect(to('III.8.d')).toEqual(['SKHDT'])
  expect(to('III.9.g')).toEqual(['SNV'])
  expect(to('III.9.h')).toEqual(['TINH_DOAN'])
})

test('appendix I has 19 documents; row 17 lacks its cell, row 19 says there is none', () => {
  const rows = assignments.filter((one) => one.template === 'PL1')
  expect(rows.map((one) => one.rowId)).toEqual(Array.from({ length: 19 }, (_, at) => `PL1-${at + 1}`))
  const coordination = (n: number) => rows[n - 1]!.values.co_quan_phoi_hop
  expect(coordination(17)).toBeNull()
  expect(coordination(19)).toBe(NIL)
  expect(coordination(16)).toEqual(['STTTT', 'GRP_SO_BAN_NGANH'])
  expect(rows.filter((one) => one.values.co_quan_phoi_hop === null)).toHaveLength(1)
  expect(rows[15]!.assignedTo).toEqual(['UBND_NINHHOA', 'UBND_CAMLAM'])
})

test('due times of appendix I read as the plan writes them', () => {
  const due = assignments.filter((one) => one.template === 'PL1').map((one) => showPeriod(String(one.values.thoi_gian_trinh), 'vi'))
  const expected = {
    1: 'Tháng 3/2025',
    2: 'Tháng 12/2024',
    11: 'Sau khi có kế hoạch của BCĐ CĐS quốc gia',
    17: 'Tháng 4/2025',
    19: 'Năm 2025',
  }
  for (const [n, text] of Object.entries(expected)) expect(due[Number(n) - 1]).toBe(text)
  expect(due.filter((text) => text === 'Tháng 3/2025')).toHaveLength(9)
})

test('due times of tasks are periods', () => {
  for (const { rowId, values } of assignments.filter((one) => one.template === 'THANG')) {
    const due = String(values.thoi_han)
    expect(due.startsWith('after:') || findPeriodRange(due) !== null, rowId).toBe(true)
  }
})

test('40 indicators; the one that repeats two others is asked of nobody', () => {
  const rows = assignments.filter((one) => one.template === 'CHITIEU')
  expect(rows).toHaveLength(40)
  expect(rows.filter((one) => one.assignedTo.length === 0).map((one) => one.rowId)).toEqual(['ATTT_HTTT_III6C'])
  expect(rows.filter((one) => one.values.toan_tu === 'tren').map((one) => [one.rowId, one.values.muc_tieu])).toEqual([
    ['KTS_DNVVN', 50],
    ['KTS_HDDT', 80],
  ])
  expect(
    rows.filter((one) => one.values.muc_tieu_den !== null).map((one) => [one.rowId, one.values.muc_tieu, one.values.muc_tieu_den]),
  ).toEqual([['CHI_CDS_NSNN', 1, 1.5]])
})

test('figures that only the province has are asked of one agency', () => {
  const to = (rowId: string) => assignments.find((one) => one.rowId === rowId)!.assignedTo
  expect(to('DTI_XEPHANG')).toEqual(['STTTT'])
  expect(to('KTS_GRDP')).toEqual(['STTTT'])
  expect(to('CHI_CDS_NSNN')).toEqual(['STC'])
  expect(to('XHS_CAPQUANG')).toEqual(['GRP_UBND_HUYEN'])
})

test('the quarterly report has its fixed rows: 13 groups, every reporting agency, 39 indicators, four sources, words', () => {
  const rows = (table: string) => assignments.filter((one) => one.template === 'QUY' && one.table === table)
  expect(['a', 'b', 'c', 'd', 'e'].map((table) => rows(table).length)).toEqual([13, 35, 39, 4, 1])
  expect(rows('b').map((one) => one.values.co_quan)).toEqual(register.agencies.filter((one) => one.reports).map((one) => one.code))
  expect(rows('d').map((one) => one.values.ke_hoach)).toEqual([0, 322_799_000_000, 154_531_000_000, 0])
})

test('every assignment leads to a template, a table, fields, lists and agencies that exist, and each row is there once', () => {
  const seen = new Set<string>()
  for (const one of assignments) {
    const table = tableOf(templates.find((template) => template.code === one.template)!, one.table)!
    for (const [key, value] of Object.entries(one.values)) {
      const field = table.fields.find((candidate) => candidate.key === key)
      expect(field, `${one.template} ${key}`).toBeDefined()
      expect(field!.source, `${one.template} ${key}`).not.toBe('computed')
      const type = field!.type
      if (type.kind === 'choice')
        expect(plan.lists.find((list) => list.id === type.list)!.entries.map((entry) => entry.code)).toContain(value)
      if (type.kind === 'clause' && Array.isArray(value)) for (const clause of value) expect(plan.clauses).toContain(clause)
      if (type.kind === 'agencies' && Array.isArray(value)) for (const code of value) expect(codes.has(code), code).toBe(true)
      if (type.kind === 'text') expect(String(value).length).toBeLessThanOrEqual(type.maxLength)
      if (typeof value === 'string') expect(value).toBe(value.normalize('NFC').trim())
    }
    for (const field of table.fields) {
      if (field.source === 'carried' && field.required && field.type.kind !== 'sequence')
        expect(one.values[field.key], `${one.rowId} ${field.key}`).toBeDefined()
    }
    for (const code of one.assignedTo) expect(codes.has(code), code).toBe(true)
    expect(one.rowId).not.toMatch(/^n/)
    const id = `${one.template} ${one.table} ${one.rowId}`
    expect(seen.has(id), id).toBe(false)
    seen.add(id)
  }
})

test('every reporting agency has something in the monthly report and among the indicators', () => {
  for (const agency of register.agencies.filter((one) => one.reports)) {
    for (const template of ['THANG', 'CHITIEU'])
      expect(given(template, agency.code).length, `${template} ${agency.code}`).toBeGreaterThan(0)
  }
})
