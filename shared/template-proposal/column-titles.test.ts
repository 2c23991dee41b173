// Columns are called what a person reads above them, however the header is drawn.
import { expect, test } from 'vitest'
import { TheirSheet } from '../takeover/their-sheet.ts'
import { oldSheet } from '../testing/old-sheet.ts'
import { titlesOf } from './column-titles.ts'

const titles = (rows: Parameters<typeof oldSheet>[0], to: number, merges: readonly string[] = []) =>
  [...titlesOf(new TheirSheet(oldSheet(rows, merges), false), { from: 0, to }, rows.length)]
    .sort(([one], [other]) => one - other)
    .map(([column, path]) => [column, path.join(' > ')])

test('a group that is centred over its columns without a merge reaches as far as one with it', () => {
  const rows = [
    ['Chỉ tiêu', 'Thực hiện', null, null, 'Ước năm 2025', null, 'So sánh'],
    [null, 2023, 2024, 2025, 'Quý I', 'Cả năm', null],
  ]
  expect(titles(rows, 1, ['A1:A2', 'G1:G2'])).toEqual([
    [0, 'Chỉ tiêu'],
    [1, 'Thực hiện > 2023'],
    [2, 'Thực hiện > 2024'],
    [3, 'Thực hiện > 2025'],
    [4, 'Ước năm 2025 > Quý I'],
    [5, 'Ước năm 2025 > Cả năm'],
    [6, 'So sánh'],
  ])
})

test('a title that reaches down to the last row of the header begins no group', () => {
  const rows = [
    ['STT', 'Tổng số', 'Chia ra', null],
    [null, null, 'Nam', 'Nữ'],
  ]
  expect(titles(rows, 1, ['A1:A2', 'B1:B2'])).toEqual([
    [0, 'STT'],
    [1, 'Tổng số'],
    [2, 'Chia ra > Nam'],
    [3, 'Chia ra > Nữ'],
  ])
})

test('months that are typed as numbers are titles beside titles of several rows, not numbers of columns', () => {
  const rows = [
    ['STT', 'Tên trạm', 'Lượng mưa các tháng', null, null],
    [null, null, 1, 2, 3],
    [1, 'Trạm Nha Trang', 12.5, 3, 0],
  ]
  expect(titles(rows, 1, ['A1:A2', 'B1:B2', 'C1:E1']).slice(2)).toEqual([
    [2, 'Lượng mưa các tháng > 1'],
    [3, 'Lượng mưa các tháng > 2'],
    [4, 'Lượng mưa các tháng > 3'],
  ])
})

test('cells that are merged with a title are no columns of their own', () => {
  const rows = [
    ['STT', 'Nội dung', null, null, 'Số lượng', null],
    [1, 'Máy tính', null, null, 3, null],
  ]
  expect(titles(rows, 0, ['B1:D1', 'B2:D2', 'E1:F1', 'E2:F2'])).toEqual([
    [0, 'STT'],
    [1, 'Nội dung'],
    [4, 'Số lượng'],
  ])
})

test('cells under a merged title that hold values of their own stay columns', () => {
  const rows = [
    ['STT', 'Thời gian', null],
    [1, 'từ tháng 1', 'đến tháng 3'],
  ]
  expect(titles(rows, 0, ['B1:C1']).map(([column]) => column)).toEqual([0, 1, 2])
})
