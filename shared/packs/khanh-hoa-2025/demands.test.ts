import { describe, expect, test } from 'vitest'
import { asExpected, type CaseAtHand, caseAtHand, failing, type NamedCase } from '../../cases/case.ts'
import { check } from '../../check.ts'
import type { Severity } from '../../finding.ts'
import { sentence } from '../../text/sentence.ts'
import { DEMANDS, SILENTLY_RIGHT, WITHOUT_SCAN } from './demands.ts'
import { khanhHoa2025 } from './pack.ts'

/** Every rule of the forms: where it is told, how heavily, and the clause or law that it cites. */
const RULES: Readonly<Record<string, readonly [at: string, severity: Severity, clause: string]>> = {
  'THANG-DIEM': ['THANG.main.ma_nv', 'error', 'Kế hoạch 2044/KH-UBND, III, IV và Phụ lục I'],
  'THANG-100': ['THANG.main.ty_le', 'error', 'Kế hoạch 2044/KH-UBND, VII.7.d (suy luận)'],
  'THANG-0': ['THANG.main.ty_le', 'error', 'Kế hoạch 2044/KH-UBND, VII.7.d (suy luận)'],
  'THANG-QUA-HAN': ['THANG.main.kho_khan', 'error', 'Kế hoạch 2044/KH-UBND, VII đoạn cuối'],
  'THANG-TRUNG': ['THANG.main.ket_qua', 'warning', 'Kế hoạch 2044/KH-UBND, VII.7.d (suy luận)'],
  'THANG-SP-SAU': ['THANG.main.sp_ngay', 'error', 'NĐ 09/2019/NĐ-CP Đ12'],
  'THANG-SP-KY': ['THANG.main.sp_ngay', 'warning', 'NĐ 09/2019/NĐ-CP Đ12'],
  'THANG-GIAM': ['THANG.main.ty_le', 'warning', 'Kế hoạch 2044/KH-UBND, VII.7.d (suy luận)'],
  'THANG-VON': ['THANG.main.gn_lk', 'error', 'Kế hoạch 2044/KH-UBND, VII.7.d (suy luận)'],
  'THANG-AM': ['THANG.main.gn_ky', 'warning', 'Kế hoạch 2044/KH-UBND, VII.7.d (suy luận)'],
  'CHITIEU-TU-MAU': ['CHITIEU.main.tu_so', 'error', 'Kế hoạch 2044/KH-UBND, II (suy luận)'],
  'CHITIEU-MAU': ['CHITIEU.main.mau_so', 'error', 'Kế hoạch 2044/KH-UBND, II (suy luận)'],
  'CHITIEU-CHENH': ['CHITIEU.main.ket_qua', 'warning', 'Kế hoạch 2044/KH-UBND, II (suy luận)'],
  'CHITIEU-MAU-10': ['CHITIEU.main.mau_so', 'warning', 'Kế hoạch 2044/KH-UBND, II (suy luận)'],
  'CHITIEU-NGAY': ['CHITIEU.main.ngay_so_lieu', 'error', 'NĐ 09/2019/NĐ-CP Đ12'],
  'CHITIEU-PHAN-TRAM': ['CHITIEU.main.ket_qua_nhap', 'warning', 'Kế hoạch 2044/KH-UBND, II (suy luận)'],
  'CHITIEU-100': ['CHITIEU.main.ket_qua', 'error', 'Kế hoạch 2044/KH-UBND, II (suy luận)'],
  'CHITIEU-HANG': ['CHITIEU.main.ket_qua_nhap', 'error', 'Kế hoạch 2044/KH-UBND, II (suy luận)'],
  'PL1-NAM': ['PL1.main.thoi_gian_trinh', 'warning', 'Kế hoạch 2044/KH-UBND, Phụ lục I'],
  'PL1-TRUOC-KH': ['PL1.main.thoi_gian_trinh', 'warning', 'Kế hoạch 2044/KH-UBND, Phụ lục I'],
  'PL1-TEN-III': ['PL1.main.ten_van_ban', 'warning', 'Kế hoạch 2044/KH-UBND, III và Phụ lục I'],
  'PL1-DAU-CHAM': ['PL1.main.ten_van_ban', 'info', 'Kế hoạch 2044/KH-UBND, Phụ lục I (suy luận)'],
  'PL1-PHOI-HOP': ['PL1.main.co_quan_phoi_hop', 'warning', 'Kế hoạch 2044/KH-UBND, Phụ lục I'],
  'PL1-TRINH-SAU': ['PL1.main.ngay_trinh', 'error', 'NĐ 09/2019/NĐ-CP Đ12'],
  'PL1-TRINH-KY': ['PL1.main.ngay_trinh', 'warning', 'NĐ 09/2019/NĐ-CP Đ12'],
  'PL1-BAN-HANH-SAU': ['PL1.main.ngay_ban_hanh', 'error', 'NĐ 09/2019/NĐ-CP Đ12'],
  'PL1-BAN-HANH-KY': ['PL1.main.ngay_ban_hanh', 'warning', 'NĐ 09/2019/NĐ-CP Đ12'],
  'PL1-CHUA-TRINH': ['PL1.main.trang_thai', 'warning', 'Kế hoạch 2044/KH-UBND, Phụ lục I (suy luận)'],
  'PL1-01': ['PL1.main.ngay_ban_hanh', 'error', 'Kế hoạch 2044/KH-UBND, Phụ lục I (suy luận)'],
  'PL2-TMDT': ['PL2.main.tmdt', 'error', 'Kế hoạch 2044/KH-UBND, VI (suy luận)'],
  'PL2-TMDT-MAX': ['PL2.main.nc_tong', 'error', 'Kế hoạch 2044/KH-UBND, VI (suy luận)'],
  'PL2-BO-TRI': ['PL2.main.lk_bo_tri', 'error', 'Kế hoạch 2044/KH-UBND, VI (suy luận)'],
  'PL2-GIAI-NGAN': ['PL2.main.lk_giai_ngan', 'error', 'Kế hoạch 2044/KH-UBND, VI (suy luận)'],
  'PL2-MOI': ['PL2.main.lk_bo_tri', 'warning', 'Kế hoạch 2044/KH-UBND, VI (suy luận)'],
  'PL2-TX': ['PL2.main.nc_tx', 'info', 'Kế hoạch 2044/KH-UBND, VI'],
  'PL2-NAM': ['PL2.main.thoi_gian', 'error', 'Kế hoạch 2044/KH-UBND, V (suy luận)'],
  'PL2-SO-NAM': ['PL2.main.thoi_gian', 'warning', 'Luật Đầu tư công (hiểu biết chung)'],
  'PL2-QD-SAU': ['PL2.main.qd_ngay', 'error', 'NĐ 09/2019/NĐ-CP Đ12'],
  'PL2-QD-KY': ['PL2.main.qd_ngay', 'warning', 'NĐ 09/2019/NĐ-CP Đ12'],
  'PL2-DTC-TINH': ['PL2.main.nc_dtc', 'warning', 'Kế hoạch 2044/KH-UBND, VI'],
  'PL2-CHU-DAU-TU': ['PL2.main.chu_dau_tu', 'warning', 'NĐ 73/2019/NĐ-CP Đ8'],
  'PL2-NSTW': ['PL2.main.nc_nstw', 'warning', 'Kế hoạch 2044/KH-UBND, VI'],
  'PL2-KHAC': ['PL2.main.nc_khac', 'info', 'Kế hoạch 2044/KH-UBND, VI'],
  'PL2-MUC-III': ['PL2.main.nhiem_vu', 'warning', 'Kế hoạch 2044/KH-UBND, III'],
  'PL2-ATTT-MAX': ['PL2.main.kp_attt', 'error', 'Kế hoạch 2044/KH-UBND, III.6.b'],
  'PL2-ATTT-10': ['PL2.main.kp_attt', 'error', 'Kế hoạch 2044/KH-UBND, III.6.b'],
  'PL3-NAM': ['PL3.main.thoi_gian', 'error', 'Kế hoạch 2044/KH-UBND, V (suy luận)'],
  'PL3-NGUONG': ['PL3.main.hinh_thuc', 'warning', 'NĐ 73/2019/NĐ-CP Đ51, Đ52'],
  'PL3-DU-TOAN': ['PL3.main.du_toan', 'error', 'Kế hoạch 2044/KH-UBND, VI (suy luận)'],
  'PL3-NHU-CAU': ['PL3.main.nc_tong', 'error', 'Kế hoạch 2044/KH-UBND, VI (suy luận)'],
  'PL3-KHCN': ['PL3.main.nc_khcn', 'error', 'Kế hoạch 2044/KH-UBND, VII.6.a'],
  'PL3-TX-TINH': ['PL3.main.nc_tx', 'warning', 'Kế hoạch 2044/KH-UBND, VI'],
  'PL3-CHU-DAU-TU': ['PL3.main.chu_dau_tu', 'warning', 'NĐ 73/2019/NĐ-CP Đ8'],
  'PL3-NSTW': ['PL3.main.nc_nstw', 'warning', 'Kế hoạch 2044/KH-UBND, VI'],
  'PL3-KHAC': ['PL3.main.nc_khac', 'info', 'Kế hoạch 2044/KH-UBND, VI'],
  'PL3-MUC-III': ['PL3.main.nhiem_vu', 'warning', 'Kế hoạch 2044/KH-UBND, III'],
  'PL3-ATTT-MAX': ['PL3.main.kp_attt', 'error', 'Kế hoạch 2044/KH-UBND, III.6.b'],
  'PL3-ATTT-10': ['PL3.main.kp_attt', 'error', 'Kế hoạch 2044/KH-UBND, III.6.b'],
  'QUY-B-KY': ['QUY.b.khong', 'error', 'Kế hoạch 2044/KH-UBND, VII.1.a (suy luận)'],
  'QUY-AB-TONG': ['QUY.b.nv_tong', 'error', 'Kế hoạch 2044/KH-UBND, VII.1.a (suy luận)'],
  'QUY-AB-TINH-TRANG': ['QUY.b.nv_ht_dung', 'warning', 'Kế hoạch 2044/KH-UBND, VII.1.a (suy luận)'],
  'QUY-B-XEP': ['QUY.b.xep', 'warning', 'Kế hoạch 2044/KH-UBND, VII.1.a (suy luận)'],
  'QUY-C-DON-VI': ['QUY.c.so_bao_cao', 'error', 'Kế hoạch 2044/KH-UBND, VII.1.a (suy luận)'],
  'QUY-C-100': ['QUY.c.ket_qua', 'error', 'Kế hoạch 2044/KH-UBND, VII.1.a (suy luận)'],
  'QUY-D-LK': ['QUY.d.gn_lk', 'error', 'Kế hoạch 2044/KH-UBND, VI'],
  'QUY-D-QUY': ['QUY.d.gn_quy', 'error', 'Kế hoạch 2044/KH-UBND, VII.1.a (suy luận)'],
  'QUY-D-CONG': ['QUY.d.gn_lk', 'error', 'Kế hoạch 2044/KH-UBND, VII.1.a (suy luận)'],
  'QUY-D-VI': ['QUY.d.ke_hoach', 'error', 'Kế hoạch 2044/KH-UBND, VI'],
  'RAQUET-KP': ['RAQUET.main.da_khac_phuc', 'error', 'Kế hoạch 2044/KH-UBND, III.6.d'],
  'RAQUET-NGAY': ['RAQUET.main.ngay_quet', 'error', 'Kế hoạch 2044/KH-UBND, III.6.d; NĐ 09/2019/NĐ-CP Đ12'],
  'RAQUET-6T': ['RAQUET.main.ngay_quet', 'warning', 'Kế hoạch 2044/KH-UBND, III.6.d'],
  'RAQUET-HAN': ['RAQUET.main.han_kp', 'error', 'Kế hoạch 2044/KH-UBND, III.6.d'],
  'RAQUET-CHI-TIET': ['RAQUET.main.ghi_chu', 'error', 'Kế hoạch 2044/KH-UBND, III.6.d'],
  'VUONGMAC-DIEM': ['VUONGMAC.main.ma_nv', 'error', 'Kế hoạch 2044/KH-UBND, III, IV và Phụ lục I'],
  'VUONGMAC-MA': ['VUONGMAC.main.ma_nv', 'warning', 'Kế hoạch 2044/KH-UBND, III, IV và Phụ lục I'],
  'VUONGMAC-THAM-QUYEN': ['VUONGMAC.main.tham_quyen', 'warning', 'Kế hoạch 2044/KH-UBND, VII đoạn cuối'],
  'VUONGMAC-DE-XUAT': ['VUONGMAC.main.de_xuat', 'warning', 'Kế hoạch 2044/KH-UBND, VII đoạn cuối'],
  'VUONGMAC-KHAN': ['VUONGMAC.main.han', 'warning', 'Kế hoạch 2044/KH-UBND, VII đoạn cuối'],
  'VUONGMAC-HAN': ['VUONGMAC.main.han', 'error', 'Kế hoạch 2044/KH-UBND, VII đoạn cuối'],
  'VUONGMAC-NAM': ['VUONGMAC.main.han', 'warning', 'Kế hoạch 2044/KH-UBND, VII đoạn cuối'],
}

