// What stands above a table is not taken for one, however the heading of the form is set.
import { expect, test } from 'vitest'
import { numbersColumns } from '../takeover/their-header.ts'
import { TheirSheet } from '../takeover/their-sheet.ts'
import { oldSheet } from '../testing/old-sheet.ts'
import { findTableHeaders } from './find-table-headers.ts'

const BODY = [
  ['Chỉ tiêu', 'Mã số', 'Tổng số', 'Nam', 'Nữ'],
  ['A', 'B', '1=2+3', 2, 3],
  ['Số học sinh', '01'],
]

const headersOf = (above: Parameters<typeof oldSheet>[0], merges: readonly string[] = [], body: typeof BODY = BODY) =>
  findTableHeaders(new TheirSheet(oldSheet([...above, [], ...body], merges), false)).map(({ from, to }) => [from, to])

test.each<[string, Parameters<typeof oldSheet>[0], string[]?]>([
  [
    'number of the form, title and addressees beside each other',
    [
      ['Biểu số: 005.N/BCS', null, 'GIÁ TRỊ SẢN XUẤT', 'Đơn vị báo cáo: Sở Công Thương'],
      [null, null, 'Năm 2025', 'Đơn vị nhận: Thống kê tỉnh'],
    ],
    ['A1:B1', 'A2:B2'],
  ],
  ['the legal basis first', [['Ban hành kèm theo Thông tư số 24/2018/TT-BGDĐT', 'HỌC SINH TIỂU HỌC', 'Ngày nhận báo cáo: 30/9']]],
  ['bullets before the addressees', [['Mẫu II.06a/VPCP', 'KẾT QUẢ GIẢI QUYẾT', '- Đơn vị báo cáo: UBND xã Tân Lập']]],
  ['party forms', [['ĐẢNG BỘ TỈNH', 'Phụ lục', 'ĐẢNG CỘNG SẢN VIỆT NAM']]],
  ['blocks of which nothing is known', [['TRƯỜNG TIỂU HỌC', null, null, null, 'HỌC SINH', null, null, null, 'Năm học 2025 - 2026']]],
])('a heading is no table: %s', (_, above, merges) => expect(headersOf(above, merges)).toEqual([[above.length + 1, above.length + 1]]))

test('blocks that no number tells from a table are left for the header below them', () => {
  const body = [['Nội dung', 'Kết quả', 'Ghi chú']]
  expect(headersOf([['TRƯỜNG TIỂU HỌC', null, null, null, 'HỌC SINH', null, null, 'Năm học 2025 - 2026']], [], body)).toEqual([[2, 2]])
})

test('a first table of which nothing is filled stays beside a second', () => {
  const first = [['Nội dung', 'Kết quả', 'Ghi chú']]
  expect(headersOf([...first, [], []])).toEqual([
    [0, 0],
    [4, 4],
  ])
})

const all = (rows: Parameters<typeof oldSheet>[0]) =>
  findTableHeaders(new TheirSheet(oldSheet(rows), false)).map(({ from, to }) => [from, to])

test('a header that is printed again on the next page begins no table', () => {
  const titles = ['STT', 'Tên nhiệm vụ', 'Hạn hoàn thành']
  expect(all([titles, [1, 'Kế hoạch', '1/3/2025'], titles, [2, 'Quyết định', '2/3/2025']])).toEqual([[0, 0]])
  expect(all([titles, [1, 'Kế hoạch', '1/3/2025'], ['II. Nhiệm vụ đột xuất'], titles, [1, 'Báo cáo', '2/3/2025']]).length).toBe(2)
})

test('a row that numbers the columns may say so at its head', () => {
  const titles = ['Đơn vị', 'Số lượt tiếp', 'Số người', 'Số vụ việc']
  const numbered = (head: string) => numbersColumns(new TheirSheet(oldSheet([titles, [head, '1=2+3', '2', '3']]), false), 1)
  expect(['MS', 'Mã số', 'Cột', 'A'].map(numbered)).toEqual([true, true, true, true])
  expect(['Sở Nội vụ', 'Tổng'].map(numbered)).toEqual([false, false])
})

test('units that stand in a row of their own belong to the titles above them', () => {
  expect(
    all([
      ['STT', 'Loại cây', 'Diện tích', 'Sản lượng'],
      [null, null, '(ha)', '(tấn)'],
      [1, 'Lúa', 10, 60],
    ]),
  ).toEqual([[0, 1]])
})

test('two columns are a table where numbers stand below, and nothing else is one', () => {
  expect(all([['BÁO CÁO NHANH'], [], ['Nội dung', 'Kết quả'], ['Số văn bản', 12], ['Số hội nghị', 3]])).toEqual([[2, 2]])
  expect(all([['PHIẾU KHẢO SÁT'], ['Tên đơn vị:', '.....'], ['Người liên hệ:', '.....']])).toEqual([])
})
