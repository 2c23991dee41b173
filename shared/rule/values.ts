// Between the canonical values of a filing and what a formula sees: a choice is
// its Vietnamese label, money is in its column's unit, a date is its serial
// number. The sheet shows the same, so a rule means the same there.
import type { Register } from '../agency.ts'
import { nameOf } from '../agency-names.ts'
import { dayInVietnam } from '../clock.ts'
import { ofNumber, rounded, shifted, toNumber } from '../field/exact-decimal.ts'
import { countOf } from '../field/number-reading.ts'
import type { ObligationDates } from '../obligation.ts'
import { type Period, showPeriod } from '../period.ts'
import { parsePeriod } from '../period-text.ts'
import type { CodeList, Plan } from '../plan.ts'
import { dateOfSerial, serialOf } from '../serial-date.ts'
import type { FieldKind, FieldType, Table } from '../template.ts'
import { NIL, type Value } from '../value.ts'
import type { Kind } from './function-spec.ts'
import { fifteenDigits, isError, type Result, type Scalar, toText } from './scalar.ts'
import type { Scope } from './scope.ts'

/** Powers of ten between đồng and the unit of a money column. */
const MONEY_POWER = { dong: 0, trieu: 6, ty: 9 } as const
export const MONEY_WORTH = { dong: 1, trieu: 1e6, ty: 1e9 } as const

/** Formulas speak of the plan's control totals in triệu đồng, as the plan does (VI). */
const PLAN_POWER = MONEY_POWER.trieu

const KINDS: Readonly<Record<FieldKind, Kind>> = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  money: 'number',
  percent: 'number',
  date: 'date',
  period: 'text',
  'year-range': 'text',
  choice: 'text',
  agency: 'text',
  agencies: 'text',
  clause: 'text',
  'document-number': 'text',
  url: 'text',
  'yes-no': 'text',
  sequence: 'text',
}

/** `hinh-thuc` is `list.hinh_thuc` in a formula, whose grammar takes a hyphen for a minus. */
const listNameOf = (id: string): string => id.replaceAll('-', '_')

const kindsOf = (table: Table, prefix = '') => Object.fromEntries(table.fields.map(({ key, type }) => [prefix + key, KINDS[type.kind]]))

/** `above` are the tables before this one, whose columns its table rules may read. */
export const scopeOf = (table: Table, plan: Plan, above: readonly Table[] = []): Scope => ({
  fields: kindsOf(table),
  elsewhere: Object.assign({}, ...above.map((one) => kindsOf(one, `${one.key}.`))),
  plan: Object.keys(plan.totals),
  lists: Object.fromEntries(
    plan.lists.map(({ id, entries }) => [listNameOf(id), entries.map(({ code, label }) => ({ code, label: label.vi }))]),
  ),
})

/** Whole numbers are divided by a power of ten without a detour: the quotient is the double nearest to the decimal either way. */
const scaled = (number: number, power: number) => {
  if (power <= 0 && Number.isSafeInteger(number)) return number / 10 ** -power
  const decimal = ofNumber(number)
  return decimal ? toNumber(shifted(decimal, power)) : number
}

/** What `plan.` names are, for a formula that runs or is written. */
export const planValues = (plan: Plan): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(Object.entries(plan.totals).map(([name, dong]) => [name, scaled(dong, -PLAN_POWER)])),
  nam: plan.year,
  ngay: serialOf(plan.issuedOn),
})

/** What `ky.` names are. `agency` as formulas see agencies: its code where they run, its name in a sheet. */
export function periodValues(period: Period, { windowFrom, windowTo, locksAt }: ObligationDates, agency: string): Record<string, Scalar> {
  const lastTaken = dayInVietnam(new Date(Date.parse(locksAt) - 1))
  return {
    ...{ tu: serialOf(windowFrom), den: serialOf(windowTo), khoa: serialOf(lastTaken) },
    ...{ nam: Number(period.slice(0, 4)), don_vi: agency },
  }
}

const entriesOf = (lists: readonly CodeList[], list: string) => lists.find((one) => one.id === list)?.entries ?? []

const textOf = (type: FieldType, code: string, register: Register | null): string => {
  if (type.kind === 'period') return showPeriod(code, 'vi')
  return register && (type.kind === 'agency' || type.kind === 'agencies') ? nameOf(register, code) : code
}

/**
 * A blank is null; the deliberate "-" is text where the column is text and blank where it is a number.
 * Without the register an agency is its code; with it its official name, as in the sheet.
 */
export function toRuleValue(type: FieldType, value: Value, lists: readonly CodeList[], register: Register | null = null): Scalar {
  if (value === null) return null
  if (value === NIL) return KINDS[type.kind] === 'text' ? NIL : null
  if (Array.isArray(value)) return value.map((code) => textOf(type, code, register)).join('; ')
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  if (typeof value === 'number') return type.kind === 'money' ? scaled(value, -MONEY_POWER[type.unit]) : value
  if (type.kind === 'date') return serialOf(value)
  if (type.kind === 'choice') return entriesOf(lists, type.list).find((entry) => entry.code === value)?.label.vi ?? value
  return textOf(type, value, register)
}

/** `toRuleValue` of one column, for its many cells. */
export function ruleValueOf(type: FieldType, lists: readonly CodeList[]): (value: Value) => Scalar {
  if (type.kind !== 'money') return (value) => toRuleValue(type, value, lists)
  const worth = MONEY_WORTH[type.unit]
  return (value) => (typeof value === 'number' && Number.isSafeInteger(value) ? value / worth : toRuleValue(type, value, lists))
}

/** Whole đồng of an amount in the column's unit, half away from zero; null beyond what is kept exactly. */
function dongOf(amount: number, unit: keyof typeof MONEY_POWER): number | null {
  const count = countOf(amount, MONEY_WORTH[unit])
  if (count !== null) return count
  const decimal = ofNumber(amount)
  const dong = decimal && toNumber(rounded(shifted(decimal, MONEY_POWER[unit]), 0))
  return dong !== null && Number.isSafeInteger(dong) ? dong : null
}

/** The canonical value of a computed field; an error or a result of the wrong kind is blank. */
export function fromRuleValue(type: FieldType, result: Result, lists: readonly CodeList[]): Value {
  if (isError(result) || result === null || result === '') return null
  if (result === NIL) return NIL
  switch (type.kind) {
    case 'money':
      return typeof result === 'number' ? dongOf(result, type.unit) : null
    case 'integer':
    case 'decimal':
    case 'percent':
      return typeof result === 'number' ? fifteenDigits(result) : null
    case 'date':
      return typeof result === 'number' ? dateOfSerial(result) : null
    case 'period':
      return typeof result === 'string' ? parsePeriod(result) : null
    case 'choice':
      return entriesOf(lists, type.list).find((entry) => entry.label.vi === result)?.code ?? null
    case 'yes-no':
      return typeof result === 'boolean' ? result : result === 'Có' ? true : result === 'Không' ? false : null
    default:
      return String(toText(result))
  }
}
