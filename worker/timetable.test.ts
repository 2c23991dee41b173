// When reports open, fall due and lock: what an admin sets is shown before it is saved, moves
// what is not yet due, leaves what is, and stands in the audit.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { datesFor } from '../shared/deadline.ts'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import type { ExtensionList } from '../shared/schedule/extension.ts'
import { type Schedule, scheduleOf } from '../shared/schedule/schedule.ts'
import type { TimetableView } from '../shared/schedule/timetable.ts'
import type { ObligationView, Receipt } from '../shared/wire.ts'
import { ALL_SEEN, type Ask, admin, anybody, filer, filled, formOf, MARCH, submitted } from './testing/province.ts'

const on = (day: string) => anybody('PUT', '/api/clock', { now: `${day}T02:00:00.000Z` })
const REASON = 'Theo công văn của UBND tỉnh'
const THANG = scheduleOf(khanhHoa2025.templates.find(({ code }) => code === 'THANG')!.regime)
const schedule = (change: Partial<Schedule>, from = '2025-01-01') => ({
  kind: 'schedule',
  template: 'THANG',
  from,
  schedule: { ...THANG, ...change },
})
const looked = async (ask: Ask, change: unknown) => (await ask('POST', '/api/timetable/preview', change)).json<TimetableView>()
const settled = (ask: Ask, change: unknown) => ask('POST', '/api/timetable', { change, reason: REASON }, ALL_SEEN)
const entry = ({ entries }: TimetableView, period: string, template = 'THANG') =>
  entries.find((one) => one.template === template && one.period === period)!
const march = async (ask: Ask, id = MARCH) => (await ask('GET', `/api/obligations/${id}`)).json<ObligationView>()

it('the year is shown as it is: every template and period, for how many, and which days are off', async () => {
  const view = await (await (await admin())('GET', '/api/timetable')).json<TimetableView>()
  expect(view.entries.filter(({ template }) => template === 'THANG')).toHaveLength(12)
  expect(entry(view, '2025-03')).toMatchObject({ opened: true, byHand: false, onDayOff: false, agencies: 35, before: null })
  // 19/4/2025 is a Saturday.
  expect(entry(view, '2025-04')).toMatchObject({ opened: false, onDayOff: true, dates: { dueAt: '2025-04-19T17:00:00.000Z' } })
})

it('a schedule is shown before it is saved, moves what is not due, and holds when the period opens', async () => {
  const [ask, province] = [await filer(), await admin()]
  const change = schedule({ dayOff: 'next-working-day', due: { ...THANG.due, inclusive: true }, lockAfterDays: 10 })
  const shown = await looked(province, change)
  expect(entry(shown, '2025-03')).toMatchObject({
    before: { dueAt: '2025-03-19T17:00:00.000Z' },
    dates: { dueAt: '2025-03-20T17:00:00.000Z', locksAt: '2025-03-30T17:00:00.000Z' },
  })
  // 20/4 is a Sunday: until Monday.
  expect(entry(shown, '2025-04').dates.dueAt).toBe('2025-04-21T17:00:00.000Z')
  expect((await march(ask)).dates.dueAt).toBe('2025-03-19T17:00:00.000Z')
  expect((await settled(province, change)).status).toBe(200)
  expect((await march(ask)).dates).toMatchObject({ dueAt: '2025-03-20T17:00:00.000Z', locksAt: '2025-03-30T17:00:00.000Z' })
  await on('2025-04-10')
  expect((await march(ask, 'THANG.2025-04.STTTT')).dates.dueAt).toBe('2025-04-21T17:00:00.000Z')
  const { entries } = await (await province('GET', '/api/audit?subject=regime')).json()
  expect(entries).toMatchObject([
    {
      subjectId: 'THANG',
      action: 'set',
      reason: REASON,
      before: { schedule: { dayOff: 'as-is' } },
      after: { schedule: { lockAfterDays: 10 } },
    },
  ])
})