const judge = ({ template, filing, context }: CaseAtHand) => check(template, filing, context)
const typedOver = (on: string, cells: NamedCase['cells'] & object, more: Partial<NamedCase> = {}) =>
  caseAtHand({ name: on, why: '', on, cells, findings: [], ...more })

describe.each(Object.entries(DEMANDS))('%s', (_, demands) => {
  test.each(demands.map((one) => [`${one.on}: ${JSON.stringify(one.cells)}`, one] as const))(
    '%s',
    (_, { on, cells, finding, agencies }) => {
      const { findings } = judge(typedOver(on, cells, agencies && { agencies }))
      expect(findings.map(asExpected)).toContainEqual(finding)
    },
  )
})

test('R22: another composition, other spaces and invisible signs are put right without a word', () => {
  for (const { on, cell, typed, kept } of SILENTLY_RIGHT) {
    const { findings, content } = judge(typedOver(on, { [cell]: typed }))
    const [, rowId, field] = cell.split('/')
    expect([findings, content.rows.find(({ id }) => id === rowId)?.values[field!]]).toEqual([[], kept])
  }
})

test('R25: half a year without a scan is asked about', () => {
  expect(judge(caseAtHand({ name: 'without-scan', ...WITHOUT_SCAN })).findings.map(asExpected)).toEqual(WITHOUT_SCAN.findings)
})

