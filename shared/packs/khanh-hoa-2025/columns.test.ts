import { describe, expect, test } from 'vitest'
import { asExpected, caseAtHand, passing } from '../../cases/case.ts'
import { check } from '../../check.ts'
import type { Entry } from '../../filing.ts'
import type { Field, FieldType } from '../../template.ts'
import { khanhHoa2025 } from './pack.ts'

/**
 * What is asked for in every column: whose it is, what it takes, whether it must be filled. Columns that a single
 * typed cell cannot hold are split.
 */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'THANG.main': {
    stt: 'carried, sequence, style number',
    ma_nv: 'carried, text, maxLength 60',
    ten_nv: 'carried, text, maxLength 2000, multiline, required',
    vai_tro: 'carried, choice, list vai-tro, required',
    co_quan_phoi_hop: 'carried, agencies, "-"',
    thoi_han: 'carried, period',
    han_cuoi: 'computed, date',
    trang_thai: 'input, choice, list tinh-trang, required',
    ty_le_truoc: 'carried, percent, places 0, min 0, max 100, from ty_le',
    ty_le: 'input, percent, places 0, min 0, max 100, required',
    ket_qua_truoc: 'carried, text, maxLength 2000, multiline, from ket_qua',
    ket_qua: 'input, text, maxLength 2000, multiline, minLength 20, required when',
    sp_so: 'input, document-number, required when, "-"',
    sp_ngay: 'input, date, required when',
    sp_link: 'input, url',
    kh_von: 'carried, money, unit trieu, min 0',
    gn_lk_truoc: 'carried, money, unit trieu, from gn_lk',
    gn_ky: 'input, money, unit trieu, required when',
    gn_lk: 'computed, money, unit trieu',
    kho_khan: 'input, text, maxLength 2000, multiline, required when, "-"',
    nguyen_nhan: 'input, choice, list nguyen-nhan, required when',
    nguyen_nhan_ro: 'input, text, maxLength 1000, multiline, required when',
    kien_nghi: 'input, text, maxLength 1000, multiline',
    kien_nghi_co_quan: 'input, agency',
    ky_toi: 'input, text, maxLength 1000, multiline, required when, "-"',
  },
  'CHITIEU.main': {
    stt: 'carried, sequence, style number',
    ma: 'carried, text, maxLength 40, required',
    ten: 'carried, text, maxLength 500, multiline, required',
    loai: 'carried, choice, list loai-chi-tieu, required',
    dvt: 'carried, choice, list don-vi-tinh, required',
    toan_tu: 'carried, choice, list toan-tu, required',
    muc_tieu: 'carried, decimal, places 2, required',
    muc_tieu_den: 'carried, decimal, places 2',
    cach_tinh: 'carried, text, maxLength 500, multiline',
    ap_dung: 'input, choice, list ap-dung, required',
    tu_so: 'input, integer, min 0, required when',
    mau_so_truoc: 'carried, integer, min 0, from mau_so',
    mau_so: 'input, integer, min 0, required when',
    ket_qua_nhap: 'input, decimal, places 2, min 0, required when',
    ket_qua: 'computed, decimal, places 2',
    ky_truoc: 'carried, decimal, places 2, from ket_qua',
    chenh: 'computed, decimal, places 2',
    dat: 'computed, choice, list danh-gia',
    nguon: 'input, text, maxLength 500, multiline, required when',
    ngay_so_lieu: 'input, date, required when',
    giai_trinh: 'input, text, maxLength 1000, multiline, required when',
  },
  'PL1.main': {
    stt: 'carried, sequence, style outline, required',
    ten_van_ban: 'carried, text, maxLength 500, required',
    co_quan_chu_tri: 'carried, agencies, required',
    co_quan_phoi_hop: 'input, agencies, required, "-"',
    thoi_gian_trinh: 'carried, period, required',
    ngay_moc: 'input, date, required when',
    han_cuoi: 'computed, date',
    loai_van_ban: 'input, choice, list loai-van-ban, required',
    nhiem_vu_lien_quan: 'input, clause, many',
    ten_muc_iii: 'carried, text, maxLength 500',
    trang_thai: 'input, choice, list trang-thai-van-ban, required',
    ngay_trinh: 'input, date, required when',
    so_ky_hieu: 'input, document-number, required when',
    ngay_ban_hanh: 'input, date, required when',
    ghi_chu: 'input, text, maxLength 1000, multiline, required when',
  },
  'PL2.main': {
    stt: 'input, sequence, style outline, required',
    ma: 'carried, text, maxLength 40',
    ten: 'input, text, maxLength 500, multiline, required',
    chu_dau_tu: 'input, agency, required',
    nhom_du_an: 'input, choice, list nhom-du-an, required',
    tinh_chat: 'input, choice, list tinh-chat-du-an, required',
    tru_cot: 'input, choice, list linh-vuc, required',
    muc_tieu: 'input, text, maxLength 1000, multiline, required',
    quy_mo: 'input, text, maxLength 2000, multiline, required',
    dia_diem: 'input, text, maxLength 300',
    thoi_gian: 'input, year-range, required',
    qd_so: 'input, document-number, required when',
    qd_ngay: 'input, date, required when',
    qd_dieu_chinh: 'input, document-number',
    tmdt: 'input, money, unit trieu, min 0, required',
    lk_bo_tri: 'input, money, unit trieu, min 0, required',
    lk_giai_ngan: 'input, money, unit trieu, min 0, required',
    nc_tong: 'computed, money, unit trieu, min 0',
    nc_nstw: 'input, money, unit trieu, min 0, required',
    nc_dtc: 'input, money, unit trieu, min 0, required, total tong_dtc',
    nc_tx: 'input, money, unit trieu, min 0, required',
    nc_khac: 'input, money, unit trieu, min 0, required',
    kp_attt: 'input, money, unit trieu, min 0, required',
    ly_do_mien_attt: 'input, text, maxLength 500, multiline, minLength 10',
    cap_do: 'input, integer, min 1, max 5, required, "-"',
    nhom_uu_tien: 'input, choice, list nhom-uu-tien, required',
    nhiem_vu: 'input, clause, many, required',
    ghi_chu: 'input, text, maxLength 1000, multiline',
  },
  'PL3.main': {
    stt: 'input, sequence, style outline, required',
    ma: 'carried, text, maxLength 40',
    ten: 'input, text, maxLength 500, multiline, required',
    chu_dau_tu: 'input, agency, required',
    hinh_thuc: 'input, choice, list hinh-thuc, required',
    tinh_chat: 'input, choice, list tinh-chat-nhiem-vu, required',
    tru_cot: 'input, choice, list linh-vuc, required',
    muc_tieu: 'input, text, maxLength 1000, multiline, required',
    noi_dung: 'input, text, maxLength 2000, multiline, required',
    phoi_hop: 'input, agencies, required, "-"',
    thoi_gian: 'input, period, required',
    so_nam_thue: 'input, integer, min 1, max 5, required when',
    san_pham: 'input, text, maxLength 500, multiline, required',
    du_toan: 'input, money, unit trieu, min 0, required',
    nc_tong: 'computed, money, unit trieu, min 0',
    nc_nstw: 'input, money, unit trieu, min 0, required',
    nc_tx: 'input, money, unit trieu, min 0, required, total tong_tx',
    nc_khcn: 'input, money, unit trieu, min 0',
    nc_khac: 'input, money, unit trieu, min 0, required',
    kp_attt: 'input, money, unit trieu, min 0, required',
    ly_do_mien_attt: 'input, text, maxLength 500, multiline, minLength 10',
    nhom_uu_tien: 'input, choice, list nhom-uu-tien, required',
    nhiem_vu: 'input, clause, many, required',
    ghi_chu: 'input, text, maxLength 1000, multiline',
  },
  'QUY.a': {
    nhom: 'carried, choice, list nhom-nhiem-vu, required',
    tong: 'computed, integer, min 0',
    ht_dung: 'input, integer, min 0, required',
    ht_tre: 'input, integer, min 0, required',
    dang: 'input, integer, min 0, required',
    qua_han: 'input, integer, min 0, required',
    chua: 'input, integer, min 0, required',
    dung: 'input, integer, min 0, required',
    ty_le: 'computed, percent, places 2',
  },
  'QUY.b': {
    co_quan: 'carried, agency, required',
    so_ky: 'carried, integer, min 0, required',
    dung_han: 'input, integer, min 0, required',
    tre: 'input, integer, min 0, required',
    khong: 'computed, integer',
    nv_tong: 'computed, integer, min 0',
    nv_ht_dung: 'input, integer, min 0, required',
    nv_ht_tre: 'input, integer, min 0, required',
    nv_dang: 'input, integer, min 0, required',
    nv_qua_han: 'input, integer, min 0, required',
    nv_chua: 'input, integer, min 0, required',
    nv_dung: 'input, integer, min 0, required',
    nv_ty_le: 'computed, percent, places 2',
    xep: 'input, integer, min 1, required',
  },
  'QUY.c': {
    ma: 'carried, text, maxLength 40, required',
    ten: 'carried, text, maxLength 500, multiline, required',
    loai: 'carried, choice, list loai-chi-tieu, required',
    toan_tu: 'carried, choice, list toan-tu, required',
    muc_tieu: 'carried, decimal, places 2, required',
    ket_qua: 'input, decimal, places 4',
    so_bao_cao: 'input, integer, min 0, required',
    so_phai_bao_cao: 'input, integer, min 0, required',
    dat: 'computed, choice, list danh-gia',
    ghi_chu: 'input, text, maxLength 1000, multiline, required when',
  },
  'QUY.d': {
    nguon: 'carried, choice, list nguon-von, required',
    ke_hoach: 'carried, money, unit trieu, min 0, required',
    gn_lk_truoc: 'carried, money, unit trieu, min 0, from gn_lk',
    gn_quy: 'input, money, unit trieu, min 0, required',
    gn_lk: 'input, money, unit trieu, min 0, required',
    ty_le: 'computed, percent, places 2',
  },
  'QUY.e': {
    danh_gia: 'input, text, maxLength 4000, multiline, required',
    ton_tai: 'input, text, maxLength 4000, multiline, required',
    kien_nghi: 'input, text, maxLength 4000, multiline',
    ky_toi: 'input, text, maxLength 4000, multiline, required',
  },
  'RAQUET.main': {
    httt: 'input, text, maxLength 300, required',
    cap_do: 'input, integer, min 1, max 5, required',
    ngay_quet: 'input, date, required',
    don_vi_quet: 'input, text, maxLength 300, required',
    lo_hong_nt: 'input, integer, min 0, required',
    lo_hong_cao: 'input, integer, min 0, required',
    lo_hong_tb: 'input, integer, min 0, required',
    lo_hong_thap: 'input, integer, min 0, required',
    da_khac_phuc: 'input, integer, min 0, required',
    han_kp: 'input, date, required when',
    ghi_chu: 'input, text, maxLength 1000, multiline',
  },
  'VUONGMAC.main': {
    ma_nv: 'input, text, maxLength 60, required',
    noi_dung: 'input, text, maxLength 2000, multiline, minLength 20, required',
    muc_do: 'input, choice, list muc-do, required',
    tham_quyen: 'input, agency, required',
    de_xuat: 'input, text, maxLength 2000, multiline, minLength 10, required',
    han: 'input, date',
    trang_thai: 'computed, choice, list xu-ly',
  },
}

