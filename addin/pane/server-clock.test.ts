// What is kept of an attempt to submit says when by the clock that everything else goes by.
import { expect, test } from 'vitest'
import type { Api } from '../api/api.ts'
import { ApiProblem } from '../api/api-problem.ts'
import { browserPaneStore } from '../api/pane-store.ts'
import { type Errand, perform } from './perform.ts'
import { clock, person } from './step-setting.contract.ts'

test('an attempt is dated by the server, however wrong this machine is', async () => {
  const api = {
    signedIn: () => true,
    ...{ me: async () => person, clock: async () => clock, demoAccounts: async () => [] },
    submit: async () => Promise.reject(new ApiProblem('offline')),
  } as unknown as Api
  const kept = browserPaneStore()
  let machine = '2031-01-01T00:00:00.000Z'
  const errand = {
    ...{ api, kept, person: '', behindMs: 0, lastSave: Promise.resolve() },
    dispatch: () => {},
    now: () => machine,
  } as unknown as Errand
  await perform({ do: 'start' }, errand)
  machine = '2031-01-01T00:05:00.000Z'
  const filing = { template: 'THANG', version: 1, period: '2025-03', agency: 'STTTT', content: { kind: 'nil' } }
  const send = { do: 'send', id: 'THANG.2025-03.STTTT', key: 'k', sheet: null, filing } as unknown as Parameters<typeof perform>[0]
  await expect(perform(send, errand)).rejects.toThrow(ApiProblem)
  expect(kept.attempts(person.id).map(({ at }) => at)).toEqual(['2025-03-17T02:05:00.000Z'])
})
