// Who has submitted what, page by page: what is to be looked at first on top, every agency once, whatever happens between two pages.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import type { ObligationView, PeriodStatus, StatusFirst } from '../shared/wire.ts'
import { periodStatus } from './actions/period-status.ts'
import { partsOf, type Settings } from './index.ts'

import { begun } from './testing/begun.ts'
import { fillProvince } from './testing/long-province.ts'
import { aggregator, newKey } from './testing/province.ts'

const template = khanhHoa2025.templates.find(({ code }) => code === 'PL2')!
const PERIOD = '2031-05'

beforeEach(async () => {
  await begun()
  // The last ten owe it and have sent nothing.
  await fillProvince(env.DB, khanhHoa2025.plan, [{ template, period: PERIOD, agencies: 30, rows: 1 }])
  await env.DB.prepare(
    `INSERT INTO agencies (code, position, document)
     SELECT 'B' || code, (SELECT max(position) FROM agencies) + 1 + row_number() OVER (), json_set(document, '$.code', 'B' || code) FROM agencies WHERE code GLOB 'A0000?'`,
  ).run()
  await env.DB.prepare(
    `INSERT INTO obligations (id, template, version, period, agency, window_from, window_to, opens_at, due_at, locks_at)
     SELECT template || '.' || period || '.B' || agency, template, version, period, 'B' || agency, window_from, window_to, opens_at, due_at, locks_at
     FROM obligations WHERE period = ?1 AND agency GLOB 'A0000?'`,
  )
    .bind(PERIOD)
    .run()
})

const accept = async (one: Pick<ObligationView, 'lastReceipt'>) =>
  (await aggregator())(
    'POST',
    `/api/submissions/${one.lastReceipt!.submissionId}/review`,
    { verdict: 'accepted' },
    { 'idempotency-key': newKey() },
  )

async function pagesOf(first: StatusFirst, between: (page: PeriodStatus) => Promise<unknown> = async () => null): Promise<PeriodStatus[]> {
  const parts = await partsOf(env as Settings)
  const pages: PeriodStatus[] = []
  for (let after: string | null | undefined; after !== null; after = pages.at(-1)!.next) {
    pages.push(await periodStatus(parts, 'PL2', PERIOD, { first, after: after ?? null, limit: 7 }))
    await between(pages.at(-1)!)
  }
  return pages
}

const rank = ({ lastReceipt, accepted }: ObligationView) => (lastReceipt === null ? 1 : accepted ? 2 : 0)
const agencies = (pages: readonly PeriodStatus[]) => pages.flatMap(({ obligations }) => obligations.map(({ agency }) => agency))

it('begins with what waits, then what is missing, then what is done, in the order of the register', async () => {
  const register = (await pagesOf('register')).flatMap(({ obligations }) => obligations)
  for (const at of [3, 4, 20]) expect((await accept(register[at]!)).status).toBe(200)
  const now = (await pagesOf('register')).flatMap(({ obligations }) => obligations)
  const waiting = await pagesOf('waiting')
  expect(agencies(waiting)).toEqual(now.toSorted((one, other) => rank(one) - rank(other)).map(({ agency }) => agency))
  expect(new Set(waiting.map(({ expected, received }) => `${expected} ${received}`)).size).toBe(1)
  expect(waiting[0]!.expected).toBe(now.length)
})

it('shows every agency once where what was shown is accepted between two pages', async () => {
  const all = agencies(await pagesOf('register')).toSorted()
  const pages = await pagesOf('waiting', async ({ obligations: [first] }) => first && rank(first) === 0 && accept(first))
  expect([...new Set(agencies(pages))].toSorted()).toEqual(all)
})

it('refuses a key of a page that is none, and an order that it does not know', async () => {
  const ask = await aggregator()
  for (const query of ['after=A00001', 'after=x/A', 'after=1/', 'first=last'])
    expect((await ask('GET', `/api/status?template=PL2&period=${PERIOD}&${query}`)).status, query).toBe(400)
})
