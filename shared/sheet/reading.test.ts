// Reading survives what people do to a form: whatever moved, was copied, hidden
// or added, the same filing is read, or a finding says what happened.
import { describe, expect, it, test } from 'vitest'
import { address } from '../a1.ts'
import type { CheckContext } from '../check-context.ts'
import type { Filing, Prefill } from '../filing.ts'
import type { Finding } from '../finding.ts'
import { chooseForm } from './choose-form.ts'
import { findForms } from './find-forms.ts'
import type { Grid } from './grid.ts'
import { layout } from './layout.ts'
import { read } from './reading.ts'
import { sampleObligation, samplePlan, sampleRegister, sampleTable, sampleTemplate } from './sample.ts'
import * as person from './sample-grid.ts'

const template = sampleTemplate({
  header: [
    ...sampleTemplate().header,
    { key: 'ky', title: { vi: 'Kỳ báo cáo', en: 'Period' }, type: { kind: 'period' }, source: 'carried', required: true },
  ],
})

const prefill: Prefill = {
  header: { don_vi: 'A', ky: '2025-03', nguoi_lap: 'Nguyễn Thị Hoa' },
  rows: ['Xây dựng nền tảng dữ liệu', 'Đào tạo cán bộ', 'Mua sắm thiết bị'].map((ten, index) => ({
    id: `T${index + 1}`,
    table: 'main',
    values: { stt: String(index + 1), ten },
  })),
}

const context: CheckContext = {
  ...{ today: '2025-03-15', agency: 'A', period: '2025-03', register: sampleRegister, plan: samplePlan, prefill, previous: null },
}

const typed = (values: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]))

const draft: Filing = {
  ...{ template: 'THU', version: 3, agency: 'A', period: '2025-03', declaration: null, explanations: {} },
  header: typed({ nguoi_lap: 'Nguyễn Thị Hoa' }),
  rows: [
    { id: 'T1', table: 'main', entries: typed({ von: 1000, gn: 250, trang_thai: 'Hoàn thành' }) },
    { id: 'T2', table: 'main', entries: typed({ von: '-', gn: 0, ghi_chu: 'Chờ thẩm định' }) },
    { id: 'T3', table: 'main', entries: typed({ von: 30, gn: 5 }) },
    { id: 'n1', table: 'main', entries: typed({ ten: 'Việc mới', von: 7, gn: 1 }) },
  ],
}

const drawn = layout(template, prefill, {
  ...{ obligation: sampleObligation, register: sampleRegister, plan: samplePlan, draft },
  ...{ agencyName: 'Sở Thông tin và Truyền thông', provinceName: 'tỉnh Khánh Hòa' },
})
const SHEET = drawn.sheets[0]!.name
const fresh = person.gridOf(drawn)

/** Where a text stands: zero-based. */
function spot(grid: Grid, text: string, sheet = SHEET): { row: number; column: number } {
  for (const [at, { value }] of grid.sheets.find(({ name }) => name === sheet)!.cells)
    if (value === text) {
      const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(at)!
      return { row: Number(digits) - 1, column: [...letters!].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1 }
    }
  throw new Error(`${text} stands nowhere`)
}

const FIRST = spot(fresh, 'T1').row
const COLUMN = { ten: 2, trang_thai: 6, von: 7, gn: 8, ty_le: 9, ghi_chu: 12 } as const
const cell = (row: number, column: keyof typeof COLUMN) => address(row, COLUMN[column])

/** What was said, without where it stands. */
const said = ({ filing }: { filing: Filing }) => ({
  ...{ agency: filing.agency, period: filing.period, version: filing.version, declaration: filing.declaration },
  header: Object.fromEntries(Object.entries(filing.header).map(([key, { value }]) => [key, value])),
  rows: filing.rows.map(({ id, entries }) => [id, Object.fromEntries(Object.entries(entries).map(([key, { value }]) => [key, value]))]),
})
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code)
const reading = (grid: Grid, sheet = SHEET) => read(grid, sheet, template, context)
const whole = said(reading(fresh))

test('a form as it was drawn is read without a word', () => {
  expect(reading(fresh).findings).toEqual([])
  expect(whole.rows.map(([id]) => id)).toEqual(['T1', 'T2', 'T3', 'n1'])
  expect(whole).toMatchObject({ agency: 'A', period: '2025-03', header: { nguoi_lap: 'Nguyễn Thị Hoa' } })
})

