// The webhook: each event is told once, signed so that the other side can tell who it was, and
// tried again where it was not taken; no address inside a network, no secret twice.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, inject, it } from 'vitest'
import type { Receipt } from '../shared/wire.ts'
import { readOutbox } from './store/outbox.ts'
import type { Called } from './testing/mail-peer.ts'
import { ALL_SEEN, type Ask, admin, aggregator, deployedAs, filer, filled, formOf, MARCH, submitted } from './testing/province.ts'
import { clockAt, runAt, runNow } from './testing/regular.ts'
import { hmac } from './webhook-call.ts'
import { webhookUrlProblem } from './webhook-url.ts'

const REASON = 'Kết nối trục liên thông của tỉnh'
const PEER = `http://127.0.0.1:${inject('mailPeer').told}`
beforeEach(() => fetch(`${PEER}/calls`, { method: 'DELETE' }))

const calls = async () => (await fetch(`${PEER}/calls`)).json<Called[]>()
const told = async () => (await calls()).map(({ body }) => JSON.parse(body))
const set = async (ask: Ask, answers = 200) =>
  (await ask('PUT', '/api/webhook', { url: `${PEER}/hook/${answers}`, reason: REASON }, ALL_SEEN)).json<{ secret: string }>()
const events = async () => (await readOutbox(env.DB, 500)).filter(({ channel }) => channel === 'webhook')

it('what happens to reports is told once each, in order, signed over body and time', async () => {
  const [province, ask] = [await admin(), await filer()]
  await submitted(ask, filled(await formOf(ask)))
  const { secret } = await set(province)
  // What was before is not told.
  await runNow()
  expect((await told()).filter(({ event }) => event !== 'reminder')).toMatchObject([{ event: 'test' }])
  const { submissionId, number } = await (await submitted(ask, filled(await formOf(ask)))).json<Receipt>()
  const review = { verdict: 'returned', notes: [{ place: { table: null, rowId: null, field: null }, text: 'Bổ sung.' }], resolves: [] }
  await (await aggregator())('POST', `/api/submissions/${submissionId}/review`, review, { 'idempotency-key': 'back' })
  await Promise.all([runNow(), runNow()])
  await runNow()
  const [, ...news] = (await told()).filter(({ event }) => event !== 'reminder')
  expect(news).toEqual([
    {
      ...{ event: 'submitted', at: expect.any(String), obligation: MARCH, template: 'THANG', period: '2025-03', agency: 'STTTT' },
      agencyName: 'Sở Thông tin và Truyền thông',
      receipt: { number, sequence: 2, submittedAt: expect.any(String), late: false },
      link: `https://pls.test/portal.html#review=${MARCH}`,
    },
    expect.objectContaining({ event: 'returned', obligation: MARCH }),
  ])
  const ids = new Set<string>()
  for (const { headers, body } of await calls()) {
    expect(headers['pls-event']).toBe(JSON.parse(body).event)
    expect(headers['pls-signature']).toBe(`v1=${await hmac(secret, `${headers['pls-timestamp']}.${body}`)}`)
    ids.add(headers['pls-delivery']!)
  }
  expect(ids.size).toBe((await calls()).length)
})

it('a period that opens and what people are reminded of are told too, each once', async () => {
  const province = await admin()
  await set(province)
  await clockAt('2025-04-01T01:00:00.000Z')
  await Promise.all([runNow(), runNow()])
  await runNow()
  const opened = (await told()).filter(
    ({ event, template, period }) => event === 'period-opened' && template === 'THANG' && period === '2025-04',
  )
  expect(opened).toEqual([expect.objectContaining({ dates: expect.objectContaining({ agencies: 35 }) })])
  const reminders = (await told()).filter(({ event }) => event === 'reminder')
  expect(reminders.length).toBeGreaterThan(0)
  expect(new Set(reminders.map(({ obligation, occasion }) => `${obligation} ${occasion}`)).size).toBe(reminders.length)
  // No person stands in any of them.
  expect(JSON.stringify(await told())).not.toContain('@')
})

