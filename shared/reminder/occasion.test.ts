import { expect, test } from 'vitest'
import { occasionOf, type Reminded } from './occasion.ts'
import { FIRST_REMINDERS } from './reminder-setting.ts'

/** "trước ngày 20": the 19th is the last day on time. */
const march: Reminded = { state: 'open', dueAt: '2025-03-19T17:00:00.000Z', fallsDue: true, waiting: null }
const on = (day: string, change: Partial<Reminded> = {}) => occasionOf(FIRST_REMINDERS, { ...march, ...change }, day)

test('a report is called to mind three days, one day before and on its last day, not in between anew', () => {
  expect(on('2025-03-15')).toBeNull()
  expect(on('2025-03-16')).toEqual({ kind: 'due', key: 'due.2025-03-19.3', days: 3 })
  expect(on('2025-03-17')).toMatchObject({ key: 'due.2025-03-19.3', days: 2 })
  expect(on('2025-03-18')).toMatchObject({ key: 'due.2025-03-19.1', days: 1 })
  expect(on('2025-03-19')).toMatchObject({ key: 'due.2025-03-19.0', days: 0 })
})

test('late ones on the first, third and seventh day, and whoever missed some is told of the last alone', () => {
  const late = (day: string) => on(day, { state: 'overdue' })
  expect(late('2025-03-20')).toEqual({ kind: 'overdue', key: 'overdue.2025-03-19.1', days: 1 })
  expect(late('2025-03-25')).toMatchObject({ key: 'overdue.2025-03-19.3', days: 6 })
  expect(late('2025-04-15')).toMatchObject({ key: 'overdue.2025-03-19.7', days: 27 })
})

test('a later due day is another thing to be told of', () => {
  const longer = { state: 'extended', dueAt: '2025-03-26T17:00:00.000Z' } as const
  expect(on('2025-03-20', longer)).toBeNull()
  expect(on('2025-03-25', longer)).toMatchObject({ kind: 'due', key: 'due.2025-03-26.1' })
})

test('what came back and what waits for a signature is told at once, each submission for itself', () => {
  const waiting = { submission: 's1', since: '2025-03-17T18:00:00.000Z' }
  // 01:00 on the 18th in Vietnam.
  expect(on('2025-03-18', { state: 'returned', waiting })).toEqual({ kind: 'returned', key: 'returned.s1.0', days: 0 })
  expect(on('2025-03-20', { state: 'returned', waiting })).toMatchObject({ key: 'returned.s1.1', days: 2 })
  expect(on('2025-03-18', { state: 'awaiting-sign-off', waiting })).toMatchObject({ kind: 'signature', key: 'signature.s1.0' })
  expect(on('2025-03-18', { state: 'handed-back', waiting })).toMatchObject({ kind: 'handed-back' })
})

test('what was sent, cannot be sent or never falls due is left alone', () => {
  for (const state of ['submitted', 'accepted', 'nil', 'not-applicable', 'locked', 'not-open'] as const)
    expect(on('2025-03-19', { state })).toBeNull()
  expect(on('2025-03-19', { fallsDue: false })).toBeNull()
  expect(occasionOf({ ...FIRST_REMINDERS, before: [], after: [] }, march, '2025-03-19')).toBeNull()
})
