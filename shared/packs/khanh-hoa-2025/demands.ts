// What is demanded of filings of this plan, from R01 on, each with cells typed over a right
// filing of the corpus that break it and the finding they must have: read by the tests alone.
import type { Case, ExpectedFinding } from '../../cases/case.ts'

export interface Demand {
  readonly on: string
  readonly cells: NonNullable<Case['cells']>
  readonly finding: ExpectedFinding
  readonly agencies?: Case['agencies']
}

type Cells = Demand['cells']

const of =
  (row: string, on: string) =>
  (cells: Cells, code: ExpectedFinding['code'], severity: ExpectedFinding['severity'], at: string, ruleId?: string): Demand => ({
    on,
    cells: Object.fromEntries(Object.entries(cells).map(([field, typed]) => [`${row}/${field}`, typed])),
    finding: { code, severity, at: at.includes('/') ? at : `${row}/${at}`, ...(ruleId !== undefined && { ruleId }) },
  })

const document = of('main/n1', 'pl1-one-added')
const project = of('main/n1', 'pl2-one-project')
const duty = of('main/n1', 'pl3-one-task')
const rate = of('main/ATTT_CAPDO', 'chitieu-one-rate')
const task = of('main/n1', 'thang-one-task-added')
const month = of('main/n1', 'thang-april-after-march')
const scan = of('main/n1', 'raquet-one-system')
const obstacle = of('main/n1', 'vuongmac-one-obstacle')

/** Appendix III says it with other parts. */
const alike = (cells: Cells, code: ExpectedFinding['code'], severity: ExpectedFinding['severity'], at: string, rule?: string): Demand[] => [
  project(cells, code, severity, at, rule && `PL2-${rule}`),
  duty(cells, code, severity, at, rule && `PL3-${rule}`),
]

const FORMER = {
  ...{
    code: 'SBCVT',
    name: 'Sở Bưu chính, Viễn thông',
    abbreviation: null,
    aliases: [],
    kind: 'sở',
    reports: true,
    origin: 'general_knowledge' as const,
  },
  ...{ validFrom: null, validTo: '2025-02-28', successors: ['STTTT'] },
}

const WHOLE_DISTRICTS = 'UBND các huyện, thị xã, thành phố'

