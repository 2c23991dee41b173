// The reorganisations of 1/3/2025 and 1/7/2025 replayed on filed data: nothing is lost, old
// reports keep old names, successors file what was open and go on from what was reported.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { membersOn } from '../shared/agency.ts'
import type { ChainReport, Consolidation, Form, ObligationList, Person, Receipt } from '../shared/wire.ts'
import type { KnownReorganisations, RegisterView, ReorganisationEffect } from '../shared/wire-admin.ts'
import { type Ask, admin, anybody, filer, filled, formOf, otherFiler, signedIn, submitted } from './testing/province.ts'

const on = (day: string) => anybody('PUT', '/api/clock', { now: `${day}T02:00:00.000Z` })
const changeOf = async (ask: Ask, id: string) =>
  (await (await ask('GET', '/api/reorganisations')).json<KnownReorganisations>()).reorganisations.find((one) => one.id === id)!
const previewed = async (ask: Ask, change: unknown) =>
  (await ask('POST', '/api/reorganisations/preview', change)).json<ReorganisationEffect>()
async function applied(ask: Ask, id: string): Promise<ReorganisationEffect> {
  const { change } = await changeOf(ask, id)
  const shown = await previewed(ask, change)
  expect(shown.hindrances).toEqual([])
  const answer = await ask('POST', '/api/reorganisations', change, { 'if-match': `"${shown.etag}"` })
  expect(answer.status).toBe(201)
  expect(await answer.json()).toEqual(shown)
  return shown
}
const MARCH = 'sap-xep-so-2025-03'
const JULY = 'bo-cap-huyen-2025-07'

/** STTTT reports March with a task of its own on which money was spent. */
async function marchOfSttt(ask: Ask): Promise<Receipt> {
  const march = filled(await formOf(ask))
  const added = {
    ...{ ma_nv: { value: '123/UBND-KSTT' }, ten_nv: { value: 'Việc giao thêm' }, vai_tro: { value: 'Chủ trì' } },
    ...{ trang_thai: { value: 'Chưa triển khai' }, ty_le: { value: 0 }, ky_toi: { value: 'Trình phê duyệt' } },
    ...{ kh_von: { value: 100 }, gn_ky: { value: 12.5 } },
  }
  const answer = await submitted(ask, { ...march, rows: [...march.rows, { id: 'n1', table: 'main', entries: added }] })
  expect(answer.status).toBe(201)
  return answer.json<Receipt>()
}

it('1/3/2025: what was sent keeps its name, its people act for the heir, and its tasks and money go on there', async () => {
  const [ask, province] = [await filer(), await admin()]
  const receipt = await marchOfSttt(ask)
  const shown = await applied(province, MARCH)
  expect(shown.passedOn.filter(({ id }) => id === 'THANG.2025-03.STTTT')).toMatchObject([
    { toName: 'Sở Khoa học và Công nghệ', touched: true },
  ])
  expect(shown.removed.map(({ id }) => id)).toContain('THANG.2025-03.SKHDT')
  expect(shown.opened.map(({ id }) => id)).toContain('THANG.2025-03.SNNMT')
  expect(shown.people).toContainEqual({ name: 'Nguyễn Thị Hoa', from: 'Sở Thông tin và Truyền thông', to: 'Sở Khoa học và Công nghệ' })

  const me = await (await ask('GET', '/api/me')).json<Person>()
  expect(me.memberships.map(({ agency }) => agency)).toEqual(expect.arrayContaining(['SKHCN', 'STTTT']))
  const consolidated = await (await province('GET', '/api/consolidations/THANG/2025-03')).json<Consolidation>()
  expect(new Set(consolidated.rows.map(({ agencyName }) => agencyName))).toEqual(new Set(['Sở Thông tin và Truyền thông']))

  // The heir corrects what was sent under the old name, and its own report is another one.
  const own = await formOf(ask, 'THANG.2025-03.SKHCN')
  expect(own.prefill.rows.map(({ id }) => id)).not.toContain('PL1-2')
  const again = await submitted(ask, filled(await formOf(ask)), 'again')
  expect(await again.json<Receipt>()).toMatchObject({ sequence: 2, agencyName: receipt.agencyName })
  expect((await submitted(ask, filled(own), 'own', 'THANG.2025-03.SKHCN')).status).toBe(201)

  await on('2025-04-10')
  const list = await (await ask('GET', '/api/obligations?period=2025-04')).json<ObligationList>()
  expect(list.obligations.filter(({ template }) => template === 'THANG').map(({ agency }) => agency)).toEqual(['SKHCN'])
  const april = await formOf(ask, 'THANG.2025-04.SKHCN')
  const ids = april.prefill.rows.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['PL1-2', ...own.prefill.rows.map(({ id }) => id)]))
  expect(new Set(ids).size).toBe(ids.length)
  expect(await (await province('GET', '/api/events/verify')).json<ChainReport>()).toMatchObject({ whole: true })
})

