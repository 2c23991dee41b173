// A form that was drawn and filled when its template had another version.
import { expect, test } from 'vitest'
import type { CheckContext } from '../check-context.ts'
import { obligationsOf } from '../deadline.ts'
import type { Filing } from '../filing.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { prefill as prefillOf } from '../prefill.ts'
import type { Grid } from '../sheet/grid.ts'
import { layout } from '../sheet/layout.ts'
import type { Template } from '../template.ts'
import { carryOver } from './carry-over.ts'

const { plan, register, templates, assignments } = khanhHoa2025
const first = templates.find(({ code }) => code === 'THANG')!
const prefill = prefillOf(first, 'STTTT', '2025-03', { register, plan, assignments, previous: null })
const obligation = obligationsOf(first, register, '2025-03').find(({ agency }) => agency === 'STTTT')!
const context: CheckContext = {
  today: '2025-03-17',
  agency: 'STTTT',
  period: '2025-03',
  register,
  plan,
  prefill,
  previous: null,
  waivers: [],
}

const filled: Filing = {
  ...{ template: 'THANG', version: 1, agency: 'STTTT', period: '2025-03', declaration: null, explanations: {} },
  header: { nguoi_lap: { value: 'Nguyễn Thị Hoa' } },
  rows: [
    {
      id: 'III.1.a',
      table: 'main',
      entries: {
        trang_thai: { value: 'Đang thực hiện' },
        ty_le: { value: 60 },
        ket_qua: { value: 'Đã trình dự thảo kế hoạch' },
        ky_toi: { value: 'Ban hành kế hoạch' },
      },
    },
    {
      id: 'n1',
      table: 'main',
      entries: { ten_nv: { value: 'Việc giao thêm trong tháng' }, trang_thai: { value: 'Hoàn thành' }, ty_le: { value: 100 } },
    },
  ],
}

function drawn(template: Template, draft: Filing): { grid: Grid; sheet: string } {
  const made = layout(template, prefill, { obligation, register, plan, agencyName: 'Sở TTTT', provinceName: plan.province, draft })
  const sheets = made.sheets.map(({ name, visibility, cells, merges }) => ({
    ...{ name, visibility, merges, hiddenRows: new Set<number>() },
    cells: new Map(
      cells.flatMap(({ at, value, formula }) => (value === undefined ? [] : [[at, { value, ...(formula ? { formula } : {}) }] as const])),
    ),
  }))
  return { grid: { sheets, names: made.names.map(({ name, ref }) => ({ name, ref })), date1904: false }, sheet: sheets[0]!.name }
}

const next = (change: (fields: Template['tables'][number]['fields']) => Template['tables'][number]['fields']): Template => ({
  ...first,
  version: 2,
  tables: first.tables.map((table, at) => (at === 0 ? { ...table, rules: [], fields: change(table.fields) } : table)),
})
const { grid, sheet } = drawn(first, filled)
const row = (filing: Filing, id: string) => filing.rows.find((one) => one.id === id)?.entries

test('values go on under their keys, in whatever order the columns stand now', () => {
  const { filing, renamed, left } = carryOver(
    grid,
    sheet,
    next((fields) => [...fields].reverse()),
    context,
  )
  expect(filing.version).toBe(2)
  expect(filing.header.nguoi_lap?.value).toBe('Nguyễn Thị Hoa')
  expect(row(filing, 'III.1.a')).toMatchObject({ trang_thai: { value: 'Đang thực hiện' }, ty_le: { value: 60 } })
  expect(row(filing, 'n1')?.ten_nv?.value).toBe('Việc giao thêm trong tháng')
  expect([renamed, left]).toEqual([[], { columns: [], rows: [] }])
})

test('a column whose key was changed goes on by the key it had, whatever it is called now', () => {
  const template = next((fields) =>
    fields.map((field) =>
      field.key === 'ket_qua' ? { ...field, key: 'san_luong', was: ['ket_qua'], title: { vi: 'Sản lượng', en: 'Output' } } : field,
    ),
  )
  const { filing, renamed, left } = carryOver(grid, sheet, template, context)
  expect(row(filing, 'III.1.a')?.san_luong?.value).toBe('Đã trình dự thảo kế hoạch')
  expect(renamed.map(({ to }) => to.key)).toEqual(['san_luong'])
  expect(left.columns).toEqual([])
})

test('without that it goes on by its title', () => {
  const template = next((fields) => fields.map((field) => (field.key === 'ket_qua' ? { ...field, key: 'kq' } : field)))
  const { filing, renamed } = carryOver(grid, sheet, template, context)
  expect(row(filing, 'III.1.a')?.kq?.value).toBe('Đã trình dự thảo kế hoạch')
  expect(renamed.map(({ to }) => to.key)).toEqual(['kq'])
})

test('a column that is no more is told with its title and how much stands in it', () => {
  const { filing, left } = carryOver(
    grid,
    sheet,
    next((fields) => fields.filter(({ key }) => key !== 'ky_toi')),
    context,
  )
  expect(row(filing, 'III.1.a')?.ky_toi).toBeUndefined()
  expect(left.columns).toEqual([
    { column: expect.stringMatching(/^[A-Z]+$/), title: first.tables[0]!.fields.find(({ key }) => key === 'ky_toi')!.title.vi, cells: 1 },
  ])
})

test('a task that the agency no longer has is told where the form takes no other rows, and goes on as a row of its own where it does', () => {
  const without = { ...context, prefill: { ...prefill, rows: prefill.rows.filter(({ id }) => id !== 'III.1.a') } }
  const takes = carryOver(
    grid,
    sheet,
    next((fields) => fields),
    without,
  )
  expect(takes.left.rows).toEqual([])
  expect(takes.filing.rows.some(({ id, entries }) => id === 'n2' && entries.ty_le?.value === 60)).toBe(true)
  const closed = {
    ...first,
    version: 2,
    tables: first.tables.map((table) => ({ ...table, rows: { ...table.rows, source: 'carried' as const } })),
  }
  expect(carryOver(grid, sheet, closed, without).left.rows).toEqual([
    { at: expect.any(Number), text: expect.stringContaining('Tổ chức kiểm tra') },
  ])
})
