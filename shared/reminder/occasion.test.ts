import { expect, test } from 'vitest'
import { vietnamCalendars } from '../packs/vietnam-calendars.ts'
import { addDays } from '../schedule/work-calendar.ts'
import { occasionOf, type Reminded } from './occasion.ts'
import { FIRST_REMINDERS, type ReminderSetting } from './reminder-setting.ts'

/** "trước ngày 20": the 19th is the last day on time. */
const march: Reminded = { state: 'open', dueAt: '2025-03-19T17:00:00.000Z', fallsDue: true, waiting: null }
const on = (day: string, change: Partial<Reminded> = {}, setting: Partial<ReminderSetting> = {}) =>
  occasionOf({ ...FIRST_REMINDERS, ...setting }, vietnamCalendars, { ...march, ...change }, day)
const dueOn = (day: string): Partial<Reminded> => ({ dueAt: `${day}T17:00:00.000Z` })
/** Every day of a stretch on which something is said, with what. */
const said = (from: string, days: number, change: Partial<Reminded>, setting?: Partial<ReminderSetting>) =>
  Array.from({ length: days }, (_, at) => addDays(from, at)).flatMap((day) => {
    const occasion = on(day, change, setting)
    return occasion ? [`${day}: ${occasion.key.split('.').at(-1)}, ${occasion.days}`] : []
  })

test('a report is called to mind three days, one day before and on its last day, not in between anew', () => {
  expect(on('2025-03-13')).toBeNull()
  // Three days before is a Sunday.
  expect(on('2025-03-14')).toEqual({ kind: 'due', key: 'due.2025-03-19.3', days: 5 })
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
  expect(on('2025-03-19', {}, { before: [], after: [] })).toBeNull()
})

test('before it falls due what would be said on a day off is said on the working day before', () => {
  // A Sunday: nothing on the weekend, and on the Friday what stands for the last day.
  expect(said('2025-03-17', 7, dueOn('2025-03-23'))).toEqual(['2025-03-20: 3, 3', '2025-03-21: 0, 2'])
  // In the middle of Tết, 25/1 to 2/2/2025: once, on the last day that was worked.
  expect(said('2025-01-20', 10, dueOn('2025-01-29'))).toEqual(['2025-01-24: 0, 5'])
})

test('after it what would be said on a day off is said on the next working day, once for all of them', () => {
  // Due on Wednesday 22/1: the first day late is worked, the third and the seventh are in Tết.
  expect(said('2025-01-23', 14, { ...dueOn('2025-01-22'), state: 'overdue' })).toEqual([
    '2025-01-23: 1, 1',
    '2025-01-24: 1, 2',
    ...['03', '04', '05'].map((day, at) => `2025-02-${day}: 7, ${12 + at}`),
  ])
  const waiting = { submission: 's1', since: '2025-03-22T03:00:00.000Z' }
  expect(said('2025-03-22', 4, { state: 'returned', waiting })).toEqual(['2025-03-24: 1, 2', '2025-03-25: 3, 3'])
})

test('a Saturday that is worked instead of another day is a working day, the other day is not', () => {
  // 26/4/2025 is worked for 2/5/2025.
  expect(on('2025-04-26', dueOn('2025-04-26'))).toMatchObject({ key: 'due.2025-04-26.0', days: 0 })
  expect(on('2025-05-02', { ...dueOn('2025-04-29'), state: 'overdue' })).toBeNull()
  expect(on('2025-05-05', { ...dueOn('2025-04-29'), state: 'overdue' })).toMatchObject({ key: 'overdue.2025-04-29.3', days: 6 })
})