it('what is not taken is tried again with the same id, a redirection is not followed, and 410 ends it', async () => {
  const province = await admin()
  await set(province, 500)
  await runAt('2025-03-15T02:00:00.000Z')
  await runAt('2025-03-15T02:01:00.000Z')
  await runAt('2025-03-15T02:06:00.000Z')
  expect(new Set((await calls()).map(({ headers }) => headers['pls-delivery'])).size).toBe(1)
  expect(await events()).toMatchObject([{ attempts: 2, sentAt: null, answer: 'HTTP 500' }])
  await set(province, 302)
  await runNow()
  expect((await events()).filter(({ recipient }) => recipient.endsWith('302'))).toMatchObject([{ attempts: 1, answer: 'HTTP 302' }])
  await set(province, 410)
  await runNow()
  expect((await events()).filter(({ recipient }) => recipient.endsWith('410'))).toMatchObject([
    { attempts: 1, gaveUpAt: expect.any(String) },
  ])
})

it('the secret is answered once, is another one each time, and stands nowhere else', async () => {
  const province = await admin()
  const [first, second] = [await set(province), await set(province)]
  expect(first.secret).toMatch(/^[0-9a-f]{64}$/)
  expect(second.secret).not.toBe(first.secret)
  await runNow()
  const rest = [
    await (await province('GET', '/api/webhook')).json(),
    await (await province('GET', '/api/outbox')).json(),
    await (await province('GET', '/api/audit')).json(),
    (await env.DB.prepare('SELECT * FROM webhook').all()).results,
  ]
  expect(JSON.stringify(rest)).not.toContain(second.secret)
  expect(JSON.stringify(rest)).not.toContain(first.secret)
  expect((await province('PUT', '/api/webhook', { url: null, reason: REASON }, ALL_SEEN)).status).toBe(200)
  expect(await (await province('GET', '/api/webhook')).json()).toMatchObject({ url: null })
})

it('only a public https address is taken; this machine only in a demonstration', async () => {
  for (const url of [
    'http://bc.example.gov.vn/hook',
    'https://127.0.0.1/hook',
    'https://localhost/hook',
    'https://10.1.2.3/x',
    'https://2130706433/x',
    'https://[::1]/x',
    'https://[fd00::1]/x',
    'https://169.254.169.254/latest',
    'https://metadata.internal/x',
    'https://mayin.local/x',
    'https://mayin/x',
    'https://ten:matkhau@bc.example.gov.vn/hook',
    'ftp://bc.example.gov.vn',
    'nothing',
  ])
    expect(webhookUrlProblem(url, true), url).not.toBeNull()
  expect(webhookUrlProblem('https://bc.khanhhoa.gov.vn/hook?x=1', false)).toBeNull()
  expect(webhookUrlProblem('http://127.0.0.1:8080/hook', true)).toBeNull()
  expect(webhookUrlProblem('http://127.0.0.1:8080/hook', false)).not.toBeNull()
  const answer = await (await admin())('PUT', '/api/webhook', { url: 'https://10.0.0.1/', reason: REASON })
  expect([answer.status, (await answer.json()).refusal.vi]).toEqual([400, expect.stringContaining('tên miền công khai')])
  expect((await (await filer())('GET', '/api/webhook')).status).toBe(403)
  expect((await deployedAs({ MODE: 'production' }, 'GET', '/api/webhook')).status).toBe(401)
})

it('an admin sends one again, or drops it, with a reason that stands in the log', async () => {
  const province = await admin()
  await runAt('2025-03-18T01:00:00.000Z')
  const [mail] = (await readOutbox(env.DB, 500)).filter(({ about }) => about.startsWith('reminder.'))
  const decided = (what: string, about = mail!.about) =>
    province('POST', '/api/outbox/decisions', { about, what, reason: REASON }, ALL_SEEN)
  const now = async () => (await readOutbox(env.DB, 500)).find(({ about }) => about === mail!.about)
  expect((await decided('drop')).status).toBe(200)
  expect(await now()).toMatchObject({ droppedAt: expect.any(String) })
  expect((await decided('again')).status).toBe(200)
  expect(await now()).toMatchObject({ droppedAt: null, expiresAt: null, attempts: 0 })
  expect((await decided('again', 'nothing')).status).toBe(404)
  await env.DB.prepare('UPDATE outbox SET sent_at = made_at WHERE about = ?1').bind(mail!.about).run()
  expect((await decided('drop')).status).toBe(400)
  const { entries } = await (await province('GET', '/api/audit?subject=outbox')).json()
  expect(entries.map(({ action, reason }: Record<string, string>) => [action, reason])).toEqual([
    ['sent-again', REASON],
    ['dropped', REASON],
  ])
})
