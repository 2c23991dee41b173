// Reading survives what people do to a form: whatever moved, was copied, hidden
// or added, the same filing is read.
import { describe, expect, it, test } from 'vitest'
import { address } from '../a1.ts'
import {
  type COLUMN,
  cell,
  codes,
  context,
  FIRST,
  fresh,
  prefill,
  reading,
  SHEET,
  said,
  spot,
  template,
  whole,
} from '../testing/drawn-form.ts'
import { chooseForm } from './choose-form.ts'
import { findForms } from './find-forms.ts'
import type { Grid } from './grid.ts'
import { layout } from './layout.ts'
import { read } from './reading.ts'
import { sampleObligation, samplePlan, sampleRegister, sampleTable, sampleTemplate } from './sample.ts'
import * as person from './sample-grid.ts'

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

test('a row without an id gets a number that no row of an earlier period had', () => {
  const typed = person.put(fresh, SHEET, cell(FIRST + 5, 'ten'), { value: 'Việc khác' })
  const read5 = read(typed, SHEET, template, { ...context, prefill: { ...prefill, lastAdded: 5 } })
  expect(read5.filing.rows.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'n1', 'n6'])
  expect(reading(typed).filing.rows.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'n1', 'n2'])
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
