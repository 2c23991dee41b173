// Between the canonical values of a filing and what a formula sees: a choice is
// its Vietnamese label, money is in its column's unit, a date is its serial
// number. The sheet shows the same, so a rule means the same there.
import { ofNumber, shifted, toNumber } from '../field/exact-decimal.ts'
import type { CodeList, Plan } from '../plan.ts'
import { dateOfSerial, serialOf } from '../serial-date.ts'
import type { FieldKind, FieldType, Table } from '../template.ts'
import { NIL, type Value } from '../value.ts'
import type { Scope } from './compile.ts'
import type { Kind } from './function-spec.ts'
import { fifteenDigits, isError, type Result, type Scalar } from './scalar.ts'

/** Powers of ten between đồng and the unit of a money column. */
const MONEY_POWER = { dong: 0, trieu: 6, ty: 9 } as const

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

export const scopeOf = (table: Table, plan: Plan): Scope => ({
  fields: Object.fromEntries(table.fields.map((field) => [field.key, KINDS[field.type.kind]])),
  plan: Object.keys(plan.totals),
})

const scaled = (number: number, power: number) => {
  const decimal = ofNumber(number)
  return decimal ? toNumber(shifted(decimal, power)) : number
}

export const planValues = (plan: Plan): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(plan.totals).map(([name, dong]) => [name, scaled(dong, -PLAN_POWER)]))

const labelOf = (lists: readonly CodeList[], list: string, code: string) =>
  lists.find((one) => one.id === list)?.entries.find((entry) => entry.code === code)?.label.vi ?? code

/** A blank is null; the deliberate "-" is text where the column is text and blank where it is a number. */
export function toRuleValue(type: FieldType, value: Value, lists: readonly CodeList[]): Scalar {
  if (value === null) return null
  if (value === NIL) return KINDS[type.kind] === 'text' ? NIL : null
  if (Array.isArray(value)) return value.join('; ')
  if (type.kind === 'money' && typeof value === 'number') return scaled(value, -MONEY_POWER[type.unit])
  if (type.kind === 'date' && typeof value === 'string') return serialOf(value)
  if (type.kind === 'choice' && typeof value === 'string') return labelOf(lists, type.list, value)
  if (type.kind === 'yes-no') return value ? 'Có' : 'Không'
  return value
}

/** The canonical value of a computed field; an error or a result of the wrong kind is blank. */
export function fromRuleValue(type: FieldType, result: Result, lists: readonly CodeList[]): Value {
  if (isError(result) || result === null || result === '') return null
  switch (type.kind) {
    case 'money':
      return typeof result === 'number' ? Math.round(scaled(fifteenDigits(result), MONEY_POWER[type.unit])) : null
    case 'integer':
    case 'decimal':
    case 'percent':
      return typeof result === 'number' ? fifteenDigits(result) : null
    case 'date':
      return typeof result === 'number' ? dateOfSerial(result) : null
    case 'choice':
      return lists.find((one) => one.id === type.list)?.entries.find((entry) => entry.label.vi === result)?.code ?? null
    case 'yes-no':
      return typeof result === 'boolean' ? result : result === 'Có' ? true : result === 'Không' ? false : null
    default:
      return String(result)
  }
}
