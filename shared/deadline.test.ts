import { describe, expect, test } from 'vitest'
import type { Register } from './agency.ts'
import { datesFor, obligationsOf } from './deadline.ts'
import { khanhHoa2025 } from './packs/khanh-hoa-2025/pack.ts'
import { periodsOf } from './period.ts'

const { templates, register } = khanhHoa2025
const template = (code: string) => templates.find((one) => one.code === code)!
const regime = (code: string) => template(code).regime

describe('the monthly report', () => {
  test('of March 2025 covers 15 February to 14 March and is late from 20 March, 00:00 in Vietnam', () => {
    expect(datesFor(regime('THANG'), '2025-03')).toEqual({
      windowFrom: '2025-02-15',
      windowTo: '2025-03-14',
      opensAt: '2025-02-28T17:00:00.000Z',
      dueAt: '2025-03-19T17:00:00.000Z',
      locksAt: '2025-04-18T17:00:00.000Z',
    })
  })

  test('has windows that meet also where the cut-off changes in between, to days that some months lack', () => {
    const { dates, ...rest } = regime('THANG')
    const cutOffs = [
      { from: '2025-02-01', day: 31 },
      { from: '2025-06-15', day: 5 },
    ]
    const windows = [...periodsOf('month', 2025), '2026-01'].map((period) => datesFor({ ...rest, dates: { ...dates, cutOffs } }, period))
    const days = (day: string) => Date.parse(day) / 86_400_000
    for (const [at, { windowFrom }] of windows.entries()) if (at > 0) expect(days(windowFrom) - days(windows[at - 1]!.windowTo)).toBe(1)
    expect(windows.slice(0, 2).map(({ windowTo }) => windowTo)).toEqual(['2025-01-14', '2025-02-28'])
    expect(windows[5]).toMatchObject({ windowTo: '2025-06-30' })
    expect(windows[6]).toMatchObject({ windowFrom: '2025-07-01', windowTo: '2025-07-05' })
  })

  test('has windows that meet without gap or overlap, from 15 December of the year before', () => {
    const windows = periodsOf('month', 2025).map((period) => datesFor(regime('THANG'), period))
    expect(windows[0]!.windowFrom).toBe('2024-12-15')
    for (const [at, { windowFrom }] of windows.entries()) {
      if (at > 0) expect(Date.parse(windowFrom) - Date.parse(windows[at - 1]!.windowTo)).toBe(86_400_000)
    }
    expect(windows[11]!.windowTo).toBe('2025-12-14')
  })
})

test('the quarterly report is late from the 25th of the quarter’s last month', () => {
  const dates = periodsOf('quarter', 2025).map((period) => datesFor(regime('QUY'), period))
  expect(dates.map((one) => [one.windowFrom, one.windowTo, one.dueAt])).toEqual([
    ['2024-12-15', '2025-03-14', '2025-03-24T17:00:00.000Z'],
    ['2025-03-15', '2025-06-14', '2025-06-24T17:00:00.000Z'],
    ['2025-06-15', '2025-09-14', '2025-09-24T17:00:00.000Z'],
    ['2025-09-15', '2025-12-14', '2025-12-24T17:00:00.000Z'],
  ])
})

test('the indicators are due with the report of the quarter’s last month', () => {
  expect(datesFor(regime('CHITIEU'), '2025-Q1').dueAt).toBe(datesFor(regime('THANG'), '2025-03').dueAt)
})

test('the half-yearly scan covers half a year and is due before 20 June and 20 December', () => {
  expect(
    periodsOf('half-year', 2025)
      .map((period) => datesFor(regime('RAQUET'), period))
      .map((one) => [one.windowFrom, one.windowTo, one.dueAt]),
  ).toEqual([
    ['2024-12-15', '2025-06-14', '2025-06-19T17:00:00.000Z'],
    ['2025-06-15', '2025-12-14', '2025-12-19T17:00:00.000Z'],
  ])
})

test('where the due day itself still counts, it counts whole', () => {
  const inclusive = { ...regime('THANG'), dates: { ...regime('THANG').dates, dueInclusive: true } }
  expect(datesFor(inclusive, '2025-03').dueAt).toBe('2025-03-20T17:00:00.000Z')
})

test('a due day beyond the end of a month is its last day', () => {
  const late = { ...regime('THANG'), dates: { ...regime('THANG').dates, dueDay: 31 } }
  expect(datesFor(late, '2025-02').dueAt).toBe('2025-02-27T17:00:00.000Z')
})

test('an ad-hoc report stands open for its period and never falls due before it closes', () => {
  const { opensAt, dueAt, locksAt } = datesFor(regime('VUONGMAC'), '2025')
  expect([opensAt, dueAt, locksAt]).toEqual(['2024-12-31T17:00:00.000Z', '2025-12-31T17:00:00.000Z', '2025-12-31T17:00:00.000Z'])
})

describe('obligations', () => {
  test('of the monthly report are 35, one for each agency of VII.7', () => {
    const obligations = obligationsOf(template('THANG'), register, '2025-03')
    expect(obligations).toHaveLength(35)
    expect(obligations[0]).toMatchObject({ id: 'THANG.2025-03.STTTT', template: 'THANG', version: 1, agency: 'STTTT' })
    expect(new Set(obligations.map((one) => one.id)).size).toBe(35)
  })

  test('of the quarterly report are the standing agency’s alone', () => {
    expect(obligationsOf(template('QUY'), register, '2025-Q1').map((one) => one.id)).toEqual(['QUY.2025-Q1.STTTT'])
  })

  test('fall on the agencies that exist on the period’s last day', () => {
    const ended: Register = {
      ...register,
      agencies: register.agencies.map((agency) => (agency.code === 'STTTT' ? { ...agency, validTo: '2025-02-28' } : agency)),
    }
    expect(obligationsOf(template('THANG'), ended, '2025-02')).toHaveLength(35)
    expect(obligationsOf(template('THANG'), ended, '2025-03').map((one) => one.agency)).not.toContain('STTTT')
  })
})