describe('the same filing is read', () => {
  const last = spot(fresh, '#end|main').row
  test.each<[string, (grid: Grid) => Grid, string?]>([
    [
      'with rows inserted above, in the header, in the table and below',
      (grid) => [last + 2, FIRST + 1, FIRST - 2, 0].reduce((one, at) => person.insertRow(one, SHEET, at), grid),
    ],
    [
      'with columns inserted at the left, in the middle and at the right',
      (grid) => [13, 8, 4, 0].reduce((one, at) => person.insertColumn(one, SHEET, at), grid),
    ],
    ['with blank rows deleted', (grid) => person.deleteRow(person.deleteRow(grid, SHEET, last - 3), SHEET, 2)],
    [
      'with own columns filled',
      (grid) => person.put(person.put(grid, SHEET, `N${FIRST}`, { value: 'Ghi riêng' }), SHEET, `N${FIRST + 1}`, { value: 5 }),
    ],
    ['with notes below the table', (grid) => person.put(grid, SHEET, `B${last + 2}`, { value: 'Ghi chú: số liệu tạm tính.' })],
    ['renamed', (grid) => person.renameSheet(grid, SHEET, "Báo cáo 'tháng' 3"), "Báo cáo 'tháng' 3"],
    ['with other sheets around it', (grid) => person.addSheet(person.addSheet(grid, 'Nháp', { A1: 'x' }), 'Tính')],
    ['with everything unhidden', person.unhideAll],
    ['with header cells wrapped anew', (grid) => person.put(grid, SHEET, `J${FIRST - 1}`, { value: 'Tỷ lệ\ngiải  ngân (%)' })],
    [
      'under another hash of columns in its mark',
      (grid) => person.put(grid, SHEET, `A${FIRST - 3}`, { value: '#keys|main|THU|3|A|2025-03|0' }),
    ],
  ])('%s', (_, change, sheet = SHEET) => {
    const changed = change(fresh)
    expect(codes(reading(changed, sheet).findings)).toEqual([])
    expect(said(reading(changed, sheet))).toEqual(whole)
    expect(chooseForm(changed, template, context).sheet).toBe(sheet)
  })

  it('sorted, in the new order', () => {
    const sorted = person.reorderRows(fresh, SHEET, FIRST, [FIRST + 2, FIRST, FIRST + 3, FIRST + 1])
    expect(codes(reading(sorted).findings)).toEqual([])
    expect(new Map(said(reading(sorted)).rows as [string, unknown][])).toEqual(new Map(whole.rows as [string, unknown][]))
  })
})

describe('anchors', () => {
  const lose = {
    names: person.loseNames,
    record: person.loseRecord,
    marks: (grid: Grid) => person.loseMarks(grid, SHEET),
  }
  test.each([
    ['names', 'record'],
    ['names', 'marks'],
    ['record', 'marks'],
  ] as const)('without %s and %s the form is found and read whole', (one, other) => {
    const left = lose[other](lose[one](fresh))
    expect(findForms(left)).toMatchObject([{ sheet: SHEET, identity: { agency: 'A', period: '2025-03', version: 3 } }])
    expect(codes(reading(left).findings)).toEqual([])
    expect(said(reading(left)).rows.filter(([id]) => String(id).startsWith('T'))).toEqual(whole.rows.slice(0, 3))
    expect(said(reading(left)).rows).toHaveLength(4)
    expect(said(reading(left)).header).toEqual(whole.header)
  })

  it('in a renamed sheet, the record alone still knows it by its titles', () => {
    const left = person.addSheet(person.renameSheet(lose.marks(person.loseNames(fresh)), SHEET, 'Mới'), 'Nháp')
    expect(findForms(left)).toMatchObject([{ sheet: 'Mới', identity: { agency: 'A' } }])
  })

  const bare = lose.marks(lose.record(lose.names(fresh)))
  it('all lost: titles, agency and period on the sheet are believed, and it is told', () => {
    expect(chooseForm(bare, template, context).sheet).toBe(SHEET)
    const { findings } = reading(bare)
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['form-unmarked', 'info']])
    expect(said(reading(bare)).rows).toEqual(whole.rows)
  })

  it('all lost and another period printed: refused', () => {
    const other = person.put(bare, SHEET, address(spot(bare, 'Tháng 3/2025').row, spot(bare, 'Tháng 3/2025').column), {
      value: 'Tháng 2/2025',
    })
    const { filing, findings } = reading(other)
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['form-unmarked', 'error']])
    expect(filing.period).toBe('2025-02')
  })

  it('names left behind by a program that inserts rows without minding them mislead nobody', () => {
    const stale = { ...person.insertRow(fresh, SHEET, 0), names: fresh.names }
    expect(said(reading(stale))).toEqual(whole)
  })
})

