import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Agency, existsOn, heirOf, membersOn, type Register } from './agency.ts'
import { obligationsOf } from './deadline.ts'
import { khanhHoa2025 } from './packs/khanh-hoa-2025/pack.ts'
import { effectOn, hindrances, type OpenObligation, type Reorganising, reorganised } from './reorganise.ts'
import { actingFor, type Ended } from './succession.ts'

const { register, templates, reorganisations } = khanhHoa2025
const template = (code: string) => templates.find((one) => one.code === code)!
const ofPack = (id: number): Reorganising => {
  const { date, ends, begins } = reorganisations[id]!
  const known = new Set(register.agencies.map(({ code }) => code))
  return {
    ...{ kind: 'applied', date, reason: 'Theo nghị quyết sắp xếp' },
    ends: ends
      .filter(({ agency }) => known.has(agency))
      .map(({ agency, successors, heir }) => ({ agency, successors: [...successors], heir })),
    begins: [...begins],
  }
}
const open = (code: string, period: string, of: Register = register, touched: readonly string[] = []): OpenObligation[] =>
  obligationsOf(template(code), of, period).map((obligation) => ({ obligation, touched: touched.includes(obligation.agency) }))
const endedOf = ({ agencies }: Register): Ended[] =>
  agencies.flatMap((agency) => (agency.validTo === null ? [] : [{ code: agency.code, validTo: agency.validTo, heir: heirOf(agency) }]))

describe('the reorganisations of 2025', () => {
  const [march, july] = [ofPack(0), ofPack(1)]
  const afterMarch = reorganised(register, march)
  const afterBoth = reorganised(afterMarch, july)

  test('can be done, one after the other, and not twice', () => {
    expect(hindrances(register, march)).toEqual([])
    expect(hindrances(afterMarch, july)).toEqual([])
    expect(new Set(hindrances(afterMarch, march).map(({ code }) => code))).toEqual(new Set(['taken', 'ended']))
  })

  test('the group of departments follows by its members, each once, by date', () => {
    const departments = (day: string) => membersOn(afterMarch, ['GRP_SO_BAN_NGANH'], day).map(({ code }) => code)
    expect(departments('2025-02-28')).toEqual(membersOn(register, ['GRP_SO_BAN_NGANH'], '2025-02-28').map(({ code }) => code))
    const after = departments('2025-03-01')
    expect(after).toHaveLength(21 - 7 + 2)
    expect(after).toEqual(expect.arrayContaining(['SKHCN', 'SNNMT', 'SDTTG']))
    expect(after).not.toEqual(expect.arrayContaining(['STTTT']))
  })

  test('districts stand for their communes from 1 July, communes of the other province with them', () => {
    expect(membersOn(afterBoth, ['GRP_UBND_HUYEN'], '2025-06-30')).toHaveLength(9)
    expect(membersOn(afterBoth, ['GRP_UBND_HUYEN'], '2025-07-01')).toHaveLength(65)
    // Named by itself a district is one agency, and its heir is one.
    expect(membersOn(afterBoth, ['UBND_DIENKHANH'], '2025-07-01').map(({ name }) => name)).toEqual(['UBND xã Diên Khánh'])
  })

  test('what was asked of an agency stays under its name and is filed by its heir', () => {
    const { passedOn, removed, opened, left } = effectOn(register, march, open('CHITIEU', '2025-Q1'), [template('CHITIEU')])
    expect(passedOn.map(({ obligation, to }) => [obligation.agency, to])).toEqual([
      ['STTTT', 'SKHCN'],
      ['SKHDT', 'STC'],
      ['SNNPTNT', 'SNNMT'],
      ['SGTVT', 'SXD'],
      ['STNMT', 'SNNMT'],
      ['SLDTBXH', 'SNV'],
      ['BDT', 'SDTTG'],
    ])
    expect([removed, opened, left]).toEqual([[], [], []])
  })
})

test('a period that begins with the reorganisation is owed by those who exist in it, unless somebody has begun', () => {
  const july = ofPack(1)
  const before = reorganised(register, ofPack(0))
  const { passedOn, removed, opened } = effectOn(before, july, open('THANG', '2025-07', before, ['UBND_CAMLAM']), [template('THANG')])
  expect(passedOn.map(({ obligation }) => obligation.agency)).toEqual(['UBND_CAMLAM'])
  expect(removed).toHaveLength(8)
  expect(opened).toHaveLength(65 - 1)
})