it('what is due already stays as it was', async () => {
  await on('2025-03-25')
  const [ask, province] = [await filer(), await admin()]
  const change = schedule({ due: { day: 28, months: 0, inclusive: true } })
  expect(entry(await looked(province, change), '2025-03').before).toBeNull()
  await settled(province, change)
  expect((await march(ask)).dates.dueAt).toBe('2025-03-19T17:00:00.000Z')
})

it('a month may go into its quarter: nobody is asked for it', async () => {
  const province = await admin()
  const change = schedule({ mergedMonths: [4, 6] }, '2025-04-01')
  const shown = await looked(province, change)
  expect(shown.entries.filter(({ template }) => template === 'THANG').map(({ period }) => period)).not.toEqual(
    expect.arrayContaining(['2025-04']),
  )
  // The quarterly report is counted from the month: that is said.
  expect(shown.problems.map(({ vi }) => vi)).toEqual([expect.stringContaining('tổng hợp')])
  await settled(province, change)
  await on('2025-05-10')
  const { results } = await env.DB.prepare("SELECT DISTINCT period FROM obligations WHERE template = 'THANG' ORDER BY period").all()
  const asked = results.map(({ period }) => period)
  expect(asked).toContain('2025-05')
  expect(asked).not.toContain('2025-04')
})

it('working days are dated data: a day off that is announced late moves what falls on it', async () => {
  const [ask, province] = [await filer(), await admin()]
  await settled(province, schedule({ dayOff: 'next-working-day' }))
  const { calendars } = await (await province('GET', '/api/timetable')).json<TimetableView>()
  const year = calendars.find((one) => one.year === 2025)!
  const calendar = { ...year, holidays: [...year.holidays, { day: '2025-03-19', name: 'Nghỉ bão' }] }
  expect(entry(await looked(province, { kind: 'calendar', calendar }), '2025-03')).toMatchObject({
    dates: { dueAt: '2025-03-20T17:00:00.000Z' },
  })
  expect((await settled(province, { kind: 'calendar', calendar })).status).toBe(200)
  expect((await march(ask)).dates.dueAt).toBe('2025-03-20T17:00:00.000Z')
  const wrong = { ...year, workdays: [{ day: '2025-03-19', name: 'Làm bù' }] }
  expect((await settled(province, { kind: 'calendar', calendar: wrong })).status).toBe(400)
})

it('a period is opened, closed and locked by hand', async () => {
  const [ask, province] = [await filer(), await admin()]
  const step = (period: string, name: string) => settled(province, { kind: 'step', template: 'THANG', period, step: name })
  expect((await step('2025-04', 'close')).status).toBe(400)
  expect((await step('2025-04', 'open')).status).toBe(200)
  expect((await march(ask, 'THANG.2025-04.STTTT')).state).toBe('open')
  expect((await step('2025-03', 'close')).status).toBe(200)
  expect((await march(ask)).state).toBe('overdue')
  const late = await (await submitted(ask, filled(await formOf(ask)))).json<Receipt>()
  expect(late.late).toBe(true)
  expect((await step('2025-03', 'lock')).status).toBe(200)
  expect((await submitted(ask, filled(await formOf(ask)), 'again')).status).toBe(409)
  const days = {
    kind: 'days',
    template: 'THANG',
    period: '2025-03',
    opensOn: '2025-03-01',
    lastDay: '2025-03-28',
    locksAfter: '2025-04-15',
  }
  expect((await settled(province, { ...days, lastDay: '2025-04-20' })).status).toBe(400)
  expect((await settled(province, days)).status).toBe(200)
  expect((await march(ask)).dates).toMatchObject({ dueAt: '2025-03-28T17:00:00.000Z', locksAt: '2025-04-15T17:00:00.000Z' })
  // What is set by hand is not moved by a schedule.
  await settled(province, schedule({ due: { day: 25, months: 0, inclusive: true } }))
  expect((await march(ask)).dates.dueAt).toBe('2025-03-28T17:00:00.000Z')
})

