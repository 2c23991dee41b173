// The counted submissions of a period as one: rows appended in the order given
// (the register's), numbered anew, and totals as each field declares. A rate is
// Σ numerator over Σ denominator, never a mean of rates. Knows no layout.
import type { Content } from './filing.ts'
import type { Field, Table, Template } from './template.ts'
import { NIL, type Value } from './value.ts'
import type { ConsolidatedRow, Consolidation } from './wire.ts'

export interface Counted {
  readonly agency: string
  readonly agencyName: string
  readonly submissionId: string
  readonly receiptNumber: string
  readonly content: Content
}

type Row = Pick<ConsolidatedRow, 'agency' | 'values'>

const FIFTEEN_DIGITS = 15

/** Sums of decimals show what people would add up, not what binary fractions leave. */
const clean = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(FIFTEEN_DIGITS)))

const numbers = (rows: readonly Row[], key: string): number[] =>
  rows.flatMap(({ values }) => (typeof values[key] === 'number' ? [values[key]] : []))

export const sumOf = (rows: readonly Row[], key: string): number => clean(numbers(rows, key).reduce((sum, value) => sum + value, 0))

function rateOf(rows: readonly Row[], field: Field, numerator: string, denominator: string): number | null {
  const under = sumOf(rows, denominator)
  if (under === 0) return null
  const rate = sumOf(rows, numerator) / under
  // Rates are kept as people read them, 0–100, in percent columns and in decimal ones.
  if (field.type.kind !== 'percent' && field.type.kind !== 'decimal') return clean(rate)
  const scale = 10 ** field.type.places
  return Math.round(clean(rate * 100) * scale) / scale
}

const given = (rows: readonly Row[], key: string): Value[] =>
  rows.flatMap(({ values: { [key]: value } }) => (value === null || value === undefined || value === NIL ? [] : [value]))

/** A yes, or the code of "Đạt" in a list of assessments. */
const MET: ReadonlySet<Value> = new Set<Value>([true, 'dat'])

/** "3/5": agencies of whose answers none is a no, of all that answered. */
function meetingOf(rows: readonly Row[], key: string): string {
  const agencies = new Map<string, boolean>()
  for (const { agency, values } of rows) {
    const value = values[key]
    if (value !== null && value !== undefined && value !== NIL) agencies.set(agency, (agencies.get(agency) ?? true) && MET.has(value))
  }
  return `${[...agencies.values()].filter(Boolean).length}/${agencies.size}`
}

/** undefined: the field has no total. */
export function totalOf(rows: readonly Row[], field: Field): Value | undefined {
  const { aggregation, key } = field
  switch (aggregation?.by) {
    case 'sum':
      return sumOf(rows, key)
    case 'rate':
      return rateOf(rows, field, aggregation.numerator, aggregation.denominator)
    case 'meeting':
      return meetingOf(rows, key)
    case 'last':
      return given(rows, key).at(-1) ?? null
    case 'single-source': {
      const values = [...new Set(given(rows, key).map((value) => JSON.stringify(value)))]
      return values.length === 1 ? (given(rows, key)[0] as Value) : null
    }
    default:
      return undefined
  }
}

function rowsOf(template: Template, counted: Counted): ConsolidatedRow[] {
  const { agency, agencyName, submissionId, receiptNumber, content } = counted
  return template.tables.flatMap((table) =>
    content.rows
      .filter((row) => row.table === table.key)
      .map((row, index) => ({
        agency,
        agencyName,
        submissionId,
        receiptNumber,
        table: table.key,
        rowId: row.id,
        values: { ...row.values, ...numbered(table, index + 1) },
      })),
  )
}

/** Running numbers begin anew with every agency, under its Roman numeral. */
const numbered = (table: Table, number: number): Record<string, Value> =>
  Object.fromEntries(
    table.fields.flatMap(({ key, type }) => (type.kind === 'sequence' && type.style === 'number' ? [[key, String(number)]] : [])),
  )

/** `missing` is empty: who has not submitted is known to the caller alone. */
export function consolidate(template: Template, period: string, counted: readonly Counted[], madeAt: string): Consolidation {
  const rows = counted.flatMap((one) => rowsOf(template, one))
  const totals = Object.fromEntries(
    template.tables.map((table) => {
      const own = rows.filter((row) => row.table === table.key)
      const values = table.fields.flatMap((field) => {
        const total = totalOf(own, field)
        return total === undefined ? [] : [[field.key, total] as const]
      })
      return [table.key, Object.fromEntries(values)]
    }),
  )
  return { template: template.code, version: template.version, period, madeAt, missing: [], rows, totals }
}
