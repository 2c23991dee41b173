// The plan online: totals that rules read, lists with validity, who answers for a task, and a
// new year's plan that a new deployment begins with.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { Form, ObligationList } from '../shared/wire.ts'
import type { PlanView, TaskEffect } from '../shared/wire-admin.ts'
import { begun } from './testing/begun.ts'
import { ALL_SEEN, type Ask, admin, anybody, filer, formOf } from './testing/province.ts'

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

const TASK = { template: 'THANG', table: 'main', rowId: 'III.1.a' }
const taskOf = async (ask: Ask, rowId = TASK.rowId) =>
  (await (await ask('GET', '/api/plan')).json<PlanView>()).tables
    .find(({ template }) => template === 'THANG')!
    .rows.find((one) => one.rowId === rowId)!
const kept = (ask: Ask, change: unknown) => ask('PUT', '/api/plan/tasks', { change, reason: REASON }, ALL_SEEN)
const rowsOf = async (ask: Ask, obligation: string) => (await formOf(ask, obligation)).prefill.rows.map(({ id }) => id)

it('a task is given to another agency from a period on: that is shown first, and earlier periods stay as they were', async () => {
  const [ask, province] = [await filer(), await admin()]
  await on('2025-04-10')
  const { texts } = await taskOf(province)
  const change = { ...TASK, from: '2025-04', task: { texts, assignedTo: ['SKHCN'] } }
  expect((await kept(province, { ...change, task: { texts, assignedTo: ['KHONG_CO'] } })).status).toBe(400)
  const { reports } = await (await province('POST', '/api/plan/tasks/preview', change)).json<TaskEffect>()
  expect(reports.map(({ obligation, what, state }) => [obligation, what, state])).toEqual([
    ['THANG.2025-04.SKHCN', 'gains', 'untouched'],
    ['THANG.2025-04.STTTT', 'loses', 'untouched'],
  ])
  expect((await kept(province, change)).status).toBe(200)
  expect(await rowsOf(ask, 'THANG.2025-03.STTTT')).toContain('III.1.a')
  expect(await rowsOf(ask, 'THANG.2025-04.STTTT')).not.toContain('III.1.a')
  expect(await rowsOf(province, 'THANG.2025-04.SKHCN')).toContain('III.1.a')
})

it('a task is added with what is typed as in the form, ends later, and what was sent of it stays', async () => {
  const [ask, province] = [await filer(), await admin()]
  await on('2025-04-10')
  const { texts } = await taskOf(province)
  const fresh = {
    ...TASK,
    rowId: 'III.9.z',
    from: '2025-04',
    task: { texts: { ...texts, ma_nv: 'III.9.z', ten_nv: 'Nhiệm vụ mới được giao' }, assignedTo: ['STTTT'] },
  }
  const wrong = await kept(province, { ...fresh, task: { ...fresh.task, texts: { ...fresh.task.texts, thoi_han: 'sớm nhất' } } })
  expect(wrong.status).toBe(400)
  expect((await wrong.json()).refusal.vi).toContain('Thời hạn')
  expect((await kept(province, fresh)).status).toBe(200)
  expect(await rowsOf(ask, 'THANG.2025-03.STTTT')).not.toContain('III.9.z')
  expect(await rowsOf(ask, 'THANG.2025-04.STTTT')).toContain('III.9.z')
  expect((await taskOf(province, 'III.9.z')).texts.ten_nv).toBe('Nhiệm vụ mới được giao')
  const ends = { ...TASK, rowId: 'III.9.z', from: '2025-05', task: null }
  expect((await (await province('POST', '/api/plan/tasks/preview', ends)).json<TaskEffect>()).reports).toEqual([])
  expect((await kept(province, ends)).status).toBe(200)
  expect(await rowsOf(ask, 'THANG.2025-04.STTTT')).toContain('III.9.z')
  await on('2025-05-10')
  expect(await rowsOf(ask, 'THANG.2025-05.STTTT')).not.toContain('III.9.z')
  const { entries } = await (await province('GET', '/api/audit?subject=assignment')).json()
  expect(entries.map(({ action }: { action: string }) => action)).toEqual(['ended', 'created'])
  expect(entries[0]).toMatchObject({ before: { assignedTo: ['STTTT'] }, after: { endsFrom: '2025-05' }, reason: REASON })
})

