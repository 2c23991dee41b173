// A small form with something typed into it, as a grid that the tests of reading mistreat.
import { address } from '../a1.ts'
import type { CheckContext } from '../check-context.ts'
import type { Filing, Prefill } from '../filing.ts'
import type { Finding } from '../finding.ts'
import type { Grid } from '../sheet/grid.ts'
import { layout } from '../sheet/layout.ts'
import { read } from '../sheet/reading.ts'
import { sampleObligation, samplePlan, sampleRegister, sampleTemplate } from '../sheet/sample.ts'
import * as person from '../sheet/sample-grid.ts'

export const template = sampleTemplate({
  header: [
    ...sampleTemplate().header,
    { key: 'ky', title: { vi: 'Kỳ báo cáo', en: 'Period' }, type: { kind: 'period' }, source: 'carried', required: true },
  ],
})

export const prefill: Prefill = {
  header: { don_vi: 'A', ky: '2025-03', nguoi_lap: 'Nguyễn Thị Hoa' },
  rows: ['Xây dựng nền tảng dữ liệu', 'Đào tạo cán bộ', 'Mua sắm thiết bị'].map((ten, index) => ({
    id: `T${index + 1}`,
    table: 'main',
    values: { stt: String(index + 1), ten },
  })),
}

export const context: CheckContext = {
  ...{ today: '2025-03-15', agency: 'A', period: '2025-03', register: sampleRegister, plan: samplePlan, prefill, previous: null },
}

export const typed = (values: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]))

export const draft: Filing = {
  ...{ template: 'THU', version: 3, agency: 'A', period: '2025-03', declaration: null, explanations: {} },
  header: typed({ nguoi_lap: 'Nguyễn Thị Hoa' }),
  rows: [
    { id: 'T1', table: 'main', entries: typed({ von: 1000, gn: 250, trang_thai: 'Hoàn thành' }) },
    { id: 'T2', table: 'main', entries: typed({ von: '-', gn: 0, ghi_chu: 'Chờ thẩm định' }) },
    { id: 'T3', table: 'main', entries: typed({ von: 30, gn: 5 }) },
    { id: 'n1', table: 'main', entries: typed({ ten: 'Việc mới', von: 7, gn: 1 }) },
  ],
}

export const drawn = layout(template, prefill, {
  ...{ obligation: sampleObligation, register: sampleRegister, plan: samplePlan, draft },
  ...{ agencyName: 'Sở Thông tin và Truyền thông', provinceName: 'tỉnh Khánh Hòa' },
})
export const SHEET = drawn.sheets[0]!.name
export const fresh = person.gridOf(drawn)

/** Where a text stands: zero-based. */
export function spot(grid: Grid, text: string, sheet = SHEET): { row: number; column: number } {
  for (const [at, { value }] of grid.sheets.find(({ name }) => name === sheet)!.cells)
    if (value === text) {
      const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(at)!
      return { row: Number(digits) - 1, column: [...letters!].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1 }
    }
  throw new Error(`${text} stands nowhere`)
}

export const FIRST = spot(fresh, 'T1').row
export const COLUMN = { ten: 2, trang_thai: 6, von: 7, gn: 8, ty_le: 9, ghi_chu: 12 } as const
export const cell = (row: number, column: keyof typeof COLUMN) => address(row, COLUMN[column])

/** What was said, without where it stands. */
export const said = ({ filing }: { filing: Filing }) => ({
  ...{ agency: filing.agency, period: filing.period, version: filing.version, declaration: filing.declaration },
  header: Object.fromEntries(Object.entries(filing.header).map(([key, { value }]) => [key, value])),
  rows: filing.rows.map(({ id, entries }) => [id, Object.fromEntries(Object.entries(entries).map(([key, { value }]) => [key, value]))]),
})
export const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code)
export const reading = (grid: Grid, sheet = SHEET) => read(grid, sheet, template, context)
export const whole = said(reading(fresh))
