// Mails over SMTP to a real server on this machine: sent once with what the server said, tried
// again after growing pauses where it refuses, keeps silent or talks nonsense, and given up at last.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, inject, it } from 'vitest'
import type { Mail } from '../shared/people.ts'
import { deliverMails } from './actions/deliver.ts'
import { moveDemoClock } from './clocks.ts'
import { partsOf, type Settings } from './index.ts'
import { addOutgoing, readOutbox } from './store/outbox.ts'
import { begun } from './testing/begun.ts'
import { runAt } from './testing/regular.ts'

const peer = inject('mailPeer')
const smtp = (port: number, change: Partial<Settings> = {}): Partial<Settings> => ({
  ...{ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port), SMTP_TLS: 'none', SMTP_TIMEOUT: '1' },
  ...{ SMTP_FROM: 'Phụ lục số <khong-tra-loi@khanhhoa.example>', ...change },
})
const OPEN = smtp(peer.open)
const told = async (method = 'GET') => (await fetch(`http://127.0.0.1:${peer.told}/mails`, { method })).json<string[]>()
beforeEach(() => told('DELETE'))

const START = '2025-03-17T02:00:00.000Z'
const queued = async (recipient: string, about = recipient, change: { expiresAt?: string } = {}) =>
  addOutgoing(env.DB, {
    ...{ about, channel: 'mail', recipient, subject: 'Nhắc báo cáo', body: 'Kính gửi ông/bà', html: '<p>Kính gửi</p>', madeAt: START },
    ...{ expiresAt: null, ...change },
  }).run()
const delivered = async (at: string, settings: Partial<Settings> = OPEN) => {
  await moveDemoClock(env.DB, new Date(at))
  await deliverMails(await partsOf({ ...env, ...settings } as Settings))
}
const kept = async (about: string): Promise<Mail> => (await readOutbox(env.DB, 100)).find((mail) => mail.about === about)!
const minutes = (n: number) => new Date(Date.parse(START) + n * 60_000).toISOString()

it('a mail goes out once, in both forms, and is kept with when and what the server said', async () => {
  await queued('hoa@khanhhoa.example')
  await Promise.all([delivered(START), delivered(START)])
  await delivered(minutes(600))
  const got = await told()
  expect(got).toHaveLength(1)
  expect(got[0]).toMatch(/^From: =\?UTF-8\?\S+\s+<khong-tra-loi@khanhhoa\.example>$/m)
  expect(got[0]).toMatch(/^To: hoa@khanhhoa\.example$/m)
  expect(got[0]).toMatch(/^Message-ID: <[0-9a-f]{40}@khanhhoa\.example>$/m)
  expect(got[0]).toContain('multipart/alternative')
  const mail = await kept('hoa@khanhhoa.example')
  expect(mail.sentAt).toMatch(/^2025-03-17T02:00/)
  expect([mail.attempts, mail.answer, mail.nextAt]).toEqual([1, expect.stringContaining('250'), null])
})

it('reminders go out in the run that makes them', async () => {
  await begun()
  await runAt('2025-03-18T01:00:00.000Z', OPEN)
  await runAt('2025-03-18T02:00:00.000Z', OPEN)
  const got = (await told()).filter((mail) => /^To: filer\.stttt@khanhhoa\.example$/m.test(mail))
  expect(got).toHaveLength(1)
  expect((await readOutbox(env.DB, 100)).filter(({ sentAt }) => sentAt === null)).toEqual([])
})

it('whoever dies between sending and marking sends the same Message-ID again, and only after a while', async () => {
  await queued('hoa@khanhhoa.example')
  await delivered(START)
  // As if the run had ended before it was marked.
  await env.DB.prepare('UPDATE outbox SET sent_at = NULL, answer = NULL, claimed_until = ?1').bind(minutes(10)).run()
  await delivered(minutes(5))
  expect(await told()).toHaveLength(1)
  await delivered(minutes(11))
  const ids = (await told()).map((mail) => /^Message-ID: (.*)$/m.exec(mail)?.[1])
  expect([ids.length, new Set(ids).size]).toEqual([2, 1])
})

