// What the audit promises: each change stands beside the thing that was changed, in a
// chain that shows when somebody touched it; older ways of setting things stand in it too.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { AuditEntry, AuditPage } from '../shared/audit/change.ts'
import type { ChainReport } from '../shared/wire.ts'
import { type Change, changeStatements, readAudit } from './store/changes.ts'
import { alongChain } from './store/events.ts'
import { ALL_SEEN, admin } from './testing/province.ts'

const change = (id: string, more: Partial<Change> = {}): Change => ({
  ...{ id, at: '2025-03-18T02:00:00.000Z', actor: 'somebody', subject: 'agency', subjectId: 'STTTT', action: 'renamed' },
  ...{ before: { name: 'Sở cũ', aliases: ['a'] }, after: { name: 'Sở mới', aliases: ['a', 'b'] }, reason: 'Nghị quyết', ...more },
})
const record = (changes: readonly Change[], beside: (link: unknown) => D1PreparedStatement[] = () => []) =>
  alongChain(env.DB, async (link) => env.DB.batch([...beside(link), ...(await changeStatements(env.DB, link, changes))]))
const verified = async () => (await (await admin())('GET', '/api/events/verify')).json<ChainReport>()
const bare = (sql: string) => env.DB.prepare(sql).run()

it('several changes of one batch follow each other in a chain that is whole', async () => {
  await admin()
  await record([change('one'), change('two', { before: null, reason: null })])
  await record([change('three', { after: undefined })])
  expect(await verified()).toMatchObject({ whole: true, events: 3 })
  const [last, second] = await readAudit(env.DB, {}, 10)
  expect(last).toMatchObject({ seq: 3, person: 'somebody', subject: 'agency', subjectId: 'STTTT', action: 'renamed', after: null })
  expect(second).toMatchObject({ before: null, after: { name: 'Sở mới', aliases: ['a', 'b'] }, reason: null })
})

it('neither the thing nor its change is written where the other cannot be', async () => {
  await admin()
  const marked = () => [env.DB.prepare("UPDATE agencies SET document = json_set(document, '$.kind', 'x') WHERE code = 'STTTT'")]
  await expect(record([change('one', { reason: ' ' })], marked)).rejects.toThrow(/CHECK/)
  const broken = () => [env.DB.prepare('INSERT INTO agencies (code, position, document) VALUES (\'X\', 9999, \'{"code":"Y"}\')')]
  await expect(record([change('two')], broken)).rejects.toThrow(/CHECK/)
  expect(await readAudit(env.DB, {}, 10)).toEqual([])
  const { kind } = (await env.DB.prepare("SELECT document ->> '$.kind' AS kind FROM agencies WHERE code = 'STTTT'").first<{
    kind: string
  }>())!
  expect(kind).not.toBe('x')
})

it('a change that somebody touches behind the log is found', async () => {
  await admin()
  await record([change('one'), change('two')])
  await expect(bare("UPDATE changes SET reason = 'Khác' WHERE id = 'one'")).rejects.toThrow(/never changed/)
  await expect(bare("DELETE FROM changes WHERE id = 'one'")).rejects.toThrow(/never deleted/)
  await bare('DROP TRIGGER changes_frozen')
  await bare(`UPDATE changes SET after = '{"name":"Sở mới hơn"}' WHERE id = 'two'`)
  expect(await verified()).toMatchObject({ whole: false, brokenAt: 2 })
})

it('waivers, signatures and boards stand in it with the value before and after', async () => {
  const ask = await admin()
  const waiver = { agency: 'STTTT', template: 'THANG', waives: 'required', rowId: null, field: null, reason: 'Đã có văn bản gia hạn.' }
  const { id } = await (await ask('POST', '/api/waivers', { ...waiver, until: '2025-12-31' })).json()
  await ask('POST', `/api/waivers/${id}/end`, { reason: waiver.reason }, ALL_SEEN)
  const setting = { agency: 'STC', signsOff: 'none', from: '2025-04-01' }
  await ask('POST', '/api/sign-offs', setting)
  await ask('POST', '/api/sign-offs', { ...setting, signsOff: 'required', from: '2025-05-01' }, ALL_SEEN)
  await ask('POST', '/api/boards/2025-03/release')
  await ask('POST', '/api/boards/2025-03/withdraw')
  const entries = (await readAudit(env.DB, {}, 10)).toReversed()
  const told = ({ subject, subjectId, action, person }: AuditEntry) => [subject, subjectId, action, person]
  expect(entries.map(told)).toEqual([
    ['waiver', 'STTTT.THANG.required', 'granted', 'Võ Thị Ánh Nguyệt'],
    ['waiver', 'STTTT.THANG.required', 'ended', 'Võ Thị Ánh Nguyệt'],
    ['sign-off', 'STC', 'set', 'Võ Thị Ánh Nguyệt'],
    ['sign-off', 'STC', 'set', 'Võ Thị Ánh Nguyệt'],
    ['board', '2025-03', 'released', 'Võ Thị Ánh Nguyệt'],
    ['board', '2025-03', 'withdrawn', 'Võ Thị Ánh Nguyệt'],
  ])
  expect(entries[0]).toMatchObject({ before: null, after: { until: '2025-12-31' }, reason: waiver.reason })
  expect(entries[2]).toMatchObject({
    before: { signsOff: 'required', from: '2025-01-01' },
    after: { signsOff: 'none', from: '2025-04-01' },
  })
  expect(entries[3]).toMatchObject({
    before: { signsOff: 'none', from: '2025-04-01' },
    after: { signsOff: 'required', from: '2025-05-01' },
  })
  expect(entries[5]!.before).toEqual(entries[4]!.after)
})

it('is filtered by person, kind and day, comes page by page and as files', async () => {
  const ask = await admin()
  const many = Array.from({ length: 60 }, (_, at) => change(`c${at}`, { at: '2025-03-17T16:59:59.000Z', subjectId: `A${at}` }))
  await record(many)
  await record([change('late', { at: '2025-03-17T17:00:00.000Z', subject: 'calendar', actor: 'other', before: { name: '=1+1' } })])
  const page = async (query: string) => (await ask('GET', `/api/audit?${query}`)).json<AuditPage>()
  const first = await page('')
  expect(first.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, at) => 61 - at))
  const rest = await page(`before=${first.next}`)
  expect([rest.entries.length, rest.next]).toEqual([11, null])
  expect(first.people.map(({ id }) => id)).toEqual(['other', 'somebody'])
  // Midnight in Vietnam is 17:00 UTC.
  expect((await page('from=2025-03-18')).entries.map(({ subject }) => subject)).toEqual(['calendar'])
  expect((await page('subject=calendar&to=2025-03-17')).entries).toEqual([])
  expect((await page('person=other')).entries.length).toBe(1)
  expect((await ask('GET', '/api/audit?from=18/03/2025')).status).toBe(400)
  const lines = new TextDecoder().decode(await (await ask('GET', '/api/audit.csv?from=2025-03-18')).bytes()).split('\r\n')
  expect(lines[1]).toContain("18/03/2025 00:00,other,Lịch làm việc,STTTT,đổi tên,Tên,'=1+1,Sở mới,Nghị quyết")
  const file = await ask('GET', '/api/audit.xlsx?lang=en')
  expect(new TextDecoder().decode((await file.bytes()).slice(0, 2))).toBe('PK')
})
