// Filings of any length as a diligent office would fill them in: right, in real
// Vietnamese, no two rows alike and the same on every call. For benches and tests only.
import { address } from '../a1.ts'
import type { CheckContext } from '../check-context.ts'
import type { Entry, Filing } from '../filing.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { serialOf } from '../serial-date.ts'
import type { Template } from '../template.ts'

const { plan, register, templates } = khanhHoa2025

export const context: CheckContext = {
  today: '2025-03-17',
  agency: 'STTTT',
  period: '2025-03',
  register,
  plan,
  prefill: { header: {}, rows: [] },
  previous: null,
}

/** The template with room for as many rows as a bench wants. */
export const roomy = (code: string): Template => {
  const template = templates.find((one) => one.code === code)!
  return {
    ...template,
    tables: template.tables.map((table) => ({ ...table, rows: { ...table.rows, max: Number.MAX_SAFE_INTEGER } })),
  }
}

type Typed = Entry['value']

const agencies = register.agencies.filter((agency) => /^(Sở|UBND (huyện|thành phố|thị xã)) /.test(agency.name)).map(({ name }) => name)
const clauses = plan.clauses.filter((clause) => /^III\.\d+\.[a-z]$/.test(clause))
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T
const labels = (list: string) => plan.lists.find(({ id }) => id === list)!.entries.map(({ label }) => label.vi)

const SYSTEMS = [
  'Hệ thống thông tin giải quyết thủ tục hành chính',
  'Nền tảng tích hợp, chia sẻ dữ liệu dùng chung của tỉnh (LGSP)',
  'Trung tâm giám sát, điều hành an toàn thông tin mạng',
  'Cơ sở dữ liệu đất đai và bản đồ nền địa lý quốc gia',
  'Phần mềm quản lý văn bản và điều hành (E-Office)',
  'Mạng truyền số liệu chuyên dùng cấp II',
]
const WORKS = ['Nâng cấp, mở rộng', 'Xây dựng mới', 'Duy trì, vận hành', 'Thuê dịch vụ', 'Rà soát, chuẩn hóa']
const RESULTS = [
  'đã trình Ủy ban nhân dân tỉnh dự thảo kế hoạch, đang tiếp thu ý kiến góp ý của các sở, ban, ngành và địa phương',
  'đã tổ chức hội nghị tập huấn cho cán bộ, công chức, viên chức phụ trách chuyển đổi số cấp huyện, cấp xã',
  'đã hoàn thành khảo sát hiện trạng, lập báo cáo kinh tế - kỹ thuật và gửi Sở Kế hoạch và Đầu tư thẩm định',
]
const PEOPLE = ['Nguyễn Thị Hoa', 'Trần Văn Nam', 'Lê Hoàng Phúc', 'Phạm Thu Thủy']
const day = (at: number) => serialOf(`2025-${String((at % 2) + 1).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`)
/** Triệu đồng with two places: three would look like thousands. */
const amount = (at: number, most: number) => ((at * 7919) % (most * 100)) / 100

function thangRow(at: number): Record<string, Typed> {
  const state = pick(['Đang thực hiện', 'Đang thực hiện', 'Hoàn thành', 'Chưa triển khai', 'Tạm dừng', 'Thường xuyên'], at)
  const begun = state !== 'Chưa triển khai'
  const completed = state === 'Hoàn thành'
  const stopped = state === 'Tạm dừng'
  return {
    stt: String(at + 1),
    ma_nv: `NV-${at + 1}`,
    ten_nv: `${pick(WORKS, at)} ${pick(SYSTEMS, at >> 1)} tại ${pick(agencies, at >> 2)}, hạng mục số ${at + 1}`,
    vai_tro: pick(labels('vai-tro'), at),
    co_quan_phoi_hop: `${pick(agencies, at)}; ${pick(agencies, at + 7)}`,
    thoi_han: pick(['Tháng 6/2025', 'Quý III/2025', 'Năm 2025', 'Thường xuyên', 'Tháng 12/2025'], at),
    trang_thai: state,
    ty_le: completed ? 100 : begun ? ((at * 13) % 97) + 2 : 0,
    ket_qua: begun ? `Trong kỳ, đơn vị ${pick(RESULTS, at)} (văn bản số ${at + 1}/STTTT-CĐS).` : null,
    sp_so: completed ? `${(at % 900) + 100}/QĐ-UBND` : null,
    sp_ngay: completed ? day(at) : null,
    sp_link: completed ? `https://vanban.khanhhoa.gov.vn/van-ban/${at + 1}-qd-ubnd` : null,
    kh_von: amount(at, 900) + 2000,
    gn_ky: amount(at + 5, 900),
    kho_khan: stopped ? `Vướng thủ tục lựa chọn nhà thầu gói thầu số ${at + 1}, chưa đủ hồ sơ pháp lý` : null,
    nguyen_nhan: stopped ? 'Đấu thầu' : null,
    kien_nghi: stopped ? 'Đề nghị hướng dẫn áp dụng định mức chi phí và thời gian thẩm định' : null,
    kien_nghi_co_quan: stopped ? pick(agencies, at) : null,
    ky_toi: completed ? null : `Tiếp tục triển khai hạng mục số ${at + 1} theo kế hoạch đã được phê duyệt`,
  }
}

