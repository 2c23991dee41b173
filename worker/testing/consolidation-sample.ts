// Consolidations made up for tests of sheets and files: any template, any number
// of agencies and rows, always the same for the same numbers.
import type { Declaration } from '../../shared/filing.ts'
import { countStates } from '../../shared/matrix.ts'
import type { PeriodStanding, ReportStanding } from '../../shared/period-standing.ts'
import type { Plan } from '../../shared/plan.ts'
import type { RowsAt } from '../../shared/reconcile/repeats.ts'
import { textsOfContent } from '../../shared/reconcile/row-texts.ts'
import type { ConsolidationFacts } from '../../shared/sheet/consolidated-layout.ts'
import { consolidatedWorkbook } from '../../shared/sheet/consolidated-layout.ts'
import { type CountedHead, type RowSource, type Shares, type SourceRow, survey, type Texts } from '../../shared/survey.ts'
import { talliesOfRows } from '../../shared/tally-of-rows.ts'
import type { Field, Table, Template } from '../../shared/template.ts'
import type { Value } from '../../shared/value.ts'
import { streamWorkbook } from '../xlsx/write.ts'

export interface FiledAgency {
  readonly code: string
  readonly name: string
  readonly declaration?: Declaration
  /** By table. */
  readonly rows: Readonly<Record<string, readonly SourceRow[]>>
}

export const MADE_AT = '2025-03-20T03:05:00.000Z'
export const PERIOD = '2025-03'

const receiptOf = (index: number) => `KH25-${String(index + 1).padStart(6, '0')}`

/** Texts that other programs take for formulas, escapes, errors or markup. */
export const DANGEROUS = [
  ...['=1+1', '+84905', '-2+3', '@SUM(A1)', "=cmd|'/c calc'!A1", '=HYPERLINK("http://x.example","y")', '\t=1+1', '＝1+1', '-'],
  ...['#N/A', 'TRUE', '_x0041_', 'a < b & c > "d" \'e\' ]]>', '  thụt vào  ', 'dòng 1\ndòng 2', '0123', '1E5', '😀 Hoà – hòa'],
]

/** Numbers from 0 on, the same ones for the same seed. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
}

const WORDS = 'xây dựng nền tảng chuyển đổi số dùng chung của tỉnh hệ thống giám sát an toàn thông tin dịch vụ công trực tuyến'.split(' ')

function valueFor({ type }: Field, random: (below: number) => number, plan: Plan): Value {
  switch (type.kind) {
    case 'money':
      return random(20) === 0 ? null : random(20) === 0 ? '-' : random(400_000) * 1_000_000 + random(1000) * 1000
    case 'integer':
    case 'percent':
      return random(101)
    case 'decimal':
      return random(10_000) / 10 ** Math.min(2, type.places)
    case 'date':
      return `2025-0${1 + random(9)}-1${random(10)}`
    case 'period':
      return `2025-0${1 + random(9)}`
    case 'year-range':
      return '2024-2026'
    case 'choice':
      return plan.lists.find(({ id }) => id === type.list)?.entries[random(2)]?.code ?? null
    case 'yes-no':
      return random(2) === 0
    case 'agency':
      return null
    case 'agencies':
    case 'clause':
      return []
    case 'text':
      return random(6) === 0
        ? DANGEROUS[random(DANGEROUS.length)]!
        : Array.from({ length: 3 + random(20) }, () => WORDS[random(WORDS.length)]).join(' ')
    default:
      return '1'
  }
}

export function sampleRows({ fields, key }: Table, count: number, plan: Plan, seed: number): SourceRow[] {
  const random = numbersFrom(seed)
  return Array.from({ length: count }, (_, index) => ({
    id: `n${key}-${index}`,
    carried: false,
    cell: `B${index + 12}`,
    values: Object.fromEntries(fields.map((field) => [field.key, valueFor(field, random, plan)])),
  }))
}

function statusOf(template: Template, agencies: readonly FiledAgency[], missing: readonly string[]): PeriodStanding {
  const filed = agencies.map(
    ({ code, name, declaration }, index): ReportStanding => ({
      ...{ agency: code, agencyName: name, late: false },
      state: declaration ? (declaration.kind === 'not-applicable' ? 'not-applicable' : 'nil') : 'submitted',
      counted: {
        ...{ submissionId: `s-${code}`, sequence: 1, receiptNumber: receiptOf(index), agencyName: name },
        ...{ reachedAt: '2025-03-18T02:00:00.000Z', declaration: declaration ?? null, contentHash: 'a'.repeat(64) },
      },
    }),
  )
  const open = missing.map(
    (agency): ReportStanding => ({ agency, agencyName: `Cơ quan ${agency}`, state: 'open', late: false, counted: null }),
  )
  const reports = [...filed, ...open]
  return {
    ...{ template: template.code, version: template.version, period: PERIOD, windowTo: '2025-03-14', reports },
    ...countStates(reports.map(({ state, late, counted }) => ({ state, late, receipt: counted?.receiptNumber ?? null }))),
  }
}

/** The rows of one table, in portions that end in the middle of agencies. */
export function sourceOf(agencies: readonly FiledAgency[], table: { readonly key: string }, portion = 7): RowSource {
  const rows = agencies.flatMap((agency) => agency.rows[table.key] ?? [])
  let at = 0
  return {
    async next(count) {
      const some = rows.slice(at, Math.min(at + count, (Math.floor(at / portion) + 1) * portion))
      at += some.length
      return some
    },
  }
}