const asked = ({ source, type, required, requiredWhen, nilAllowed, key, carryFrom, controlTotal }: Field): string => {
  const { kind, ...limits } = type
  const parts = [
    ...[source, kind],
    ...Object.entries(limits).map(([name, limit]) => (limit === true ? name : `${name} ${limit}`)),
    ...(required ? ['required'] : []),
    ...(requiredWhen === undefined ? [] : ['required when']),
    ...(nilAllowed ? ['"-"'] : []),
    ...(carryFrom === undefined || carryFrom === key ? [] : [`from ${carryFrom}`]),
    ...(controlTotal === undefined ? [] : [`total ${controlTotal}`]),
  ]
  return parts.join(', ')
}

test('every column that was asked for stands in its form, in its order, and takes what it should', () => {
  const found = khanhHoa2025.templates.flatMap(({ code, tables }) =>
    tables.map(({ key, fields }) => [`${code}.${key}`, Object.fromEntries(fields.map((field) => [field.key, asked(field)]))] as const),
  )
  expect(Object.fromEntries(found)).toEqual(COLUMNS)
  for (const [table, fields] of found) expect(Object.keys(fields), table).toEqual(Object.keys(COLUMNS[table] ?? {}))
})

const longer = (length: number) => 'Kế hoạch '.repeat(Math.ceil(length / 9)).slice(0, length - 1)

