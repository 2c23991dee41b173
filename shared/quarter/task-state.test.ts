import { expect, test } from 'vitest'
import type { Meaning } from './source.ts'
import { countedAs } from './task-state.ts'

const CUT_OFF = '2025-06-14'
const state = (meaning: Meaning, lastDay: string | null, documentDate: string | null = null, doneSince: string | null = null) =>
  countedAs({ meaning, lastDay, documentDate, doneSince }, CUT_OFF)

test('a task is overdue when its due time ended before the cut-off, and not on the day itself', () => {
  expect(state('going', '2025-06-13')).toBe('overdue')
  expect(state('idle', '2025-06-13')).toBe('overdue')
  expect(state('going', '2025-06-14')).toBe('going')
  expect(state('idle', '2025-06-14')).toBe('idle')
  expect(state('going', null)).toBe('going')
})

test('suspended, dropped and recurring tasks are never overdue', () => {
  expect(state('stopped', '2025-03-31')).toBe('stopped')
  expect(state('recurring', '2025-03-31')).toBe('going')
})

test('a task is completed late by the day of its document, and without one only where there is no doubt', () => {
  expect(state('done', '2025-04-30', '2025-04-30')).toBe('doneOnTime')
  expect(state('done', '2025-04-30', '2025-05-01')).toBe('doneLate')
  // First reported in the window that began on 15 April: it may have been completed in time.
  expect(state('done', '2025-04-30', null, '2025-04-15')).toBe('doneOnTime')
  expect(state('done', '2025-04-30', null, '2025-05-15')).toBe('doneLate')
  expect(state('done', null, '2025-05-01')).toBe('doneOnTime')
})