export const headOf = ({ code, name, declaration, rows }: FiledAgency, index: number): CountedHead => ({
  ...{
    agency: code,
    agencyName: name,
    submissionId: `s-${code}`,
    sequence: 1,
    receiptNumber: receiptOf(index),
  },
  declaration: declaration ?? null,
  rows: Object.fromEntries(Object.entries(rows).map(([key, own]) => [key, own.length])),
})

async function* sharesOf(template: Template, agencies: readonly FiledAgency[]): Shares {
  for (const agency of agencies) {
    const rows = Object.entries(agency.rows).flatMap(([table, own]) => own.map(({ values }) => ({ table, values })))
    yield talliesOfRows(template, agency.code, rows).map(({ table, share }) => ({ submissionId: `s-${agency.code}`, table, share }))
  }
}

const rowsOf = ({ rows }: FiledAgency) => Object.entries(rows).flatMap(([table, own]) => own.map((row) => ({ ...row, table })))

async function* textsOf(template: Template, agencies: readonly FiledAgency[]): Texts {
  for (const agency of agencies)
    yield textsOfContent(template, rowsOf(agency)).map(({ table, texts }) => ({ submissionId: `s-${agency.code}`, table, texts }))
}

const rowsAtIn =
  (agencies: readonly FiledAgency[]): RowsAt =>
  async ({ key }, places) => {
    const filed = new Map(agencies.map((agency) => [`s-${agency.code}`, agency]))
    return places.map(({ submissionId, position }) => {
      const all = rowsOf(filed.get(submissionId)!)
      return { ...all[position]!, index: all.slice(0, position).filter(({ table }) => table === key).length }
    })
  }

export interface Consolidated {
  readonly template: Template
  readonly names: ConsolidationFacts['names']
  readonly agencies: readonly FiledAgency[]
  readonly missing?: readonly string[]
  readonly otherControls?: ConsolidationFacts['otherControls']
  /** How many of the agencies each group has, in their order. */
  readonly groupSizes?: readonly number[]
  readonly sheetRows?: number
  readonly mostNames?: number
}

const groupsOf = (heads: readonly CountedHead[], sizes: readonly number[]) =>
  sizes.map((size, index) => {
    const from = sizes.slice(0, index).reduce((sum, one) => sum + one, 0)
    return { name: `Nhóm ${index + 1}`, heads: heads.slice(from, from + size) }
  })

export async function consolidatedBytes(made: Consolidated): Promise<Uint8Array> {
  const { template, names, agencies, missing = [], otherControls = [], groupSizes, sheetRows, mostNames } = made
  const heads = agencies.map(headOf)
  const { layout, rows } = consolidatedWorkbook({
    ...{ template, names, heads, otherControls, matters: [], madeAt: MADE_AT, status: statusOf(template, agencies, missing) },
    survey: await survey(
      template,
      heads,
      { shares: sharesOf(template, agencies), texts: textsOf(template, agencies), rowsAt: rowsAtIn(agencies) },
      mostNames,
    ),
    ...(groupSizes ? { groups: groupsOf(heads, groupSizes) } : {}),
    ...(sheetRows === undefined ? {} : { sheetRows }),
  })
  const stream = await streamWorkbook(layout, ({ name }) => rows(name, (table) => sourceOf(agencies, table)))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
