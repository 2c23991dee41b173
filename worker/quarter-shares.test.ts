// A quarter joined from what was kept of each agency, against the same counted of every row at once.
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { beforeEach, expect, it } from 'vitest'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import { QuarterSource } from '../shared/quarter/source.ts'
import type { QuarterlySummary, QuarterProgress } from '../shared/wire-province.ts'
import { begun } from './testing/begun.ts'
import { fillProvince } from './testing/long-province.ts'
import { aggregator, filer, formOf } from './testing/province.ts'
import { runNow } from './testing/regular.ts'

const AGENCIES = 120
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

const asked = async () => (await (await aggregator())('GET', '/api/summaries/QUY/2031-Q2')).json<QuarterlySummary>()

it('is counted in pieces, says how many are left, and ends with what SQL counts of all rows', async () => {
  expect((await asked()).uncounted).toBe(AGENCIES - 100)
  const summary = await asked()
  expect(summary.uncounted).toBe(0)
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

it('is the same from pieces of any size, counted ahead by the regular run, and anew where another report counts', async () => {
  await asked()
  const { madeAt: _, ...whole } = await asked()
  await env.DB.prepare('DELETE FROM agency_counts').run()
  await (await aggregator())('GET', '/api/progress/QUY/2031-Q2')
  const progress = await (await (await aggregator())('GET', '/api/progress/QUY/2031-Q2')).json<QuarterProgress>()
  expect(progress.uncounted).toBe(0)
  const { madeAt: _again, ...again } = await asked()
  expect(again).toEqual(whole)

  await env.DB.prepare('DELETE FROM agency_counts').run()
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
  expect(after.uncounted).toBe(0)
  expect(after.outside.unreported).toBe(whole.outside.unreported + 1)
  const own = (summary: typeof whole) => summary.tables[1]!.rows.find(({ values }) => values.co_quan === 'A00003')!.values
  expect(own(after).nv_tong).toBe(0)
  expect(own(after).khong).toBe(Number(own(whole).khong) + 1)
})
