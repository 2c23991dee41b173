// The formulas of a table as A1 text for the place where it stands in a sheet:
// computed cells, and conditions that are TRUE where the check would report a
// rule. What formulas mean is the rule language's matter.
import { absoluteRange, address, span } from '../a1.ts'
import type { PreparedRule, PreparedTable } from '../check/prepared.ts'
import type { Plan } from '../plan.ts'
import type { Compiled } from '../rule/compile.ts'
import { type Addresses, type BlankLook, toExcel } from '../rule/to-excel.ts'
import { planValues, scopeOf } from '../rule/values.ts'
import type { Field, Table } from '../template.ts'
import { NIL } from '../value.ts'
import type { RulePeriod } from './computed.ts'
import { columnOf, FIRST_COLUMN } from './geometry.ts'
import { lookupName } from './lists.ts'

export interface TablePlace {
  readonly which: { readonly template: string; readonly period: string }
  readonly period: RulePeriod
  /** The first and the last data row, from 0. */
  readonly first: number
  readonly last: number
  /** Where the tables above stand, by their keys: table rules may read their columns. */
  readonly above?: ReadonlyMap<string, DataRows>
}

export interface DataRows {
  readonly table: Table
  readonly first: number
  readonly last: number
}

/** `given`: whether the server brought the row, which then is never an empty one. */
type Row = { readonly at: number; readonly given: boolean }

export interface TableFormulas {
  computed(field: Field, formula: Compiled, row: Row): string
  /** TRUE where the rule is broken in this row. */
  brokenInRow(rule: PreparedRule, row: Row): string
  brokenInTable(rule: PreparedRule): string
  /** TRUE where rows that nobody sees hold something. */
  hiddenContent(): string
  /** TRUE where the cell is blank though it is asked for; null where it never is. */
  missingInRow(field: Field, row: Row): string | null
  /** TRUE where the rule holds for what is typed into its own cell, or where what else it reads is not there yet. */
  holdsAsTyped(rule: PreparedRule, row: Row): string
}

const dollar = (row: number, column: number) => `$${address(row, column)}`
const all = (conditions: readonly string[]) => (conditions.length === 1 ? conditions[0]! : `AND(${conditions.join(',')})`)

/** Whether the filer types the field in this row. */
export const isTyped = (field: Field, given: boolean): boolean =>
  field.source === 'input' || (field.source === 'carried' && !given && field.carryFrom === undefined)

