// What to improve: checks are counted without values and names, and the counts say which rule
// fails most, what stood in reports that came back, and how long it took.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { Filing } from '../shared/filing.ts'
import type { Improvements } from '../shared/improve/improvements.ts'
import type { Receipt } from '../shared/wire.ts'
import { moveDemoClock } from './clocks.ts'
import { type Ask, admin, aggregator, filer, filled, formOf, MARCH, otherFiler, submitted } from './testing/province.ts'

const at = (instant: string) => moveDemoClock(env.DB, new Date(instant))
const asked = async (ask: Ask, query = '') => (await ask('GET', `/api/improvements${query}`)).json<Improvements>()
const check = (ask: Ask, filing: Filing, obligation = MARCH) => ask('POST', `/api/obligations/${obligation}/check`, { filing })
/** The first row is in no state that the list knows, and says something in a cell that it should not. */
const wrong = async (ask: Ask) => filled(await formOf(ask), { trang_thai: 'Tuyệt mật', ty_le: 250 })

it('a check counts what it found by rule and column; time runs from the first check to sending', async () => {
  const [ask, province] = [await filer(), await admin()]
  expect((await asked(province)).efforts).toEqual([])
  await at('2025-03-17T02:00:00.000Z')
  await check(ask, await wrong(ask))
  await check(ask, await wrong(ask))
  await at('2025-03-17T04:30:00.000Z')
  await submitted(ask, filled(await formOf(ask)))
  const { efforts, rules, periods } = await asked(province)
  expect(periods).toEqual(['2025-03'])
  expect(efforts).toMatchObject([{ template: 'THANG', checked: 1, sent: 1, returned: 0, checks: 3, minutes: 150, longest: 150 }])
  const list = rules.find(({ finding, field }) => finding === 'not-in-list' && field === 'trang_thai')!
  expect(list).toMatchObject({ severity: 'error', reports: 1, share: 1, agencies: 1, checks: 2, label: { vi: expect.any(String) } })
  expect(list.place.slice(0, 3)).toEqual(['tables', 0, 'fields'])
  expect(list.obligations).toEqual([{ id: MARCH, agencyName: 'Sở Thông tin và Truyền thông', period: '2025-03', checks: 2 }])
  expect(rules.find(({ field }) => field === 'ty_le')!.sentence.vi).toMatch(/…/)
})

it('what was typed and who typed it stands in none of it', async () => {
  const [ask, province] = [await filer(), await admin()]
  await check(ask, await wrong(ask))
  const kept = await Promise.all(
    ['checked', 'check_counts', 'sent_counts'].map(async (table) => (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results),
  )
  const { people } = await (await province('GET', '/api/people')).json()
  for (const text of [JSON.stringify(kept), JSON.stringify(await asked(province))]) {
    expect(text).not.toMatch(/Tuyệt mật|250/)
    for (const { id, name, email } of people) for (const one of [id, name, email]) expect(text).not.toContain(one)
  }
})

it('a rule leads to its place in the template, says its own sentence, and a period can be asked for alone', async () => {
  const [ask, province] = [await filer(), await admin()]
  const filing = filled(await formOf(ask), { trang_thai: 'Hoàn thành', ty_le: 40 })
  await check(ask, filing)
  const { rules } = await asked(province)
  const rule = rules.find(({ place }) => place[2] === 'rules')!
  const template = await (await province('GET', '/api/templates/THANG/versions/1')).json()
  expect(template.tables[0].rules[Number(rule.place[3])]).toMatchObject({ id: rule.finding, message: rule.sentence })
  expect((await asked(province, '?period=2025-04')).rules).toEqual([])
  expect((await asked(province, '?period=2025-03')).rules.length).toBe(rules.length)
})

it('what was found in a report that came back is told, and the columns that the notes were pinned to', async () => {
  const [ask, province] = [await filer(), await admin()]
  const form = await formOf(ask)
  const plain = filled(form)
  const { submissionId } = await (await submitted(ask, plain)).json<Receipt>()
  await env.DB.prepare("INSERT INTO check_counts VALUES (?1, 'outlier', 'ty_le', 'warning', 2, 1)").bind(MARCH).run()
  await env.DB.prepare("INSERT INTO sent_counts VALUES (?1, 'outlier', 'ty_le', 'warning', 2)").bind(submissionId).run()
  const place = { table: 'main', rowId: plain.rows[0]!.id, field: 'ky_toi' }
  const review = { verdict: 'returned', notes: [{ place, text: 'Ghi rõ hơn.' }], resolves: [] }
  const answer = await (await aggregator())('POST', `/api/submissions/${submissionId}/review`, review, { 'idempotency-key': 'back' })
  expect(answer.status).toBeLessThan(300)
  const { returns, columns, efforts } = await asked(province)
  expect(returns).toContainEqual(
    expect.objectContaining({ template: 'THANG', finding: 'outlier', field: 'ty_le', sent: 1, stood: 1, returned: 1, share: 1 }),
  )
  expect(columns).toMatchObject([
    { template: 'THANG', field: 'ky_toi', notes: 1, returns: 1, place: ['tables', 0, 'fields', expect.any(Number)] },
  ])
  expect(efforts).toMatchObject([{ returned: 1 }])
})

it('the pane’s checks are counted by its own agency alone, and nothing but counts is taken', async () => {
  const [ask, other, province] = [await filer(), await otherFiler(), await admin()]
  const counts = [{ finding: 'THANG-R1', field: 'ty_le', severity: 'error', cells: 3 }]
  const path = `/api/obligations/${MARCH}/checks`
  expect((await other('POST', path, { counts })).status).toBe(404)
  expect((await province('POST', path, { counts })).status).toBe(403)
  expect((await ask('POST', path, { counts: [{ ...counts[0], value: 'x' }] })).status).toBe(400)
  expect((await ask('POST', path, { counts: [{ ...counts[0], finding: 'một câu dài' }] })).status).toBe(400)
  expect((await ask('POST', path, { counts })).status).toBe(204)
  expect((await asked(province)).rules).toMatchObject([{ finding: 'THANG-R1', reports: 1 }])
  expect((await ask('GET', '/api/improvements')).status).toBe(403)
  const file = await province('GET', '/api/improvements.xlsx?lang=vi')
  expect([file.status, (await file.bytes())[0]]).toEqual([200, 0x50])
})
