// Native validation and input prompts of a field's cells. A help while typing;
// pasting slips past it, so the server's check alone decides.
import type { Bilingual } from '../bilingual.ts'
import type { FieldType } from '../template.ts'
import { NIL } from '../value.ts'
import { listOf, listSource } from './lists.ts'
import type { Validation } from './sheet-layout.ts'

export interface Validated {
  readonly title: Bilingual
  readonly type: FieldType
  readonly nilAllowed: boolean
  readonly required?: boolean
  readonly requiredWhen?: string | undefined
  readonly help?: Bilingual | undefined
  readonly example?: string | undefined
  /** What rules say about the cell. */
  readonly rules?: readonly string[]
  /** Rules that hang on this cell alone, as conditions over the first cell of the range. */
  readonly conditions?: readonly { readonly formula: string; readonly message: string }[]
}

/** Excel's own dialog takes no more for a condition, though files may hold 8192. */
const LONGEST_CONDITION = 255

const LONGEST_TEXT = 2000
/** What a cell holds at most. */
const LONGEST_CELL = 32_767
const UNIT = { dong: 1, trieu: 1e6, ty: 1e9 } as const
const UNIT_NAME = { dong: 'đồng', trieu: 'triệu đồng', ty: 'tỷ đồng' } as const

interface Demand {
  readonly rule: Validation['rule']
  readonly message: string
}

const number = (value: number) => String(value).replace('.', ',')

function limits(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return ` từ ${number(min)} đến ${number(max)}`
  if (min !== undefined) return min === 0 ? ' không âm' : ` từ ${number(min)} trở lên`
  return max === undefined ? '' : ` không quá ${number(max)}`
}

function numeric(kind: 'whole' | 'decimal', what: string, min?: number, max?: number): Demand {
  return {
    rule: { kind, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
    message: `Nhập ${what}${limits(min, max)}.`,
  }
}

function demand(type: FieldType): Demand {
  switch (type.kind) {
    case 'integer':
      return numeric('whole', 'số nguyên', type.min, type.max)
    case 'decimal':
      return numeric('decimal', 'số', type.min, type.max)
    case 'percent':
      return numeric('decimal', 'số phần trăm, không gõ dấu %,', type.min, type.max)
    case 'money': {
      const scaled = (limit: number | undefined) => (limit === undefined ? undefined : limit / UNIT[type.unit])
      return numeric('decimal', `số tiền (${UNIT_NAME[type.unit]})`, scaled(type.min), scaled(type.max))
    }
    case 'date':
      return { rule: { kind: 'date', min: '2000-01-01', max: '2099-12-31' }, message: 'Nhập ngày dạng ngày/tháng/năm, ví dụ 15/03/2025.' }
    case 'text':
      return { rule: { kind: 'text-length', max: type.maxLength }, message: `Nhập không quá ${type.maxLength} ký tự.` }
    default:
      return { rule: { kind: 'text-length', max: LONGEST_TEXT }, message: `Nhập không quá ${LONGEST_TEXT} ký tự.` }
  }
}

/** The limits as a condition over the first cell of the range; "-" passes where it is an answer. */
function condition(rule: Validation['rule'], cell: string, nilAllowed: boolean): string | null {
  const orNil = (demand: string) => (nilAllowed ? `OR(${cell}="${NIL}",${demand})` : demand)
  if (rule.kind === 'date') return orNil(`ISNUMBER(${cell})`)
  if (rule.kind === 'text-length') return `LEN(${cell})<=${rule.max}`
  if (rule.kind !== 'whole' && rule.kind !== 'decimal') return null
  const demands = [
    `ISNUMBER(${cell})`,
    ...(rule.kind === 'whole' ? [`N(${cell})=INT(N(${cell}))`] : []),
    ...(rule.min === undefined ? [] : [`${cell}>=${rule.min}`]),
    ...(rule.max === undefined ? [] : [`${cell}<=${rule.max}`]),
  ]
  return orNil(demands.length > 1 ? `AND(${demands.join(',')})` : demands[0]!)
}

/** A native rule where it says everything; else a formula, for "-" and for rules of the template. */
function ruleOf(field: Validated, rule: Validation['rule'], message: string, cell: string): { rule: Validation['rule']; message: string } {
  const conditions = field.conditions ?? []
  const own = condition(rule, cell, field.nilAllowed)
  const whole = own === null ? '' : `=AND(${[own, ...conditions.map(({ formula }) => formula)].join(',')})`
  if (conditions.length > 0 && own !== null && whole.length <= LONGEST_CONDITION)
    return { rule: { kind: 'custom', formula: whole }, message: [message, ...conditions.map((one) => one.message)].join(' ') }
  const asFormula = field.nilAllowed && own !== null && rule.kind !== 'text-length'
  return { rule: asFormula ? { kind: 'custom', formula: `=${own}` } : rule, message }
}

function prompt(field: Validated): Validation['prompt'] {
  const message = [
    // Nothing is said by colour alone.
    field.required && field.requiredWhen === undefined ? 'Bắt buộc.' : '',
    field.help?.vi,
    field.nilAllowed ? 'Gõ "-" nếu không có.' : '',
    field.example ? `Ví dụ: ${field.example}` : '',
    ...(field.rules ?? []),
  ]
    .filter(Boolean)
    .join('\n')
  return message ? { title: field.title.vi, message } : undefined
}

/** Cells that nobody types into: only what rules say about them, because they can be coloured too. */
export function lockedPrompt(field: Validated, range: string): Validation | null {
  const shown = field.rules?.length ? prompt(field) : undefined
  if (!shown) return null
  const alert = { style: 'information', title: field.title.vi, message: 'Ô này do hệ thống điền.' } as const
  return { range, rule: { kind: 'text-length', max: LONGEST_CELL }, alert, prompt: shown }
}

/** `cell` is the first cell of the range, without "$". */
export function fieldValidation(field: Validated, range: string, cell: string, which: { template: string; period: string }): Validation {
  const list = listOf(field.type, field.nilAllowed)
  const shown = prompt(field)
  const title = field.title.vi
  if (list) {
    // An agency may be typed by one of its other names; check unifies it.
    const style = field.type.kind === 'agency' ? 'warning' : 'stop'
    const alert = { style, title, message: 'Chọn một giá trị trong danh sách.' } as const
    return { range, rule: { kind: 'list', source: listSource(which, list) }, alert, ...(shown ? { prompt: shown } : {}) }
  }
  const demanded = demand(field.type)
  const { rule, message } = ruleOf(field, demanded.rule, demanded.message, cell)
  const alert = { style: 'warning', title, message: field.nilAllowed ? `${message} Gõ "-" nếu không có.` : message } as const
  return { range, rule, alert, ...(shown ? { prompt: shown } : {}) }
}