export function tableFormulas(prepared: PreparedTable, plan: Plan, place: TablePlace): TableFormulas {
  const { table } = prepared
  const kinds = scopeOf(table, plan).fields
  const totals = planValues(plan)
  const byKey = new Map(table.fields.map((field) => [field.key, field]))
  const isNumber = (key: string) => kinds[key] === 'number' || kinds[key] === 'date'
  const column = (key: string) => FIRST_COLUMN + prepared.position.get(key)!
  const whole = (key: string): string => {
    const [of, field] = key.split('.')
    const elsewhere = field === undefined ? undefined : place.above?.get(of!)
    if (field === undefined) return absoluteRange(span(place.first, column(key), place.last, column(key)))
    if (!elsewhere) return '#REF!'
    const at = columnOf(elsewhere.table, field)
    return absoluteRange(span(elsewhere.first, at, elsewhere.last, at))
  }

  const blankLook = (key: string): BlankLook | undefined => {
    const [of, elsewhere] = key.split('.')
    const there = elsewhere === undefined ? table : place.above?.get(of!)?.table
    const field = there?.fields.find((one) => one.key === (elsewhere ?? key))
    if (!there || !field) return undefined
    const kind = elsewhere === undefined ? kinds[key] : scopeOf(there, plan).fields[elsewhere]
    const isOfNumber = kind === 'number' || kind === 'date'
    if (field.source === 'computed') return isOfNumber ? 'number' : 'text'
    return field.nilAllowed && isOfNumber ? 'number' : undefined
  }
  const addresses = (at: number): Addresses => ({
    cell: (key) => dollar(at, column(key)),
    column: whole,
    plan: (name) => totals[name]!,
    period: (name) => place.period[name] ?? null,
    list: (name, part) => lookupName(place.which, name, part),
    blankLook,
  })
  const text = (formula: Compiled, at: number) => toExcel(formula, addresses(at)).slice(1)
  /** Only TRUE is true; an error is not. */
  const isTrue = (formula: Compiled, at: number) =>
    `IFERROR(${formula.kind === 'boolean' ? text(formula, at) : `(${text(formula, at)})=TRUE`},FALSE)`

  /** Runs of neighbouring columns that somebody types into or the server brings; a lone number in the STT column is left from the form. */
  const runs: [number, number][] = []
  for (const [index, { source, type }] of table.fields.entries()) {
    if (source === 'computed' || type.kind === 'sequence') continue
    const at = FIRST_COLUMN + index
    const run = runs.at(-1)
    if (run?.[1] === at - 1) run[1] = at
    else runs.push([at, at])
  }
  const typedCells = runs.map(([from, to]) => absoluteRange(span(place.first, from, place.last, to))).join(',')
  const filled = (at: number) =>
    `COUNTA(${runs.map(([from, to]) => (from === to ? dollar(at, from) : `${dollar(at, from)}:${dollar(at, to)}`)).join(',')})`

  const computed = new Map(prepared.computed.map((one) => [one.field.key, one]))
  const requiredWhen = new Map(prepared.requiredWhen.map((one) => [one.field.key, one]))

  /** What must hold for the field to be something that a rule is built on. */
  const sound = (key: string, row: Row, asked: readonly string[] = []): string[] => {
    const field = byKey.get(key)
    if (!field || asked.includes(key)) return []
    if (field.source === 'computed') return (computed.get(key)?.reads ?? []).flatMap((read) => sound(read, row, [...asked, key]))
    if (!isTyped(field, row.given)) return []
    const cell = dollar(row.at, column(key))
    const condition = requiredWhen.get(key)
    const [right, present] = isNumber(key)
      ? field.nilAllowed
        ? [`OR(NOT(ISTEXT(${cell})),${cell}="${NIL}")`, `OR(ISNUMBER(${cell}),${cell}="${NIL}")`]
        : [`NOT(ISTEXT(${cell}))`, `ISNUMBER(${cell})`]
      : [null, `${cell}<>""`]
    if (condition) {
      const needed = [...condition.reads.flatMap((read) => sound(read, row, [...asked, key])), isTrue(condition.formula, row.at)]
      return [`OR(${right ? present : `${cell}<>""`},AND(${right ? `${cell}="",` : ''}NOT(${all(needed)})))`]
    }
    return field.required ? [present] : right ? [right] : []
  }
  const soundAll = (keys: readonly string[], row: Row) => [...new Set(keys.flatMap((key) => sound(key, row)))]

  return {
    computed(field, formula, { at, given }) {
      const inner = text(formula, at)
      // The value kept is whole đồng; what is shown in triệu or tỷ is the same amount.
      const settled = field.type.kind === 'money' ? `ROUND(${inner},${PLACES[field.type.unit]})` : inner
      // A row nobody has typed into shows nothing, and neither does a division by a number still missing.
      return given ? `=IFERROR(${settled},"")` : `=IF(${filled(at)}=0,"",IFERROR(${settled},""))`
    },
    brokenInRow({ formula, reads }, row) {
      const guards = soundAll(reads, row)
      const used =
        row.given || reads.some((key) => byKey.get(key)?.required && isTyped(byKey.get(key)!, false)) ? [] : [`${filled(row.at)}>0`]
      return `=${all([...used, ...guards, `NOT(${isTrue(formula, row.at)})`])}`
    },
    hiddenContent: () => `=COUNTA(${typedCells})>SUBTOTAL(103,${typedCells})`,
    brokenInTable({ rule, formula }) {
      const broken = `NOT(${isTrue(formula, place.first)})`
      return rule.judgesNothing ? `=${broken}` : `=AND(COUNTA(${typedCells})>0,${broken})`
    },
    missingInRow(field, row) {
      const condition = requiredWhen.get(field.key)
      if (!isTyped(field, row.given) || !(condition || field.required)) return null
      const asked = condition
        ? [...new Set(condition.reads.flatMap((key) => sound(key, row, [field.key]))), isTrue(condition.formula, row.at)]
        : []
      const used = row.given ? [] : [`${filled(row.at)}>0`]
      return `=${all([`TRIM(${dollar(row.at, column(field.key))})=""`, ...used, ...asked])}`
    },
    holdsAsTyped({ rule, formula, reads }, row) {
      const guards = soundAll(
        reads.filter((key) => key !== rule.field),
        row,
      )
      const holds = isTrue(formula, row.at)
      return guards.length > 0 ? `OR(NOT(${all(guards)}),${holds})` : holds
    },
  }
}

/** Places after the point of a whole đồng in the unit that is shown. */
const PLACES = { dong: 0, trieu: 6, ty: 9 } as const
