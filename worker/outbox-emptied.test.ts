// What goes out is not kept in its words for ever: a link is gone as soon as it opens nothing, all
// else thirty days after it is done with; that there was something, to whom and when, stays.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { type InvitationMade, MAIL_KEPT_DAYS, type Mail, type Outbox } from '../shared/people.ts'
import { addOutgoing, readOutbox } from './store/outbox.ts'
import { begun } from './testing/begun.ts'
import { ALL_SEEN, type Ask, admin, anybody } from './testing/province.ts'
import { clockAt, runAt, runNow } from './testing/regular.ts'

const REASON = 'Theo phân công của Sở'
const NEW = { email: 'moi@khanhhoa.example', name: 'Lê Văn Mới', memberships: [{ role: 'filer', agency: 'STTTT' }], reason: REASON }
const invited = async (ask: Ask) => (await ask('POST', '/api/people/invitations', NEW)).json<InvitationMade>()
const tokenIn = ({ link }: InvitationMade) => link.split('#invitation=')[1]!
const invitations = async () => (await readOutbox(env.DB, 500)).filter(({ about }) => about.startsWith('invitation.'))
/** All that the database knows of what goes out. */
const everything = async () => JSON.stringify((await env.DB.prepare('SELECT * FROM outbox').all()).results)

const START = '2025-03-17T02:00:00.000Z'
const daysLater = (days: number) => new Date(Date.parse(START) + days * 86_400_000).toISOString()
const queued = (about: string, change: { expiresAt?: string } = {}) =>
  addOutgoing(env.DB, {
    ...{
      about,
      channel: 'mail',
      recipient: 'hoa@khanhhoa.example',
      subject: 'Nhắc báo cáo',
      body: 'Kính gửi ông/bà',
      html: '<p>Kính gửi</p>',
    },
    ...{ madeAt: START, expiresAt: null, ...change },
  }).run()
const kept = async (about: string): Promise<Mail> => (await readOutbox(env.DB, 500)).find((mail) => mail.about === about)!

it('the link of an invitation is gone at once when it is used, and when another takes its place', async () => {
  const ask = await admin()
  const first = await invited(ask)
  expect(await everything()).toContain(tokenIn(first))
  const second = await invited(ask)
  expect(await everything()).not.toContain(tokenIn(first))
  expect((await anybody('POST', `/api/invitations/${tokenIn(second)}`, { password: 'mat-khau-dai' })).status).toBe(201)
  expect(await everything()).not.toContain(tokenIn(second))
  // That there were two mails is known; neither goes out empty.
  const mails = await invitations()
  expect(mails).toHaveLength(2)
  for (const mail of mails)
    expect(mail).toMatchObject({ recipient: NEW.email, subject: expect.stringMatching(/\S/), body: '', emptiedAt: expect.any(String) })
  const { now } = await (await ask('GET', '/api/outbox')).json<Outbox>()
  for (const { expiresAt } of mails) expect(expiresAt! <= now).toBe(true)
})

it('the link of an invitation that nobody used is gone with the next run after its week, however often that comes', async () => {
  const link = tokenIn(await invited(await admin()))
  await runAt(daysLater(6))
  expect(await everything()).toContain(link)
  await clockAt(daysLater(8))
  await Promise.all([runNow(), runNow()])
  const after = await everything()
  expect(after).not.toContain(link)
  const [mail] = await invitations()
  await runAt(daysLater(9))
  expect((await invitations())[0]).toEqual(mail)
})

it('what was sent, dropped, given up or is past its time loses its words after thirty days; what waits keeps them', async () => {
  await begun()
  const done = ['sent_at', 'dropped_at', 'gave_up_at']
  for (const what of done) {
    await queued(what)
    await env.DB.prepare(`UPDATE outbox SET ${what} = ?2 WHERE about = ?1`).bind(what, daysLater(2)).run()
  }
  await queued('expired', { expiresAt: daysLater(2) })
  await queued('waits')
  await env.DB.prepare("UPDATE outbox SET answer = '250 OK', attempts = 1 WHERE about = 'sent_at'").run()
  const all = [...done, 'expired']
  await runAt(daysLater(MAIL_KEPT_DAYS + 1))
  for (const about of all) expect(await kept(about)).toMatchObject({ body: 'Kính gửi ông/bà', emptiedAt: null })
  await runAt(daysLater(MAIL_KEPT_DAYS + 2))
  for (const about of all) expect(await kept(about)).toMatchObject({ body: '', emptiedAt: expect.stringMatching(/^2025-04-18T02:00/) })
  expect(await kept('sent_at')).toMatchObject({ subject: 'Nhắc báo cáo', sentAt: daysLater(2), answer: '250 OK', attempts: 1 })
  expect(await kept('waits')).toMatchObject({ body: 'Kính gửi ông/bà', emptiedAt: null })
  expect((await everything()).match(/<p>Kính gửi<\/p>/g)).toHaveLength(1)
})

it('what is no longer known in its words is not sent again, and the admin is told why', async () => {
  const ask = await admin()
  await invited(ask)
  await invited(ask)
  const old = (await invitations()).find(({ emptiedAt }) => emptiedAt !== null)!
  const answer = await ask('POST', '/api/outbox/decisions', { about: old.about, what: 'again', reason: REASON }, ALL_SEEN)
  expect([answer.status, (await answer.json()).refusal.vi]).toEqual([400, expect.stringContaining('đã xóa')])
  expect((await kept(old.about)).attempts).toBe(0)
})
