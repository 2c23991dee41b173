// Filings of every template with anything in their cells, right and wrong, as
// fast-check arbitraries. For tests only.
import fc from 'fast-check'
import { address } from '../a1.ts'
import type { CheckContext } from '../check-context.ts'
import { obligationsOf } from '../deadline.ts'
import { cellValue } from '../field/field.ts'
import type { Entry, Filing, FilingRow, Prefill } from '../filing.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../prefill.ts'
import type { Field, FieldType, Table, Template } from '../template.ts'

const { plan, register, templates, assignments } = khanhHoa2025

/** Enough rows to be sorted, copied and lost. */
const shortened = (known: Prefill): Prefill => ({ ...known, rows: known.rows.slice(0, 4) })

export const contextOf = (template: Template): CheckContext => {
  const [period, obligation] = ['2025-03', '2025-Q1', '2025-H1', '2025']
    .map((one) => [one, obligationsOf(template, register, one).find(({ agency }) => agency === 'UBND_DIENKHANH')] as const)
    .find(([, found]) => found) ?? ['2025-03', undefined]
  const agency = obligation?.agency ?? 'STTTT'
  const before = { register, plan, assignments, previous: null }
  return {
    today: '2025-03-17',
    agency,
    period,
    register,
    plan,
    prefill: shortened(prefill(template, agency, period, before)),
    previous: null,
  }
}

const RIGHT: Readonly<Partial<Record<FieldType['kind'], readonly Entry['value'][]>>> = {
  text: ['Đã trình Ủy ban nhân dân tỉnh dự thảo kế hoạch', 'Khác', 'hoà bình', 'HÒA BÌNH'],
  integer: [0, 1, 3, 12],
  decimal: [0, 1.5, 0.1, 100],
  money: [0, 0.1, 0.2, 100, 2500.5, -5],
  percent: [0, 40, 60, 100],
  date: [45_700, 45_733, '17/03/2025'],
  period: ['Tháng 3/2025', 'Quý I/2025', 'Thường xuyên'],
  'year-range': ['2025', '2024-2026', '2025-2024'],
  agency: ['Sở Thông tin và Truyền thông', 'Sở TTTT', 'UBND huyện Diên Khánh'],
  agencies: ['Sở Y tế; Sở Nội vụ', 'Các sở, ban, ngành', 'UBND thành phố Nha Trang, thành phố Cam Ranh'],
  clause: ['III.3.d', 'III.6.c; III.3.d', 'III.7.f'],
  'document-number': ['954/QĐ-UBND', '954/QD-UBND'],
  url: ['https://khanhhoa.gov.vn', 'khanhhoa.gov.vn'],
  'yes-no': ['Có', 'Không', true],
  sequence: ['1', '2', '3', 4, 'I'],
}

const WRONG: readonly Entry['value'][] = [
  ...[
    '',
    ' ',
    '-',
    '–',
    'x',
    '1.234',
    '1.234,5',
    '1,234.5',
    '3/2025',
    '02/13/2025',
    '0,5 tỷ',
    '5%',
    '=1+1',
    '#N/A',
    'Céng hoµ',
    'Th á ng 8',
  ],
  ...[0, -1, 1e300, 322.799, 0.95, 120, 20_250_317, Number.MAX_SAFE_INTEGER, true, false],
  ...['a'.repeat(3000), '\u0000\uD800', 'ho\u0300a', '__proto__', 'Đang thực hiện', 'dang thuc hien', 'Sở Thông tin va Truyền thôn'],
]

const labels = (list: string) => plan.lists.find(({ id }) => id === list)?.entries.map(({ label }) => label.vi) ?? []
const rightOf = ({ type }: Field): readonly Entry['value'][] => (type.kind === 'choice' ? labels(type.list) : (RIGHT[type.kind] ?? []))

const anyExtra = fc.oneof(
  { weight: 20, arbitrary: fc.constant({}) },
  fc.constantFrom<Partial<Entry>>({ percent: true }, { error: true }, { formula: '=A1*2' }, { font: '.VnTime' }, { font: 'VNI-Times' }),
)

const anyEntry = (field: Field): fc.Arbitrary<Entry> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...rightOf(field), null) },
        { weight: 2, arbitrary: fc.constantFrom(...WRONG) },
        { weight: 1, arbitrary: fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: false })) },
      ),
      anyExtra,
    )
    .map(([value, extra]) => ({ value, ...extra }))

export const anyEntries = (table: Table): fc.Arbitrary<FilingRow['entries']> =>
  fc.record(Object.fromEntries(table.fields.map((field) => [field.key, anyEntry(field)])), { requiredKeys: [] }) as fc.Arbitrary<
    FilingRow['entries']
  >

/** Rows and cells numbered as in a sheet, so that what is found has its place. */
export const standing = (filing: Filing): Filing => ({
  ...filing,
  rows: filing.rows.map((row, at) => ({
    ...row,
    at: at + 11,
    entries: Object.fromEntries(
      Object.entries(row.entries).map(([key, entry], column) => [key, { ...entry, cell: address(at + 10, column) }]),
    ),
  })),
})

export const anyFiling = (template: Template, context: CheckContext): fc.Arbitrary<Filing> => {
  const given = context.prefill.rows.map((row): FilingRow => {
    const table = template.tables.find(({ key }) => key === row.table)!
    const entries = table.fields.map((field) => [field.key, { value: cellValue(field.type, row.values[field.key] ?? null, context) }])
    return { id: row.id, table: row.table, entries: Object.fromEntries(entries) }
  })
  const added = fc
    .constantFrom(...template.tables)
    .chain((table) =>
      fc
        .tuple(fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n5', 'x1'), anyEntries(table))
        .map(([id, entries]) => ({ id, table: table.key, entries })),
    )
  return fc
    .tuple(fc.subarray(given, { minLength: Math.max(0, given.length - 1) }), fc.array(added, { maxLength: 6 }))
    .map(([carried, own]) =>
      standing({
        ...{ template: template.code, version: template.version, agency: context.agency, period: context.period, declaration: null },
        header: { nguoi_lap: { value: 'Nguyễn Thị Hoa' }, nguoi_ky: { value: 'Trần Văn Nam' } },
        rows: [...carried, ...own],
        explanations: {},
      }),
    )
}

export const allTemplates = templates.map((template) => ({ code: template.code, template }))
