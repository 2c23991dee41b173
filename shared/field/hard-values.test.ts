// What officials really type, type by type: read as meant, or asked about with the right
// answer among what is offered. Each of these was once read wrongly, or answered with a sentence that helps nobody.
import { describe, expect, test } from 'vitest'
import type { CheckContext } from '../check-context.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import type { FieldType } from '../template.ts'
import { sentence } from '../text/sentence.ts'
import { readEntry } from './field.ts'

const { register, plan } = khanhHoa2025
const context: CheckContext = {
  ...{ today: '2025-03-17', agency: 'STTTT', period: '2025-03', register, plan, previous: null },
  prefill: { header: {}, rows: [] },
}
const reading = (type: FieldType, value: string | number, nilAllowed = false) => readEntry(type, { value }, context, nilAllowed)
const offers = (type: FieldType, value: string | number) =>
  reading(type, value).findings.flatMap(({ fixes }) => fixes.map(({ shown }) => shown))
const says = (type: FieldType, value: string | number, nilAllowed = false) =>
  reading(type, value, nilAllowed).findings.map((finding) =>
    sentence({ ...finding, fixes: [], id: '', place: {}, label: { vi: 'Cột', en: 'Column' } }, 'vi'),
  )

const trieu: FieldType = { kind: 'money', unit: 'trieu', min: 0 }
const clauses: FieldType = { kind: 'clause', many: true }
const state: FieldType = { kind: 'choice', list: 'tinh-trang' }

describe('money', () => {
  test.each(['5 trăm triệu', '1.25O', '1.250 USD'])(
    '%j: the number before the word may be a thousandfold wrong, and is not offered',
    (typed) => {
      expect(reading(trieu, typed).value).toBeNull()
      expect(offers(trieu, typed)).toEqual([])
    },
  )
  test('what is offered is not asked about in its turn', () => {
    const { fixes } = reading(trieu, '79.906.999,5').findings.find(({ code }) => code === 'thousandfold')!
    expect(fixes.map(({ shown }) => shown)).toEqual(['79,907', '79.906.999,5'])
    const taken = reading(trieu, String(fixes[0]!.value))
    expect([taken.value, taken.findings.map(({ code }) => code)]).toEqual([79_907_000, ['number-as-text']])
  })
  test('an amount in đồng too large for the column is offered in its unit', () => {
    expect(offers(trieu, '322.799.000.000')).toEqual(['322.799'])
    expect(says(trieu, '322.799.000.000')[0]).toMatch(/Hãy kiểm tra lại số và đơn vị tính\.$/)
  })
})

test('of two readings of a count only the whole one is offered', () => {
  expect(offers({ kind: 'integer', min: 0 }, '1,234')).toEqual(['1.234'])
})

test('a serial number that was pasted as text is offered as its day', () => {
  expect(offers({ kind: 'date' }, '45731')).toEqual(['15/03/2025'])
})

test.each<[string, string | null, string[]]>([
  ['Quí II/2025', '2025-Q2', []],
  ['quí 2 - 2025', '2025-Q2', []],
  ['03/25', null, ['Tháng 3/2025']],
  ['12/24', null, ['Tháng 12/2024']],
])('period %j', (typed, value, offered) => {
  expect(reading({ kind: 'period' }, typed).value).toBe(value)
  expect(offers({ kind: 'period' }, typed)).toEqual(offered)
})

test('Ð in the place of Đ is Đ in numbers of documents and in points of the plan', () => {
  expect(reading({ kind: 'document-number' }, '954/Q\u00D0-UBND').value).toBe('954/QĐ-UBND')
  expect(reading(clauses, 'III.7.\u00D0').value).toEqual(['III.7.đ'])
})

test('points on lines of their own are several points', () => {
  expect(reading(clauses, 'III.7.a\nIII.8.b').value).toEqual(['III.7.a', 'III.8.b'])
})

test('years in full width are years, and a slash between two is asked about', () => {
  expect(reading({ kind: 'year-range' }, '２０２５').value).toBe('2025')
  expect(offers({ kind: 'year-range' }, '2024/2026')).toEqual(['2024–2026'])
})

describe('agencies', () => {
  test.each(['các huyện, thị xã, TP', 'UBND cấp huyện', 'UBND các huyện, thị xã, TP'])('%j is the group of districts', (typed) => {
    expect(reading({ kind: 'agencies' }, typed).value).toEqual(['GRP_UBND_HUYEN'])
  })
  test('a group without members is said to be none of the register', () => {
    expect(says({ kind: 'agencies' }, 'doanh nghiệp')).toEqual([
      '"Cột": "doanh nghiệp" là nhóm không có cơ quan nào trong danh mục; giữ nguyên như đã ghi.',
    ])
  })
})

test.each([
  ['Đã hoàn thành', ['Hoàn thành']],
  ['Hoàn thành 100%', ['Hoàn thành']],
  ['Đang thực hiện (60%)', ['Đang thực hiện']],
  ['Chưa hoàn thành', []],
  ['Không hoàn thành', []],
])('state %j: a label among other words is offered, unless they deny it', (typed, offered) => {
  expect(reading(state, typed).value).toBeNull()
  expect(offers(state, typed)).toEqual(offered)
})

test('what to write where there is nothing is what the column takes', () => {
  expect(says({ kind: 'date' }, 'chưa')[0]).toMatch(/Hãy nhập giá trị, hoặc để trống nếu chưa có\.$/)
  expect(says({ kind: 'date' }, 'chưa', true)[0]).toMatch(/Không có thì ghi "-"; chưa có thì để trống\.$/)
  expect(says(trieu, 'chưa')[0]).toMatch(/Không có thì ghi 0; chưa có thì để trống\.$/)
  expect(says(trieu, 'không có', true)[0]).toMatch(/Không có thì ghi "-" hoặc 0; chưa có thì để trống\.$/)
})