describe('what was done is told', () => {
  it('a column deleted', () => {
    expect(reading(person.deleteColumn(fresh, SHEET, COLUMN.gn)).findings).toMatchObject([
      { code: 'column-missing', place: { field: 'gn' } },
    ])
  })

  it('a column copied with its key', () => {
    const keys = spot(fresh, 'gn').row
    const twice = person.put(fresh, SHEET, address(keys, 20), { value: 'gn' })
    expect(reading(twice).findings).toMatchObject([{ code: 'column-twice', params: { columns: 'I, U' } }])
  })

  it('a carried row copied whole', () => {
    const copied = reading(person.copyRow(fresh, SHEET, FIRST, FIRST + 6))
    expect(copied.findings).toMatchObject([{ code: 'row-twice', severity: 'error', params: { row: FIRST + 7, first: FIRST + 1 } }])
    expect(said(copied)).toEqual(whole)
  })

  it('a carried row copied and made into another', () => {
    const copied = person.put(person.copyRow(fresh, SHEET, FIRST, FIRST + 6), SHEET, cell(FIRST + 6, 'ten'), { value: 'Việc khác' })
    const { filing, findings } = reading(copied)
    expect(findings).toMatchObject([{ code: 'row-copied', severity: 'info' }])
    expect(filing.rows.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'n1', 'n2'])
  })

  it('the original is the row that still holds what the server brought, also where its copy stands above', () => {
    const above = person.copyRow(person.insertRow(fresh, SHEET, FIRST), SHEET, FIRST + 1, FIRST)
    const { filing } = reading(person.put(above, SHEET, cell(FIRST, 'ten'), { value: 'Việc khác' }))
    expect(filing.rows.map(({ id }) => id)).toEqual(['n2', 'T1', 'T2', 'T3', 'n1'])
  })

  it('a row the filer added copied: a row of its own', () => {
    const { filing, findings } = reading(person.copyRow(fresh, SHEET, FIRST + 3, FIRST + 5))
    expect(findings).toEqual([])
    expect(filing.rows.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'n1', 'n2'])
  })

  it('content sorted away from its ids: each row is known by its content', () => {
    const order = [FIRST + 1, FIRST, FIRST + 2]
    const torn = person.reorderRows(fresh, SHEET, FIRST, order, (column) => column > 0)
    const { filing, findings } = reading(torn)
    expect(findings).toMatchObject([{ code: 'row-moved', params: { rows: `${FIRST + 1}–${FIRST + 2}` } }])
    expect(filing.rows.map(({ id, entries }) => [id, entries.von?.value])).toEqual([
      ['T2', '-'],
      ['T1', 1000],
      ['T3', 30],
      ['n1', 7],
    ])
  })

  it('ids wiped out', () => {
    const wiped = [0, 1, 2, 3].reduce((grid, offset) => person.put(grid, SHEET, `A${FIRST + offset + 1}`, null), fresh)
    expect(reading(wiped).filing.rows.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'n1'])
  })

  it('rows hidden or filtered out: they count', () => {
    const hidden = reading(person.hideRows(fresh, SHEET, [FIRST + 1]))
    expect(hidden.findings).toMatchObject([{ code: 'row-hidden', severity: 'info', params: { rows: String(FIRST + 2) } }])
    expect(said(hidden)).toEqual(whole)
  })

  it('numbers merged: nobody knows whose they are', () => {
    const merged = reading(person.merge(fresh, SHEET, `${cell(FIRST, 'von')}:${cell(FIRST + 1, 'von')}`))
    expect(merged.findings).toMatchObject([{ code: 'cells-merged', severity: 'error', place: { cell: cell(FIRST, 'von') } }])
  })

  it('texts merged: they speak for every row', () => {
    const range = `${cell(FIRST, 'trang_thai')}:${cell(FIRST + 2, 'trang_thai')}`
    const { filing, findings } = reading(person.merge(fresh, SHEET, range))
    expect(findings).toMatchObject([{ code: 'cells-shared', severity: 'info', params: { range } }])
    expect(filing.rows.map(({ entries }) => entries.trang_thai?.value)).toEqual(['Hoàn thành', 'Hoàn thành', 'Hoàn thành', null])
  })

  it('a total of the filer’s own: no row', () => {
    const row = FIRST + 5
    const total = person.put(person.put(fresh, SHEET, cell(row, 'ten'), { value: 'Cộng:' }), SHEET, cell(row, 'gn'), {
      ...{ value: 256, formula: `=SUM(I${FIRST + 1}:I${FIRST + 4})` },
    })
    const { findings } = reading(total)
    expect(findings).toMatchObject([{ code: 'total-row', severity: 'info', params: { rows: String(row + 1) } }])
    expect(said(reading(total))).toEqual(whole)
  })

  it('rows typed below the table', () => {
    const row = spot(fresh, '#end|main').row + 1
    const below = (['ten', 'von', 'gn'] as const).reduce(
      (grid, key) => person.put(grid, SHEET, cell(row, key), { value: key === 'ten' ? 'Thêm' : 1 }),
      person.insertRow(fresh, SHEET, row),
    )
    expect(reading(below).findings).toMatchObject([{ code: 'row-outside', severity: 'warning', params: { rows: String(row + 1) } }])
  })

  it('a formula of the form changed', () => {
    const at = cell(FIRST, 'ty_le')
    const { findings } = reading(person.put(fresh, SHEET, at, { value: 99, formula: '=99' }))
    expect(findings).toMatchObject([{ code: 'formula-changed', severity: 'info', actual: '=99', place: { cell: at } }])
  })

  it('the sheet copied: copies that say the same do no harm, others cannot be told apart', () => {
    const copied = person.copySheet(fresh, SHEET, 'Bản sao')
    expect(chooseForm(copied, template, context).sheet).toBe(SHEET)
    expect(chooseForm(person.put(copied, 'Bản sao', cell(FIRST, 'gn'), { value: 9 }), template, context).sheet).toBe(null)
  })

  it('another agency’s, another period’s or another version’s form: the identity is read as it stands', () => {
    expect(chooseForm(fresh, template, { agency: 'B', period: '2025-03' })).toMatchObject({ sheet: null, found: [{ sheet: SHEET }] })
    const old = person.put(fresh, SHEET, `A${FIRST - 3}`, { value: '#keys|main|THU|2|A|2025-03|0' })
    expect(reading(old).filing.version).toBe(2)
  })
})

