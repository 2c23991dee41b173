// What a column says: each reason is held by one that it stops, with the way to the place,
// and by one beside it that just passes.
import { expect, test } from 'vitest'
import { checkTemplate } from '../check-template.ts'
import { samplePlan, sampleTable, sampleTemplate } from '../sheet/sample.ts'
import {
  field,
  halfSaid,
  heading,
  type Part,
  refusals,
  said,
  surroundings,
  withField,
  withHeader,
  withTable,
} from '../testing/changed-sample.ts'
import { refusalSentence } from '../text/template-refusal.ts'

const PARTS: readonly Part[] = [
  ['blank', field('gn', 'title', 'en'), withField('gn', { title: halfSaid }), withField('gn', { title: said })],
  ['blank', field('gn', 'help', 'en'), withField('gn', { help: halfSaid }), withField('gn', { help: said })],
  ['blank', field('ten', 'group', 0, 'en'), withField('ten', { group: [halfSaid] }), withField('ten', { group: [said] })],
  [
    'group-parted',
    field('ghi_chu', 'group', 0),
    withField('ghi_chu', { group: heading('Nhu cầu vốn năm 2025') }),
    withField('ty_le', { group: heading('Nhu cầu vốn năm 2025') }),
  ],
  ['number-range', field('gn', 'width'), withField('gn', { width: 2 }), withField('gn', { width: 3 })],
  ['number-range', field('gn', 'width'), withField('gn', { width: 201 }), withField('gn', { width: 200 })],
  [
    'number-range',
    field('ghi_chu', 'type', 'maxLength'),
    withField('ghi_chu', { type: { kind: 'text', maxLength: 0 } }),
    withField('ghi_chu', { type: { kind: 'text', maxLength: 32_767 } }),
  ],
  [
    'min-above-max',
    field('ghi_chu', 'type', 'minLength'),
    withField('ghi_chu', { type: { kind: 'text', minLength: 21, maxLength: 20 } }),
    withField('ghi_chu', { type: { kind: 'text', minLength: 13, maxLength: 13 } }),
  ],
  [
    'min-above-max',
    field('gn', 'type', 'min'),
    withField('gn', { type: { kind: 'money', unit: 'trieu', min: 1, max: 0 } }),
    withField('gn', { type: { kind: 'money', unit: 'trieu', min: 0, max: 0 } }),
  ],
  [
    'number-range',
    field('gn', 'type', 'max'),
    withField('gn', { type: { kind: 'money', unit: 'trieu', max: 0.5 } }),
    withField('gn', { type: { kind: 'money', unit: 'trieu', max: 500 } }),
  ],
  [
    'number-range',
    field('hoan_thanh', 'type', 'places'),
    withField('hoan_thanh', { type: { kind: 'percent', places: 10 } }),
    withField('hoan_thanh', { type: { kind: 'percent', places: 9 } }),
  ],
  [
    'list-missing',
    field('trang_thai', 'type', 'list'),
    withField('trang_thai', { type: { kind: 'choice', list: 'tinh-trang' } }),
    withField('trang_thai', { type: { kind: 'choice', list: 'trang-thai' } }),
  ],
  [
    'list-missing',
    ['header', 2, 'type', 'list'],
    withHeader(2, { type: { kind: 'choice', list: 'khong' } }),
    withHeader(2, { type: { kind: 'url' } }),
  ],
  ['example-refused', field('ngay', 'example'), withField('ngay', { example: '32/1/2025' }), withField('ngay', { example: '31/1/2025' })],
  ['column-missing', field('von', 'carryFrom'), withField('von', { carryFrom: 'khong' }), withField('von', { carryFrom: 'gn' })],
  ['carried-kind', field('von', 'carryFrom'), withField('von', { carryFrom: 'ngay' }), withField('von', { carryFrom: 'von' })],
  [
    'carried-into-computed',
    field('ty_le', 'carryFrom'),
    withField('ty_le', { carryFrom: 'hoan_thanh' }),
    withField('hoan_thanh', { carryFrom: 'ty_le' }),
  ],
  [
    'column-missing',
    field('co_quan', 'placesIn'),
    withField('co_quan', { type: { kind: 'agencies' }, placesIn: 'khong' }),
    withField('co_quan', { type: { kind: 'agencies' }, placesIn: 'ten' }),
  ],
  ['places-in', field('co_quan', 'placesIn'), withField('co_quan', { type: { kind: 'agencies' }, placesIn: 'gn' }), sampleTemplate()],
  ['places-of', field('gn', 'placesIn'), withField('gn', { placesIn: 'ten' }), sampleTemplate()],
  ['title-of', field('gn', 'namesDocument'), withField('gn', { namesDocument: true }), withField('ten', { namesDocument: true })],
  ['code-malformed', field('ten', 'rowCode'), withField('ten', { rowCode: 'thứ' }), withField('ten', { rowCode: 'PL-9' })],
  [
    'code-place',
    field('ghi_chu', 'rowCode'),
    withField('ghi_chu', { rowCode: 'PL9' }),
    withField('ghi_chu', { rowCode: 'PL9', source: 'carried' }),
  ],
  ['was-present', field('gn', 'was', 0), withField('gn', { was: ['von'] }), withField('gn', { was: ['giai_ngan'] })],
  ['was-unknown', field('gn', 'was', 0), withField('gn', { was: ['khong'] }), withField('gn', { was: ['cu'] })],
  [
    'sum-of-text',
    field('ten', 'aggregation'),
    withField('ten', { aggregation: { by: 'sum' } }),
    withField('ten', { aggregation: { by: 'last' } }),
  ],
  [
    'sum-of-percent',
    field('hoan_thanh', 'aggregation'),
    withField('hoan_thanh', { aggregation: { by: 'sum' } }),
    withField('hoan_thanh', { aggregation: { by: 'rate', numerator: 'gn', denominator: 'von' } }),
  ],
  [
    'rate-of-text',
    field('ten', 'aggregation'),
    withField('ten', { aggregation: { by: 'rate', numerator: 'gn', denominator: 'von' } }),
    withField('gn', { aggregation: { by: 'rate', numerator: 'gn', denominator: 'von' } }),
  ],
  [
    'column-missing',
    field('ty_le', 'aggregation', 'denominator'),
    withField('ty_le', { aggregation: { by: 'rate', numerator: 'gn', denominator: 'khong' } }),
    withField('ty_le', { aggregation: { by: 'rate', numerator: 'von', denominator: 'gn' } }),
  ],
  [
    'rate-from',
    field('ty_le', 'aggregation', 'numerator'),
    withField('ty_le', { aggregation: { by: 'rate', numerator: 'hoan_thanh', denominator: 'von' } }),
    sampleTemplate(),
  ],
  [
    'meeting-of',
    field('trang_thai', 'aggregation'),
    withField('trang_thai', { aggregation: { by: 'meeting' } }),
    withField('dung_han', { aggregation: { by: 'meeting' } }),
  ],
  ['total-missing', field('gn', 'controlTotal'), withField('gn', { controlTotal: 'khong' }), withField('gn', { controlTotal: 'tong' })],
  [
    'total-of',
    field('hoan_thanh', 'controlTotal'),
    withField('hoan_thanh', { controlTotal: 'tong' }),
    withField('von', { controlTotal: 'tong' }),
  ],
  [
    'formula-unused',
    field('gn', 'formula'),
    withField('gn', { formula: '=[@von]' }),
    withField('gn', { formula: '=[@von]', source: 'computed' }),
  ],
]

