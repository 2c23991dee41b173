import { describe, expect, test } from 'vitest'
import { dueOf, showDay, showInstant } from './moment.ts'

describe('days and instants', () => {
  test('an instant late in the UTC evening is shown on the next day in Vietnam', () => {
    expect(showInstant('2025-03-16T18:05:00.000Z')).toBe('17/03/2025 01:05')
  })
  test('a day is written as on paper', () => {
    expect(showDay('2025-03-17')).toBe('17/03/2025')
  })
  test('"before the 20th" leaves two days on the 17th and none on the 19th', () => {
    const dueAt = '2025-03-19T17:00:00.000Z'
    expect(dueOf(dueAt, '2025-03-17')).toEqual({ lastDay: '2025-03-19', daysLeft: 2 })
    expect(dueOf(dueAt, '2025-03-19').daysLeft).toBe(0)
    expect(dueOf(dueAt, '2025-03-21').daysLeft).toBe(-2)
  })
})
