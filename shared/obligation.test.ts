import { describe, expect, test } from 'vitest'
import { type ObligationFacts, stateOf } from './obligation.ts'

const dates = {
  windowFrom: '2025-02-15',
  windowTo: '2025-03-14',
  opensAt: '2025-02-28T17:00:00Z',
  dueAt: '2025-03-19T17:00:00Z',
  locksAt: '2025-04-18T17:00:00Z',
}
const nothing: ObligationFacts = { draft: false, submissions: [] }
const at = (instant: string, facts: ObligationFacts = nothing) => stateOf({ dates }, facts, new Date(instant))

type Sent = ObligationFacts['submissions'][number]
const sent = (
  state: Sent['state'],
  reachedAt: Sent['reachedAt'] = '2025-03-17T03:00:00Z',
  declaration: Sent['declaration'] = null,
): Sent => ({
  state,
  reachedAt,
  declaration,
})
const facts = (...submissions: Sent[]): ObligationFacts => ({ draft: false, submissions })
const BEFORE_DUE = '2025-03-18T00:00:00Z'
const AFTER_DUE = '2025-03-25T00:00:00Z'

describe('with nothing sent', () => {
  test('the last instant of the 19th in Vietnam is in time, the first of the 20th is overdue', () => {
    expect(at('2025-03-19T16:59:59.999Z')).toEqual({ state: 'open', late: false })
    expect(at('2025-03-19T17:00:00Z')).toEqual({ state: 'overdue', late: true })
  })

  test('it is not open before its day, and locked in the end', () => {
    expect(at('2025-02-28T16:59:59Z')).toEqual({ state: 'not-open', late: false })
    expect(at('2025-02-28T17:00:00Z')).toEqual({ state: 'open', late: false })
    expect(at('2025-04-18T17:00:00Z')).toEqual({ state: 'locked', late: true })
  })

  test('a draft shows while there is time, and does not hide that it is overdue', () => {
    expect(at(BEFORE_DUE, { draft: true, submissions: [] }).state).toBe('draft')
    expect(at(AFTER_DUE, { draft: true, submissions: [] })).toEqual({ state: 'overdue', late: true })
  })
})

describe('with something sent', () => {
  test('the last one that counts says how it stands', () => {
    expect(at(AFTER_DUE, facts(sent('submitted')))).toEqual({ state: 'submitted', late: false })
    expect(at(AFTER_DUE, facts(sent('superseded'), sent('accepted')))).toEqual({ state: 'accepted', late: false })
    expect(at(AFTER_DUE, facts(sent('superseded'), sent('returned')))).toEqual({ state: 'returned', late: false })
  })

  test('a declaration is a state of its own, unless it came back', () => {
    expect(at(BEFORE_DUE, facts(sent('accepted', undefined, 'nothing-to-report'))).state).toBe('nil')
    expect(at(BEFORE_DUE, facts(sent('submitted', undefined, 'not-applicable'))).state).toBe('not-applicable')
    expect(at(BEFORE_DUE, facts(sent('returned', undefined, 'nothing-to-report'))).state).toBe('returned')
  })

  test('who was on time first stays on time when sending again later', () => {
    expect(at(AFTER_DUE, facts(sent('returned'), sent('submitted', '2025-03-22T03:00:00Z')))).toEqual({ state: 'submitted', late: false })
  })

  test('who sent first after the due instant is late', () => {
    expect(at(AFTER_DUE, facts(sent('submitted', '2025-03-19T17:00:00Z')))).toEqual({ state: 'submitted', late: true })
  })

  test('what was withdrawn counts for nothing', () => {
    expect(at(BEFORE_DUE, facts(sent('withdrawn')))).toEqual({ state: 'open', late: false })
    expect(at(AFTER_DUE, facts(sent('withdrawn'), sent('submitted', '2025-03-22T03:00:00Z')))).toEqual({ state: 'submitted', late: true })
  })
})

test('an ad-hoc report is never overdue', () => {
  const adHoc = { ...dates, opensAt: '2024-12-31T17:00:00Z', dueAt: '2025-12-31T17:00:00Z', locksAt: '2025-12-31T17:00:00Z' }
  const state = (instant: string) => stateOf({ dates: adHoc }, nothing, new Date(instant))
  expect(state('2025-12-31T16:59:59Z')).toEqual({ state: 'open', late: false })
  expect(state('2025-12-31T17:00:00Z')).toEqual({ state: 'locked', late: false })
})

test('an agency that was given longer is neither open as before nor overdue, until its day', () => {
  const dates = {
    ...{ windowFrom: '2025-02-15', windowTo: '2025-03-14', opensAt: '2025-03-01T00:00:00Z', locksAt: '2025-05-01T00:00:00Z' },
    ...{ extendedFrom: '2025-03-20T00:00:00Z', dueAt: '2025-03-27T00:00:00Z' },
  }
  const at = (now: string, facts: Partial<Parameters<typeof stateOf>[1]> = {}) =>
    stateOf({ dates }, { draft: false, submissions: [], ...facts }, new Date(now))
  expect(at('2025-03-19T23:00:00Z')).toEqual({ state: 'open', late: false })
  expect(at('2025-03-20T00:00:00Z', { draft: true })).toEqual({ state: 'extended', late: false })
  expect(at('2025-03-27T00:00:00Z')).toEqual({ state: 'overdue', late: true })
})