/** What the limits of a type forbid, each with what is said of it. */
function breaking(type: FieldType): readonly (readonly [typed: Entry['value'], code: string])[] {
  const below = 'min' in type && type.min !== undefined ? ([[type.min - 1, 'below-minimum']] as const) : []
  const above = 'max' in type && type.max !== undefined ? ([[type.max + 1, 'above-maximum']] as const) : []
  switch (type.kind) {
    case 'text':
      return [
        [`${longer(type.maxLength)}xx`, 'text-too-long'],
        ...(type.minLength === undefined ? [] : ([['ngắn', 'text-too-short']] as const)),
      ]
    case 'integer':
      return [...below, ...above, [1.5, 'not-whole']]
    case 'percent':
    case 'decimal':
      return [...below, ...above, [12 + 1.5 / 10 ** (type.places + 1), 'too-many-places']]
    case 'money':
      return [...below, [12.3456, 'too-many-places']]
    case 'date':
      return [['31/02/2025', 'not-a-date']]
    case 'period':
      return [['Quý V/2025', 'not-a-period']]
    case 'year-range':
      return [['2027-2025', 'not-a-year-range']]
    case 'choice':
      return [['Không có trong danh mục', 'not-in-list']]
    case 'agency':
      return [
        ['Các sở, ban, ngành', 'agency-several'],
        ['Công ty ABC', 'agency-unknown'],
      ]
    case 'agencies':
      return [['Công ty ABC', 'agency-unknown']]
    case 'clause':
      return [['III.7.f', 'clause-unknown']]
    case 'document-number':
      return [['Quyết định đã ký', 'not-a-document-number']]
    case 'url':
      return [['vanban', 'not-a-url']]
    case 'sequence':
      return [['mười', 'not-a-sequence']]
    case 'yes-no':
      return []
  }
}

