// Totals of a consolidation from what was kept with each submission, against the rows and the database; and how
// many statements a consolidation asks of it.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import type { Consolidation } from '../shared/wire.ts'
import { consolidatedWorkbook } from './actions/consolidated-workbook.ts'
import { countOwn, ownAsked } from './actions/own-counts.ts'
import { partsOf, type Settings } from './index.ts'
import { readPlan, readTemplates } from './store/plan.ts'
import { begun } from './testing/begun.ts'
import { kept, PL2, row } from './testing/kept-submission.ts'
import { fillProvince } from './testing/long-province.ts'
import { aggregator, filer, formOf } from './testing/province.ts'

beforeEach(async () => {
  await begun()
  await formOf(await filer(), 'PL2.2025-03.STTTT')
})

describe('its totals', () => {
  const totals = async () => (await (await aggregator())('GET', '/api/consolidations/PL2/2025-03/totals')).json<Consolidation['totals']>()
  const fromRows = async () => (await (await (await aggregator())('GET', '/api/consolidations/PL2/2025-03')).json<Consolidation>()).totals
  const several = async () => {
    await kept('STTTT', [row('Bản cũ', 999_000_000)])
    await kept('STTTT', [row('Trung tâm dữ liệu', 322_799_000_000), row('Mạng lõi', 1_000), row('Trống', null)])
    await kept('STC', [row('Kho bạc số', 5_000_000), row('Hóa đơn', '-')])
  }

  it('are joined from what was kept with each submission, and are those of the rows and of the database', async () => {
    await several()
    const sum = await env.DB.prepare(
      `SELECT sum(row_values ->> '$.nc_dtc') AS dong FROM submission_rows r JOIN counted_submissions c ON c.id = r.submission_id`,
    ).first<{ dong: number }>()
    expect((await totals()).main?.nc_dtc).toBe(sum!.dong)
    expect(await totals()).toEqual(await fromRows())
    const counts = `SELECT submission_id, table_key, count(*) AS n FROM submission_rows GROUP BY 1, 2 ORDER BY 1, 2`
    const kept = 'SELECT submission_id, table_key, row_count AS n FROM submission_tallies ORDER BY 1, 2'
    expect((await env.DB.prepare(kept).all()).results).toEqual((await env.DB.prepare(counts).all()).results)
  })

  it('of submissions from before are made of their rows once, and stand from then on', async () => {
    await several()
    const [trigger] = (
      await env.DB.prepare(`SELECT sql FROM sqlite_master WHERE name = 'submission_tallies_frozen'`).all<{ sql: string }>()
    ).results
    await env.DB.batch([
      env.DB.prepare('DROP TRIGGER submission_tallies_frozen'),
      env.DB.prepare('UPDATE submission_tallies SET share = NULL'),
      env.DB.prepare(trigger!.sql),
    ])
    expect(await totals()).toEqual(await fromRows())
    const bare = env.DB.prepare('SELECT count(*) AS n FROM submission_tallies WHERE share IS NULL')
    expect(await bare.first()).toEqual({ n: 1 })
    await expect(env.DB.prepare(`UPDATE submission_tallies SET share = '{}'`).run()).rejects.toThrow('never changed')
  })

  it('ask the database by pages: twice the agencies are not twice the statements', async () => {
    const { plan } = khanhHoa2025
    const report = (period: string, agencies: number) => ({ template: PL2, period, agencies, rows: 5 })
    await fillProvince(env.DB, plan, [report('2031-02', 40), report('2031-06', 80)])
    const parts = await partsOf(env as Settings)
    const [names, templates] = await Promise.all([readPlan(env.DB), readTemplates(env.DB)])
    for (const period of ['2031-02', '2031-06']) await countOwn(env.DB, await ownAsked(PL2, templates, period), names!, 9)
    const statementsFor = async (period: string) => {
      const { db, statements } = counting(env.DB)
      await new Response(await consolidatedWorkbook({ ...parts, db }, 'PL2', period)).arrayBuffer()
      return statements()
    }
    const [few, many] = [await statementsFor('2031-02'), await statementsFor('2031-06')]
    expect(few).toBeGreaterThan(0)
    expect(many).toBe(few)
  })
})

/** The database as it is, and how many statements it was asked to prepare. */
function counting(db: D1Database): { readonly db: D1Database; readonly statements: () => number } {
  let statements = 0
  const watched = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') statements++
      const own = Reflect.get(target, name)
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
  return { db: watched, statements: () => statements }
}
