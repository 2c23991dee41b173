// What there is to say about the selected cell: the column's help, what stood there
// last period and how it changed since. Pure; the card shows it.
import type { Bilingual, Language } from '../../shared/bilingual.ts'
import { showValue } from '../../shared/field/field.ts'
import { showPeriod } from '../../shared/period.ts'
import type { Field, FieldType, HeaderField } from '../../shared/template.ts'
import { fieldOf, tableOf } from '../../shared/template.ts'
import { NIL, type Value } from '../../shared/value.ts'
import type { Place } from './places.ts'
import type { Work } from './session.ts'

export interface CellFacts {
  readonly label: Bilingual
  readonly help: Bilingual | null
  readonly example: string | null
  readonly basis: string | null
  readonly source: Field['source'] | HeaderField['source']
  /** Last period's value of the same row and column. */
  readonly before: { readonly period: string; readonly shown: string } | null
  /** "+20", "−1.500": only where both are numbers and differ. */
  readonly change: string | null
  /** Numbers of the periods, oldest first, the present one last; at least three, else none. */
  readonly trend: readonly { readonly period: string; readonly number: number; readonly shown: string }[]
}

const NUMBERS: readonly FieldType['kind'][] = ['integer', 'decimal', 'money', 'percent']
const LEAST_TREND = 3

export function cellFacts(work: Work, place: Place, language: Language): CellFacts | null {
  const { form, content, past } = work
  if (!form) return null
  const { template, previous, obligation } = form
  if (place.table === null) {
    const field = template.header.find(({ key }) => key === place.field)
    return field ? { ...described(field), ...NOTHING_BEFORE } : null
  }
  const { table: tableKey, rowId } = place
  const table = tableOf(template, tableKey)
  const field = table && fieldOf(table, place.field)
  if (!field) return null
  const show = (value: Value) => showValue(field.type, value, language, form)
  const valueIn = (all: NonNullable<typeof content> | null) =>
    all?.rows.find((row) => row.table === tableKey && row.id === rowId)?.values[field.key] ?? null
  const [last, now] = [valueIn(previous), valueIn(content)]
  const counted = NUMBERS.includes(field.type.kind)
  const figures = (past?.periods ?? []).flatMap(({ period, rows }) => {
    const number = rows.find((row) => row.table === tableKey && row.rowId === rowId)?.figures[field.key]
    return number === undefined ? [] : [{ period, number }]
  })
  const points = typeof now === 'number' ? [...figures, { period: obligation.period, number: now }] : figures
  const trend = counted && points.length >= LEAST_TREND ? points : []
  return {
    ...described(field),
    before: previous && last !== null ? { period: showPeriod(previous.period, language), shown: show(last) } : null,
    change: counted && typeof last === 'number' && typeof now === 'number' && last !== now ? signed(now - last, show) : null,
    trend: trend.map((point) => ({ ...point, period: showPeriod(point.period, language), shown: show(point.number) })),
  }
}

const NOTHING_BEFORE = { before: null, change: null, trend: [] } as const

const described = (field: Field | HeaderField) => ({
  label: field.title,
  help: field.help ?? null,
  example: field.example ?? null,
  basis: 'basis' in field ? (field.basis ?? null) : null,
  source: field.source,
})

const signed = (difference: number, show: (value: Value) => string): string =>
  difference < 0 ? `−${show(-difference).replace(NIL, '')}` : `+${show(difference)}`
