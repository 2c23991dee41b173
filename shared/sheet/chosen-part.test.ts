import { expect, test } from 'vitest'
import { chosenText, endedDay } from './chosen-part.ts'

test('a day is named only where it was over: until then the figures are those of the moment', () => {
  expect(endedDay('2025-03-17', '2025-03-17T17:00:00.000Z')).toBe('2025-03-17')
  expect(endedDay('2025-03-17', '2025-03-17T16:59:59.000Z')).toBeNull()
  expect(endedDay(null, '2025-03-17T17:00:00.000Z')).toBeNull()
})

test('says of whom and when', () => {
  const two = { codes: ['A', 'B'], name: null }
  expect(chosenText({ agencies: two, on: '2025-03-17' })).toBe('Chỉ gồm 2 cơ quan được chọn. Số liệu tính đến hết ngày 17/03/2025.')
  expect(chosenText({ agencies: { ...two, name: 'Các sở' }, on: null })).toBe('Chỉ gồm Các sở.')
})
