// Everything of a template besides its formulas: each reason is held by a template that
// it stops, with the way to the place, and by one beside it that just passes.
import { describe, expect, test } from 'vitest'
import { checkTemplate, type TemplateRefusalCode } from '../check-template.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { samplePlan, sampleRegister, sampleTable, sampleTemplate } from '../sheet/sample.ts'
import type { Field, HeaderField, Regime, Table, Template } from '../template.ts'
import { refusalSentence } from '../text/template-refusal.ts'

const said = { vi: 'Tên', en: 'Name' }
const halfSaid = { vi: 'Tên', en: ' ' }

const withTable = (change: Partial<Table>): Template => sampleTemplate({ tables: [sampleTable(change)] })
const withField = (key: string, change: Partial<Field>): Template =>
  withTable({ fields: sampleTable().fields.map((field) => (field.key === key ? { ...field, ...change } : field)) })
const withRegime = (change: Partial<Regime>): Template => sampleTemplate({ regime: { ...sampleTemplate().regime, ...change } })
const withDates = (change: Partial<Regime['dates']>, frequency: Regime['frequency'] = 'month'): Template =>
  withRegime({ frequency, dates: { ...sampleTemplate().regime.dates, ...change } })
const withHeader = (at: number, change: Partial<HeaderField>): Template =>
  sampleTemplate({ header: sampleTemplate().header.map((field, index) => (index === at ? { ...field, ...change } : field)) })
const withRows = (change: Partial<Table['rows']>): Template => withTable({ rows: { ...sampleTable().rows, ...change } })
const rule = (id: string, message = said) => ({
  ...({ id, scope: 'row', formula: '=[@gn]>=0', severity: 'error', field: 'gn', message } as const),
})

const other: Template = sampleTemplate({ code: 'KHAC', version: 1 })
const earlier: Template = {
  ...sampleTemplate({ version: 2 }),
  tables: [
    sampleTable({ fields: sampleTable().fields.map((one) => (one.key === 'gn' ? { ...one, key: 'giai_ngan', was: ['cu'] } : one)) }),
  ],
}
const surroundings = { register: sampleRegister, templates: [other, sampleTemplate(), earlier] }
const refusals = (template: Template) => checkTemplate(template, samplePlan, surroundings)

const at = (key: string) => sampleTable().fields.findIndex((field) => field.key === key)
const field = (key: string, ...path: readonly (string | number)[]) => ['tables', 0, 'fields', at(key), ...path]
const rows = (...path: readonly (string | number)[]) => ['tables', 0, 'rows', ...path]
const heading = (vi: string) => [{ vi, en: vi }]

const from = (change: Partial<NonNullable<Table['rows']['from']>[number]>): Template =>
  withRows({ from: [{ template: 'KHAC', table: 'main', id: 'ten', values: { ten: 'ten' }, fixed: {}, ...change }] })

