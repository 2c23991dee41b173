// Who comes in and what for: invited with a link that works once, roles set and handed over,
// let in no longer; an admin always remains, and everything stands in the audit.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { InvitationMade, Outbox, PeopleList, PersonView } from '../shared/people.ts'
import type { Person, Session } from '../shared/wire.ts'
import { ALL_SEEN, type Ask, admin, anybody, filer, MARCH, signedIn } from './testing/province.ts'

const REASON = 'Theo phân công của Sở'
const NEW = {
  email: 'Moi@khanhhoa.example',
  name: 'Lê Văn Mới',
  memberships: [
    { role: 'filer', agency: 'STTTT' },
    { role: 'filer', agency: 'SKHCN' },
  ],
}
const PASSWORD = 'mat-khau-dai'
const tokenIn = (link: string) => link.split('#invitation=')[1]!
const list = async (ask: Ask) => (await ask('GET', '/api/people')).json<PeopleList>()
const found = async (ask: Ask, email: string): Promise<PersonView> => (await list(ask)).people.find((one) => one.email === email)!
const session = (email: string, password = PASSWORD) => anybody('POST', '/api/session', { email, password })
const invited = async (ask: Ask, change: object = {}) => ask('POST', '/api/people/invitations', { ...NEW, reason: REASON, ...change })

it('somebody is invited for several agencies by a link that works once, which waits in the outbox too', async () => {
  const ask = await admin()
  const { link } = await (await invited(ask)).json<InvitationMade>()
  expect((await list(ask)).invitations).toMatchObject([{ email: 'moi@khanhhoa.example', expired: false, again: false }])
  const { mails } = await (await ask('GET', '/api/outbox')).json<Outbox>()
  expect(mails).toMatchObject([{ recipient: 'moi@khanhhoa.example', sentAt: null, body: expect.stringContaining(link) }])
  // Nobody can take the link out of the database.
  const { results } = await env.DB.prepare('SELECT * FROM invitations').all()
  expect(JSON.stringify(results)).not.toContain(tokenIn(link))

  const path = `/api/invitations/${tokenIn(link)}`
  expect(await (await anybody('GET', path)).json()).toMatchObject({ name: NEW.name, again: false })
  expect((await anybody('POST', path, { password: 'ngan' })).status).toBe(400)
  expect((await anybody('POST', path, { password: PASSWORD })).status).toBe(201)
  expect((await anybody('POST', path, { password: PASSWORD })).status).toBe(404)
  const { person } = await (await session('moi@khanhhoa.example')).json<Session>()
  expect(person.memberships.map(({ agency }) => agency)).toEqual(['STTTT', 'SKHCN'])
  expect((await list(ask)).invitations).toEqual([])
  const { entries } = await (await ask('GET', '/api/audit?subject=person')).json()
  expect(entries.map(({ action, person: who }: { action: string; person: string }) => [action, who])).toEqual([
    ['joined', NEW.name],
    ['invited', 'Võ Thị Ánh Nguyệt'],
  ])
})

it('an invitation ends after a week, gives way to a newer one, and is refused for who is there or for no agency', async () => {
  const ask = await admin()
  const first = await (await invited(ask)).json<InvitationMade>()
  const second = await (await invited(ask)).json<InvitationMade>()
  expect((await anybody('GET', `/api/invitations/${tokenIn(first.link)}`)).status).toBe(404)
  await anybody('PUT', '/api/clock', { now: '2025-03-25T02:00:00.000Z' })
  const late = await anybody('POST', `/api/invitations/${tokenIn(second.link)}`, { password: PASSWORD })
  expect([late.status, (await late.json()).refusal.vi]).toEqual([404, expect.stringContaining('hết hạn')])
  expect((await list(ask)).invitations).toMatchObject([{ expired: true }])
  expect((await invited(ask, { email: 'filer.stttt@khanhhoa.example' })).status).toBe(400)
  expect((await invited(ask, { memberships: [{ role: 'filer', agency: 'KHONG_CO' }] })).status).toBe(400)
  expect((await invited(ask, { memberships: [{ role: 'filer', agency: null }] })).status).toBe(400)
  expect((await invited(ask, { memberships: [{ role: 'admin', agency: 'STTTT' }] })).status).toBe(400)
})

