// A consolidation of some agencies, and of what counted when a day ended: the same in totals, rows, JSON and workbook, and as
// it was summed on that day.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { membersOn } from '../shared/agency.ts'
import { parsePulledMark } from '../shared/sheet/pulled-mark.ts'
import type { Consolidation } from '../shared/wire.ts'
import { consolidatedPage } from './actions/consolidated-page.ts'
import { moveDemoClock } from './clocks.ts'
import { partsOf, type Settings } from './index.ts'
import { readPlan } from './store/plan.ts'
import { begun } from './testing/begun.ts'
import { became, keptReport, OF, PL2, row } from './testing/kept-submission.ts'
import { aggregator, filer, formOf } from './testing/province.ts'
import { readWorkbook } from './xlsx/read.ts'

const BASE = `/api/consolidations/${OF.template}/${OF.period}`

const send = (agency: string, at: string, amounts: readonly number[]) =>
  keptReport({
    ...{ template: PL2, period: OF.period, agency, at },
    rows: amounts.map((amount, index) => ({ id: `n${index}`, values: row(`Dự án ${index}`, amount) })),
  })

/** What had come in by the end of each day, in đồng. */
const DAYS: Readonly<Record<string, number>> = {
  '2025-03-15': 0,
  '2025-03-16': 3_000,
  '2025-03-17': 1_003_000,
  '2025-03-18': 1_013_000,
  '2025-03-19': 113_000,
  '2025-03-20': 114_000,
  '2025-03-21': 104_000,
  '2025-03-28': 104_000,
}

let ask: Awaited<ReturnType<typeof aggregator>>

beforeEach(async () => {
  await begun()
  await formOf(await filer(), 'PL2.2025-03.STTTT')
  await send('STTTT', '2025-03-16T10:00:00.000Z', [1_000, 1_000, 1_000])
  const withdrawn = await send('UBND_DIENKHANH', '2025-03-17T02:00:00.000Z', [1_000_000])
  const returned = await send('STC', '2025-03-18T16:59:59.999Z', [10_000])
  await send('SKHDT', '2025-03-18T17:00:00.000Z', [100_000])
  await became(withdrawn, 'withdrawn', '2025-03-19T10:00:00.000Z')
  await send('STTTT', '2025-03-20T10:00:00.000Z', [4_000])
  await became(returned, 'returned', '2025-03-21T10:00:00.000Z')
  await moveDemoClock(env.DB, new Date('2025-03-28T02:00:00.000Z'))
  ask = await aggregator()
})

const totals = async (query: string) => (await ask('GET', `${BASE}/totals${query}`)).json<Consolidation['totals']>()
const whole = async (query: string) => (await ask('GET', `${BASE}${query}`)).json<Consolidation>()
const sumOf = (rows: Consolidation['rows']) => rows.reduce((sum, { values }) => sum + Number(values.nc_dtc ?? 0), 0)

async function pages(on: string | null, agencies: readonly string[] | null): Promise<Consolidation['rows']> {
  const parts = await partsOf(env as Settings)
  const rows: Consolidation['rows'] = []
  for (let after: string | null = null; ; ) {
    const page = await consolidatedPage(parts, { ...OF, table: 'main', agency: null }, after, { choice: { agencies, on }, limit: 2 })
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}

it.each(Object.entries(DAYS))('of %s is what counted when the day ended', async (on, expected) => {
  const { rows, totals: joined, ...all } = await whole(`?on=${on}`)
  expect(all.on).toBe(on)
  expect(sumOf(rows)).toBe(expected)
  expect(joined.main?.nc_dtc ?? 0).toBe(expected)
  expect((await totals(`?on=${on}`)).main?.nc_dtc ?? 0).toBe(expected)
  expect(await pages(on, null)).toEqual(rows)
})

it('of now is the same whether a day is said or not', async () => {
  const [today, now] = [await whole('?on=2025-03-28'), await whole('')]
  expect({ ...today, on: null, madeAt: '' }).toEqual({ ...now, madeAt: '' })
})

it('of some agencies, and of a group, has their rows and totals alone', async () => {
  const { register } = (await readPlan(env.DB))!
  const owing = new Set([...(await whole('')).heads.map(({ agency }) => agency), ...(await whole('')).missing])
  const sent = ['STTTT', 'SKHDT']
  const group = register.groups.find(({ code }) => {
    const members = membersOn(register, [code], '2025-03-14').filter((one) => owing.has(one.code))
    return members.some(({ code }) => sent.includes(code)) && members.length < owing.size
  })!
  const members = membersOn(register, [group.code], '2025-03-14').map(({ code }) => code)
  const ofGroup = await whole(`?agencies=${group.code}`)
  expect(ofGroup.heads.map(({ agency }) => agency)).toEqual(sent.filter((agency) => members.includes(agency)))
  expect([...ofGroup.missing, ...ofGroup.heads.map(({ agency }) => agency)].every((agency) => members.includes(agency))).toBe(true)
  const some = await whole('?agencies=SKHDT,STC&on=2025-03-20')
  expect([sumOf(some.rows), some.totals.main?.nc_dtc, some.missing]).toEqual([110_000, 110_000, []])
  expect((await totals('?agencies=SKHDT,STC&on=2025-03-20')).main?.nc_dtc).toBe(110_000)
  expect(await pages('2025-03-20', ['SKHDT', 'STC'])).toEqual(some.rows)
})

it('says in its workbook of whom and when it is', async () => {
  const answer = await ask('GET', `${BASE}/workbook.xlsx?agencies=SKHDT,STC&on=2025-03-20`)
  expect(answer.headers.get('Content-Disposition')).toContain('den-2025-03-20')
  const { sheets } = await readWorkbook(await answer.bytes())
  const texts = (name: string) => [...sheets.find((sheet) => sheet.name === name)!.cells.values()].map(({ value }) => String(value))
  const names = sheets.map(({ name }) => name)
  const note = texts(names[0]!).find((text) => text.includes('hết ngày 20/03/2025'))
  expect(note).toContain('Sở Kế hoạch và Đầu tư')
  expect(texts('Tổng hợp').filter((text) => /^[IVX]+\. /.test(text))).toHaveLength(2)
  // Opened in Excel, it is refreshed as what it is.
  const [mark] = texts('Tổng hợp').flatMap((text) => parsePulledMark(text) ?? [])
  expect([mark?.agencies?.toSorted(), mark?.on]).toEqual([['SKHDT', 'STC'], '2025-03-20'])
})

it('refuses a day that is none or has not come, and agencies that are none or owe nothing', async () => {
  for (const query of ['on=2025-02-31', 'on=2025-03-29', 'on=hôm qua', 'agencies=KHONG_CO', 'agencies=STTTT,'])
    for (const path of ['', '/rows', '/totals', '/workbook.xlsx']) {
      const answer = await ask('GET', `${BASE}${path}?${query}`)
      expect([query, path, answer.status]).toEqual([query, path, 400])
    }
})
