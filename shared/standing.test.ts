import { describe, expect, test } from 'vitest'
import { countedAt, isReopened, statesOf } from './standing.ts'

describe('what counts', () => {
  test('is the latest that reached the province', () => {
    expect(statesOf(['submitted', 'submitted'])).toEqual(['superseded', 'submitted'])
    expect(statesOf(['accepted', 'submitted'])).toEqual(['superseded', 'submitted'])
    expect(statesOf(['submitted', 'withdrawn'])).toEqual(['submitted', 'withdrawn'])
  })

  test('is nothing after a return: what its own agency had replaced does not come back', () => {
    expect(countedAt(['returned'])).toBe(-1)
    expect(statesOf(['submitted', 'returned'])).toEqual(['superseded', 'returned'])
    expect(statesOf(['returned', 'submitted'])).toEqual(['returned', 'submitted'])
    expect(countedAt(['returned', 'withdrawn'])).toBe(-1)
  })

  test('is what had been accepted where its correction was returned', () => {
    expect(statesOf(['accepted', 'returned'])).toEqual(['accepted', 'returned'])
    expect(statesOf(['accepted', 'submitted', 'returned'])).toEqual(['accepted', 'superseded', 'returned'])
  })

  test('is what was sent before until the head signs', () => {
    expect(countedAt(['prepared'])).toBe(-1)
    expect(statesOf(['submitted', 'prepared'])).toEqual(['submitted', 'awaiting-sign-off'])
    expect(statesOf(['submitted', 'handed-back'])).toEqual(['submitted', 'handed-back'])
    expect(statesOf(['submitted', 'signed'])).toEqual(['superseded', 'submitted'])
  })

  test('two that wait are one: the head sees the later', () => {
    expect(statesOf(['prepared', 'prepared'])).toEqual(['superseded', 'awaiting-sign-off'])
    expect(statesOf(['prepared', 'withdrawn'])).toEqual(['awaiting-sign-off', 'withdrawn'])
  })
})

test('a return opens the form again until something has reached the province', () => {
  expect(isReopened(['returned'])).toBe(true)
  expect(isReopened(['returned', 'prepared'])).toBe(true)
  expect(isReopened(['returned', 'handed-back'])).toBe(true)
  expect(isReopened(['returned', 'withdrawn'])).toBe(true)
  expect(isReopened(['returned', 'signed'])).toBe(false)
  expect(isReopened(['returned', 'submitted'])).toBe(false)
  expect(isReopened([])).toBe(false)
})