/** A right filing for each table, with the row into which is typed: the one that was added, else the first that the server brings. */
const ROWS = [
  ['pl1-one-added', 'main/n1'],
  ['pl2-one-project', 'main/n1'],
  ['pl3-one-task', 'main/n1'],
  ['chitieu-one-rate', 'main/ATTT_CAPDO'],
  ['thang-one-task-added', 'main/n1'],
  ['raquet-one-system', 'main/n1'],
  ['vuongmac-one-obstacle', 'main/n1'],
  ['quy-first-quarter', 'a'],
  ['quy-first-quarter', 'b'],
  ['quy-first-quarter', 'c'],
  ['quy-first-quarter', 'd'],
  ['quy-first-quarter', 'e'],
] as const

describe.each(ROWS)('%s %s', (on, path) => {
  const { template, context } = caseAtHand(passing.find(({ name }) => name === on)!)
  const [tableKey, named] = path.split('/')
  const rowId = named ?? context.prefill.rows.find(({ table }) => table === tableKey)!.id
  const row = `${tableKey}/${rowId}`
  const table = template.tables.find(({ key }) => key === tableKey)!
  const isGiven = context.prefill.rows.some(({ id }) => id === rowId)
  // What the server brings is not the filer's to break.
  const open = table.fields.filter(
    ({ source, carryFrom }) => source === 'input' || (source === 'carried' && !isGiven && carryFrom === undefined),
  )

  const told = (field: string, typed: Entry['value']) => {
    const { template, filing, context } = caseAtHand({ name: on, why: '', on, cells: { [`${row}/${field}`]: typed }, findings: [] })
    return check(template, filing, context).findings.map(asExpected)
  }

  test('a column that must be filled is missed, and "-" is no answer where it is not allowed', () => {
    for (const { key, required, requiredWhen, nilAllowed } of open) {
      if (required && requiredWhen === undefined)
        expect(told(key, null)).toContainEqual({ code: 'required', severity: 'error', at: `${row}/${key}` })
      if (!nilAllowed) expect(told(key, '-')).toContainEqual({ code: 'nil-not-allowed', severity: 'error', at: `${row}/${key}` })
    }
  })

  test('what a column does not take is told at that cell', () => {
    for (const { key, type } of open)
      for (const [typed, code] of breaking(type))
        expect(
          told(key, typed)
            .filter(({ at }) => at === `${row}/${key}`)
            .map((one) => one.code),
          `${key}: ${String(typed).slice(0, 40)}`,
        ).toContain(code)
  })
})