it('what the server refuses for good is not tried again; what it puts off is, after pauses that grow, until nobody tries any more', async () => {
  await queued('refused@khanhhoa.example')
  await queued('later@khanhhoa.example')
  await queued('hoa@khanhhoa.example')
  await delivered(START)
  expect(await kept('refused@khanhhoa.example')).toMatchObject({
    attempts: 1,
    sentAt: null,
    nextAt: null,
    answer: expect.stringContaining('550 No such mailbox'),
  })
  expect((await kept('later@khanhhoa.example')).answer).toContain('451 Greylisted')
  // Neither stands in the way of others.
  expect(await told()).toHaveLength(1)
  let at = START
  const pauses: number[] = []
  for (let next = (await kept('later@khanhhoa.example')).nextAt; next; next = (await kept('later@khanhhoa.example')).nextAt) {
    pauses.push(Math.round((Date.parse(next) - Date.parse(at)) / 60_000))
    await delivered(new Date(Date.parse(next) - 60_000).toISOString())
    expect((await kept('later@khanhhoa.example')).attempts).toBe(pauses.length)
    at = next
    await delivered(at)
  }
  expect(pauses).toEqual([5, 15, 60, 180, 360, 720, 1440, 1440])
  await delivered('2025-06-01T00:00:00.000Z')
  expect(await kept('later@khanhhoa.example')).toMatchObject({ attempts: 9, sentAt: null })
  expect((await kept('refused@khanhhoa.example')).attempts).toBe(1)
})

it.each([
  ['is not there', smtp(1), /ECONNREFUSED|connect|closed|refused|failed/i],
  ['talks nonsense', smtp(peer.broken), /EPROTOCOL HTTP/],
  ['hangs up in the middle', smtp(peer.gone), /closed|hang|lost|unexpected/i],
  ['never answers', smtp(peer.mute), /ETIMEDOUT/],
  ['wants a password', smtp(peer.withPassword), /auth/i],
  ['knows another password', smtp(peer.withPassword, { SMTP_USER: 'phulucso', SMTP_PASSWORD: 'sai' }), /535/],
  ['offers no TLS where it is demanded', smtp(peer.open, { SMTP_TLS: 'starttls' }), /ETLS/],
  ['has a certificate that nobody trusts', smtp(peer.withTls, { SMTP_TLS: 'implicit' }), /ESOCKET|ETLS|ECONN/],
])('a server that %s: the sentence is kept, the others wait untouched, and all go out later', async (_, settings, sentence) => {
  await queued('hoa@khanhhoa.example', 'one')
  await queued('minh@khanhhoa.example', 'two')
  await delivered(START, settings)
  expect(await told()).toEqual([])
  expect(await kept('one')).toMatchObject({ attempts: 1, sentAt: null, answer: expect.stringMatching(sentence) })
  expect(await kept('two')).toMatchObject({ attempts: 0, answer: null })
  expect(JSON.stringify(await readOutbox(env.DB, 10))).not.toContain('sai"')
  await delivered(minutes(30))
  expect(await told()).toHaveLength(2)
})

it('a password opens the server that asks for it', async () => {
  await queued('hoa@khanhhoa.example')
  await delivered(START, smtp(peer.withPassword, { SMTP_USER: 'phulucso', SMTP_PASSWORD: 'mật khẩu' }))
  expect(await told()).toHaveLength(1)
})

it('what is past its time is not sent', async () => {
  await queued('hoa@khanhhoa.example', 'old', { expiresAt: minutes(1) })
  await delivered(minutes(2))
  expect(await told()).toEqual([])
})

it('a reminder that never went out is said again on the next working day, also to whom nobody tried to send it', async () => {
  await begun()
  // The Friday on which the third day before it is due is said, and the Monday, on which nothing new is to be said.
  await runAt('2025-03-14T01:00:00.000Z', smtp(1))
  const people = (await readOutbox(env.DB, 100)).filter(({ about }) => about.startsWith('reminder.'))
  expect(people.filter(({ attempts }) => attempts > 0)).toHaveLength(1)
  await runAt('2025-03-17T01:00:00.000Z', OPEN)
  expect(await told()).toHaveLength(people.length)
  await runAt('2025-03-17T08:00:00.000Z', OPEN)
  await runAt('2025-03-18T00:30:00.000Z', smtp(1))
  expect(await told()).toHaveLength(people.length)
})

it('without a server nothing is tried, and settings that are wrong are said', async () => {
  await queued('hoa@khanhhoa.example')
  await delivered(START, {})
  expect((await kept('hoa@khanhhoa.example')).attempts).toBe(0)
  const wrong: Partial<Settings>[] = [
    { SMTP_FROM: 'nobody' },
    { SMTP_PORT: 'x' },
    { SMTP_TLS: 'maybe' },
    { SMTP_USER: 'phulucso' },
    { SMTP_HOST: 'mail.example', SMTP_USER: 'phulucso', SMTP_PASSWORD: 'x' },
  ]
  for (const change of wrong) await expect(delivered(START, { ...OPEN, ...change })).rejects.toThrow(/SMTP_/)
  expect(await told()).toEqual([])
})
