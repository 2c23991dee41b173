// What a number that was typed as text can be, and the units that people write behind it.
// Reads no numbers.
import { straightenStroke } from '../text/fold.ts'
import type { Decimal } from './exact-decimal.ts'

export type TypedUnit = 'percent' | 'dong' | 'nghin' | 'trieu' | 'ty' | 'nghin-ty'

export type NumberText =
  | {
      readonly kind: 'number'
      readonly number: Decimal
      readonly english: boolean
      readonly unit: TypedUnit | null
      /** "1.234" read the English way. */
      readonly divided: Decimal | null
    }
  /** "1,234": one and two hundred thirty-four thousandths, or one thousand two hundred thirty-four. "- 5": a negative number, or a list's dash. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly [Decimal, Decimal]; readonly unit: TypedUnit | null }
  /** "khoảng 15", "10-15": no one number, but one or two that may stand for it. */
  | { readonly kind: 'about'; readonly readings: readonly Decimal[]; readonly unit: TypedUnit | null }
  /** `counted`: the number before a word, as in "5 lần". */
  | { readonly kind: 'none'; readonly counted: Decimal | null }

export const UNIT_POWER: Readonly<Record<Exclude<TypedUnit, 'percent'>, number>> = { dong: 0, nghin: 3, trieu: 6, ty: 9, 'nghin-ty': 12 }

const CURRENCY = ['', 'đ', 'đồng', 'dong', 'vnđ', 'vnd', '₫']
const inMoney = (unit: TypedUnit, ...names: string[]): [string, TypedUnit][] =>
  names.flatMap((name) => CURRENCY.map((currency): [string, TypedUnit] => [name + currency, unit]))

/** By their letters alone, without blanks and full stops. */
const UNITS = new Map<string, TypedUnit>([
  ['%', 'percent'],
  ['phầntrăm', 'percent'],
  ['phantram', 'percent'],
  ...inMoney('nghin', 'nghìn', 'ngàn', 'nghin', 'ngan', 'k'),
  ...inMoney('trieu', 'triệu', 'trieu', 'tr'),
  ...inMoney('ty', 'tỷ', 'tỉ', 'ty'),
  ...inMoney('nghin-ty', 'nghìntỷ', 'nghìntỉ', 'ngàntỷ', 'ngàntỉ'),
  ...CURRENCY.filter((name) => name !== '').map((name): [string, TypedUnit] => [name, 'dong']),
])

export const unitOf = (text: string): TypedUnit | null => UNITS.get(straightenStroke(text).toLowerCase().replace(/[ .]/g, '')) ?? null