test.each(PARTS)('as %s at %j a template is refused, and the one beside it is taken', (code, path, refused, taken) => {
  expect(refusals(refused)[0]).toMatchObject({ code, path })
  expect(refusals(taken)).toEqual([])
})

test.each(PARTS)('as %s at %j in a sentence that leaves nothing out, in both languages', (_, __, refused) => {
  for (const refusal of refusals(refused))
    for (const lang of ['vi', 'en'] as const) expect(refusalSentence(refusal, refused, lang)).not.toMatch(/undefined|NaN|""|“”|: .*: .*:/)
})

test('a template is refused for two columns that claim one former key', () => {
  const fields = sampleTable().fields.map((one) => (one.key === 'gn' || one.key === 'von' ? { ...one, was: ['giai_ngan'] } : one))
  expect(refusals(withTable({ fields }))).toMatchObject([{ code: 'was-twice', path: field('gn', 'was', 0) }])
})

test('a template is refused for codes of rows that another template gives already', () => {
  const template = withField('ten', { rowCode: 'PL9' })
  const taken = { ...template, code: 'KHAC' }
  const told = checkTemplate(template, samplePlan, { ...surroundings, templates: [taken] })
  expect(told).toMatchObject([{ code: 'code-taken', params: { template: 'KHAC' } }])
  expect(checkTemplate(template, samplePlan, { ...surroundings, templates: [template] })).toEqual([])
})
