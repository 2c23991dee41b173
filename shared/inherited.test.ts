import { expect, test } from 'vitest'
import type { Content, ContentRow } from './filing.ts'
import { inherited } from './inherited.ts'

const row = (id: string, value: number): ContentRow => ({ id, table: 'main', carried: !id.startsWith('n'), values: { gn: value } })
const content = (agency: string, period: string, rows: ContentRow[]): Content => ({
  ...{ template: 'THANG', version: 1, agency, period, declaration: null, header: { nguoi_lap: agency }, rows, explanations: {} },
})
const left = (lastDay: string, ...all: Content[]) => all.map((content) => ({ content, lastDay }))
const ids = (of: Content | null) => of?.rows.map(({ id, values }) => `${id}=${values.gn}`)

test('tasks and added rows of those who ended go on under the heir, each once', () => {
  const own = content('B', '2025-03', [row('T1', 1), row('n1', 2)])
  const { previous, lastAdded } = inherited(own, left('2025-03-31', content('A', '2025-03', [row('T1', 9), row('T2', 3), row('n1', 4)])), 1)
  expect(ids(previous)).toEqual(['T1=1', 'n1=2', 'T2=3', 'n2=4'])
  expect([previous?.agency, previous?.header.nguoi_lap, lastAdded]).toEqual(['B', 'B', 2])
})

test('what the heir has reported since is not brought in again', () => {
  const own = content('B', '2025-04', [row('T2', 5)])
  expect(inherited(own, left('2025-03-31', content('A', '2025-03', [row('T2', 3), row('n1', 4)])), 1)).toEqual({
    previous: own,
    lastAdded: 1,
  })
})

test('an agency that begins goes on from all that it was made of, without the names of their people', () => {
  const { previous, lastAdded } = inherited(
    null,
    left('2025-03-31', content('A', '2025-03', [row('n1', 1)]), content('C', '2025-02', [row('n1', 2)])),
    0,
  )
  expect(ids(previous)).toEqual(['n1=1', 'n2=2'])
  expect([previous?.header, lastAdded]).toEqual([{}, 2])
  expect(inherited(null, [], 3)).toEqual({ previous: null, lastAdded: 3 })
})

test('who ended without a last report leaves what was reported before it', () => {
  const own = content('B', '2025-05', [row('T1', 1)])
  const { previous } = inherited(own, left('2025-05-31', content('A', '2025-04', [row('T2', 3)])), 0)
  expect(ids(previous)).toEqual(['T1=1', 'T2=3'])
  expect(inherited(own, left('2025-05-15', content('A', '2025-04', [row('T2', 3)])), 0).previous).toEqual(own)
})
