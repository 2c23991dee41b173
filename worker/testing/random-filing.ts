// Random filings of any template: what officials type and what nobody expects,
// by the type of each field. For the tests that send forms there and back.
import fc from 'fast-check'
import { obligationsOf } from '../../shared/deadline.ts'
import { cellValue } from '../../shared/field/field.ts'
import type { Entry, Filing, Prefill } from '../../shared/filing.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../../shared/prefill.ts'
import { layout } from '../../shared/sheet/layout.ts'
import type { WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import type { Field, FieldType, Table, Template } from '../../shared/template.ts'
import { NIL } from '../../shared/value.ts'

const { register, plan, assignments } = khanhHoa2025
const PERIODS = ['2025-03', '2025-Q1', '2025-H1', '2025']

export interface Blank {
  readonly template: Template
  readonly obligation: Obligation
  readonly prefill: Prefill
}

/** The form of the template that Sở TTTT owes, or else the first agency that owes one. */
export function blankForm(template: Template): Blank {
  for (const period of PERIODS) {
    const all = obligationsOf(template, register, period)
    const obligation = all.find(({ agency }) => agency === 'STTTT') ?? all[0]
    if (obligation)
      return {
        template,
        obligation,
        prefill: prefill(template, obligation.agency, period, { register, plan, assignments, previous: null }),
      }
  }
  throw new Error(`nobody owes ${template.code}`)
}

export const drawnForm = ({ template, obligation, prefill: known }: Blank, draft: Filing | null, toLimit = false): WorkbookLayout => {
  const agencyName = register.agencies.find(({ code }) => code === obligation.agency)?.name ?? ''
  return layout(template, known, { obligation, register, plan, agencyName, provinceName: plan.province, draft, toLimit })
}

const SYLLABLES = [
  'chuyển',
  'đổi',
  'số',
  'Khánh',
  'Hòa',
  'ỦY',
  'BAN',
  'nhân',
  'dân',
  'nghiệp',
  'ứng',
  'dụng',
  'quyết',
  'định',
  'Đ',
  'phường',
  'x',
  '2025',
]
const phrase = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
/** Texts that programs like to make something else of. */
const dangerous = fc.constantFrom(
  ...[
    '=1+1',
    '+84 258 3822',
    '-5',
    '@SUM(A1)',
    '#N/A',
    '#DIV/0!',
    'TRUE',
    '0123',
    '1e5',
    '12/03/2025',
    '3-4',
    '1.234,5',
    '00',
    "'quoted",
    '"x"',
  ],
  ...[
    '<b>&amp;',
    '_x0041_',
    'dòng một\ndòng hai\n',
    '  thụt đầu',
    'cuối  ',
    'Ho\u0300a',
    'tab\tgiữa',
    '😀 🇻🇳',
    'https://a.vn/?q=1&r=2',
    '%',
    '=',
    '—',
    'a'.repeat(900),
  ],
)
const text = fc.oneof({ weight: 3, arbitrary: phrase }, { weight: 1, arbitrary: dangerous })
const amount = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.1, 0.3, 1e-7, 322_799, 477_330.5, 1_234_567.891, 999_999_999_999, -2.5, 1 / 3, 0.1 + 0.2),
  fc.integer({ min: 0, max: 9_999_999 }).map((n) => n / 1000),
)
const labels = (list: string) => plan.lists.find(({ id }) => id === list)?.entries.map(({ label }) => label.vi) ?? []

function typed(type: FieldType): fc.Arbitrary<string | number> {
  switch (type.kind) {
    case 'integer':
      return fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom(0, 9_007_199_254_740_991))
    case 'decimal':
    case 'money':
    case 'percent':
      return amount
    case 'date':
      return fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 45_292, max: 46_022 }) },
        { weight: 1, arbitrary: fc.constant('15/03/2025') },
      )
    case 'choice':
      return fc.constantFrom(...labels(type.list), 'Ngoài danh mục')
    case 'agency':
      return fc.constantFrom(...register.agencies.map(({ name }) => name))
    case 'yes-no':
      return fc.constantFrom('Có', 'Không')
    default:
      return text
  }
}