test('all twenty-five are held: here, or where the province and the sending are', () => {
  const elsewhere = ['R09', 'R18', 'R22', 'R24', 'R25']
  const all = Array.from({ length: 25 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`)
  expect([...Object.keys(DEMANDS), ...elsewhere].toSorted()).toEqual(all)
})

test('every rule stands in its form with its severity and its clause', () => {
  const found = khanhHoa2025.templates.flatMap(({ code, tables }) =>
    tables.flatMap(({ key, rules }) =>
      rules.map(({ id, field, severity, basis }) => [id, [`${code}.${key}.${field}`, severity, basis]] as const),
    ),
  )
  expect(Object.fromEntries(found)).toEqual(RULES)
})

describe.each(Object.entries(RULES))('%s', (id, [at, severity, clause]) => {
  test('a filing that breaks it is told so, at that column and with that clause', () => {
    const [, table, field] = at.split('.')
    const told = failing
      .filter((one) => one.findings.some(({ ruleId }) => ruleId === id))
      .flatMap((one) => judge(caseAtHand(one)).findings.filter(({ ruleId }) => ruleId === id))
    expect(told).not.toEqual([])
    for (const finding of told) {
      expect(finding).toMatchObject({ severity, place: { table, field } })
      expect(sentence(finding, 'vi')).toContain(`Căn cứ: ${clause}.`)
    }
  })
})
