import { describe, expect, test } from 'vitest'
import { columnIndex, columnLetter } from '../a1.ts'
import { context } from '../field/one-cell.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { oldSheet } from '../testing/old-sheet.ts'
import { oldTables } from '../testing/old-tables.ts'
import { recognise } from './recognise.ts'

const templateOf = (code: string) => khanhHoa2025.templates.find((template) => template.code === code)!

describe.each(oldTables)('$shape', ({ template, sheet, expected }) => {
  const found = recognise(sheet, templateOf(template), context)
  test('the tables are found, and no other', () => expect(found.map(({ table }) => table)).toEqual(expected.map(({ table }) => table)))
  test('every column is what a person says it is', () => {
    const columns = found.map((one) => Object.fromEntries(one.columns.map(({ column, field }) => [columnLetter(column), field])))
    expect(columns).toEqual(expected.map((one) => one.columns))
  })
  test('data rows are told from the others, and nothing is skipped in silence', () => {
    expect(found.map(({ rows }) => rows.map((row) => row + 1))).toEqual(expected.map(({ rows }) => rows))
    const skipped = found.map((one) => Object.fromEntries(one.skipped.map(({ row, as }) => [row + 1, as])))
    expect(skipped).toEqual(expected.map((one) => one.skipped))
  })
})

const columnOf = (rows: Parameters<typeof oldSheet>[0], letter: string, template = 'THANG') =>
  recognise(oldSheet(rows), templateOf(template), context)[0]?.columns.find(({ column }) => column === columnIndex(letter))

test('contents refuse a title: sentences under "Ngày ban hành" are no dates', () => {
  const rows = [
    ['Tên văn bản', 'Cơ quan chủ trì thực hiện', 'Cơ quan phối hợp', 'Ngày ban hành'],
    ['Kế hoạch A', 'Sở Nội vụ', 'Sở Tài chính', 'sẽ ban hành khi có hướng dẫn'],
    ['Kế hoạch B', 'Sở Nội vụ', 'Sở Tài chính', 'chưa xác định được thời điểm'],
  ]
  expect(columnOf(rows, 'D', 'PL1')).toMatchObject({ field: null, reason: 'refused' })
})

test('the unit of a column is its own, else the one above the table', () => {
  const rows = [
    ['Đơn vị tính: nghìn đồng'],
    ['Nội dung nhiệm vụ', 'Tình trạng', 'Kế hoạch vốn năm', 'Giải ngân trong kỳ (tỷ đồng)'],
    ['Đào tạo cán bộ', 'Hoàn thành', 1000, 1],
  ]
  expect(columnOf(rows, 'C')?.unit).toBe('nghin')
  expect(columnOf(rows, 'D')?.unit).toBe('ty')
})