const entryOf = (field: Pick<Field, 'type' | 'nilAllowed'>): fc.Arbitrary<Entry> =>
  fc
    .oneof(
      { weight: 6, arbitrary: typed(field.type) },
      { weight: 3, arbitrary: fc.constant(null) },
      ...(field.nilAllowed ? [{ weight: 1, arbitrary: fc.constant(NIL) }] : []),
    )
    .map((value) => ({ value }))

const entriesOf = (fields: readonly Field[]): fc.Arbitrary<Record<string, Entry>> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.key, entryOf(field)])))

const inputs = ({ fields }: Table) => fields.filter(({ source }) => source === 'input')
/** In a row that the filer adds, carried columns are hers too, except what comes from last period. */
const free = ({ fields }: Table) =>
  fields.filter(({ source, carryFrom }) => source === 'input' || (source === 'carried' && carryFrom === undefined))
const MOST_ADDED = 8

/** Rows of the form filled at random, and rows that the filer adds where she may; no added row is empty. */
export function randomFiling({ template, obligation, prefill: known }: Blank): fc.Arbitrary<Filing> {
  const rows = template.tables.map((table) => {
    const given = known.rows.filter((row) => row.table === table.key)
    const filled = fc.tuple(...given.map(({ id }) => entriesOf(inputs(table)).map((entries) => ({ id, table: table.key, entries }))))
    const naming = free(table).find(({ type }) => type.kind === 'text') ?? free(table)[0]!
    const room = table.rows.source === 'carried' ? 0 : Math.min(MOST_ADDED, table.rows.max - given.length)
    const added = fc.array(
      fc.tuple(entriesOf(free(table)), phrase).map(([entries, name]) => ({ ...entries, [naming.key]: { value: `Việc ${name}` } })),
      { maxLength: room },
    )
    return fc.tuple(filled, added).map(([own, more]) => ({ own, more, table: table.key }))
  })
  const header = template.header.filter(({ source }) => source === 'input')
  return fc.tuple(fc.tuple(...rows), fc.tuple(...header.map(({ type }) => entryOf({ type, nilAllowed: false })))).map(([tables, heads]) => {
    let next = 1
    return {
      ...{ template: template.code, version: template.version, agency: obligation.agency, period: obligation.period },
      ...{ declaration: null, explanations: {} },
      header: Object.fromEntries(header.map(({ key }, at) => [key, heads[at]!])),
      rows: tables.flatMap(({ own, more, table }) => [...own, ...more.map((entries) => ({ id: `n${next++}`, table, entries }))]),
    }
  })
}

/** Spreadsheets keep fifteen digits of a number. */
const kept = (value: Entry['value']) => (typeof value === 'number' ? Number(value.toPrecision(15)) : value)

type Said = Readonly<Record<string, Entry['value']>>

const valuesOf = (entries: Readonly<Record<string, Entry>>, keys: ReadonlySet<string>): Said =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([key, { value }]) => (keys.has(key) && value !== null && value !== '' ? [[key, kept(value)]] : [])),
  )

/** What a filing says in the cells that were open to the filer, and what the server brought: comparable, wherever it stood. */
export function sayings({ template, prefill: known }: Blank, filing: Filing): { header: Said; rows: Record<string, Said> } {
  const open = new Set(template.header.filter(({ source }) => source === 'input').map(({ key }) => key))
  const given = new Set(known.rows.map(({ id }) => id))
  const rows = filing.rows.map(({ id, table, entries }): [string, Said] => {
    const own = template.tables.find(({ key }) => key === table)!
    return [`${table} ${id}`, valuesOf(entries, new Set((given.has(id) ? inputs(own) : free(own)).map(({ key }) => key)))]
  })
  return { header: valuesOf(filing.header, open), rows: Object.fromEntries(rows) }
}

/** What the server brought, as it must stand in the cells of a filing that was read. */
export function broughtValues({ template, prefill: known }: Blank): [table: string, id: string, key: string, value: Entry['value']][] {
  return known.rows.flatMap(({ table, id, values }) =>
    template.tables
      .find(({ key }) => key === table)!
      .fields.flatMap(({ key, type, source }): [string, string, string, Entry['value']][] =>
        source === 'carried' && values[key] !== undefined ? [[table, id, key, cellValue(type, values[key], { register, plan })]] : [],
      ),
  )
}