/** What only the whole province or the sending shows is held by check/province-rules.test.ts: R09, R18, R24. */
export const DEMANDS: Readonly<Record<string, readonly Demand[]>> = {
  R01: [document({ thoi_gian_trinh: 'Tháng 01/2026' }, 'rule', 'warning', 'thoi_gian_trinh', 'PL1-NAM')],
  R02: [document({ thoi_gian_trinh: 'Tháng 01/2025' }, 'rule', 'warning', 'thoi_gian_trinh', 'PL1-TRUOC-KH')],
  R03: [
    document({ co_quan_phoi_hop: null }, 'required', 'error', 'co_quan_phoi_hop'),
    document({ trang_thai: '-' }, 'nil-not-allowed', 'error', 'trang_thai'),
    project({ nc_khac: null }, 'required', 'error', 'nc_khac'),
    duty({ san_pham: null }, 'required', 'error', 'san_pham'),
    rate({ mau_so: null }, 'required', 'error', 'mau_so'),
    task({ trang_thai: null }, 'required', 'error', 'trang_thai'),
    scan({ ngay_quet: null }, 'required', 'error', 'ngay_quet'),
    obstacle({ de_xuat: null }, 'required', 'error', 'de_xuat'),
  ],
  R04: [
    document({ co_quan_phoi_hop: 'Công ty ABC' }, 'agency-unknown', 'error', 'co_quan_phoi_hop'),
    project({ chu_dau_tu: 'Sở Thông tin và Truyền thôn' }, 'agency-near', 'error', 'chu_dau_tu'),
  ],
  R05: [document({ co_quan_phoi_hop: 'Các sở, ban, ngành' }, 'agency-group', 'info', 'co_quan_phoi_hop')],
  R06: [
    document(
      { ten_van_ban: 'Đề án đô thị thông minh huyện Cam Lâm', co_quan_chu_tri: WHOLE_DISTRICTS },
      'place-narrower',
      'warning',
      'co_quan_chu_tri',
    ),
  ],
  R07: [
    document({ ten_muc_iii: 'Quy chế quản lý tài khoản' }, 'rule', 'warning', 'ten_van_ban', 'PL1-TEN-III'),
    document(
      { ten_van_ban: 'Kế hoạch phát triển hạ tầng số của tỉnh Khánh Hòa giai đoạn 2026 - 2030' },
      'title-near',
      'warning',
      'ten_van_ban',
    ),
  ],
  R08: alike({ nc_tong: 1 }, 'computed-changed', 'error', 'nc_tong'),
  R10: alike({ kp_attt: 0.5, ly_do_mien_attt: null }, 'rule', 'error', 'kp_attt', 'ATTT-10'),
  R11: [
    task({ gn_ky: 12.345 }, 'thousandfold', 'warning', 'gn_ky'),
    ...alike({ nc_nstw: 10_000_000 }, 'thousandfold', 'warning', 'nc_nstw'),
  ],
  R12: [
    task({ gn_ky: '1,234' }, 'number-ambiguous', 'error', 'gn_ky'),
    project({ tmdt: '50,000' }, 'number-ambiguous', 'error', 'tmdt'),
    rate({ tu_so: '1,234' }, 'number-ambiguous', 'error', 'tu_so'),
  ],
  R13: [
    rate({ tu_so: 21 }, 'rule', 'error', 'tu_so', 'CHITIEU-TU-MAU'),
    rate({ tu_so: 0, mau_so: 0 }, 'rule', 'error', 'mau_so', 'CHITIEU-MAU'),
    rate({ tu_so: -1 }, 'below-minimum', 'error', 'tu_so'),
  ],
  R14: [
    rate({ tu_so: { value: 0.95, percent: true } }, 'percent-format', 'error', 'tu_so'),
    task({ ty_le: 0.6 }, 'percent-fraction', 'warning', 'ty_le'),
  ],
  R15: [
    task({ ty_le: 100 }, 'rule', 'error', 'ty_le', 'THANG-100'),
    task({ trang_thai: 'Hoàn thành', ty_le: 99 }, 'rule', 'error', 'ty_le', 'THANG-100'),
    task({ trang_thai: 'Chưa triển khai', ty_le: 1 }, 'rule', 'error', 'ty_le', 'THANG-0'),
    task({ ty_le: 0 }, 'rule', 'error', 'ty_le', 'THANG-0'),
  ],
  R16: [
    task({ thoi_han: 'Tháng 01/2025' }, 'required', 'error', 'kho_khan'),
    task({ thoi_han: 'Tháng 01/2025' }, 'required', 'error', 'nguyen_nhan'),
    task({ trang_thai: 'Tạm dừng' }, 'required', 'error', 'nguyen_nhan'),
    task({ trang_thai: 'Tạm dừng', kho_khan: '-', nguyen_nhan: 'Kinh phí' }, 'rule', 'error', 'kho_khan', 'THANG-QUA-HAN'),
  ],
  R17: [month({ ty_le: 50 }, 'rule', 'warning', 'ty_le', 'THANG-GIAM'), task({ gn_ky: -2.5 }, 'rule', 'warning', 'gn_ky', 'THANG-AM')],
  R19: [
    ...['III.7.f', 'III.7.j', 'III.3.w', 'III.3.z', 'VII.2'].flatMap((clause) =>
      alike({ nhiem_vu: clause }, 'clause-unknown', 'error', 'nhiem_vu'),
    ),
    document({ nhiem_vu_lien_quan: 'III.7.f' }, 'clause-unknown', 'error', 'nhiem_vu_lien_quan'),
    task({ ma_nv: 'III.7.f' }, 'rule', 'error', 'ma_nv', 'THANG-DIEM'),
    task({ ma_nv: 'VII.2' }, 'rule', 'error', 'ma_nv', 'THANG-DIEM'),
    obstacle({ ma_nv: 'III.7.w' }, 'rule', 'error', 'ma_nv', 'VUONGMAC-DIEM'),
  ],
  R20: [
    task({ ket_qua: 'Đã chuyển đ ổ i số 12 điểm mạng của tỉnh' }, 'stray-spaces', 'warning', 'ket_qua'),
    document({ ten_van_ban: 'Quy chế quản lý Th á ng 8' }, 'stray-spaces', 'warning', 'ten_van_ban'),
  ],
  R21: [
    task({ ten_nv: { value: 'Rµ so¸t h¹ tÇng m¹ng', font: '.VnTime' } }, 'legacy-font', 'error', 'ten_nv'),
    task({ ten_nv: { value: 'Raø soaùt haï taàng maïng', font: 'VNI-Times' } }, 'legacy-font', 'error', 'ten_nv'),
    task({ ten_nv: 'Së Th«ng tin vµ TruyÒn th«ng rµ so¸t h¹ tÇng' }, 'legacy-font', 'error', 'ten_nv'),
  ],
  R23: [{ ...task({ co_quan_phoi_hop: FORMER.name }, 'agency-ended', 'warning', 'co_quan_phoi_hop'), agencies: [FORMER] }],
}

/** R22: read as if it had been typed properly, and nothing said. */
export const SILENTLY_RIGHT: readonly { readonly on: string; readonly cell: string; readonly typed: string; readonly kept: string }[] = [
  { typed: 'Rà soát hạ tầng mạng'.normalize('NFD'), kept: 'Rà soát hạ tầng mạng' },
  { typed: 'Rà soát\u00A0hạ tầng\u200B mạng', kept: 'Rà soát hạ tầng mạng' },
  { typed: '  Rà soát  hạ tầng   mạng ', kept: 'Rà soát hạ tầng mạng' },
].map((one) => ({ on: 'thang-one-task-added', cell: 'main/n1/ten_nv', ...one }))

/** R25 is about a whole table in which nothing stands. */
export const WITHOUT_SCAN: Case = {
  ...{ why: 'Six months in which nothing was scanned.', template: 'RAQUET', period: '2025-H1' },
  cells: { 'header/nguoi_lap': 'Nguyễn Thị Hoa, 0258 3822 000', 'header/nguoi_ky': 'Trần Văn Nam, Phó Giám đốc' },
  findings: [{ code: 'rule', severity: 'warning', ruleId: 'RAQUET-6T', at: 'main//ngay_quet' }],
}
