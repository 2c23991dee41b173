// A quarter joined from what was kept of each agency, against the same counted of every row at once.
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { beforeEach, expect, it } from 'vitest'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import { QuarterSource } from '../shared/quarter/source.ts'
import type { FigureTrace, QuarterlySummary, QuarterProgress, SummaryPage } from '../shared/wire-province.ts'
import { figureTrace } from './actions/figure-trace.ts'
import { summaryPage } from './actions/quarter-pages.ts'
import type { Parts } from './parts.ts'
import { begun } from './testing/begun.ts'
import { fillProvince } from './testing/long-province.ts'
import { aggregator, filer, formOf, hasty } from './testing/province.ts'
import { runNow } from './testing/regular.ts'

const AGENCIES = 120
/** Agencies that one request counts. */
const PIECE = 25
const templateOf = (code: string) => khanhHoa2025.templates.find((one) => one.code === code)!

beforeEach(async () => {
  await begun()
  await formOf(await filer(), 'PL2.2025-03.STTTT')
  await fillProvince(env.DB, khanhHoa2025.plan, [
    ...['2031-04', '2031-05', '2031-06'].map((period) => ({ template: templateOf('THANG'), period, agencies: AGENCIES, rows: 3 })),
    { template: templateOf('PL2'), period: '2031-05', agencies: 40, rows: 2 },
    { template: templateOf('CHITIEU'), period: '2031-Q2', agencies: 30, rows: 2 },
  ])
})

const SUMMARY = '/api/summaries/QUY/2031-Q2'
const asked = async () => (await (await aggregator())('GET', SUMMARY)).json<QuarterlySummary>()

it('is counted in pieces, says how many are left, and ends with what SQL counts of all rows', async () => {
  const ask = await hasty('aggregator@khanhhoa.example')
  for (let left = AGENCIES - PIECE; left > 0; left -= PIECE) {
    const answer = await ask('GET', left % 2 === 0 ? SUMMARY : `${SUMMARY}/figures/outside.ungrouped`)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('0')
    expect(await answer.json()).toMatchObject({ type: '/problems/counting', left })
  }
  const answer = await ask('GET', SUMMARY)
  expect(answer.status).toBe(200)
  const summary = await answer.json<QuarterlySummary>()
  const { tasks } = v.parse(QuarterSource, templateOf('QUY').countedFrom)
  const led = `FROM submission_rows r JOIN counted_submissions c ON c.id = r.submission_id
    WHERE c.template = 'THANG' AND c.period = '2031-06' AND r.row_values ->> '$.${tasks.role}' = '${tasks.lead}'`
  const number = async (sql: string) => (await env.DB.prepare(`SELECT (${sql}) AS n`).first<{ n: number }>())!.n
  const total = summary.tables[1]!.totals.nv_tong as number
  expect(total + summary.outside.ungrouped + summary.outside.repeated).toBe(await number(`SELECT count(*) ${led}`))
  expect(summary.tables[1]!.totals.so_ky).toBe(3 * AGENCIES)
  const paid = `SELECT sum(r.row_values ->> '$.${tasks.paid}') FROM submission_rows r JOIN counted_submissions c ON c.id = r.submission_id
    WHERE c.template = 'THANG' AND c.period IN ('2031-04', '2031-05', '2031-06') AND r.row_values ->> '$.${tasks.role}' = '${tasks.lead}'`
  const money = summary.tables[3]!.totals.gn_quy as number
  expect(money).toBeLessThanOrEqual(await number(paid))
})

/** As if nobody had counted yet, in an isolate that has not put it together either. */
const forgotten = () =>
  env.DB.batch(['DELETE FROM agency_counts', 'UPDATE versions SET version = hex(randomblob(8))'].map((sql) => env.DB.prepare(sql)))

/** Asks at the same moment, again and again until it is counted. */
async function together(many: number) {
  const ask = await hasty('aggregator@khanhhoa.example')
  let pieces = 0
  const answers = await Promise.all(
    Array.from({ length: many }, async () => {
      for (;;) {
        const answer = await ask('GET', SUMMARY)
        const body = await answer.json()
        if (answer.status === 200) return JSON.stringify({ ...body, madeAt: null })
        expect(answer.status).toBe(503)
        if (answer.headers.get('retry-after') === '0' && body.left > 1) pieces++
        else await new Promise((next) => setTimeout(next, 20))
      }
    }),
  )
  return { answers, pieces }
}