describe('whatever is reorganised', () => {
  const codes = register.agencies.filter(({ reports }) => reports).map(({ code }) => code)
  const fresh = (code: string): Agency => ({
    ...{ code, name: `Cơ quan ${code}`, abbreviation: null, aliases: [], kind: 'sở', reports: true },
    ...{ validFrom: null, validTo: null, successors: [], origin: 'seed' as const },
  })
  const change = fc
    .record({
      ends: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 6 }),
      news: fc.integer({ min: 0, max: 4 }),
      picks: fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
      date: fc.constantFrom('2025-03-01', '2025-03-15', '2025-04-01', '2025-07-01'),
    })
    .map(({ ends, news, picks, date }): Reorganising => {
      const begins = Array.from({ length: news }, (_, at) => fresh(`MOI_${at}`))
      const pool = [...begins.map(({ code }) => code), ...codes.filter((code) => !ends.includes(code))]
      return {
        ...{ kind: 'applied', date, begins, reason: 'Thử nghiệm ngẫu nhiên' },
        ends: ends.map((agency, at) => {
          const successors = [...new Set(picks.slice(at * 4, at * 4 + 1 + (picks[at]! % 3)).map((pick) => pool[pick % pool.length]!))]
          return { agency, successors, heir: successors[picks[at + 3]! % successors.length]! }
        }),
      }
    })
  const touched = fc.subarray(codes)
  const period = fc.constantFrom(['THANG', '2025-03'], ['THANG', '2025-04'], ['PL2', '2025'], ['VUONGMAC', '2025'] as const)

  test('nothing is lost: every open report has exactly one that can file it, and none is filed twice', () => {
    fc.assert(
      fc.property(change, touched, period, (one, begun, [code, at]) => {
        expect(hindrances(register, one)).toEqual([])
        const before = open(code!, at!, register, begun)
        const after = reorganised(register, one)
        const { passedOn, removed, opened, left } = effectOn(register, one, before, [template(code!)])
        const there = [...before.map(({ obligation }) => obligation).filter((obligation) => !removed.includes(obligation)), ...opened]
        expect(new Set(there.map(({ agency }) => agency)).size).toBe(there.length)
        expect(left).toEqual([])
        const ended = endedOf(after)
        for (const { agency } of there) {
          const acting = after.agencies.find((known) => known.code === actingFor(ended, agency, one.date))!
          expect(existsOn(acting, one.date)).toBe(true)
        }
        // Whatever somebody typed is still there, and whatever went has somebody who owes it instead and has not begun.
        expect(removed.filter(({ agency }) => begun.includes(agency))).toEqual([])
        expect(removed.filter(({ agency }) => begun.includes(actingFor(ended, agency, one.date)))).toEqual([])
        for (const { obligation, to } of passedOn) expect(actingFor(ended, obligation.agency, one.date)).toBe(to)
        for (const gone of removed) {
          const instead = actingFor(ended, gone.agency, one.date)
          const files = there.some(({ agency }) => actingFor(ended, agency, one.date) === instead)
          expect(files || !after.agencies.find((known) => known.code === instead)!.reports).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('groups fan out by date: before the day as ever, from the day on to those who exist', () => {
    fc.assert(
      fc.property(change, (one) => {
        const after = reorganised(register, one)
        const day = '2025-02-28'
        for (const group of register.groups) {
          expect(membersOn(after, [group.code], day).map(({ code }) => code)).toEqual(
            membersOn(register, [group.code], day).map(({ code }) => code),
          )
          const members = membersOn(after, [group.code], one.date)
          expect(members.every((agency) => existsOn(agency, one.date))).toBe(true)
          const lost = one.ends.filter(({ agency }) => group.members.includes(agency)).flatMap(({ successors }) => successors)
          expect(lost.every((code) => members.some((agency) => agency.code === code))).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})

test('what cannot be done is told: who, and why', () => {
  const base: Reorganising = { kind: 'merged', date: '2025-03-01', ends: [], begins: [], reason: 'Theo quyết định' }
  const told = (ends: Reorganising['ends'], begins: Agency[] = []) =>
    hindrances(register, { ...base, ends, begins }).map(({ code }) => code)
  expect(told([{ agency: 'KHONG_CO', successors: [] }])).toEqual(['unknown'])
  expect(told([{ agency: 'STTTT', successors: ['STTTT'] }])).toEqual(['own-successor'])
  expect(told([{ agency: 'STTTT', successors: ['KHONG_CO'] }])).toEqual(['successor'])
  expect(told([{ agency: 'STTTT', successors: ['SKHCN'], heir: 'STC' }])).toEqual(['heir'])
  expect(
    told([
      { agency: 'STTTT', successors: ['SKHCN'] },
      { agency: 'SKHCN', successors: ['STC'] },
    ]),
  ).toEqual(['successor'])
  expect(
    told([
      { agency: 'STTTT', successors: [] },
      { agency: 'STTTT', successors: [] },
    ]),
  ).toEqual(['twice'])
  expect(told([], [register.agencies[2]!])).toEqual(['taken'])
})
