// The public board: only what an admin released, unchanged by what comes later, cached by
// its hash, gone when it is withdrawn, both steps in a log that is whole.
import { expect, it } from 'vitest'
import type { Board } from '../shared/board/board.ts'
import type { ChainReport } from '../shared/wire.ts'
import type { BoardReleases, PublicBoards } from '../shared/wire-province.ts'
import { admin, aggregator, anybody, filer, filled, formOf, otherFiler, submitted } from './testing/province.ts'

const RELEASE = '/api/boards/2025-03/release'
const textOf = async (answer: { bytes(): Promise<Uint8Array> }) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await answer.bytes())

it('shows nothing until it is released, then the figures of that instant, whatever is filed later', async () => {
  const ask = await filer()
  expect(await (await anybody('GET', '/api/board')).json<PublicBoards>()).toEqual({ periods: [] })
  expect((await anybody('GET', '/board/2025-03')).status).toBe(404)
  expect(await textOf(await anybody('GET', '/board'))).toContain('Chưa có kỳ nào được công bố')
  expect((await submitted(ask, filled(await formOf(ask)))).status).toBe(201)

  expect((await (await admin())('POST', RELEASE)).status).toBe(201)
  const first = await anybody('GET', '/api/board/2025-03.json')
  const board = await first.json<Board>()
  const own = board.agencies.find(({ code }) => code === 'STTTT')!
  expect(own).toMatchObject({
    reports: { onTime: 1, late: 0, missing: 0 },
    reportsLight: 'green',
    tasks: { total: 40, done: 0, overdue: 1 },
  })
  expect(own.tasksLight).toBe('amber')
  expect(board.agencies.find(({ code }) => code === 'UBND_DIENKHANH')).toMatchObject({
    reportsLight: 'none',
    tasks: null,
    tasksLight: 'none',
  })

  await otherFiler()
  await anybody('PUT', '/api/clock', { now: '2025-03-21T02:00:00.000Z' })
  expect(await (await anybody('GET', '/api/board/2025-03.json')).json()).toEqual(board)
  await (await admin())('POST', RELEASE)
  const later = await (await anybody('GET', '/api/board/2025-03.json')).json<Board>()
  expect(later.agencies.find(({ code }) => code === 'UBND_DIENKHANH')).toMatchObject({ reportsLight: 'red' })
})

it('is cached: the same hash answers 304 with no body, for a minute at most', async () => {
  await (await admin())('POST', RELEASE)
  for (const path of ['/api/board/2025-03.json', '/api/board/2025-03.csv', '/board/2025-03', '/board?lang=en']) {
    const answer = await anybody('GET', path)
    expect(answer.status, path).toBe(200)
    expect(answer.headers.get('cache-control'), path).toBe('public, max-age=60')
    const etag = answer.headers.get('etag')!
    const again = await anybody('GET', path, undefined, { 'if-none-match': `W/${etag}` })
    expect([again.status, (await again.bytes()).length], path).toEqual([304, 0])
  }
  expect((await anybody('GET', '/api/clock')).headers.get('cache-control')).toBe('no-store')
})

it('says the same as CSV, as JSON and as a page in two languages without a script', async () => {
  await (await admin())('POST', RELEASE)
  const board = await (await anybody('GET', '/api/board/2025-03.json')).json<Board>()
  const csv = await textOf(await anybody('GET', '/api/board/2025-03.csv'))
  expect(csv.startsWith('\uFEFFagency,name,')).toBe(true)
  const lines = csv.trimEnd().split('\r\n').slice(1)
  expect(lines.map((line) => line.split(',')[0])).toEqual(board.agencies.map(({ code }) => code))
  for (const [language, word] of [
    ['vi', 'Cách đánh giá'],
    ['en', 'How it is assessed'],
  ] as const) {
    const page = await textOf(await anybody('GET', `/board/2025-03?lang=${language}`))
    expect(page).toContain(word)
    expect(page).not.toMatch(/<script/i)
    for (const { name } of board.agencies) expect(page).toContain(name)
  }
})

it('is released and withdrawn by admins alone, each step an event, and withdrawn it is gone', async () => {
  const [ask, province] = [await admin(), await aggregator()]
  expect((await province('POST', RELEASE)).status).toBe(403)
  expect((await ask('POST', '/api/boards/2031-03/release')).status).toBe(404)
  expect((await ask('POST', '/api/boards/2025-03/withdraw')).status).toBe(404)
  await ask('POST', RELEASE)
  await ask('POST', RELEASE)
  expect((await ask('POST', '/api/boards/2025-03/withdraw')).status).toBe(204)
  expect((await anybody('GET', '/api/board/2025-03.json')).status).toBe(404)
  expect((await anybody('GET', '/board/2025-03')).status).toBe(404)
  const { releases } = await (await province('GET', '/api/boards')).json<BoardReleases>()
  expect(releases.map(({ withdrawnBy }) => withdrawnBy)).toEqual(['Võ Thị Ánh Nguyệt', 'Võ Thị Ánh Nguyệt'])
  expect(await (await ask('GET', '/api/events/verify')).json<ChainReport>()).toMatchObject({ whole: true, events: 4 })
})