it('is counted once however many ask for it at the same moment, and all are told the same', async () => {
  const { answers, pieces } = await together(6)
  expect(new Set(answers).size).toBe(1)
  expect(pieces).toBe(Math.ceil(AGENCIES / PIECE) - 1)
  expect(await env.DB.prepare('SELECT count(*) FROM claims').first('count(*)')).toBe(0)
  // Whoever was ended in the middle of it holds nobody up for long.
  await forgotten()
  await env.DB.prepare("INSERT INTO claims (about, token, uncounted, until) VALUES ('QUY.2031-Q2', 'x', 77, unixepoch() + 999)").run()
  const ask = await hasty('aggregator@khanhhoa.example')
  const held = await ask('GET', SUMMARY)
  expect([held.status, held.headers.get('retry-after'), (await held.json()).left]).toEqual([503, '1', 77])
  await env.DB.prepare('UPDATE claims SET until = unixepoch() - 1').run()
  expect((await (await ask('GET', SUMMARY)).json()).left).toBe(AGENCIES - PIECE)
})

it('is the same from pieces of any size, counted ahead by the regular run, and anew where another report counts', async () => {
  const { madeAt: _, ...whole } = await asked()
  await forgotten()
  const progress = await (await (await aggregator())('GET', '/api/progress/QUY/2031-Q2')).json<QuarterProgress>()
  expect(progress.agencies.map(({ total }) => total)).toEqual(whole.tables[1]!.rows.map(({ values }) => values.nv_tong))
  const { madeAt: _again, ...again } = await asked()
  expect(again).toEqual(whole)

  await forgotten()
  await runNow()
  expect(await env.DB.prepare(`SELECT count(*) FROM agency_counts WHERE about = 'QUY.2031-Q2'`).first('count(*)')).toBe(AGENCIES)

  const last = (await env.DB.prepare('SELECT seq, hash FROM submission_events ORDER BY seq DESC LIMIT 1').first<{
    seq: number
    hash: string
  }>())!
  await env.DB.prepare(
    `INSERT INTO submission_events (seq, at, actor, kind, submission_id, body_hash, previous_hash, hash)
     VALUES (?1, '2031-06-19', 'nobody', 'withdrawn', 'THANG-2031-06-A00003-00000000-0000', ?2, ?3, ?2)`,
  )
    .bind(last.seq + 1, 'f'.repeat(64), last.hash)
    .run()
  const { madeAt: _after, ...after } = await asked()
  expect(after.outside.unreported).toBe(whole.outside.unreported + 1)
  const own = (summary: typeof whole) => summary.tables[1]!.rows.find(({ values }) => values.co_quan === 'A00003')!.values
  expect(own(after).nv_tong).toBe(0)
  expect(own(after).khong).toBe(Number(own(whole).khong) + 1)
})

it('comes page by page, each agency once, and so does what a figure counts', async () => {
  const parts = { db: env.DB, clock: { now: () => new Date('2031-06-25T00:00:00.000Z') } } as Parts
  const whole = await asked()
  const all: SummaryPage[] = []
  for (let after: string | null | undefined; after !== null; after = all.at(-1)!.next)
    all.push(await summaryPage(parts, 'QUY', '2031-Q2', after ?? null, 50))
  expect(all).toHaveLength(3)
  expect(all.flatMap(({ tables }) => tables[1]!.rows)).toEqual(whole.tables[1]!.rows)
  for (const { tables } of all) expect(tables.map(({ totals }) => totals)).toEqual(whole.tables.map(({ totals }) => totals))

  for (const figure of ['outside.ungrouped', 'outside.unreported', `b.${whole.tables[1]!.rows[7]!.id}.so_ky`]) {
    const pages: FigureTrace[] = []
    for (let after: string | null | undefined; after !== null; after = pages.at(-1)!.next)
      pages.push(await figureTrace(parts, 'QUY', '2031-Q2', figure, after ?? null, 30))
    const atOnce = await figureTrace(parts, 'QUY', '2031-Q2', figure, null, 10_000)
    expect(pages.flatMap(({ places }) => places)).toEqual(atOnce.places)
    for (const { count, value } of pages) expect([count, value]).toEqual([atOnce.places.length, atOnce.value])
  }
})
