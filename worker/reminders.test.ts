// Who is reminded of what, when: once a day and once of the same thing, however often, late or
// beside each other the regular run comes; and each period opens once, with its line in the log.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { Outbox } from '../shared/people.ts'
import type { Receipt } from '../shared/wire.ts'
import { readOutbox } from './store/outbox.ts'
import { begun } from './testing/begun.ts'
import { ALL_SEEN, type Ask, admin, aggregator, filer, filled, formOf, MARCH, otherFiler, signedIn, submitted } from './testing/province.ts'

import { clockAt, runAt, runNow } from './testing/regular.ts'

const HOA = 'filer.stttt@khanhhoa.example'
const KHAI = 'signer.stttt@khanhhoa.example'
const REASON = 'Theo chỉ đạo của lãnh đạo Sở'

const mailsTo = async (recipient: string) => {
  const mails = await readOutbox(env.DB, 1000)
  return mails.filter((mail) => mail.recipient === recipient).toReversed()
}
/** The days of the mails that tell of the monthly report for March. */
const toldOfMarch = async (recipient: string) =>
  (await mailsTo(recipient)).filter(({ body }) => body.includes('(THANG), kỳ Tháng 3/2025')).map((mail) => mail.about.split('.')[1])
const about = async (recipient: string) => (await mailsTo(recipient)).map((mail) => mail.about.split('.')[1])
const openings = async (ask: Ask, period: string) => {
  const { entries } = await (await ask('GET', '/api/audit?subject=period')).json()
  return entries.filter(({ subjectId, action }: Record<string, string>) => subjectId?.endsWith(`.${period}`) && action === 'opened')
}

it('filer and head of agency get one mail that says what is owed, by when, and where', async () => {
  await begun()
  await runAt('2025-03-18T00:05:00.000Z')
  const [mail, ...others] = await mailsTo(HOA)
  expect(others).toEqual([])
  expect(mail).toMatchObject({
    channel: 'mail',
    sentAt: null,
    subject: expect.stringMatching(/^Nhắc báo cáo ngày 18\/03\/2025: \d+ báo cáo sắp đến hạn$/),
  })
  expect(mail!.body).toContain('Kính gửi ông/bà Nguyễn Thị Hoa,')
  expect(mail!.body).toContain('trước ngày 20/03/2025, tức hết ngày 19/03/2025; còn 1 ngày.')
  expect(mail!.body).toContain('https://pls.test/portal.html')
  expect(mail!.body).not.toContain('Dear')
  expect((await mailsTo(KHAI))[0]!.body).toContain('Kính gửi ông/bà Trịnh Quốc Khải,')
  // Nobody of the province, and nobody of what never falls due.
  expect(await mailsTo('aggregator@khanhhoa.example')).toEqual([])
  expect(mail!.body).not.toContain('RAQUET')
})

it('however often and close together it runs, each is reminded once, and again only when it is another thing', async () => {
  await begun()
  await clockAt('2025-03-18T00:05:00.000Z')
  await Promise.all([runNow(), runNow(), runNow()])
  await runNow()
  expect(await about(HOA)).toEqual(['2025-03-18'])
  const before = await env.DB.prepare('SELECT count(*) AS n FROM reminders').first<{ n: number }>()
  await runAt('2025-03-18T10:00:00.000Z')
  expect(await env.DB.prepare('SELECT count(*) AS n FROM reminders').first()).toEqual(before)
  // The last day, the first late day; nothing on the second, whose step was said.
  for (const day of ['19', '20', '21']) await runAt(`2025-03-${day}T01:00:00.000Z`)
  expect(await toldOfMarch(HOA)).toEqual(['2025-03-18', '2025-03-19', '2025-03-20'])
})

it('a day begins at midnight in Vietnam, and mails go out from the morning on', async () => {
  await begun()
  // 23:30 on the 17th, 00:30 and 06:59 on the 18th, 07:00.
  await runAt('2025-03-17T16:30:00.000Z')
  const before = await about(HOA)
  await runAt('2025-03-17T17:30:00.000Z')
  await runAt('2025-03-17T23:59:00.000Z')
  expect(await about(HOA)).toEqual(before)
  await runAt('2025-03-18T00:00:00.000Z')
  expect(await about(HOA)).toEqual([...before, '2025-03-18'])
  // Across midnight UTC it is the same day still.
  await runAt('2025-03-18T16:59:00.000Z')
  expect(await about(HOA)).toEqual([...before, '2025-03-18'])
})

it('a run that comes days late says today’s summary, not those that were missed', async () => {
  await begun()
  await runAt('2025-03-21T03:00:00.000Z')
  const mails = await mailsTo(HOA)
  expect(mails).toHaveLength(1)
  expect(mails[0]!.body).toContain('đã quá hạn 2 ngày.')
  await runAt('2025-03-21T04:00:00.000Z')
  expect(await about(HOA)).toEqual(['2025-03-21'])
})