it('a plan that begins without a task takes its first ones, in every table whose rows the system brings', async () => {
  const [ask, province] = [await filer(), await admin()]
  await env.DB.prepare('DELETE FROM assignments').run()
  await on('2025-04-10')
  const { tables } = await (await province('GET', '/api/plan')).json<PlanView>()
  const named = tables.map(({ template, table }) => `${template}.${table}`)
  expect(named).toEqual(expect.arrayContaining(['THANG.main', 'CHITIEU.main', 'PL1.main', 'PL2.main']))
  expect(named).not.toContain('VUONGMAC.main')
  expect(tables.every(({ rows, fields }) => rows.length === 0 && fields.length > 0)).toBe(true)
  const pl1 = tables.find(({ template }) => template === 'PL1')!
  const offered = (usual: boolean) => pl1.fields.filter((one) => one.usual === usual).map(({ key, required }) => [key, required])
  expect(offered(true)).toEqual(
    expect.arrayContaining([
      ['ten_van_ban', true],
      ['ten_muc_iii', false],
    ]),
  )
  // What agencies fill and keep may be filled for them, and need not be.
  expect(offered(false)).toEqual(
    expect.arrayContaining([
      ['loai_van_ban', false],
      ['nhiem_vu_lien_quan', false],
    ]),
  )
  const change = {
    ...{ ...TASK, rowId: 'I.1', from: '2025-04' },
    task: { texts: { ma_nv: 'I.1', ten_nv: 'Nhiệm vụ đầu tiên', vai_tro: 'Chủ trì' }, assignedTo: ['STTTT'] },
  }
  expect((await kept(province, change)).status).toBe(200)
  expect(await rowsOf(ask, 'THANG.2025-04.STTTT')).toEqual(['I.1'])
  expect((await taskOf(province, 'I.1')).texts).toMatchObject({ ten_nv: 'Nhiệm vụ đầu tiên', vai_tro: 'Chủ trì' })
})

it('a project is given in advance also where agencies otherwise write every row themselves: it needs its name, the rest is theirs', async () => {
  const [ask, province] = [await filer(), await admin()]
  await on('2025-03-17')
  const { tables } = await (await province('GET', '/api/plan')).json<PlanView>()
  const { fields, periods } = tables.find(({ template }) => template === 'PL2')!
  expect(fields.filter(({ required }) => required).map(({ key }) => key)).toEqual(['ten'])
  expect(fields.find(({ key }) => key === 'nhom_du_an')!.choices!.map(({ vi }) => vi)).toEqual(['QTQG', 'A', 'B', 'C'])
  const given = (texts: object) => ({
    ...{ template: 'PL2', table: 'main', rowId: 'DA-01', from: periods[0]! },
    task: { texts, assignedTo: ['STTTT'] },
  })
  expect((await kept(province, given({ nhom_du_an: 'B' }))).status).toBe(400)
  expect((await kept(province, given({ ten: 'Trung tâm dữ liệu tỉnh', nhom_du_an: 'B' }))).status).toBe(200)
  const { obligations } = await (await ask('GET', '/api/obligations')).json<ObligationList>()
  const { id } = obligations.find(({ template }) => template === 'PL2')!
  const { prefill } = await (await ask('GET', `/api/obligations/${id}/form`)).json<Form>()
  expect(prefill.rows).toMatchObject([{ id: 'DA-01', values: { ten: 'Trung tâm dữ liệu tỉnh', nhom_du_an: 'b' } }])
})

it('a code list has a name beside the one by which rules read it', async () => {
  const province = await admin()
  const [list] = (await (await province('GET', '/api/plan')).json<PlanView>()).plan.lists
  const title = { vi: 'Loại văn bản ban hành', en: 'Kinds of issued documents' }
  const asked = await province('PUT', `/api/code-lists/${list!.id}`, { entries: list!.entries, title, reason: REASON })
  expect((await asked.json<PlanView>()).plan.listTitles).toMatchObject({ [list!.id]: title, 'nhom-du-an': { vi: 'Nhóm dự án' } })
  const { entries } = await (await province('GET', '/api/audit?subject=code-list')).json()
  expect(entries[0]).toMatchObject({ before: { title: { vi: 'Loại văn bản' } }, after: { title } })
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
  await begun()
  const { plan, tables: tasks } = await (await (await admin())('GET', '/api/plan')).json<PlanView>()
  expect(plan).toMatchObject({ number: '15/KH-UBND', year: 2026 })
  expect(tasks.find(({ template }) => template === 'THANG')!.rows.length).toBeGreaterThan(100)
  expect((await (await filer())('GET', '/api/obligations/THANG.2026-03.STTTT')).status).toBe(200)
})
