// What is kept between requests (store/kept-reads.ts): never older than the database, whoever changed it.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { versionOf } from './store/kept-reads.ts'
import { openedPeriods, openedVersion, passedDates } from './store/obligations.ts'
import { readAssignments, readPlan, readTemplates, readTemplateTitles } from './store/plan.ts'
import { begun } from './testing/begun.ts'
import { admin, aggregator } from './testing/province.ts'

/** The same database as another isolate has it. */
const elsewhere = (): D1Database => new Proxy(env.DB, { get: (db, name) => Reflect.get(db, name).bind(db) })

const TABLES = {
  plan: ['plans', 'agencies', 'agency_groups', 'templates', 'template_withdrawals', 'schedules', 'assignments'],
  obligations: ['obligations'],
} as const

it('what is the same is not read again, and nobody can change it for the others', async () => {
  await begun()
  const [first, second] = [await readPlan(env.DB), await readPlan(env.DB)]
  expect(second).toBe(first)
  expect(() => (first!.register.agencies as unknown[]).push({})).toThrow(TypeError)
  expect(() => Object.assign(first!.register.agencies[0]!, { name: 'khác' })).toThrow(TypeError)
})

it('what an admin changes is seen by the next request, also in another isolate', async () => {
  const [province, other] = [await admin(), elsewhere()]
  await Promise.all([readPlan(env.DB), readPlan(other), readTemplates(other)])
  const { plan } = await (await province('GET', '/api/plan')).json()
  const totals = { ...plan.totals, tong_dtc: 300_000_000_000 }
  expect((await province('PUT', '/api/plan/totals', { totals, reason: 'Theo quyết định điều chỉnh' })).status).toBe(200)
  for (const db of [env.DB, other]) expect((await readPlan(db))?.plan.totals.tong_dtc).toBe(300_000_000_000)
})

it('a register of several pages is of one moment', async () => {
  await begun()
  await env.DB.prepare(
    `WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 1200)
     INSERT INTO agencies (code, position, document)
     SELECT 'XA' || at, 100000 + at, json_object('code', 'XA' || at, 'name', 'Ủy ban nhân dân xã số ' || at) FROM n`,
  ).run()
  // Two agencies trade names once the page with the first of them has been read.
  let renamed = false
  const rename = async () => {
    if (renamed) return
    renamed = true
    await env.DB.batch(
      ['XA1', 'XA1200'].map((code, at) =>
        env.DB.prepare(`UPDATE agencies SET document = json_set(document, '$.name', ?2) WHERE code = ?1`).bind(code, `Xã mới ${at}`),
      ),
    )
  }
  const busy = new Proxy(env.DB, {
    get: (db, name) =>
      name !== 'batch'
        ? Reflect.get(db, name).bind(db)
        : async (statements: D1PreparedStatement[]) => {
            const answers = await db.batch(statements)
            await rename()
            return answers
          },
  })
  const { agencies } = (await readPlan(busy))!.register
  const { results } = await env.DB.prepare('SELECT code FROM agencies ORDER BY position').all<{ code: string }>()
  expect(agencies.map(({ code }) => code)).toEqual(results.map(({ code }) => code))
  expect(['XA1', 'XA1200'].map((one) => agencies.find(({ code }) => code === one)?.name)).toEqual(['Xã mới 0', 'Xã mới 1'])
})

it('whoever writes what is kept need not know of it', async () => {
  await begun()
  for (const [of, tables] of Object.entries(TABLES))
    for (const table of tables) {
      const { results } = await env.DB.prepare(`SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?1`)
        .bind(table)
        .all<{ sql: string }>()
      for (const event of ['INSERT', 'UPDATE', 'DELETE'])
        expect(
          results.some(({ sql }) => sql.includes(`AFTER ${event} ON ${table} `) && sql.includes(`of = '${of}'`)),
          `${event} on ${table}`,
        ).toBe(true)
    }
  const seen = [await versionOf(env.DB, 'plan')]
  for (const sql of [
    'UPDATE agencies SET position = position WHERE position = 1',
    `INSERT INTO agencies (code, position, document) VALUES ('MOI', 99999, '{"code":"MOI","name":"Cơ quan mới","validTo":null}')`,
    "DELETE FROM agencies WHERE code = 'MOI'",
  ]) {
    await env.DB.prepare(sql).run()
    seen.push(await versionOf(env.DB, 'plan'))
  }
  expect(new Set(seen).size).toBe(4)
})

it('a report that opens, or whose dates move, is there at once', async () => {
  await aggregator()
  const before = { periods: await openedPeriods(env.DB), passed: await passedDates(env.DB, '2025-03-17T00:00:00.000Z') }
  expect(await openedVersion(env.DB, 'THANG', '2031-01')).toBeNull()
  await env.DB.prepare(
    `INSERT INTO obligations (id, template, version, period, agency, window_from, window_to, opens_at, due_at, locks_at)
     SELECT 'THANG.2031-01.' || agency, template, version, '2031-01', agency, window_from, window_to, opens_at, due_at, locks_at
     FROM obligations WHERE template = 'THANG' AND period = '2025-03'`,
  ).run()
  expect((await openedPeriods(env.DB)).length).toBe(before.periods.length + 1)
  expect(await openedVersion(env.DB, 'THANG', '2031-01')).toBe(1)
  expect(await passedDates(env.DB, '2025-03-17T00:00:00.000Z')).not.toBe(before.passed)
  expect((await readTemplateTitles(env.DB)).get('THANG.1')?.vi).toBeTruthy()
  expect((await readAssignments(env.DB, 'THANG')).length).toBeGreaterThan(10)
})