it('days off are left in peace: what falls on them before the due day is said on the working day before, once', async () => {
  await begun()
  // Due on Wednesday 19/3: three days before is a Sunday. 23:59 on the Thursday, 00:30 and 08:00 on the Friday.
  await runAt('2025-03-13T16:59:00.000Z')
  await runAt('2025-03-13T17:30:00.000Z')
  expect(await toldOfMarch(HOA)).toEqual([])
  await clockAt('2025-03-14T01:00:00.000Z')
  await Promise.all([runNow(), runNow()])
  expect((await mailsTo(HOA)).at(-1)!.body).toContain('tức hết ngày 19/03/2025; còn 5 ngày.')
  // 00:30 on the Saturday, and through the weekend.
  for (const at of ['14T17:30', '15T01:00', '16T01:00', '16T16:59']) await runAt(`2025-03-${at}:00.000Z`)
  expect(await toldOfMarch(HOA)).toEqual(['2025-03-14'])
  for (const day of ['17', '18', '19']) await runAt(`2025-03-${day}T01:00:00.000Z`)
  expect(await toldOfMarch(HOA)).toEqual(['2025-03-14', '2025-03-18', '2025-03-19'])
})

it('a run that missed the Friday says nothing on the weekend; after the due day the next working day says it', async () => {
  await begun()
  await runAt('2025-03-15T02:00:00.000Z')
  expect(await mailsTo(HOA)).toEqual([])
  await runAt('2025-03-17T02:00:00.000Z')
  expect(await toldOfMarch(HOA)).toEqual(['2025-03-17'])
  // Late for the third day on Saturday 22/3.
  for (const day of ['20', '22', '23', '24', '24']) await runAt(`2025-03-${day}T02:00:00.000Z`)
  expect(await toldOfMarch(HOA)).toEqual(['2025-03-17', '2025-03-20', '2025-03-24'])
})

it('which days are off is what admins set: a Saturday that is worked is a day like others', async () => {
  const province = await admin()
  const calendar = { year: 2025, holidays: [{ day: '2025-03-14', name: 'Nghỉ bù' }], workdays: [{ day: '2025-03-15', name: 'Làm bù' }] }
  const change = { kind: 'calendar', calendar }
  expect((await province('POST', '/api/timetable', { change, reason: REASON }, ALL_SEEN)).status).toBe(200)
  await runAt('2025-03-14T01:00:00.000Z')
  expect(await mailsTo(HOA)).toEqual([])
  await runAt('2025-03-15T01:00:00.000Z')
  expect(await toldOfMarch(HOA)).toEqual(['2025-03-15'])
})

it('whoever has sent a report is not reminded of it; what comes back is told, once', async () => {
  const ask = await filer()
  const { submissionId } = await (await submitted(ask, filled(await formOf(ask)))).json<Receipt>()
  await runAt('2025-03-18T01:00:00.000Z')
  expect(await toldOfMarch(HOA)).toEqual([])
  await clockAt('2025-03-19T01:00:00.000Z')
  const review = {
    verdict: 'returned',
    notes: [{ place: { table: null, rowId: null, field: null }, text: 'Cần bổ sung minh chứng.' }],
    resolves: [],
  }
  const returned = await (await aggregator())('POST', `/api/submissions/${submissionId}/review`, review, { 'idempotency-key': 'back' })
  expect(returned.status).toBeLessThan(300)
  await runNow()
  await runNow()
  expect(await toldOfMarch(HOA)).toEqual(['2025-03-19'])
  expect((await mailsTo(HOA)).at(-1)!.body).toContain('còn 1 ý kiến cần trả lời')
  await runAt('2025-03-19T09:00:00.000Z')
  expect(await toldOfMarch(HOA)).toEqual(['2025-03-19'])
})

it('what waits for a signature is told to the head alone', async () => {
  const ask = await signedIn('filer.stc@khanhhoa.example')
  const march = 'THANG.2025-03.STC'
  expect((await submitted(ask, filled(await formOf(ask, march)), 'for-signature', march)).status).toBe(201)
  await runAt('2025-03-18T01:00:00.000Z')
  const [boss] = await mailsTo('signer.stc@khanhhoa.example')
  expect(boss!.body).toContain('CHỜ LÃNH ĐẠO KÝ')
  const others = await mailsTo('filer.stc@khanhhoa.example')
  expect(others.map(({ body }) => body).join()).not.toContain('CHỜ LÃNH ĐẠO KÝ')
})

