// The projects and tasks with money that agencies of the demonstration have: names, amounts
// in triệu đồng, and what is planted in them. Always the same.
import type { Entry } from '../../shared/filing.ts'
import { rowCode } from '../../shared/row-code.ts'
import type { DemoMonth } from './demo-story.ts'
import { seedOf } from './demo-tasks.ts'

type Cells = Record<string, Entry['value']>

export interface DemoProject {
  readonly template: 'PL2' | 'PL3'
  readonly agency: string
  /** Row id in the list of projects. */
  readonly rowId: string
  /** Row id in the monthly report. */
  readonly taskId: string
  readonly code: string
  readonly name: string
  /** Needs of the year. */
  readonly needs: number
}

const INVESTMENTS: readonly (readonly [agency: string, name: string, needs: number])[] = [
  ['STTTT', 'Nâng cấp Trung tâm dữ liệu tỉnh Khánh Hòa', 86_500],
  ['STTTT', 'Xây dựng nền tảng tích hợp, chia sẻ dữ liệu cấp tỉnh', 42_300],
  ['STNMT', 'Xây dựng cơ sở dữ liệu đất đai tỉnh Khánh Hòa giai đoạn 2', 38_750],
  ['SYT', 'Xây dựng hệ thống hồ sơ sức khỏe điện tử toàn tỉnh', 21_400],
  ['SGDDT', 'Xây dựng nền tảng học bạ số và quản lý trường học', 14_200],
  ['SGTVT', 'Hệ thống camera giám sát giao thông thông minh', 27_900],
  ['CA_TINH', 'Hệ thống camera an ninh trật tự công cộng', 19_600],
  ['UBND_NHATRANG', 'Trung tâm điều hành đô thị thông minh thành phố Nha Trang', 24_800],
  ['UBND_CAMRANH', 'Trung tâm điều hành đô thị thông minh thành phố Cam Ranh', 12_600],
  ['UBND_NINHHOA', 'Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính thị xã Ninh Hòa', 8_900],
  ['UBND_CAMLAM', 'Hạ tầng mạng truyền số liệu huyện Cam Lâm', 7_350],
]

const TASKS = [
  'Duy trì, vận hành hệ thống quản lý văn bản và điều hành',
  'Đào tạo, tập huấn kỹ năng số cho cán bộ, công chức',
  'Thuê dịch vụ giám sát an toàn thông tin mạng',
] as const

/** Agencies that have no money for such tasks this year. */
const WITHOUT = new Set(['BAO_KH', 'UBND_TRUONGSA', 'TTT'])

/** What both the health department and the city of Nha Trang list, in two spellings. */
const SHARED_NAME = [
  'Kết nối bệnh án điện tử giữa các bệnh viện trên địa bàn',
  'Kết nối Bệnh án điện tử giữa các bệnh viện trên địa bàn.',
] as const

export function projectsOf(agency: string, agencyName: string, month: DemoMonth, position: number): DemoProject[] {
  const own = INVESTMENTS.filter(([who]) => who === agency).map(([, name, needs]) => ({ name, needs }))
  const shared = ['SYT', 'UBND_NHATRANG'].indexOf(agency)
  if (shared >= 0 && month >= '2025-05') own.push({ name: SHARED_NAME[shared]!, needs: 1_800 })
  // The province's public investment is exceeded in June.
  if (agency === 'UBND_NINHHOA' && month === '2025-06') own.push({ name: 'Hệ thống truyền thanh thông minh cấp xã', needs: 26_400 })
  const investments = own.map((one, at) => ({ ...one, template: 'PL2' as const, rowId: `n${at + 1}` }))
  const tasks = WITHOUT.has(agency)
    ? []
    : TASKS.slice(0, 1 + (position % 3)).map((name, at) => ({
        ...{ name: `${name} của ${agencyName}`, needs: 410 + 37 * position + 290 * at },
        ...{ template: 'PL3' as const, rowId: `n${at + 1}` },
      }))
  return [...investments, ...tasks].map((one) => ({
    ...one,
    agency,
    code: rowCode(one.template, agency, one.rowId),
    taskId: `n${one.template.slice(2)}${one.rowId.slice(1)}`,
  }))
}

/** A thousand times too much: typed in nghìn, where triệu was meant. */
const slipped = ({ agency, template, rowId }: DemoProject, month: DemoMonth) =>
  agency === 'SNNPTNT' && template === 'PL3' && rowId === 'n1' && month === '2025-05' ? 1000 : 1

export function listCells(project: DemoProject, at: number, agencyName: string, month: DemoMonth): Cells {
  const needs = project.needs * slipped(project, month)
  const shared: Cells = {
    ...{ stt: String(at + 1), ten: project.name, chu_dau_tu: agencyName, nhom_uu_tien: '02', nhiem_vu: 'III.3.a' },
    ...{ muc_tieu: 'Phục vụ chuyển đổi số của cơ quan và của tỉnh', kp_attt: Math.round(needs / 8), nc_nstw: 0, nc_khac: 0 },
  }
  if (project.template === 'PL2')
    return {
      ...shared,
      ...{ nhom_du_an: 'C', tinh_chat: 'Chuyển tiếp', tru_cot: 'Hạ tầng', quy_mo: 'Máy chủ, thiết bị lưu trữ, phần mềm và đường truyền' },
      ...{
        dia_diem: 'Tỉnh Khánh Hòa',
        thoi_gian: '2024-2026',
        qd_so: `${100 + ((seedOf(project.agency + project.name) >>> 8) % 8900)}/QĐ-UBND`,
        qd_ngay: 45_365,
        tmdt: needs * 3,
      },
      ...{ lk_bo_tri: needs, lk_giai_ngan: Math.round(needs * 0.8), nc_dtc: needs, nc_tx: 0, cap_do: 3 },
    }
  return {
    ...shared,
    ...{ hinh_thuc: 'Khác', tinh_chat: 'Thường xuyên/duy trì', tru_cot: 'Chính quyền số', noi_dung: 'Theo dự toán được giao đầu năm 2025' },
    ...{ phoi_hop: '-', thoi_gian: 'Năm 2025', san_pham: 'Biên bản nghiệm thu từng quý', du_toan: needs, nc_tx: needs, nc_khcn: 0 },
  }
}

/** The project in the monthly report: how far, and what was paid. */
export function progressCells(project: DemoProject, month: DemoMonth, added: boolean): Cells {
  const at = Number(month.slice(-2)) - 3
  const share = 0.03 + (project.needs % 7) / 100
  const strange = project.agency === 'STNMT' && project.template === 'PL2' && month === '2025-06' ? 9 : 1
  return {
    ...(added ? { ma_nv: project.code, ten_nv: project.name, vai_tro: 'Chủ trì', thoi_han: 'Năm 2025', kh_von: project.needs } : {}),
    ...{ trang_thai: 'Đang thực hiện', ty_le: 12 * at + (project.needs % 11), gn_ky: Math.round(project.needs * share * strange) },
    ket_qua: `Đã nghiệm thu khối lượng đợt ${at}, giải ngân theo tiến độ hợp đồng tháng ${at + 3}/2025`,
    ky_toi: 'Tiếp tục thực hiện hợp đồng, nghiệm thu đợt tiếp theo',
  }
}