/** The code, a template that it stops with the way to the place, and one beside it that is taken. */
const PARTS: readonly (readonly [TemplateRefusalCode, path: readonly (string | number)[], refused: Template, taken: Template])[] = [
  ['blank', ['title', 'en'], sampleTemplate({ title: halfSaid }), sampleTemplate({ title: said })],
  ['blank', ['titleLines', 0, 'en'], sampleTemplate({ titleLines: [halfSaid] }), sampleTemplate({ titleLines: [] })],
  ['blank', ['legalBasis', 0], sampleTemplate({ legalBasis: ['\u200b '] }), sampleTemplate({ legalBasis: ['VII.7'] })],
  ['blank', ['signature', 'signer', 'en'], sampleTemplate({ signature: { preparer: said, signer: halfSaid } }), sampleTemplate()],
  ['no-tables', ['tables'], sampleTemplate({ tables: [] }), sampleTemplate()],
  ['not-countable', ['countedFrom'], sampleTemplate({ countedFrom: { tasks: 1 } }), sampleTemplate()],
  ['no-columns', ['tables', 0, 'fields'], withTable({ fields: [] }), withTable({ fields: [sampleTable().fields[1]!] })],
  [
    'title-missing',
    ['tables', 1, 'title'],
    sampleTemplate({ tables: [sampleTable({ title: said }), sampleTable({ key: 'hai' })] }),
    sampleTemplate({ tables: [sampleTable({ title: said }), sampleTable({ key: 'hai', title: said })] }),
  ],
  [
    'key-twice',
    ['tables', 1, 'key'],
    sampleTemplate({ tables: [sampleTable({ title: said }), sampleTable({ title: said })] }),
    sampleTemplate({ tables: [sampleTable({ title: said }), sampleTable({ key: 'hai', title: said })] }),
  ],
  ['key-twice', field('gn', 'key'), withField('gn', { key: 'ngay' }), withField('ngay', { key: 'ngay_2' })],
  ['key-twice', ['header', 2, 'key'], withHeader(2, { key: 'don_vi' }), withHeader(2, { key: 'don_vi_2' })],
  [
    'key-twice',
    ['tables', 0, 'rules', 1, 'id'],
    withTable({ rules: [rule('THU-1'), rule('THU-1')] }),
    withTable({ rules: [rule('THU-1'), rule('THU-2')] }),
  ],
  [
    'blank',
    ['tables', 0, 'rules', 0, 'message', 'en'],
    withTable({ rules: [rule('THU-1', halfSaid)] }),
    withTable({ rules: [rule('THU-1')] }),
  ],

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

  ['number-range', rows('max'), withRows({ max: 0 }), withRows({ max: 1 })],
  ['number-range', rows('max'), withRows({ max: 9001 }), withRows({ max: 9000 })],
  ['column-missing', rows('unique', 0, 1), withRows({ unique: [['ten', 'khong']] }), withRows({ unique: [['ten', 'co_quan']] })],
  ['key-twice', rows('unique', 0, 1), withRows({ unique: [['ten', 'ten']] }), withRows({ unique: [['ten'], ['ten', 'gn']] })],
  ['unique-empty', rows('unique', 0), withRows({ unique: [[]] }), withRows({ unique: [] })],
  ['own-rows', rows('from', 0, 'template'), from({ template: 'THU' }), from({})],
  ['template-missing', rows('from', 0, 'template'), from({ template: 'PL9' }), from({})],
  ['their-table-missing', rows('from', 0, 'table'), from({ table: 'phu' }), from({})],
  ['their-column-missing', rows('from', 0, 'id'), from({ id: 'ma' }), from({})],
  ['their-column-missing', rows('from', 0, 'values', 'ten'), from({ values: { ten: 'ma' } }), from({})],
  ['names-no-row', rows('from', 0, 'id'), from({ id: 'gn' }), from({ id: 'ghi_chu' })],
  ['column-missing', rows('from', 0, 'values', 'ma'), from({ values: { ma: 'ten' } }), from({})],
  [
    'carried-into-computed',
    rows('from', 0, 'values', 'ty_le'),
    from({ values: { ty_le: 'hoan_thanh' } }),
    from({ values: { hoan_thanh: 'ty_le' } }),
  ],
  ['taken-kind', rows('from', 0, 'values', 'gn'), from({ values: { gn: 'ten' } }), from({ values: { gn: 'von' } })],
  ['column-missing', rows('from', 0, 'fixed', 'ma'), from({ fixed: { ma: 'x' } }), from({ fixed: { ghi_chu: 'x' } })],
  [
    'fixed-refused',
    rows('from', 0, 'fixed', 'trang_thai'),
    from({ fixed: { trang_thai: 'khong' } }),
    from({ fixed: { trang_thai: 'xong' } }),
  ],
  ['fixed-refused', rows('from', 0, 'fixed', 'co_quan'), from({ fixed: { co_quan: 'Z' } }), from({ fixed: { co_quan: 'B' } })],

  ['blank', ['regime', 'receiver', 'en'], withRegime({ receiver: halfSaid }), withRegime({ receiver: said })],
  ['blank', ['regime', 'basis'], withRegime({ basis: '' }), withRegime({ basis: 'VII.7.d' })],
  ['nobody-owes', ['regime', 'owedBy'], withRegime({ owedBy: [] }), withRegime({ owedBy: ['B'] })],
  ['unknown-agency', ['regime', 'owedBy', 1], withRegime({ owedBy: ['A', 'STTTT'] }), withRegime({ owedBy: ['A', 'B'] })],
  ['number-range', ['regime', 'dates', 'cutOffDay'], withDates({ cutOffDay: 0 }), withDates({ cutOffDay: 1 })],
  ['number-range', ['regime', 'dates', 'dueDay'], withDates({ dueDay: 32 }), withDates({ dueDay: 31 })],
  ['number-range', ['regime', 'dates', 'lockAfterDays'], withDates({ lockAfterDays: -1 }), withDates({ lockAfterDays: 0 })],
  ['cut-off-after-due', ['regime', 'dates', 'dueDay'], withDates({ cutOffDay: 20 }), withDates({ cutOffDay: 19 })],
  [
    'cut-off-after-due',
    ['regime', 'dates', 'dueDay'],
    withDates({ cutOffDay: 21, dueInclusive: true }),
    withDates({ cutOffDay: 20, dueInclusive: true }),
  ],
  [
    'cut-off-after-due',
    ['regime', 'dates', 'dueDay'],
    withDates({ cutOffDay: 31, dueDay: 20 }),
    withDates({ cutOffDay: 31, dueDay: 20 }, 'ad-hoc'),
  ],
]