test('cells: errors, formulas, percent formats, 1904 days and legacy fonts come with the value', () => {
  const at = (key: keyof typeof COLUMN) => cell(FIRST + 2, key)
  const grid = [
    [at('von'), { value: '#N/A', error: true }],
    [at('gn'), { value: 6, formula: '=2*3' }],
    [at('ghi_chu'), { value: 'Tæng', font: '.VnTime' }],
    [address(FIRST + 2, 10), { value: 0.5, format: '0%' }],
    [address(FIRST + 2, 3), { value: 44_269 }],
  ].reduce((one, [where, content]) => person.put(one, SHEET, where as string, content as never), { ...fresh, date1904: true })
  const entries = reading(grid).filing.rows[2]?.entries
  expect(entries?.von).toMatchObject({ value: '#N/A', error: true })
  expect(entries?.gn).toMatchObject({ value: 6, formula: '=2*3' })
  expect(entries?.ghi_chu).toMatchObject({ font: '.VnTime' })
  expect(entries?.hoan_thanh).toMatchObject({ value: 0.5, percent: true })
  expect(entries?.ngay).toMatchObject({ value: 44_269 + 1462 })
})

test('a table whose column is twice in its header by title is told apart by its group', () => {
  const money = sampleTable().fields.filter(({ key }) => ['von', 'gn'].includes(key))
  const group = (vi: string) => [{ vi, en: vi }]
  const title = { vi: 'Kế hoạch', en: 'Plan' }
  const twins = sampleTemplate({
    tables: [
      sampleTable({
        fields: [
          ...sampleTable().fields.slice(0, 3),
          { ...money[0]!, key: 'von_nstw', title, group: group('NSTW') },
          { ...money[1]!, key: 'von_nsdp', title, group: group('NSĐP') },
        ],
      }),
    ],
  })
  const form = layout(
    twins,
    { header: {}, rows: [] },
    {
      ...{ obligation: sampleObligation, register: sampleRegister, plan: samplePlan, agencyName: 'A', provinceName: 'B' },
    },
  )
  const bare = person.loseMarks(person.loseNames(person.gridOf(form)), SHEET)
  const gone = person.deleteColumn(bare, SHEET, 3)
  expect(read(gone, SHEET, twins).findings).toMatchObject([{ code: 'column-missing', place: { field: 'von_nstw' } }])
})
