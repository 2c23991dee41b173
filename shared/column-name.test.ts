import { expect, it } from 'vitest'
import { columnName } from './column-name.ts'

const title = { vi: 'Tổng', en: 'Total' }
const group = [{ vi: 'Nhu cầu vốn năm 2025', en: 'Needed in 2025' }]

it('says the unit of amounts in both languages', () => {
  expect(columnName({ group, title, type: { kind: 'money', unit: 'trieu' } }, 'vi')).toBe('Nhu cầu vốn năm 2025 – Tổng (triệu đồng)')
  expect(columnName({ title, type: { kind: 'money', unit: 'dong' } }, 'en')).toBe('Total (đồng)')
})

it('says a unit once, and none of what is counted', () => {
  const named = { vi: 'Kinh phí (Triệu đồng)', en: 'Money (million đồng)' }
  expect(columnName({ title: named, type: { kind: 'money', unit: 'trieu' } }, 'vi')).toBe('Kinh phí (Triệu đồng)')
  expect(columnName({ title, type: { kind: 'integer' } }, 'vi')).toBe('Tổng')
})
