import { describe, expect, test } from 'vitest'
import type { FieldType } from '../template.ts'
import { sentence } from '../text/sentence.ts'
import { NIL } from '../value.ts'
import { brief, offers, readCell } from './one-cell.ts'

const trieu: FieldType = { kind: 'money', unit: 'trieu', min: 0 }
const percent: FieldType = { kind: 'percent', places: 0, min: 0, max: 100 }
const count: FieldType = { kind: 'integer', min: 0 }
const words: FieldType = { kind: 'text', maxLength: 500 }
const says = (type: FieldType, typed: string) =>
  readCell(type, typed).findings.map((one) => sentence({ id: '', place: {}, label: { vi: 'Cột', en: 'Column' }, ...one, fixes: [] }, 'vi'))

describe('amounts as people say them', () => {
  test.each([
    ['500k', 500_000],
    ['500 K', 500_000],
    ['2 triệu rưỡi', 2_500_000],
    ['2 tỷ rưỡi', 2_500_000_000],
    ['1 tỷ rưỡi đồng', 1_500_000_000],
    ['nửa tỷ', 500_000_000],
    ['3 triệu 250', 3_250_000],
    ['12 tỷ 500', 12_500_000_000],
  ])('%j is one amount', (typed, dong) => {
    expect(brief(readCell(trieu, typed))).toEqual([dong, 'number-as-text'])
  })

  test.each([
    ['12 tỷ 5', ['12.500', '12.005']],
    ['1tr2', ['1,2', '1,002']],
    ['1 tỷ 25', ['1.250', '1.025']],
    ['3 triệu 05', ['3,05', '3,005']],
  ])('%j can be two: both are offered', (typed, offered) => {
    expect([brief(readCell(trieu, typed)), offers(readCell(trieu, typed))]).toEqual([[null, 'number-ambiguous'], offered])
  })

  test('the question says in which unit', () => {
    expect(says(trieu, '12 tỷ 5')).toEqual(['"Cột": không rõ "12 tỷ 5" là 12.500 hay 12.005 triệu đồng. Hãy chọn cách đọc đúng.'])
  })

  test('a half of nothing is asked about, and words that are no unit stay none', () => {
    expect(brief(readCell({ kind: 'decimal', places: 2 }, '2 rưỡi'))).toEqual([null, 'not-a-number'])
    expect(offers(readCell({ kind: 'decimal', places: 2 }, '2 rưỡi'))).toEqual(['2,5'])
    expect(brief(readCell(trieu, '12 gói 5'))).toEqual([null, 'not-a-number'])
    expect(offers(readCell(trieu, '12 gói 5'))).toEqual([])
    expect(brief(readCell(count, '5k'))).toEqual([null, 'wrong-unit'])
  })
})

describe('what is no one number', () => {
  test.each<[FieldType, string, string[]]>([
    [count, 'hơn 10', ['10']],
    [count, 'dưới 5', ['5']],
    [count, '> 10', ['10']],
    [count, '~10', ['10']],
    [count, '10 trở lên', ['10']],
    [count, '10-15', ['10', '15']],
    [count, 'từ 10 đến 15', ['10', '15']],
    [percent, 'khoảng 15%', ['15']],
    [percent, '10-15%', ['10', '15']],
    [trieu, 'gần 2 tỷ', ['2.000']],
    [trieu, 'từ 1 đến 2 tỷ', ['1.000', '2.000']],
  ])('%j: %s is never taken, the numbers in it are offered', (type, typed, offered) => {
    expect([brief(readCell(type, typed)), offers(readCell(type, typed))]).toEqual([[null, 'not-a-number'], offered])
    expect(readCell(type, typed).findings.flatMap(({ fixes }) => fixes.filter(({ safe }) => safe))).toEqual([])
  })

  test('the sentence says what it is and what to type', () => {
    expect(says(percent, 'khoảng 15%')[0]).toBe(
      '"Cột": "khoảng 15%" là số ước lượng; cột này chỉ nhận một con số. Hãy ghi số chính xác đến ngày chốt số liệu, hoặc chọn số để ghi.',
    )
    expect(says(count, '10-15')[0]).toContain('là một khoảng')
  })

  test.each(['khoảng', 'hơn', '10-', '1-2-3', 'khoảng 1,234', 'trên cơ sở 5 văn bản'])('%j offers nothing', (typed) => {
    expect(offers(readCell(count, typed))).toEqual([])
  })
})

describe('codes of web pages', () => {
  test.each([
    ['Sở&nbsp;Y tế đã trình&nbsp;', 'Sở Y tế đã trình'],
    ['Viễn thông &amp;amp; CNTT', 'Viễn thông & CNTT'],
    ['Tỷ lệ &lt; 5%', 'Tỷ lệ < 5%'],
    ['&#272;&atilde; tr&igrave;nh', 'Đã trình'],
  ])('%j is told, with the text as it was meant', (typed, meant) => {
    const { value, findings } = readCell(words, typed)
    expect([value, findings.map(({ code, fixes }) => [code, fixes])]).toEqual([
      null,
      [['text-garbled', [{ value: meant, shown: meant, safe: true }]]],
    ])
    expect(says(words, typed)[0]).toContain('còn mã của trang web')
  })

  test.each(['R&D; đào tạo', 'AT&T', 'A & B; C', 'https://a.vn/?a=1&b=2'])('%j is as it is', (typed) => {
    expect(brief(readCell(words, typed))).toEqual([typed])
  })
})

describe('days and due times among other words', () => {
  const day: FieldType = { kind: 'date' }
  test.each([
    ['cuối tháng 3', ['31/03/2025']],
    ['đầu quý 2', ['01/04/2025']],
    ['giữa tháng 5', ['15/05/2025']],
    ['hết quý II/2025', ['30/06/2025']],
    ['Tháng 3/2025', ['31/03/2025', '01/03/2025']],
    ['20/3', ['20/03/2025']],
    ['ngày 20 hằng tháng', ['20/03/2025']],
  ])('a day: %j is asked about', (typed, offered) => {
    expect([brief(readCell(day, typed)), offers(readCell(day, typed))]).toEqual([[null, 'date-ambiguous'], offered])
  })

  const due: FieldType = { kind: 'period' }
  test.each([
    ['cuối tháng 3', ['Tháng 3/2025']],
    ['đầu quý 2', ['Quý II/2025']],
    ['20/3', ['20/03/2025']],
    ['ngày 20 hằng tháng', ['Thường xuyên']],
    ['trước ngày 20 hàng tháng', ['Thường xuyên']],
    ['mỗi quý', ['Thường xuyên']],
  ])('a due time: %j is asked about', (typed, offered) => {
    expect([brief(readCell(due, typed)), offers(readCell(due, typed))]).toEqual([[null, 'period-ambiguous'], offered])
  })
})

test('"các sở, ngành" is the group of departments, alone and beside others', () => {
  expect(readCell({ kind: 'agencies' }, 'các sở, ngành').value).toEqual(['GRP_SO_BAN_NGANH'])
  expect(readCell({ kind: 'agencies' }, 'Các sở, ngành; UBND huyện Diên Khánh').value).toEqual(['GRP_SO_BAN_NGANH', 'UBND_DIENKHANH'])
  expect(readCell({ kind: 'agencies' }, NIL, { nilAllowed: true }).value).toBe(NIL)
})
