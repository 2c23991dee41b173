// A quarter as a whole province would have it, with figures that differ from row to
// row, as the report to the province takes it: for tests of the document.
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { countedFrom } from '../../shared/packs/khanh-hoa-2025/quarter.ts'
import type { ReportCase } from '../../shared/report/quarterly-report.ts'
import type { Value } from '../../shared/value.ts'

const { register, plan, assignments, templates } = khanhHoa2025
const template = templates.find(({ code }) => code === 'QUY')!
const STATES = ['ht_dung', 'ht_tre', 'dang', 'qua_han', 'chua', 'dung']
const DISTRICTS_SAID = 'Còn 5 cơ quan chưa báo cáo'

type Row = Record<string, Value>

function states(prefix: string, at: number): Row {
  const counts = STATES.map((_, state) => (at * 7 + state * 5) % 9)
  const total = counts.reduce((sum, one) => sum + one, 0)
  return {
    ...Object.fromEntries(STATES.map((state, index) => [prefix + state, counts[index]!])),
    [`${prefix}tong`]: total,
    [`${prefix}ty_le`]: total === 0 ? null : Math.round((10_000 * (counts[0]! + counts[1]!)) / total) / 100,
  }
}

const FIGURES: Readonly<Record<string, (at: number, given: Row) => Row>> = {
  a: (at) => states('', at),
  b: (at) => ({ so_ky: 3, dung_han: 3 - (at % 3), tre: at % 2, khong: (at % 3) - (at % 2), ...states('nv_', at), xep: at + 1 }),
  c: (at) => ({
    ...{ ket_qua: 40 + at * 1.25, so_bao_cao: 30, so_phai_bao_cao: 35 },
    ...{ dat: at % 4 === 3 ? null : at % 3 === 0 ? 'chua-dat' : 'dat', ghi_chu: at % 4 === 0 ? DISTRICTS_SAID : null },
  }),
  d: (_, { ke_hoach }) => {
    const planned = typeof ke_hoach === 'number' ? ke_hoach : 0
    return { gn_lk_truoc: planned / 5, gn_quy: planned / 10, gn_lk: (planned * 3) / 10, ty_le: planned === 0 ? null : 30 }
  },
}

function table(key: string): ReportCase['summary']['tables'][number] {
  const rows = assignments
    .filter((one) => one.template === 'QUY' && one.table === key)
    .map(({ rowId, values }, at) => ({ id: rowId, values: { ...values, ...FIGURES[key]!(at, values) }, counts: {} }))
  const totals: Row = {}
  for (const { values } of rows)
    for (const [field, value] of Object.entries(values)) if (typeof value === 'number') totals[field] = Number(totals[field] ?? 0) + value
  return { key, rows, totals }
}

export const reportSample: ReportCase = {
  ...{ template, names: { plan, register }, period: '2025-Q2', source: countedFrom },
  agency: register.agencies.find(({ code }) => code === 'STTTT')!,
  window: { from: '2025-03-15', to: '2025-06-14' },
  leftOut: {
    unreported: ['Ban Dân tộc', 'UBND huyện Khánh Sơn'],
    pending: 0,
    outside: { unreported: 2, ungrouped: 0, repeated: 0, unsourced: 1, unsourcedPaidSoFar: 1_250_500_000 },
  },
  summary: { tables: Object.keys(FIGURES).map(table) },
  words: {
    ...{ number: '125', day: '2025-06-04' },
    assessment: 'Các cơ quan, địa phương đã tập trung triển khai các nhiệm vụ của Kế hoạch.\nCông tác chỉ đạo được thực hiện thường xuyên.',
    shortcomings: 'Giải ngân vốn đầu tư công chậm do phải điều chỉnh hồ sơ mời thầu.',
    next: 'Hoàn thành kết nối 16 dịch vụ công còn lại.',
    proposals: 'Đề nghị Ủy ban nhân dân tỉnh cho phép điều chuyển vốn giữa hai dự án.',
    ...{ position: 'KT. Giám đốc\nPhó Giám đốc', signer: 'Trần Văn Minh' },
    recipients: 'Như trên;\nBan Chỉ đạo Chuyển đổi số tỉnh (để báo cáo);\nLưu: VT.',
  },
}
