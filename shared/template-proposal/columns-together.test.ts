// Columns that say nothing by themselves: what the rest of the form makes of them, and that a
// person is asked.
import { expect, test } from 'vitest'
import { context } from '../field/one-cell.ts'
import { oldSheet } from '../testing/old-sheet.ts'
import { isSure } from './inferred.ts'
import { proposeTemplate } from './propose-template.ts'

const sum = (formula: string) => ({ value: 0, formula })

/** Kinds of the columns; `?` behind those that a person is asked about. */
function kinds(rows: Parameters<typeof oldSheet>[0], merges: readonly string[] = []) {
  const proposal = proposeTemplate({ sheets: [oldSheet(rows, merges)], names: [], date1904: false }, 'THU', context)!
  return proposal.template.tables[0]!.fields.map(({ type, source }, at) => {
    const asked = proposal.inferred.some((one) => one.path.join('/') === `tables/0/fields/${at}` && !isSure(one))
    return `${source === 'computed' ? '=' : ''}${type.kind}${asked ? '?' : ''}`
  })
}

test('what is added up below is a number, in the unit of the table', () => {
  const total = ['Tổng cộng', null, sum('=SUM(C4:C6)'), sum('=SUM(D4:D6)')]
  const rows = (unit: string) => [[unit], ['TT', 'Xã, phường', 'An Khánh', 'Bình Minh'], [1, 2, 3, 4], [1], [2], [3], total]
  expect(kinds(rows('Đơn vị tính: triệu đồng')).slice(2)).toEqual(['money?', 'money?'])
  expect(kinds(rows('Đơn vị tính: người')).slice(2)).toEqual(['integer?', 'integer?'])
  expect(kinds(rows('Đơn vị tính: ha')).slice(2)).toEqual(['decimal?', 'decimal?'])
})

test('what the row of column numbers adds is a number', () => {
  expect(
    kinds([['STT', 'Đơn vị', 'Toàn tỉnh', 'Thôn Đoài', 'Thôn Đông', 'Thôn Trung'], ['1', '2', '3=4+…+6', '4', '5', '6'], [1]]),
  ).toEqual([...['sequence', 'agency?', '=integer?', 'integer?', 'integer?', 'integer?']])
})

test('where each row has a unit of its own, amounts may have decimals', () => {
  const rows = [
    ['STT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện'],
    [1, 'Số hộ', 'hộ', 120, 118],
    [2, 'Diện tích', 'ha', 35, 36],
  ]
  expect(kinds(rows).slice(3)).toEqual(['decimal?', 'decimal?'])
})

test('a blank column is of the kind of its neighbours under one group', () => {
  const rows = [
    ['STT', 'Tiêu chí', 'Kết quả thực hiện', null],
    [null, null, 'Năm 2023', 'Năm 2024'],
    [1, 'Quy hoạch', null, 'Đạt'],
    [2, 'Giao thông', null, '92% trở lên'],
  ]
  expect(kinds(rows, ['A1:A2', 'B1:B2', 'C1:D1']).slice(2)).toEqual(['text?', expect.stringContaining('text')])
})

test('"Nam" and "Nữ" are ticked of people and counted of everything else', () => {
  const rows = (name: string) => [['STT', name, 'Nam', 'Nữ'], [1], [2]]
  expect(kinds(rows('Họ và tên')).slice(2)).toEqual(['yes-no?', 'yes-no?'])
  expect(kinds(rows('Tên thôn')).slice(2)).toEqual(['integer?', 'integer?'])
})