it('of an agency that has ended the heir’s people are reminded, and its own people of what the heir owes', async () => {
  await begun()
  await env.DB.prepare(
    "UPDATE agencies SET document = json_set(document, '$.validTo', '2025-03-16', '$.heir', 'SKHCN') WHERE code = 'STTTT'",
  ).run()
  await runAt('2025-03-18T01:00:00.000Z')
  const [mail] = await mailsTo(HOA)
  expect(mail!.body).toContain('Cơ quan: Sở Thông tin và Truyền thông')
  expect(mail!.body).toContain('Cơ quan: Sở Khoa học và Công nghệ')
})

it('a person chooses English beside it, or no reminders; who is let in no longer gets none', async () => {
  const [ask, province] = [await filer(), await admin()]
  expect(await (await ask('GET', '/api/me/mail')).json()).toEqual({ language: 'vi', reminded: true })
  expect((await ask('PUT', '/api/me/mail', { language: 'en', reminded: true })).status).toBe(200)
  const boss = await signedIn(KHAI)
  await boss('PUT', '/api/me/mail', { language: 'vi', reminded: false })
  const { people } = await (await province('GET', '/api/people')).json()
  const gone = people.find(({ email }: { email: string }) => email === 'filer.skhdt@khanhhoa.example')
  await province('PUT', `/api/people/${gone.id}/state`, { disabled: true, reason: REASON })
  await runAt('2025-03-18T01:00:00.000Z')
  expect((await mailsTo(HOA))[0]!.body).toContain('Dear Nguyễn Thị Hoa,')
  expect(await mailsTo(KHAI)).toEqual([])
  expect(await mailsTo('filer.skhdt@khanhhoa.example')).toEqual([])
  expect(await mailsTo('filer.dienkhanh@khanhhoa.example')).toHaveLength(1)
})

it('agencies that are asked and where nobody is reminded are named to the admin', async () => {
  const province = await admin()
  const unreached = async () => (await (await province('GET', '/api/outbox')).json<Outbox>()).unreached
  const before = await unreached()
  expect(before).toContain('Sở Nội vụ')
  expect(before).not.toContain('UBND huyện Diên Khánh')
  const ask = await otherFiler()
  await ask('PUT', '/api/me/mail', { language: 'vi', reminded: false })
  expect(await unreached()).toContain('UBND huyện Diên Khánh')
})

it('an admin sets the days and the hour, or switches it off; that stands in the log', async () => {
  const [ask, province] = [await filer(), await admin()]
  const setting = { on: true, before: [5], after: [], hour: 9 }
  expect((await ask('PUT', '/api/reminders', { setting, reason: REASON })).status).toBe(403)
  expect((await province('PUT', '/api/reminders', { setting: { ...setting, hour: 24 }, reason: REASON })).status).toBe(400)
  expect(await (await province('PUT', '/api/reminders', { setting, reason: REASON })).json()).toMatchObject({ setting })
  await runAt('2025-03-14T01:30:00.000Z')
  expect(await about(HOA)).toEqual([])
  await runAt('2025-03-14T02:30:00.000Z')
  expect(await about(HOA)).toEqual(['2025-03-14'])
  await province('PUT', '/api/reminders', { setting: { ...setting, on: false, before: [0] }, reason: REASON }, ALL_SEEN)
  await runAt('2025-03-19T03:00:00.000Z')
  expect(await about(HOA)).toEqual(['2025-03-14'])
  const { entries } = await (await province('GET', '/api/audit?subject=reminders')).json()
  expect(entries).toMatchObject([
    { action: 'set', reason: REASON, before: { before: [5] }, after: { on: false } },
    { action: 'set', before: { before: [0, 1, 3] }, after: { before: [5] } },
  ])
})

it('a period opens once, with one line in the log, however often it runs, and when a day was missed', async () => {
  await begun()
  const province = await admin()
  // What the deployment began with is no event.
  expect(await openings(province, '2025-03')).toEqual([])
  await clockAt('2025-04-03T02:00:00.000Z')
  await Promise.all([runNow(), runNow()])
  await runNow()
  const opened = await openings(province, '2025-04')
  const monthly = opened.filter(({ subjectId }: { subjectId: string }) => subjectId === 'THANG.2025-04')
  expect(monthly).toMatchObject([{ person: 'system', after: { agencies: 35, opensAt: '2025-03-31T17:00:00.000Z' } }])
  expect(new Set(opened.map(({ subjectId }: { subjectId: string }) => subjectId)).size).toBe(opened.length)
  expect(await (await province('GET', '/api/events/verify')).json()).toMatchObject({ whole: true })
})

it('a period opens on its first instant in Vietnam, which is a day before in UTC', async () => {
  await begun()
  const province = await admin()
  await runAt('2025-03-31T16:59:00.000Z')
  expect(await openings(province, '2025-04')).toEqual([])
  await runAt('2025-03-31T17:00:00.000Z')
  expect((await openings(province, '2025-04')).length).toBeGreaterThan(0)
  expect((await (await filer())('GET', `/api/obligations/${MARCH.replace('03', '04')}`)).status).toBe(200)
})
