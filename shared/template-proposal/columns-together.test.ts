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

test('numbers behind the titles say what is counted from which', () => {
  expect(kinds([['STT', 'Đơn vị', 'Tổng số (3=4+5)', 'Nam (4)', 'Nữ (5)'], [1], [2]]).slice(2)).toEqual([
    '=integer?',
    'integer?',
    'integer?',
  ])
})

test('a share that is counted to a hundred is a percentage', () => {
  const rows = [
    ['TT', 'Nội dung', 'Dự toán', 'Đã chi', 'Mức đạt'],
    ['(1)', '(2)', '(3)', '(4)', '(5)=(4):(3)x100%'],
    [1, 'Chi lương'],
  ]
  expect(kinds(rows).at(-1)).toBe('=percent?')
})

test('words that are divided over columns are ticked of people; a day above them stays a day', () => {
  const rows = [['TT', 'Họ và tên', 'Ngày sinh', null, 'Trình độ', null], [null, null, 'Nam', 'Nữ', 'Đại học', 'Thạc sĩ'], [1]]
  expect(kinds(rows, ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1']).slice(2)).toEqual(['date?', 'date?', 'yes-no?', 'yes-no?'])
})

test('what is measured may have decimals, also where whole numbers are filled in', () => {
  expect(
    kinds([
      ['STT', 'Xã', 'Diện tích (ha)', 'Mật độ (người/km2)', 'Số hộ'],
      [1, 'A', 12, 300, 50],
      [2, 'B', 10, 20, 4],
    ]).slice(2),
  ).toEqual([...['decimal', 'decimal', 'integer']])
})

test('answers that a title offers become a list, units and days do not', () => {
  const rows = [['STT', 'Tên tiêu chí', 'Kết quả (Đạt/Không đạt)', 'Tốc độ (km/h)', 'Sinh (ngày/tháng/năm)', 'Hồ sơ (QĐ/KH/CV)'], [1]]
  expect(kinds(rows).slice(2)).toEqual(['choice?', 'decimal', 'date', expect.not.stringContaining('choice')])
})

test('a second running number is asked about: another table may stand beside the first', () => {
  const rows = [
    ['STT', 'Tên xã', 'Số hộ', null, 'STT', 'Tên trường', 'Số lớp'],
    [1, 'Xã A', 12, null, 1, 'THCS A', 12],
  ]
  expect(kinds(rows)[3]).toBe('sequence?')
})

test('what stands under “Trong đó” is counted as what it is a part of', () => {
  const rows = [
    ['STT', 'Xã, phường', 'Tổng số HTX', 'Trong đó', null, 'Ghi chú'],
    [null, null, null, 'Thành lập mới', 'Giải thể', null],
    [1, '…'],
  ]
  expect(kinds(rows, ['D1:E1', 'A1:A2', 'B1:B2', 'C1:C2', 'F1:F2']).slice(2)).toEqual(['integer?', 'integer?', 'integer?', 'text'])
})

test('what was granted is counted as the money beside it; whether something was done is ticked', () => {
  const rows = [
    ['STT', 'Nội dung', 'Kinh phí (triệu đồng)', 'Đã cấp đến nay', 'Đã nghiệm thu', 'Tước giấy phép'],
    [1, 'Đề tài về tôm hùm', 5000, 2100, null, 30],
    [2, 'Bản đồ số di tích', 950, 700, null, 12],
  ]
  expect(kinds(rows).slice(2)).toEqual(['money', 'money?', 'yes-no?', 'integer?'])
})

test('a title without kind is like those beside it that have none either', () => {
  const rows = [
    ['STT', 'Tên cơ sở', 'Phương tiện tại chỗ', null, null],
    [null, null, 'Báo cháy tự động', 'CC tự động', 'Bình CC (cái)'],
    [1, 'Chợ trung tâm', 'x', null, 48],
  ]
  expect(kinds(rows, ['A1:A2', 'B1:B2', 'C1:E1'])[3]).toBe('yes-no?')
})

test('which numbers are money where people are counted too only a title says', () => {
  const rows = [
    ['ĐVT: người, triệu đồng'],
    ['STT', 'Đơn vị', 'Lao động thuê ngoài', 'Khoản khác'],
    [1, 'A', 3, 4.5],
    [2, 'B', 5, 6.5],
    [3, 'C', 1, 2.5],
  ]
  expect(kinds(rows)[3]).toBe('decimal?')
})

test('figures typed as text are no codes of a list that has the same; offices are agencies whatever the register knows', () => {
  const rows = [
    ['Mã số', 'Đơn vị được kiểm tra', 'Số buổi'],
    ['01', 'UBND xã Chưa Có', 2],
    ['02', 'Trung tâm Chưa Biết', 3],
  ]
  expect(kinds(rows).slice(0, 2)).toEqual(['text', 'agency?'])
})

test('what is reckoned is a number: of counts a count, whatever unit the table names', () => {
  const f = (formula: string) => ({ value: 0, formula })
  const rows = [
    ['Đơn vị tính: đồng'],
    ['STT', 'Tên lớp', 'Số lớp', 'Số học viên', 'Tổng học viên', 'Bình quân', 'Xếp thứ'],
    [1, 'Lớp A', 2, 40, f('=C3*D3'), f('=D3/C3'), f('=RANK(D3,$D$3:$D$4)')],
    [2, 'Lớp B', 3, 30, f('=C4*D4'), f('=D4/C4'), f('=RANK(D4,$D$3:$D$4)')],
  ]
  expect(kinds(rows).slice(4)).toEqual(['=integer?', expect.stringMatching(/^=decimal/), 'integer?'])
})
