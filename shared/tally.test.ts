import fc from 'fast-check'
import { expect, test } from 'vitest'
import { khanhHoa2025 } from './packs/khanh-hoa-2025/pack.ts'
import { Tally, type TallyShare } from './tally.ts'
import { talliesOfRows } from './tally-of-rows.ts'
import type { Field, Table } from './template.ts'
import type { Value } from './value.ts'

const number = (key: string, aggregation: Field['aggregation']): Field =>
  ({ key, title: { vi: key, en: key }, type: { kind: 'decimal', places: 3 }, source: 'input', aggregation }) as unknown as Field

/** A column for every way of adding up. */
const table = {
  key: 'main',
  fields: [
    number('tong', { by: 'sum' }),
    number('tu', { by: 'sum' }),
    number('ty_le', { by: 'rate', numerator: 'tu', denominator: 'tong' }),
    number('dat', { by: 'meeting' } as Field['aggregation']),
    number('cuoi', { by: 'last' }),
    number('mot', { by: 'single-source' } as Field['aggregation']),
  ],
} as unknown as Table

const value = fc.oneof(
  fc.constant<Value>(null),
  fc.constant<Value>('-'),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n): Value => n / 1000),
  fc.integer({ min: 0, max: 1e9 }),
)
const row = fc.record({
  ...{ tong: value, tu: value, cuoi: fc.option(fc.string({ minLength: 1 })), mot: fc.option(fc.constantFrom('A', 'B')) },
  dat: fc.option(fc.constantFrom<Value>('dat', 'khong_dat', 'khong-ap-dung', true, false)),
})
const province = fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 8 })

/** As it comes back from the store. */
const kept = (share: TallyShare): TallyShare => JSON.parse(JSON.stringify(share)) as TallyShare

test('what submissions add, kept apart and joined, are the totals of their rows', () => {
  fc.assert(
    fc.property(province, (agencies) => {
      const [atOnce, joined] = [new Tally(table), new Tally(table)]
      for (const [at, rows] of agencies.entries()) {
        const own = new Tally(table)
        for (const values of rows) for (const tally of [atOnce, own]) tally.add(`A${at}`, values)
        joined.join(`A${at}`, kept(own.share()))
      }
      expect(joined.totals()).toEqual(atOnce.totals())
    }),
    { numRuns: 500 },
  )
})

test('what does not apply to an agency is neither met nor missed', () => {
  const tally = new Tally(table)
  const says = (agency: string, ...answers: Value[]) => {
    for (const dat of answers) tally.add(agency, { dat })
  }
  says('A', 'dat', 'khong-ap-dung')
  says('B', 'khong-ap-dung')
  says('C', 'khong-ap-dung', 'chua-dat')
  says('D', 'dat')
  expect(tally.totals().dat).toBe('2/3')
})

test('a rate is rounded as the formula of the sheet does it', () => {
  const tally = new Tally(table)
  tally.add('A', { tu: 402, tong: 80_000 })
  tally.add('B', { tu: null, tong: 0 })
  expect(tally.totals().ty_le).toBe(0.503)
})

test('a submission has a share in each table in which it has rows, and no other', () => {
  const template = khanhHoa2025.templates.find(({ tables }) => tables.length > 1)!
  const [first, second] = template.tables
  const rows = [
    { table: second!.key, values: {} },
    { table: second!.key, values: {} },
  ]
  expect(talliesOfRows(template, 'A', rows).map(({ table, rows }) => [table, rows])).toEqual([[second!.key, 2]])
  expect(talliesOfRows(template, 'A', [...rows, { table: first!.key, values: {} }]).map(({ table }) => table)).toEqual([
    first!.key,
    second!.key,
  ])
})