it('money that was spent before is carried on by the heir once, also over the months after', async () => {
  const [ask, province] = [await filer(), await admin()]
  await marchOfSttt(ask)
  await applied(province, MARCH)
  await on('2025-04-10')
  const carried = (form: Form) => form.prefill.rows.filter(({ values }) => values.gn_lk_truoc === 12_500_000)
  const april = await formOf(ask, 'THANG.2025-04.SKHCN')
  expect(carried(april)).toMatchObject([{ id: 'n1', values: { kh_von: 100_000_000 } }])
  const overdue = (form: Form) => {
    const filing = filled(form)
    const late = { kho_khan: { value: 'Chờ ý kiến của các sở, ngành' }, nguyen_nhan: { value: 'Phối hợp' } }
    return {
      ...filing,
      rows: filing.rows.map((row) => ({ ...row, entries: { ...row.entries, ...late, ...(row.id === 'n1' && { gn_ky: { value: 0 } }) } })),
    }
  }
  const sent = await submitted(ask, overdue(april), 'april', 'THANG.2025-04.SKHCN')
  expect(sent.status, JSON.stringify(await sent.json())).toBe(201)
  await on('2025-05-10')
  expect(carried(await formOf(ask, 'THANG.2025-05.SKHCN'))).toMatchObject([{ id: 'n1' }])
})

it('1/7/2025: districts end, 65 communes owe from July, and what was open is filed by one of them', async () => {
  await on('2025-07-10')
  const [ask, province] = [await otherFiler(), await admin()]
  await applied(province, MARCH)
  const shown = await applied(province, JULY)
  expect(shown.passedOn.filter(({ id }) => id.endsWith('.UBND_DIENKHANH')).map(({ id, toName }) => [id.split('.')[0], toName])).toEqual(
    expect.arrayContaining([
      ['RAQUET', 'UBND xã Diên Khánh'],
      ['THANG', 'UBND xã Diên Khánh'],
    ]),
  )
  const { agencies, groups } = await (await province('GET', '/api/agencies')).json<RegisterView>()
  expect(membersOn({ agencies, groups }, ['GRP_UBND_HUYEN'], '2025-06-30')).toHaveLength(9)
  expect(membersOn({ agencies, groups }, ['GRP_UBND_HUYEN'], '2025-07-10')).toHaveLength(65)
  const owing = await env.DB.prepare("SELECT agency FROM obligations WHERE template = 'THANG' AND period = '2025-07'").all<{
    agency: string
  }>()
  const owed = owing.results.map(({ agency }) => agency)
  expect(owed.filter((code) => code.startsWith('UBND_'))).toEqual([])
  expect(owed.filter((code) => /^(XA|PHUONG|DAC_KHU)_/.test(code))).toHaveLength(65)

  // Who filed for the district now files for its heir, under the district's name.
  const june = await formOf(ask, 'THANG.2025-06.UBND_DIENKHANH')
  expect(june.prefill.rows.length).toBeGreaterThan(0)
  const me = await (await ask('GET', '/api/me')).json<Person>()
  expect(me.memberships.map(({ agency }) => agency)).toEqual(expect.arrayContaining(['UBND_DIENKHANH', 'XA_DIEN_KHANH']))
  expect((await ask('GET', '/api/obligations/THANG.2025-07.XA_DIEN_KHANH')).status).toBe(200)
  expect((await ask('GET', '/api/obligations/THANG.2025-07.XA_DIEN_LAC')).status).toBe(404)
})

it('what is done is what was shown, once, by an admin, with its reason in the audit', async () => {
  const province = await admin()
  const { change } = await changeOf(province, MARCH)
  const shown = await previewed(province, change)
  expect((await changeOf(province, MARCH)).applied).toBe(false)
  // Somebody begins meanwhile: that is not what was shown any more.
  await marchOfSttt(await filer())
  const stale = await province('POST', '/api/reorganisations', change, { 'if-match': `"${shown.etag}"` })
  expect([stale.status, (await stale.json()).refusal.vi]).toEqual([409, expect.stringContaining('xem trước')])
  await applied(province, MARCH)
  expect((await changeOf(province, MARCH)).applied).toBe(true)
  expect((await previewed(province, change)).hindrances.length).toBeGreaterThan(0)
  expect((await province('POST', '/api/reorganisations', change, { 'if-match': '"x"' })).status).toBe(400)
  const { entries } = await (await province('GET', '/api/audit?subject=reorganisation')).json()
  expect(entries).toMatchObject([{ subjectId: '2025-03-01', action: 'applied', person: 'Võ Thị Ánh Nguyệt', reason: change.reason }])
  expect((await (await signedIn('aggregator@khanhhoa.example'))('POST', '/api/reorganisations/preview', change)).status).toBe(403)
})
