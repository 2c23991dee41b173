import { expect, test } from 'vitest'
import { OBLIGATION_STATES } from '../../shared/obligation.ts'
import type { ObligationView } from '../../shared/wire.ts'
import { groupObligations } from './obligation-groups.ts'

const one = (id: string, state: ObligationView['state'], dueAt = '2025-03-19T17:00:00.000Z') =>
  ({ id, state, dates: { dueAt } }) as ObligationView

test('every state has its place: nothing owed is left out', () => {
  const all = OBLIGATION_STATES.map((state) => one(state, state))
  expect(groupObligations(all).flatMap(({ obligations }) => obligations)).toHaveLength(OBLIGATION_STATES.length)
})

test('what is late comes first, then what is due soonest', () => {
  const groups = groupObligations([
    one('later', 'open', '2025-04-19T17:00:00.000Z'),
    one('soon', 'draft'),
    one('sent', 'submitted'),
    one('late', 'overdue'),
  ])
  expect(groups.map(({ group, obligations }) => [group, obligations.map(({ id }) => id)])).toEqual([
    ['overdue', ['late']],
    ['todo', ['soon', 'later']],
    ['done', ['sent']],
  ])
})
