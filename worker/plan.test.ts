// The plan online: totals that rules read, lists with validity, who answers for a task, and a
// new year's plan that a new deployment begins with.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { PlanView } from '../shared/wire-admin.ts'
import { admin, anybody, filer, formOf } from './testing/province.ts'

const REASON = 'Theo quyết định điều chỉnh kế hoạch'
const on = (day: string) => anybody('PUT', '/api/clock', { now: `${day}T02:00:00.000Z` })

it('totals are set under the names that rules read, and reach the forms', async () => {
  const [ask, province] = [await filer(), await admin()]
  const { plan } = await (await province('GET', '/api/plan')).json<PlanView>()
  const totals = { ...plan.totals, tong_dtc: 300_000_000_000 }
  expect((await province('PUT', '/api/plan/totals', { totals: { tong: 1 }, reason: REASON })).status).toBe(400)
  expect((await province('PUT', '/api/plan/totals', { totals: { ...totals, tong_moi: 1 }, reason: REASON })).status).toBe(400)
  expect((await province('PUT', '/api/plan/totals', { totals, reason: REASON })).status).toBe(200)
  expect((await formOf(ask)).plan.totals.tong_dtc).toBe(300_000_000_000)
  const { entries } = await (await province('GET', '/api/audit?subject=plan')).json()
  expect(entries).toMatchObject([
    { before: { totals: { tong_dtc: 322_799_000_000 } }, after: { totals: { tong_dtc: 300_000_000_000 } }, reason: REASON },
  ])
})

it('a code that ended may be chosen in the periods before, and no longer after', async () => {
  const [ask, province] = [await filer(), await admin()]
  const { plan } = await (await province('GET', '/api/plan')).json<PlanView>()
  const { id, entries } = plan.lists.find((list) => list.entries.some(({ code }) => code === 'chua-trien-khai'))!
  const set = (next: unknown) => province('PUT', `/api/code-lists/${id}`, { entries: next, reason: REASON })
  expect((await set(entries.slice(1))).status).toBe(400)
  const ended = entries.map((entry) => (entry.code === 'chua-trien-khai' ? { ...entry, validTo: '2025-03-31' } : entry))
  const fresh = { code: 'chua-bat-dau', label: { vi: 'Chưa bắt đầu', en: 'Not begun' }, validFrom: '2025-04-01' }
  expect((await set([...ended, fresh])).status).toBe(200)
  await on('2025-04-10')
  const codes = async (obligation: string) =>
    (await formOf(ask, obligation)).plan.lists.find((list) => list.id === id)!.entries.map(({ code }) => code)
  expect(await codes('THANG.2025-03.STTTT')).toEqual(expect.arrayContaining(['chua-trien-khai']))
  expect(await codes('THANG.2025-03.STTTT')).not.toContain('chua-bat-dau')
  expect(await codes('THANG.2025-04.STTTT')).toContain('chua-bat-dau')
  expect(await codes('THANG.2025-04.STTTT')).not.toContain('chua-trien-khai')
  expect((await province('PUT', '/api/code-lists/khong-co', { entries, reason: REASON })).status).toBe(400)
  expect((await province('PUT', '/api/code-lists/khong_co', { entries: [], reason: REASON })).status).toBe(400)
  const made = await (await province('PUT', '/api/code-lists/nhom_viec', { entries, reason: REASON })).json<PlanView>()
  expect(made.plan.lists.at(-1)).toEqual({ id: 'nhom_viec', entries })
})

it('a task is given to another agency: its form has it, the first one’s no longer', async () => {
  const [ask, province] = [await filer(), await admin()]
  const has = async (obligation: string, by = ask) => (await formOf(by, obligation)).prefill.rows.some(({ id }) => id === 'III.1.a')
  expect(await has('THANG.2025-03.STTTT')).toBe(true)
  const task = { template: 'THANG', table: 'main', rowId: 'III.1.a', assignedTo: ['SKHCN'], reason: REASON }
  expect((await province('PUT', '/api/plan/tasks', { ...task, assignedTo: ['KHONG_CO'] })).status).toBe(400)
  expect((await province('PUT', '/api/plan/tasks', task)).status).toBe(200)
  expect(await has('THANG.2025-03.STTTT')).toBe(false)
  expect(await has('THANG.2025-03.SKHCN', province)).toBe(true)
})

it('a new deployment begins with the new year’s plan where its operator has put it', async () => {
  const province = await admin()
  const file = await (await province('POST', '/api/plan/next', { number: '15/KH-UBND', issuedOn: '2026-01-20' })).json()
  await env.FILES.put('packs/initial.json', JSON.stringify(file))
  const tables = [
    'drafts',
    'obligations',
    'waivers',
    'sign_offs',
    'assignments',
    'templates',
    'agency_groups',
    'agencies',
    'plans',
    'loaded_packs',
  ]
  await env.DB.batch([
    ...['waivers_kept', 'sign_offs_kept', 'templates_kept'].map((trigger) => env.DB.prepare(`DROP TRIGGER ${trigger}`)),
    env.DB.prepare('DELETE FROM memberships'),
    ...tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
  ])
  await on('2026-03-17')
  await anybody('GET', '/api/health')
  const { plan, tables: tasks } = await (await (await admin())('GET', '/api/plan')).json<PlanView>()
  expect(plan).toMatchObject({ number: '15/KH-UBND', year: 2026 })
  expect(tasks.find(({ template }) => template === 'THANG')!.rows.length).toBeGreaterThan(100)
  expect((await (await filer())('GET', '/api/obligations/THANG.2026-03.STTTT')).status).toBe(200)
})