it('who has not signed in is seen, and who has, when', async () => {
  const ask = await admin()
  expect((await found(ask, 'filer.skhdt@khanhhoa.example')).signedInAt).toBeNull()
  expect((await found(ask, 'admin@khanhhoa.example')).signedInAt).toMatch(/^2025-03-17/)
})

it('roles are handed over: one has them, the other no longer', async () => {
  const [ask, old] = [await admin(), await filer()]
  const [from, to] = [await found(ask, 'filer.stttt@khanhhoa.example'), await found(ask, 'filer.skhdt@khanhhoa.example')]
  const path = `/api/people/${from.id}/hand-over`
  expect((await ask('POST', path, { to: from.id, agency: null, reason: REASON })).status).toBe(400)
  expect((await ask('POST', path, { to: to.id, agency: 'STC', reason: REASON })).status).toBe(400)
  expect((await ask('POST', path, { to: to.id, agency: 'STTTT', reason: REASON })).status).toBe(200)
  expect((await old('GET', `/api/obligations/${MARCH}`)).status).toBe(404)
  expect((await (await signedIn(to.email))('GET', `/api/obligations/${MARCH}`)).status).toBe(200)
  expect((await found(ask, from.email)).memberships).toEqual([])
})

it('who is let in no longer is out at once, also with a session, until let in again', async () => {
  const [ask, old] = [await admin(), await filer()]
  const person = await found(ask, 'filer.stttt@khanhhoa.example')
  const state = (disabled: boolean) => ask('PUT', `/api/people/${person.id}/state`, { disabled, reason: REASON }, ALL_SEEN)
  expect((await state(true)).status).toBe(200)
  expect((await old('GET', '/api/me')).status).toBe(401)
  expect((await session(person.email, 'demo-2044')).status).toBe(403)
  expect((await session(person.email, 'wrong-one')).status).toBe(401)
  expect((await state(false)).status).toBe(200)
  expect((await session(person.email, 'demo-2044')).status).toBe(201)
})

it('an admin always remains', async () => {
  const ask = await admin()
  const { id } = await (await ask('GET', '/api/me')).json<Person>()
  expect((await ask('PUT', `/api/people/${id}/roles`, { memberships: [], reason: REASON })).status).toBe(400)
  expect((await ask('PUT', `/api/people/${id}/state`, { disabled: true, reason: REASON })).status).toBe(400)
  const other = await found(ask, 'filer.skhdt@khanhhoa.example')
  const both = [
    { role: 'admin', agency: null },
    { role: 'filer', agency: 'SKHDT' },
  ]
  expect((await ask('PUT', `/api/people/${other.id}/roles`, { memberships: both, reason: REASON })).status).toBe(200)
  expect((await ask('PUT', `/api/people/${id}/roles`, { memberships: [], reason: REASON })).status).toBe(200)
  expect((await ask('GET', '/api/people')).status).toBe(403)
})

it('a password that was lost is chosen again by a link; whoever had the old one is out', async () => {
  const [ask, old] = [await admin(), await filer()]
  const { id, email } = await found(ask, 'filer.stttt@khanhhoa.example')
  const { link } = await (await ask('POST', `/api/people/${id}/invitation`, { reason: REASON })).json<InvitationMade>()
  expect((await old('GET', '/api/me')).status).toBe(200)
  expect((await anybody('POST', `/api/invitations/${tokenIn(link)}`, { password: PASSWORD })).status).toBe(201)
  expect((await old('GET', '/api/me')).status).toBe(401)
  expect((await session(email, 'demo-2044')).status).toBe(401)
  const { person } = await (await session(email)).json<Session>()
  expect(person.memberships.map(({ agency }) => agency)).toEqual(['STTTT'])
})
