// A wide form takes pages side by side, and what is written once stays on the first.
import { expect, it } from 'vitest'
import { parseRange } from '../a1.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { FIRST_COLUMN, frozenColumns, geometryOf, pagesOf, widthOf } from './geometry.ts'
import { layout } from './layout.ts'
import { sampleObligation, samplePlan, sampleRegister, sampleTemplate } from './sample.ts'

it.each(khanhHoa2025.templates.map((template) => [template.code, template] as const))(
  '%s prints in letters that can be read, its heading whole on the first page',
  (_, template) => {
    const geometry = geometryOf(template)
    const { wide, repeated, breaks, front } = pagesOf(geometry)
    const again = widthOf(geometry, FIRST_COLUMN, FIRST_COLUMN + repeated - 1)
    const perPage = (geometry.total + (wide - 1) * again) / wide
    expect(perPage).toBeLessThanOrEqual(230)
    const pages = [FIRST_COLUMN, ...breaks].map(
      (from, at) => (at > 0 ? again : 0) + widthOf(geometry, from, (breaks[at] ?? geometry.last + 1) - 1),
    )
    expect(pages).toHaveLength(wide)
    expect(Math.max(...pages)).toBeLessThanOrEqual(perPage * 1.1)
    expect(front.last).toBe((breaks[0] ?? geometry.last + 1) - 1)
    expect(front.last - front.begin).toBeGreaterThan(1)
  },
)

it('nothing that is written once lies across the end of the first page or in a repeated column', () => {
  const fields = sampleTemplate().tables[0]!.fields.map((field) => ({ ...field, width: field.width * 2 }))
  const template = sampleTemplate({ tables: [{ ...sampleTemplate().tables[0]!, fields }] })
  const { wide, repeated, front } = pagesOf(geometryOf(template))
  expect(wide).toBeGreaterThan(1)
  const context = { obligation: sampleObligation, register: sampleRegister, plan: samplePlan, agencyName: 'A', provinceName: 'B' }
  const [form] = layout(template, { header: {}, rows: [] }, context).sheets
  expect(form?.print).toMatchObject({ pagesWide: wide, titleColumns: ['B', repeated === 2 ? 'C' : 'B'] })
  const keysAt = parseRange(form!.cells.find(({ value }) => String(value).startsWith('#keys|'))!.at)!.from.row
  for (const { from, to } of form!.merges.map((range) => parseRange(range)!))
    if (from.row > 0 && from.row < keysAt) expect(to.column).toBeLessThanOrEqual(front.last)
  const labels = form!.cells.filter(({ value }) => typeof value === 'string' && value.endsWith(':'))
  expect(labels.length).toBeGreaterThan(3)
  for (const { at } of labels) expect(parseRange(at)!.from.column).toBeGreaterThanOrEqual(front.begin)
})

/** What 1366 pixels leave to the sheet beside a pane of 350, row numbers and scroll bar. */
const BESIDE_THE_PANE = 956

it.each(khanhHoa2025.templates.filter(({ tables }) => tables.length === 1).map((template) => [template.code, template] as const))(
  '%s keeps on an old laptop what names a row, and leaves half of the screen to what is typed',
  (_, template) => {
    const [table] = template.tables
    const geometry = geometryOf(template)
    const frozen = frozenColumns(table!, geometry)
    const pixels = geometry.widths.slice(0, frozen).reduce((sum, width) => sum + width * 7 + 5, 0)
    expect(pixels).toBeLessThanOrEqual(BESIDE_THE_PANE / 2)
    expect(table!.fields.slice(0, frozen).some(({ type, width }) => type.kind === 'text' && width >= 24)).toBe(true)
    for (const width of geometry.widths.slice(frozen)) expect(width * 7 + 5).toBeLessThanOrEqual(BESIDE_THE_PANE - pixels)
  },
)