function pl2Row(at: number): Record<string, Typed> {
  const total = amount(at, 9000) + 60_000
  const local = amount(at + 3, 2) + 1
  return {
    stt: String(at + 1),
    ten: `${pick(WORKS, at)} ${pick(SYSTEMS, at >> 1)} giai đoạn ${(at % 4) + 1}, dự án số ${at + 1}`,
    chu_dau_tu: 'Sở Thông tin và Truyền thông',
    nhom_du_an: pick(['B', 'C'], at),
    tinh_chat: pick(['Chuyển tiếp', 'Hoàn thành/quyết toán'], at),
    tru_cot: pick(labels('linh-vuc'), at),
    muc_tieu: `Bảo đảm ${pick(RESULTS, at)}, phục vụ người dân và doanh nghiệp trên địa bàn`,
    quy_mo: `Trang bị ${(at % 90) + 10} máy chủ, phần mềm và đào tạo cho ${(at % 900) + 100} người dùng`,
    dia_diem: pick(['Toàn tỉnh', 'Thành phố Nha Trang', 'Thành phố Cam Ranh', 'Huyện Vạn Ninh'], at),
    thoi_gian: pick(['2024-2026', '2025', '2025-2027'], at),
    qd_so: `${(at % 900) + 100}/QĐ-UBND`,
    qd_ngay: day(at),
    tmdt: total,
    lk_bo_tri: 20_000 + amount(at + 1, 9000),
    lk_giai_ngan: 10_000 + amount(at + 2, 900),
    nc_nstw: 0,
    nc_dtc: local,
    nc_tx: 0,
    nc_khac: 0,
    kp_attt: Math.ceil(local * 20) / 100 + 0.01,
    ly_do_mien_attt: null,
    cap_do: (at % 2) + 1,
    nhom_uu_tien: pick(['01', '02', '03'], at),
    nhiem_vu: `${pick(clauses, at)}; ${pick(clauses, at + 11)}`,
    ghi_chu: at % 4 === 0 ? `Người phụ trách: ${pick(PEOPLE, at)}` : null,
  }
}

const ROWS: Readonly<Record<string, (at: number) => Record<string, Typed>>> = { THANG: thangRow, PL2: pl2Row }

const FIRST_ROW = 11

/** As the pane reads it: every cell of the table with its address, the blank ones too. */
export function manyRows(template: Template, count: number): Filing {
  const table = template.tables[0]!
  const filled = ROWS[template.code]!
  return {
    ...{ template: template.code, version: template.version, agency: context.agency, period: context.period, declaration: null },
    sheet: `${template.code} ${context.period}`,
    header: {
      nguoi_lap: { value: 'Nguyễn Thị Hoa, 0258 3822 000', cell: 'C6' },
      nguoi_ky: { value: 'Trần Văn Nam, Phó Giám đốc', cell: 'C7' },
    },
    rows: Array.from({ length: count }, (_, at) => {
      const values = filled(at)
      const entries = table.fields.map((field, column): [string, Entry] => [
        field.key,
        { value: values[field.key] ?? null, cell: address(FIRST_ROW + at, column + 1) },
      ])
      return { id: `n${at + 1}`, table: table.key, at: FIRST_ROW + at + 1, entries: Object.fromEntries(entries) }
    }),
    explanations: {},
  }
}
