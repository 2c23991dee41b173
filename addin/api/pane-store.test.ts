import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browserPaneStore } from './pane-store.ts'

const filing = {
  template: 'THANG',
  version: 1,
  agency: 'STTTT',
  period: '2025-03',
  declaration: null,
  header: {},
  rows: [],
  explanations: {},
}
const attempt = (obligation: string, key: string) => ({ obligation, key, filing, at: '2025-03-17T02:00:00.000Z' })

function storage(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new Error('QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
  })
  return kept
}
beforeEach(() => void storage())
afterEach(() => vi.unstubAllGlobals())

test('an attempt is found again after the pane was closed, one for each obligation', () => {
  const before = browserPaneStore()
  before.keepAttempt('p1', attempt('a', 'k1'))
  before.keepAttempt('p1', attempt('b', 'k2'))
  before.keepAttempt('p1', attempt('a', 'k3'))
  const after = browserPaneStore()
  expect(after.attempts('p1').map(({ key }) => key)).toEqual(['k2', 'k3'])
  after.dropAttempt('p1', 'b')
  expect(before.attempts('p1').map(({ key }) => key)).toEqual(['k3'])
})

test('nobody else is shown it, and it is gone once somebody else has worked here', () => {
  const store = browserPaneStore()
  store.keepAttempt('p1', attempt('a', 'k1'))
  expect(store.attempts('p2')).toEqual([])
  store.setBase('p2', 'a', 'etag')
  expect(store.attempts('p1')).toEqual([])
})

test('where the browser keeps nothing it lasts as long as the pane', () => {
  storage(0)
  const store = browserPaneStore()
  store.keepAttempt('p1', attempt('a', 'k1'))
  expect(store.attempts('p1')).toHaveLength(1)
  expect(browserPaneStore().attempts('p1')).toEqual([])
})

test('what another version of the pane left behind is as nothing', () => {
  const kept = storage()
  browserPaneStore().keepAttempt('p1', attempt('a', 'k1'))
  for (const key of kept.keys()) kept.set(key, '{"person":"p1"}')
  expect(browserPaneStore().attempts('p1')).toEqual([])
})

test('the draft that a form was last saved as is known per obligation until it is cleared', () => {
  const store = browserPaneStore()
  expect(store.base('p1', 'a')).toBeNull()
  store.setBase('p1', 'a', 'etag-1')
  expect(store.base('p1', 'a')).toBe('etag-1')
  expect(store.base('p1', 'b')).toBeNull()
  store.clear()
  expect(store.base('p1', 'a')).toBeNull()
})
