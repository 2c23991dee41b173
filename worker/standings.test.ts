// Where all reports of a period stand is read page by page, and is one moment whatever is sent meanwhile.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { standingsOf } from './store/standings.ts'
import { begun } from './testing/begun.ts'
import { kept, row } from './testing/kept-submission.ts'
import { filer, formOf } from './testing/province.ts'

const PAGE = 8

beforeEach(async () => {
  await begun()
  await formOf(await filer(), 'PL2.2025-03.STTTT')
})

/** The database, with something that happens after each answer. */
function busy(after: (answer: number) => Promise<unknown>): D1Database {
  let answers = 0
  const prepare = (sql: string) => ({
    bind: (...values: unknown[]) => ({
      async all() {
        const answer = await env.DB.prepare(sql)
          .bind(...values)
          .all()
        await after(++answers)
        return answer
      },
    }),
  })
  return { prepare } as unknown as D1Database
}

it('is one moment, whatever is sent while pages are read', async () => {
  const agencies = (await standingsOf(env.DB, 'PL2', '2025-03')).map(({ owed }) => owed.agency)
  expect(agencies.length).toBeGreaterThan(4 * PAGE)
  const [first, second, far] = [agencies[0]!, agencies[1]!, agencies[3 * PAGE]!]
  await kept(first, [row('Bản đầu', 1)])
  const meanwhile: Record<number, () => Promise<unknown>> = {
    1: () => kept(first, [row('Bản sau', 2)]),
    2: () => Promise.all([kept(second, [row('Vừa gửi', 3)]), kept(far, [row('Chưa đọc tới', 4)])]),
  }
  const read = await standingsOf(
    busy(async (answer) => meanwhile[answer]?.()),
    'PL2',
    '2025-03',
    { page: PAGE },
  )
  expect(read).toEqual(await standingsOf(env.DB, 'PL2', '2025-03'))
  const sent = new Map(read.map(({ owed, sent }) => [owed.agency, sent.map(({ sequence }) => sequence)]))
  expect([first, second, far].map((agency) => sent.get(agency))).toEqual([[1, 2], [1], [1]])
})
