// Guides and lists of choices beside a form are no part of it; a form is one whatever it is called.
import { expect, test } from 'vitest'
import type { GridSheet } from '../sheet/grid.ts'
import { oldSheet } from '../testing/old-sheet.ts'
import { formSheets } from './form-sheets.ts'

const named = (name: string, rows: Parameters<typeof oldSheet>[0], more: Partial<GridSheet> = {}): GridSheet => ({
  ...oldSheet(rows),
  name,
  ...more,
})
const FORM = [['STT', 'Tên nhiệm vụ', 'Đơn vị'], [1]]
const sheetsOf = (...sheets: GridSheet[]) => {
  const { sheets: read, left } = formSheets({ sheets, names: [], date1904: false }, [])
  return { read: read.map(({ sheet }) => sheet.name), left }
}
const drop = (first: string): Partial<GridSheet> => ({
  aside: {
    validations: [
      {
        ...{ kind: 'list', operator: 'between', first, second: '', prompt: '' },
        ranges: [{ from: { row: 1, column: 2 }, to: { row: 9, column: 2 } }],
      },
    ],
    ...{ more: false, notes: new Map(), formats: new Map(), hiddenColumns: new Set() },
  },
})

test.each(['Hướng dẫn', '0. Huong dan nhap', 'HD', 'Giải thích biểu mẫu', 'Bìa', 'Lưu ý'])(
  'a guide with a table of its own: %s',
  (name) => {
    const guide = named(name, [
      ['STT', 'Cột', 'Cách ghi'],
      [1, 'Tên nhiệm vụ', 'Ghi đúng tên trong kế hoạch'],
    ])
    expect(sheetsOf(guide, named('Biểu 1', FORM))).toEqual({ read: ['Biểu 1'], left: [name] })
  },
)

test.each(['DM_DonVi', 'Danh mục', 'List'])('a list that drop-downs take their entries from, with more columns than those: %s', (name) => {
  const list = named(name, [
    ['STT', 'Mã', 'Tên đơn vị', 'Khối'],
    [1, 'SNV', 'Sở Nội vụ', 'Tỉnh'],
    [2, 'STC', 'Sở Tài chính', 'Tỉnh'],
  ])
  expect(sheetsOf(named('Biểu 1', FORM, drop(`${name}!$C$2:$C$3`)), list)).toEqual({ read: ['Biểu 1'], left: [name] })
})

test('a form that is called a list is read, and so is a workbook of nothing but a guide', () => {
  expect(sheetsOf(named('Danh mục dự án', FORM))).toEqual({ read: ['Danh mục dự án'], left: [] })
  expect(sheetsOf(named('DANH MUC DI TICH', FORM), named('Biểu 2', FORM)).left).toEqual([])
  expect(sheetsOf(named('Hướng dẫn', FORM))).toEqual({ read: ['Hướng dẫn'], left: [] })
})
