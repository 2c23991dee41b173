// In a file, where no pane adds rows, every row that the template allows is ready
// to type into; those beyond the blank rows in sight are hidden, so that nobody prints them.
import { describe, expect, test } from 'vitest'
import { parseRange, rangeText } from '../a1.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { layout } from './layout.ts'
import { read } from './reading.ts'
import { sampleObligation } from './sample.ts'
import { gridOf, put } from './sample-grid.ts'

const { register, plan, templates } = khanhHoa2025
const open = templates.filter(({ tables }) => tables[0]?.rows.source !== 'carried')

const drawn = (code: string, toLimit: boolean) => {
  const template = templates.find((one) => one.code === code)!
  const obligation = { ...sampleObligation, template: code, version: template.version, agency: 'STTTT' }
  const context = { obligation, register, plan, agencyName: 'Sở Thông tin và Truyền thông', provinceName: plan.province, toLimit }
  return { template, obligation, workbook: layout(template, { header: {}, rows: [] }, context) }
}

describe.each(open.map(({ code }) => code))('%s', (code) => {
  const { template, obligation, workbook } = drawn(code, true)
  const [form] = workbook.sheets
  const { max } = template.tables[0]!.rows
  const data = parseRange(
    workbook.names
      .find(({ name }) => name.includes('_data_'))!
      .ref.split('!')[1]!
      .replaceAll('$', ''),
  )!

  test('has all rows that the template allows', () => {
    expect(data.to.row - data.from.row + 1).toBe(max)
  })

  test('lists, limits and colours reach to the last of them', () => {
    const reached = [...form!.validations, ...form!.conditionals].map(({ range }) => parseRange(range)!)
    const begun = reached.filter(({ from, to }) => from.row === data.from.row && to.row > from.row)
    expect(begun.length).toBeGreaterThan(template.tables[0]!.fields.length / 2)
    expect(begun.map(({ to }) => to.row)).toEqual(begun.map(() => data.to.row))
    const last = rangeText({ from: { row: data.to.row, column: data.from.column }, to: data.to })
    expect(
      form!.styled.some(({ range }) => parseRange(range)!.to.row === data.to.row),
      last,
    ).toBe(true)
  })

  test('shows no more blank rows than a form that the pane draws', () => {
    const hidden = form!.rows.filter((row) => row.hidden && row.at - 1 >= data.from.row).map(({ at }) => at - 1)
    const [few] = drawn(code, false).workbook.sheets
    const inSight = few!.rows.length === form!.rows.length ? max : max - hidden.length
    expect(inSight).toBeLessThanOrEqual(60)
    expect(hidden).toEqual(Array.from({ length: max - inSight }, (_, at) => data.from.row + inSight + at))
  })

  test('what is pasted beyond them counts, and is told', () => {
    const hidden = form!.rows.filter((row) => row.hidden && row.at - 1 >= data.from.row)
    const index = template.tables[0]!.fields.findIndex(({ type, source }) => type.kind === 'text' && source !== 'computed')
    const at = `${String.fromCharCode(66 + index)}${data.to.row + 1}`
    const grid = put(gridOf(workbook), form!.name, at, { value: 'Dán từ bảng khác' })
    const context = {
      today: '2025-03-15',
      agency: 'STTTT',
      period: obligation.period,
      register,
      plan,
      prefill: { header: {}, rows: [] },
      previous: null,
    }
    const { filing, findings } = read(grid, form!.name, template, context)
    expect(filing.rows).toHaveLength(1)
    const told = findings.filter(({ code: one }) => one === 'row-hidden').map(({ params }) => params)
    expect(told).toEqual(hidden.length > 0 ? [{ rows: String(data.to.row + 1), count: 1 }] : [])
    const marks = form!.conditionals.filter(({ formula }) => formula.includes('SUBTOTAL(103,'))
    expect(marks.length > 0).toBe(hidden.length > 0)
  })
})
