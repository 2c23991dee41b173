// What a table says of its rows and what templates read in each other: each reason is held
// by one that it stops, with the way to the place, and by one beside it that just passes.
import { expect, test } from 'vitest'
import { checkTemplate } from '../check-template.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import type { Table, Template } from '../template.ts'
import { from, type Part, refusals, rows, withRows } from '../testing/changed-sample.ts'
import { refusalSentence } from '../text/template-refusal.ts'

const PARTS: readonly Part[] = [
  ['number-range', rows('max'), withRows({ max: 0 }), withRows({ max: 1 })],
  ['number-range', rows('max'), withRows({ max: 9001 }), withRows({ max: 9000 })],
  ['column-missing', rows('unique', 0, 1), withRows({ unique: [['ten', 'khong']] }), withRows({ unique: [['ten', 'co_quan']] })],
  ['key-twice', rows('unique', 0, 1), withRows({ unique: [['ten', 'ten']] }), withRows({ unique: [['ten'], ['ten', 'gn']] })],
  ['unique-empty', rows('unique', 0), withRows({ unique: [[]] }), withRows({ unique: [] })],
  ['not-takable', rows('from'), withRows({ from: [{ template: 'KHAC' }] as never }), withRows({ from: [] })],
  ['not-takable', rows('from'), withRows({ from: {} as never }), withRows({})],
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
]

test.each(PARTS)('as %s at %j a template is refused, and the one beside it is taken', (code, path, refused, taken) => {
  expect(refusals(refused)[0]).toMatchObject({ code, path })
  expect(refusals(taken)).toEqual([])
})

test.each(PARTS)('as %s at %j in a sentence that leaves nothing out, in both languages', (_, __, refused) => {
  for (const refusal of refusals(refused))
    for (const lang of ['vi', 'en'] as const) expect(refusalSentence(refusal, refused, lang)).not.toMatch(/undefined|NaN|""|“”|: .*: .*:/)
})

test('a template is refused for a column or table that another template reads and that would be gone', () => {
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

test('a template is refused for a count from columns that are not there, in others and in itself', () => {
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