it('one agency is given longer: its report is on time until its day, others’ are not, and it can be taken back', async () => {
  await on('2025-03-19')
  const [ask, province] = [await filer(), await admin()]
  const grant = { template: 'THANG', period: '2025-03', agencies: ['STTTT'], until: '2025-03-26', reason: REASON }
  expect((await province('POST', '/api/extensions', { ...grant, until: '2025-03-18' })).status).toBe(400)
  expect((await province('POST', '/api/extensions', { ...grant, agencies: ['BKHCN'] })).status).toBe(400)
  expect((await ask('POST', '/api/extensions', grant)).status).toBe(403)
  const { extensions } = await (await province('POST', '/api/extensions', grant)).json<ExtensionList>()
  expect(extensions).toMatchObject([{ obligationId: MARCH, until: '2025-03-26', reason: REASON, extendedFrom: '2025-03-19T17:00:00.000Z' }])
  await on('2025-03-22')
  expect(await march(ask)).toMatchObject({ state: 'extended', late: false })
  // Longer once more: the first due day stays known.
  await province('POST', '/api/extensions', { ...grant, until: '2025-03-28' }, ALL_SEEN)
  expect((await march(ask)).dates).toMatchObject({ dueAt: '2025-03-28T17:00:00.000Z', extendedFrom: '2025-03-19T17:00:00.000Z' })
  const { late } = await (await submitted(ask, filled(await formOf(ask)))).json<Receipt>()
  expect(late).toBe(false)
  const revoked = await province('POST', '/api/extensions/revoke', { obligation: MARCH, reason: REASON }, ALL_SEEN)
  expect((await revoked.json<ExtensionList>()).extensions).toEqual([])
  const after = await march(ask)
  expect(after.dates.extendedFrom).toBeUndefined()
  expect(after.dates).toMatchObject({ dueAt: '2025-03-19T17:00:00.000Z', locksAt: '2025-04-18T17:00:00.000Z' })
  const { entries } = await (await province('GET', '/api/audit?subject=extension')).json()
  expect(entries.map(({ action }: { action: string }) => action)).toEqual(['revoked', 'granted', 'granted'])
})

it('the cut-off is a day of its own: no day falls between two windows, and what is open keeps its window', async () => {
  const [ask, province] = [await filer(), await admin()]
  const change = (from: string) => schedule({ cutOffDay: 20, due: { ...THANG.due, day: 25 } }, from)
  const refused = await province('POST', '/api/timetable/preview', change('2025-03-01'))
  expect(refused.status).toBe(400)
  expect((await refused.json()).refusal.vi).toContain('Tháng 3/2025')
  const view = await looked(province, change('2025-04-01'))
  expect(entry(view, '2025-03').before).toBeNull()
  expect(entry(view, '2025-04')).toMatchObject({
    dates: { windowFrom: '2025-03-15', windowTo: '2025-04-20' },
    before: { windowTo: '2025-04-14' },
  })
  expect(entry(view, '2025-05').dates).toMatchObject({ windowFrom: '2025-04-21', windowTo: '2025-05-20' })
  expect((await settled(province, change('2025-04-01'))).status).toBe(200)
  await on('2025-04-10')
  const april = await formOf(ask, 'THANG.2025-04.STTTT')
  expect(april.obligation.dates).toMatchObject({ windowFrom: '2025-03-15', windowTo: '2025-04-20' })
  expect(datesFor(april.template.regime, '2025-04')).toMatchObject({ windowFrom: '2025-03-15', windowTo: '2025-04-20' })
  expect(datesFor(april.template.regime, '2025-03').windowTo).toBe('2025-03-14')
  const file = await (await province('GET', '/api/templates/THANG/versions/1/template.json')).json()
  expect(file.template.regime.dates).toEqual(khanhHoa2025.templates.find(({ code }) => code === 'THANG')!.regime.dates)
})
