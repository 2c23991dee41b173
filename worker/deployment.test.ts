// What a deployment promises whoever calls it: rights on every route, one clock,
// an API that describes itself, obligations opened once.
import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { createApp } from './app.ts'
import worker from './index.ts'
import { RIGHTS } from './rights.ts'
import { aggregator, anybody, DEMO_PASSWORD, deployedAs, MARCH, otherFiler } from './testing/province.ts'

const routes = [
  ...new Set(
    createApp()
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
]
const called = (route: string) => {
  const [method, path] = route.split(' ') as [string, string]
  const real = path
    .replace('/api/obligations/:id', `/api/obligations/${MARCH}`)
    .replace(':id', 'none')
    .replace(':template', 'THANG')
    .replace(':period', '2025-03')
    .replace(':slug', 'locked')
  return { method, path: real }
}
const body = (method: string) => (method === 'PUT' || method === 'POST' ? {} : undefined)

it('every route declares its rights, and nothing else is declared', () => {
  expect(routes.length).toBeGreaterThan(20)
  expect(routes.sort()).toEqual(Object.keys(RIGHTS).sort())
})

it('without a token only the public routes answer', async () => {
  await anybody('GET', '/api/health')
  for (const route of routes) {
    const { method, path } = called(route)
    const { status } = await anybody(method, path, body(method))
    if (RIGHTS[route] === 'public' || RIGHTS[route] === 'demo') expect(status, route).not.toBe(401)
    else expect(status, route).toBe(401)
  }
})

it('a false token is no token', async () => {
  await anybody('GET', '/api/health')
  expect((await anybody('GET', '/api/me', undefined, { authorization: 'Bearer nothing' })).status).toBe(401)
})

it('another agency sees 404 on every route of an obligation, a filer 403 on the province’s', async () => {
  const other = await otherFiler()
  // Signing out would end the test's own session.
  for (const route of routes.filter((one) => one !== 'DELETE /api/session')) {
    const { method, path } = called(route)
    const right = RIGHTS[route]!
    const { status } = await other(method, path, body(method))
    if (/^(obligation|submission)-/.test(right)) expect(status, route).toBe(404)
    if (['province', 'receiver', 'auditor', 'admin'].includes(right)) expect(status, route).toBe(403)
  }
})

it('the province’s roles may read but never file for an agency', async () => {
  const province = await aggregator()
  for (const route of routes.filter((one) => RIGHTS[one] === 'obligation-filer')) {
    const { method, path } = called(route)
    expect((await province(method, path, body(method))).status, route).toBe(403)
  }
  expect((await province('GET', `/api/obligations/${MARCH}`)).status).toBe(200)
})

it('the API describes every route that it has', async () => {
  await anybody('GET', '/api/health')
  const { paths } = await (await anybody('GET', '/api/openapi.json')).json<{ paths: Record<string, Record<string, unknown>> }>()
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(described.filter((route) => route.includes('/api/')).sort()).toEqual(routes.filter((route) => route.includes('/api/')).sort())
})

it('the demo clock cannot be switched on in production', async () => {
  await anybody('PUT', '/api/clock', { now: '2025-03-18T02:00:00.000Z' })
  expect(await (await anybody('GET', '/api/clock')).json()).toMatchObject({ demo: true, day: '2025-03-18' })
  for (const MODE of ['production', 'Demo', '', 'staging']) {
    const before = Date.now()
    expect((await deployedAs({ MODE }, 'PUT', '/api/clock', { now: '2025-03-18T02:00:00.000Z' })).status, MODE).toBe(404)
    expect((await deployedAs({ MODE }, 'GET', '/api/demo/accounts')).status, MODE).toBe(404)
    const { now, demo } = await (await deployedAs({ MODE }, 'GET', '/api/clock')).json<{ now: string; demo: boolean }>()
    expect(demo, MODE).toBe(false)
    expect(Date.parse(now), MODE).toBeGreaterThanOrEqual(before - 1000)
  }
})

it('a deployment without a secret for its tokens serves nothing', async () => {
  const answer = await deployedAs({ MODE: 'production', AUTH_SECRET: undefined }, 'GET', '/api/clock')
  expect(answer.status).toBe(500)
})

it('the regular run opens each obligation once, however often and late it comes', async () => {
  await anybody('GET', '/api/health')
  const count = async () => (await env.DB.prepare('SELECT count(*) AS n FROM obligations').first<{ n: number }>())!.n
  const run = async () => {
    const context = createExecutionContext()
    await worker.scheduled(createScheduledController({ cron: '*/5 * * * *' }), env)
    await waitOnExecutionContext(context)
  }
  const march = await count()
  expect(march).toBeGreaterThan(35)
  await run()
  await run()
  expect(await count()).toBe(march)
  await anybody('PUT', '/api/clock', { now: '2025-04-02T02:00:00.000Z' })
  await run()
  await run()
  const april = await env.DB.prepare("SELECT count(*) AS n FROM obligations WHERE period = '2025-04' AND template = 'THANG'").first<{
    n: number
  }>()
  expect(april!.n).toBe(35)
})

it('a wrong password is refused, and too many are stopped for that e-mail', async () => {
  await anybody('GET', '/api/health')
  const attempt = async (password: string) =>
    (await anybody('POST', '/api/session', { email: 'filer.stttt@khanhhoa.example', password })).status
  expect(await attempt('wrong-one')).toBe(401)
  const statuses: number[] = []
  for (let n = 0; n < 12; n++) statuses.push(await attempt('wrong-one'))
  expect(statuses.at(-1)).toBe(429)
  expect(await attempt(DEMO_PASSWORD), 'the right one, too late').toBe(429)
})
