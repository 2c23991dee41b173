import { expect, test } from 'vitest'
import type { Content } from './filing.ts'
import { sampleTemplate } from './sheet/sample.ts'
import { type Counted, consolidate } from './testing/consolidated.ts'
import type { Value } from './value.ts'

const template = sampleTemplate()

const counted = (agency: string, rows: Record<string, Value>[], declaration: Content['declaration'] = null): Counted => ({
  agency,
  agencyName: `Cơ quan ${agency}`,
  submissionId: `s-${agency}`,
  receiptNumber: `KH25-${agency}`,
  content: {
    template: template.code,
    version: 1,
    agency,
    period: '2025-03',
    declaration,
    header: {},
    rows: rows.map((values, index) => ({ id: `r${index}`, table: 'main', carried: false, values })),
    explanations: {},
  },
})

const made = (all: Counted[]) => consolidate(template, all)

test('rows stand in the order of the agencies and lead back to agency, submission and row', () => {
  const { rows } = made([counted('B', [{ ten: 'b1' }, { ten: 'b2' }]), counted('A', [{ ten: 'a1' }])])
  expect(rows.map(({ agency, submissionId, receiptNumber, rowId }) => [agency, submissionId, receiptNumber, rowId])).toEqual([
    ['B', 's-B', 'KH25-B', 'r0'],
    ['B', 's-B', 'KH25-B', 'r1'],
    ['A', 's-A', 'KH25-A', 'r0'],
  ])
})

test('running numbers begin anew with every agency', () => {
  const { rows } = made([counted('A', [{ stt: '7' }, { stt: '7' }]), counted('B', [{ stt: null }])])
  expect(rows.map((row) => row.values.stt)).toEqual(['1', '2', '1'])
})

test('money is summed exactly to the đồng, blanks and "-" count for nothing', () => {
  const { totals } = made([counted('A', [{ von: 322_799_000_001 }, { von: '-' }]), counted('B', [{ von: 154_531_000_002 }, { von: null }])])
  expect(totals.main?.von).toBe(477_330_000_003)
})

test('a rate is the sum of numerators over the sum of denominators, not the mean of rates', () => {
  const { totals } = made([counted('A', [{ von: 100, gn: 100 }]), counted('B', [{ von: 300, gn: 0 }])])
  expect(totals.main?.ty_le).toBe(25)
})

test('a rate over nothing is no rate', () => {
  expect(made([counted('A', [{ ten: 'x' }])]).totals.main?.ty_le).toBeNull()
})

test('a declaration of nothing to report adds no rows', () => {
  expect(made([counted('A', [], { kind: 'nothing-to-report' })]).rows).toEqual([])
})

test('fields that are only appended have no total', () => {
  expect(Object.keys(made([counted('A', [{ ten: 'x' }])]).totals.main ?? {})).toEqual(['von', 'gn', 'ty_le'])
})
