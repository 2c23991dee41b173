import { expect, test } from 'vitest'
import type { PulledLine } from '../../../shared/sheet/pulled-reading.ts'
import type { PeriodChoices } from '../../../shared/wire.ts'
import { firstChoice } from './pull-scope.ts'
import type { Counted, PlaceOfLine, PullEvent, PullSession } from './pull-session.ts'
import { PULL_BEGINNING, pullStep } from './pull-step.ts'

const both = (text: string) => ({ vi: text, en: text })
const period = (code: string, dueAt: string) => ({ code, title: both(code), opensAt: '2025-01-01T00:00:00.000Z', dueAt })
const choices: PeriodChoices = {
  day: '2025-03-18',
  templates: [
    {
      code: 'THANG',
      version: 1,
      title: both('Tháng'),
      periods: [period('2025-02', '2025-02-19T17:00:00.000Z'), period('2025-03', '2025-03-19T17:00:00.000Z')],
    },
    { code: 'QUY', version: 1, title: both('Quý'), periods: [period('2025-Q1', '2025-06-19T17:00:00.000Z')] },
  ],
}
const which = { template: 'THANG', period: '2025-03' }
const counted = {
  status: { obligations: [{ agency: 'A' }, { agency: 'B' }] },
  known: { register: { agencies: [], groups: [] } },
} as unknown as Counted
const line: PulledLine = { row: 14, kind: 'row', agency: 'A', sequence: 1, receipt: 'KH25-1', submission: 's1', rowId: 'r1', cell: 'B12' }
const placed = (obligation: string) =>
  ({ kind: 'line', obligation, line, history: null, past: null, contents: null }) as unknown as PlaceOfLine
const mark = {
  template: 'THANG',
  version: 1,
  period: '2025-03',
  table: 'main',
  madeAt: '2025-03-18T00:00:00.000Z',
  agencies: null,
  grouped: false,
  on: null,
}
const sheets = [{ sheet: 'Tổng hợp', mark }]

function play(from: PullSession, ...events: PullEvent[]) {
  let [session, effects] = [from, [] as readonly { do: string }[]]
  for (const event of events) ({ session, effects } = pullStep(session, event))
  return { session, effects: effects.map((effect) => effect.do) }
}
const ready = play(PULL_BEGINNING, { type: 'look-asked' }, { type: 'looked', choices, sheets }, { type: 'counted', which, counted }).session

test('begins with the newest report that is due by now or soon, and counts who has sent', () => {
  expect(firstChoice(choices)).toMatchObject(which)
  const looked = play(PULL_BEGINNING, { type: 'look-asked' }, { type: 'looked', choices, sheets })
  expect(looked.effects).toEqual(['watch', 'count'])
  expect(looked.session).toMatchObject({ chosen: which, busy: 'counting', sheets })
  expect(ready).toMatchObject({ busy: null, counted })
})

test('what was counted for another choice is not shown', () => {
  const other = play(ready, { type: 'chosen', which: { template: 'QUY', period: '2025-Q1' } }, { type: 'counted', which, counted })
  expect(other.session.counted).toBeNull()
})

test('one thing is done at a time, and pulling can be stopped', () => {
  const pulling = play(ready, { type: 'pull-asked' })
  expect(pulling.effects).toEqual(['pull'])
  expect(play(pulling.session, { type: 'pull-asked' }).effects).toEqual([])
  expect(play(pulling.session, { type: 'refresh-asked', sheet: 'Tổng hợp' }).effects).toEqual([])
  expect(play(pulling.session, { type: 'stop-asked' }).effects).toEqual(['stop'])
  expect(play(ready, { type: 'stop-asked' }).effects).toEqual([])
  expect(play(pulling.session, { type: 'progress', done: 1, of: 2 }, { type: 'failed' }).session).toMatchObject({
    busy: null,
    progress: null,
  })
})

test('of no agency nothing is pulled', () => {
  expect(play(ready, { type: 'scoped', scope: { kind: 'some', codes: [] } }, { type: 'pull-asked' }).effects).toEqual([])
  expect(play(ready, { type: 'scoped', scope: { kind: 'some', codes: ['B'] } }, { type: 'pull-asked' }).effects).toEqual(['pull'])
})

test('a day is pulled as of its end, no later one than the clock has, and nothing while what was typed is no day', () => {
  const dated = (asOf: PullSession['asOf']) => pullStep(play(ready, { type: 'dated', asOf }).session, { type: 'pull-asked' }).effects
  expect(dated({ kind: 'day', day: '2025-03-10' })).toEqual([{ do: 'pull', which, chosen: null, on: '2025-03-10' }])
  expect(dated({ kind: 'day', day: choices.day })).toMatchObject([{ on: choices.day }])
  expect(dated({ kind: 'now' })).toMatchObject([{ on: null }])
  expect(dated({ kind: 'day', day: '2025-03-19' })).toEqual([])
  expect(dated({ kind: 'unread' })).toEqual([])
})

test('the day stays where another report is chosen', () => {
  const asOf = { kind: 'day', day: '2025-03-10' } as const
  const other = play(ready, { type: 'dated', asOf }, { type: 'chosen', which: { template: 'QUY', period: '2025-Q1' } })
  expect(other.session).toMatchObject({ asOf, scope: { kind: 'all' } })
})

test('after a refresh the sheets are listened to anew and what has come is counted again', () => {
  const done = play(
    ready,
    { type: 'refresh-asked', sheet: 'Tổng hợp' },
    { type: 'done', outcome: { kind: 'nothing-sent', on: null }, sheets },
  )
  expect(done.effects).toEqual(['watch', 'count'])
  expect(done.session).toMatchObject({ busy: null, outcome: { kind: 'nothing-sent' } })
})

test('a selected row asks for the history of its agency once, and keeps it while one stays with the agency', () => {
  const select: PullEvent = { type: 'placed', sheet: 'Tổng hợp', at: 'C15', place: placed('THANG.2025-03.A') }
  const first = play(ready, select)
  expect(first.effects).toEqual(['load-history'])
  const known = play(first.session, { type: 'history-loaded', obligation: 'THANG.2025-03.A', history: [], past: { periods: [] } })
  expect(play(known.session, select)).toMatchObject({ effects: [], session: { place: { history: [] } } })
  expect(play(known.session, { ...select, place: placed('THANG.2025-03.B') }).effects).toEqual(['load-history'])
  const late = play(known.session, { type: 'history-loaded', obligation: 'THANG.2025-03.B', history: [], past: { periods: [] } })
  expect(late.session).toEqual(known.session)
})

test('while rows come and go nobody is told where they come from', () => {
  const refreshing = play(ready, { type: 'refresh-asked', sheet: 'Tổng hợp' })
  expect(play(refreshing.session, { type: 'selected', sheet: 'Tổng hợp', at: 'C15' }).effects).toEqual([])
})
