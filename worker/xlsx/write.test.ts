import { expect, test } from 'vitest'
import type { SheetLayout, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { readWorkbook } from './read.ts'
import { writeWorkbook } from './write.ts'

const sheet = (change: Partial<SheetLayout> = {}): SheetLayout => ({
  name: 'Biểu thử',
  visibility: 'visible',
  columns: [{ letter: 'A', width: 10, hidden: true }],
  rows: [{ at: 2, hidden: true }],
  cells: [],
  styles: { text: { format: '@', locked: false }, money: { format: '#,##0.###' } },
  styled: [{ range: 'A1:B9', style: 'text' }],
  merges: ['C1:D2'],
  validations: [],
  conditionals: [],
  protected: true,
  ...change,
})

const book = (change: Partial<SheetLayout> = {}, names: WorkbookLayout['names'] = []): WorkbookLayout => ({
  title: 'Thử',
  font: 'Times New Roman',
  sheets: [sheet(change)],
  names,
})

const roundTrip = async (layout: WorkbookLayout) => readWorkbook(await writeWorkbook(layout))

test('what is written is read again, value by value', async () => {
  const values = ['Đổi mới sáng tạo', '  thụt  ', 'dòng 1\ndòng 2', 'A & <b> "c"', '0123', '_x0041_', '#N/A', 0, -1.5, 322799, true, false]
  const grid = await roundTrip(book({ cells: values.map((value, index) => ({ at: `A${index + 1}`, value })) }))
  const cells = grid.sheets[0]?.cells
  expect(values.map((_, index) => cells?.get(`A${index + 1}`)?.value)).toEqual(values)
})

test('text that looks like a formula stays text', async () => {
  const dangerous = ['=1+1', '+84', '-2', '@SUM(A1)', '=cmd|calc']
  const grid = await roundTrip(book({ cells: dangerous.map((value, index) => ({ at: `A${index + 1}`, value })) }))
  dangerous.forEach((value, index) => {
    expect(grid.sheets[0]?.cells.get(`A${index + 1}`)).toEqual({ value, format: '@' })
  })
})

test('a formula carries its cached result, also where that is 0 or empty', async () => {
  const grid = await roundTrip(
    book({
      cells: [
        { at: 'E1', formula: '=1-1', value: 0 },
        { at: 'E2', formula: '=IF(A1="","",1)', value: '' },
      ],
    }),
  )
  expect(grid.sheets[0]?.cells.get('E1')).toEqual({ value: 0, formula: '=1-1' })
  expect(grid.sheets[0]?.cells.get('E2')).toEqual({ value: '', formula: '=IF(A1="","",1)' })
})

test('names, merges, hidden rows and visibility survive', async () => {
  const names = [
    { name: '_pls_form_X', ref: '"X|1"', visible: false },
    { name: '_pls_keys_X', ref: "'Biểu thử'!$A$1", visible: false },
  ]
  const grid = await roundTrip(book({}, names))
  expect(grid.names).toEqual(names.map(({ name, ref }) => ({ name, ref })))
  expect(grid.sheets[0]?.merges).toEqual(['C1:D2'])
  expect([...(grid.sheets[0]?.hiddenRows ?? [])]).toEqual([2])
  expect(grid.date1904).toBe(false)
})

test('the same layout gives the same bytes', async () => {
  const layout = book({ cells: [{ at: 'A1', value: 'x' }] })
  expect(await writeWorkbook(layout)).toEqual(await writeWorkbook(layout))
})
