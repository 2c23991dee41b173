import { expect, test } from 'vitest'
import { codeListProblem } from './code-list.ts'
import { khanhHoa2025 } from './packs/khanh-hoa-2025/pack.ts'
import { planIn } from './plan.ts'

const entry = (code: string, vi: string, more: { validFrom?: string; validTo?: string } = {}) => ({
  code,
  label: { vi, en: `en ${vi}` },
  ...more,
})
const before = [entry('a', 'Một'), entry('b', 'Hai')]
const told = (after: Parameters<typeof codeListProblem>[1]) => codeListProblem(before, after)?.vi ?? null

test('a code that stands in reports is ended, never deleted', () => {
  expect(told([before[0]!])).toContain('không xóa được')
  expect(told([before[0]!, entry('b', 'Hai', { validTo: '2025-06-30' }), entry('c', 'Ba', { validFrom: '2025-07-01' })])).toBeNull()
})

test('two codes with one label are told apart by time alone', () => {
  const successor = entry('c', 'hai', { validFrom: '2025-07-01' })
  expect(told([...before, successor])).toContain('trùng với mã "b"')
  expect(told([before[0]!, entry('b', 'Hai', { validTo: '2025-06-30' }), successor])).toBeNull()
})

test('a code without label, twice, ending before it begins, or with blanks is told', () => {
  expect(told([...before, entry('c', ' ')])).toContain('nhãn')
  expect(told([...before, entry('a', 'Khác')])).toContain('hai lần')
  expect(told([...before, entry('c', 'Ba', { validFrom: '2025-02-01', validTo: '2025-01-01' })])).toContain('trước khi')
  expect(told([...before, entry('c d', 'Ba')])).toContain('không hợp lệ')
})

test('the lists of the pack stand as they are', () => {
  for (const { entries } of khanhHoa2025.plan.lists) expect(codeListProblem(entries, entries)).toBeNull()
})

test('a period may choose what is valid on any of its days', () => {
  const [first, ...others] = khanhHoa2025.plan.lists
  const entries = [
    entry('x', 'Cũ', { validTo: '2025-03-15' }),
    entry('y', 'Mới', { validFrom: '2025-03-16' }),
    entry('z', 'Sau', { validFrom: '2025-04-01' }),
  ]
  const plan = { ...khanhHoa2025.plan, lists: [{ ...first!, entries }, ...others] }
  const codes = (from: string, to: string) => planIn(plan, { from, to }).lists[0]!.entries.map(({ code }) => code)
  expect(codes('2025-03-01', '2025-03-31')).toEqual(['x', 'y'])
  expect(codes('2025-04-01', '2025-04-30')).toEqual(['y', 'z'])
})
