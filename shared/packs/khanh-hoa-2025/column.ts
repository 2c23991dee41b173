// Builders with which this pack writes its columns down: one entry per column, what
// follows from the type filled in. Knows no particular template.
import type { Bilingual } from '../../bilingual.ts'
import type { Field, FieldKind, FieldType, Rule } from '../../template.ts'

export const say = (vi: string, en: string): Bilingual => ({ vi, en })

/** Where a column comes from when it is not a clause of the plan or a law. */
const INFERENCE = 'suy luận'

/** Where a rule comes from that no text states: the report that a clause orders cannot be right without it. */
export const inferredFrom = (clause: string) => `Kế hoạch 2044/KH-UBND, ${clause} (suy luận)`

const WIDTH: Record<FieldKind, number> = {
  text: 30,
  integer: 10,
  decimal: 12,
  money: 15,
  percent: 11,
  date: 12,
  period: 14,
  'year-range': 12,
  choice: 16,
  agency: 26,
  agencies: 28,
  clause: 14,
  'document-number': 18,
  url: 24,
  'yes-no': 9,
  sequence: 6,
}

type Rest = Partial<Omit<Field, 'key' | 'title' | 'type'>>

/** An input column, optional and without "-" unless said otherwise. */
export const column = (key: string, title: Bilingual, type: FieldType, rest: Rest = {}): Field => ({
  key,
  title,
  type,
  source: 'input',
  required: false,
  nilAllowed: false,
  width: WIDTH[type.kind],
  basis: INFERENCE,
  ...rest,
})

/** Locked in the rows the server brings; in rows the filer adds, the cell is hers. */
export const carried = (key: string, title: Bilingual, type: FieldType, rest: Rest = {}): Field =>
  column(key, title, type, { source: 'carried', ...rest })

export const computed = (key: string, title: Bilingual, type: FieldType, formula: string, rest: Rest = {}): Field =>
  column(key, title, type, { source: 'computed', formula, ...rest })

/** An input column that opens with last period's value of the same row. */
export const kept = (field: Field): Field => ({ ...field, carryFrom: field.key })

/** Puts columns under a common heading. */
export const under = (heading: Bilingual, fields: readonly Field[]): Field[] =>
  fields.map((field) => ({ ...field, group: [heading, ...(field.group ?? [])] }))

export const rule = (
  id: string,
  scope: Rule['scope'],
  severity: Rule['severity'],
  field: string,
  formula: string,
  message: Bilingual,
  basis: string,
  more: Pick<Rule, 'judgesNothing'> = {},
): Rule => ({ id, scope, severity, field, formula, message, basis, ...more })

export const line = (maxLength: number): FieldType => ({ kind: 'text', maxLength })
export const prose = (maxLength: number, minLength?: number): FieldType => ({
  kind: 'text',
  maxLength,
  multiline: true,
  ...(minLength === undefined ? {} : { minLength }),
})
export const count: FieldType = { kind: 'integer', min: 0 }
export const percentage: FieldType = { kind: 'percent', places: 2 }
export const date: FieldType = { kind: 'date' }
export const period: FieldType = { kind: 'period' }
export const agencies: FieldType = { kind: 'agencies' }
export const agency: FieldType = { kind: 'agency' }
export const clauses: FieldType = { kind: 'clause', many: true }
export const documentNumber: FieldType = { kind: 'document-number' }
/** Shown and typed in triệu đồng, kept in đồng: three decimals are 1.000 đồng. */
export const money: FieldType = { kind: 'money', unit: 'trieu', min: 0 }
/** As `money`, but may be negative where a disbursement is corrected. */
export const signedMoney: FieldType = { kind: 'money', unit: 'trieu' }
export const choice = (list: string): FieldType => ({ kind: 'choice', list })
/** Cấp độ an toàn hệ thống thông tin 1–5 (NĐ 85/2016/NĐ-CP). */
export const securityLevel: FieldType = { kind: 'integer', min: 1, max: 5 }

export const append = { by: 'append' } as const
export const sum = { by: 'sum' } as const