describe('a template is refused', () => {
  test.each(PARTS)('as %s at %j, and the one beside it is taken', (code, path, refused, taken) => {
    expect(refusals(refused)[0]).toMatchObject({ code, path })
    expect(refusals(taken)).toEqual([])
  })

  test('for two columns that claim one former key', () => {
    const fields = sampleTable().fields.map((one) => (one.key === 'gn' || one.key === 'von' ? { ...one, was: ['giai_ngan'] } : one))
    expect(refusals(withTable({ fields }))).toMatchObject([{ code: 'was-twice', path: field('gn', 'was', 0) }])
  })

  test('for codes of rows that another template gives already', () => {
    const template = withField('ten', { rowCode: 'PL9' })
    const taken = { ...template, code: 'KHAC' }
    const told = checkTemplate(template, samplePlan, { ...surroundings, templates: [taken] })
    expect(told).toMatchObject([{ code: 'code-taken', params: { template: 'KHAC' } }])
    expect(checkTemplate(template, samplePlan, { ...surroundings, templates: [template] })).toEqual([])
  })

  test('for a column or table that another template reads and that would be gone', () => {
    const { plan, templates } = khanhHoa2025
    const changed = (change: (table: Table) => Table) => {
      const pl2 = templates.find(({ code }) => code === 'PL2')!
      return checkTemplate({ ...pl2, tables: pl2.tables.map(change) }, plan, khanhHoa2025).filter(({ code }) => code === 'needed-elsewhere')
    }
    const without = changed((table) => ({ ...table, fields: table.fields.filter(({ key }) => key !== 'thoi_gian') }))
    expect(without).toMatchObject([{ path: ['tables', 0, 'fields'], params: { template: 'THANG', key: 'thoi_gian' } }])
    const counted = changed((table) => ({ ...table, fields: table.fields.filter(({ key }) => key !== 'nc_nstw') }))
    expect(counted).toMatchObject([{ params: { template: 'QUY', key: 'nc_nstw' } }])
    const elsewhere = changed((table) => ({ ...table, key: 'phu' }))
    expect(elsewhere.map(({ path }) => path)).toContainEqual(['tables'])
  })

  test('for a count from columns that are not there, in others and in itself', () => {
    const { plan, register, templates } = khanhHoa2025
    const quy = templates.find(({ code }) => code === 'QUY')!
    const told = (changed: Template, all: readonly Template[]) =>
      checkTemplate(changed, plan, { register, templates: all }).map(({ code, path }) => [code, ...path.slice(0, 3)].join(' '))
    expect(
      told(
        quy,
        templates.filter(({ code }) => code !== 'PL3'),
      ),
    ).toContain('template-missing countedFrom projects 1')
    const main = templates.map((one) => (one.code === 'CHITIEU' ? { ...one, tables: [{ ...one.tables[0]!, key: 'phu' }] } : one))
    expect(told(quy, main)).toContain('their-table-missing countedFrom indicators')
    const own = { ...quy, tables: quy.tables.map((one) => ({ ...one, fields: one.fields.filter(({ key }) => key !== 'xep') })) }
    expect(told(own, templates)).toContain('their-column-missing countedFrom into agencies')
  })

  test.each(PARTS)('as %s at %j in a sentence that leaves nothing out, in both languages', (_, __, refused) => {
    for (const refusal of refusals(refused))
      for (const lang of ['vi', 'en'] as const) expect(refusalSentence(refusal, refused, lang)).not.toMatch(/undefined|NaN|""|: .*: .*:/)
  })
})

describe('the sentence', () => {
  const sentence = (template: Template, lang: 'vi' | 'en' = 'vi') => refusalSentence(refusals(template)[0]!, template, lang)

  test('names the column and its property, the element of the regime, the cell above the table', () => {
    expect(sentence(withField('gn', { carryFrom: 'khong' }))).toBe(
      'Cột "Giải ngân", mang sang từ kỳ trước: bảng không có cột "khong". Hãy chọn một cột của bảng.',
    )
    expect(sentence(withDates({ cutOffDay: 20 }))).toBe(
      'Chế độ báo cáo, ngày đến hạn: ngày nhận cuối cùng là ngày 19, trước ngày chốt số liệu 20. Hãy lùi hạn nộp, hoặc chốt số liệu sớm hơn.',
    )
    expect(sentence(withHeader(2, { title: halfSaid }))).toBe('Ô "Tên" ở đầu biểu, tên: chưa có nội dung tiếng Anh. Hãy nhập nội dung.')
    expect(sentence(withRegime({ owedBy: ['X'] }), 'en')).toBe(
      'Report regime, who owes it: no agency or group has the code "X". Choose from the list of agencies.',
    )
  })

  test('names the table where there are several', () => {
    const rules = [{ ...rule('THU-2'), formula: '=[@khong]>0' }]
    const template = sampleTemplate({
      tables: [sampleTable({ title: said }), sampleTable({ key: 'hai', title: { vi: 'B. Hai', en: 'B. Two' }, rules })],
    })
    expect(sentence(template)).toMatch(/^Quy tắc THU-2, bảng "B. Hai", ký tự 2–9: /)
    expect(sentence(template, 'en')).toMatch(/^Rule THU-2, table "B. Two", characters 2–9: /)
  })
})
