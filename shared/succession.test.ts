import { expect, test } from 'vitest'
import { actingFor, actsAlsoFor, type Ended } from './succession.ts'

const ended: Ended[] = [
  { code: 'A', validTo: '2025-02-28', heir: 'B' },
  { code: 'B', validTo: '2025-06-30', heir: 'C' },
  { code: 'D', validTo: '2025-06-30', heir: null },
]

test('an agency acts for itself until its last day, its heir from the day after', () => {
  expect(actingFor(ended, 'A', '2025-02-28')).toBe('A')
  expect(actingFor(ended, 'A', '2025-03-01')).toBe('B')
  expect(actingFor(ended, 'A', '2025-07-01')).toBe('C')
})

test('what nobody took over stays with those who had it', () => {
  expect(actingFor(ended, 'D', '2026-01-01')).toBe('D')
})

test('an heir acts for all whose reports come down to it', () => {
  expect(actsAlsoFor(ended, 'B', '2025-03-01')).toEqual(['A'])
  expect(actsAlsoFor(ended, 'C', '2025-07-01')).toEqual(['A', 'B'])
  expect(actsAlsoFor(ended, 'C', '2025-03-01')).toEqual([])
})

test('agencies that name each other as heirs do not turn in a circle', () => {
  const circle = [
    { code: 'X', validTo: '2025-01-01', heir: 'Y' },
    { code: 'Y', validTo: '2025-01-01', heir: 'X' },
  ]
  expect(['X', 'Y']).toContain(actingFor(circle, 'X', '2025-02-01'))
})
