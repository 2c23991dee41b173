// Numbers as people say them: "12 tỷ 5", "1tr2", "2 triệu rưỡi", "nửa tỷ", and those that are no
// one number: "hơn 10", "khoảng 15%", "10-15". What can be two amounts stays two; knows no columns.
import { type Decimal, ofDigits, plus, shifted } from './exact-decimal.ts'
import { type NumberText, type TypedUnit, UNIT_POWER, unitOf } from './typed-number.ts'

type Read = (text: string) => NumberText

const ABOUT =
  /^(?:hơn|trên|gần|khoảng|chừng|độ|tầm|xấp xỉ|ước(?: đạt| tính| khoảng)?|dưới|ít nhất|nhiều nhất|tối thiểu|tối đa|không quá|đạt|[~≈<>≥≤]=?) ?(?=\d)(.+)$/i
const OR_MORE = /^(\d.*?)(?:\+| trở lên| trở xuống)$/i
const RANGE = /^(?:từ )?(\d[\d.,]*)( ?[^\d\-÷~]*?) ?(?:-|÷|~|đến|tới) ?(\d.*)$/i
const HALF = /^(\d{1,4}) ?([\p{L} ]*?) ?(?:rưỡi|rưởi|rữơi|ruoi)(?: ?(đồng|đ))?$/iu
const HALF_OF = /^nửa ([\p{L} ]+)$/iu
/** A unit, and behind it the digits of the next smaller one, or of its fraction. */
const CUT_SHORT = /^(\d{1,4}) ?(\p{L}[\p{L} ]*?) ?(\d{1,3})$/u

const number = (one: Decimal, unit: TypedUnit): NumberText => ({ kind: 'number', number: one, english: false, unit, divided: null })

/** What a number of the unit is counted on in: 12 tỷ 5 (triệu). */
const SMALLER: Readonly<Partial<Record<TypedUnit, TypedUnit>>> = { 'nghin-ty': 'ty', ty: 'trieu', trieu: 'nghin', nghin: 'dong' }
const powerOf = (unit: TypedUnit): number => (unit === 'percent' ? 0 : UNIT_POWER[unit])

/** "12 tỷ 5" is 12,5 tỷ to most who say it, and 12 tỷ 5 triệu to some; "12 tỷ 500" is the same to all. */
function cutShort(text: string): NumberText | null {
  const [, whole = '', name = '', rest = ''] = CUT_SHORT.exec(text) ?? []
  const unit = unitOf(name)
  const smaller = unit && SMALLER[unit]
  if (!unit || !smaller) return null
  const divided = shifted(ofDigits(whole, rest), powerOf(unit))
  const counted = plus(shifted(ofDigits(whole, ''), powerOf(unit)), shifted(ofDigits(rest, ''), powerOf(smaller)))
  if (divided.units === counted.units && divided.places === counted.places) return number(divided, 'dong')
  return { kind: 'ambiguous', readings: [divided, counted], unit: 'dong' }
}

function half(text: string): NumberText | null {
  const name = HALF_OF.exec(text)?.[1]
  const unit = name === undefined ? null : unitOf(name)
  if (unit && SMALLER[unit]) return number(ofDigits('0', '5'), unit)
  const [, whole = '', behind = ''] = HALF.exec(text) ?? []
  if (whole === '') return null
  const more = ofDigits(whole, '5')
  if (behind === '') return { kind: 'none', counted: more }
  const of = unitOf(behind)
  return of && SMALLER[of] ? number(more, of) : null
}

function about(text: string, read: Read): NumberText | null {
  const inner = (ABOUT.exec(text) ?? OR_MORE.exec(text))?.[1]
  if (inner !== undefined) {
    const one = read(inner)
    return one.kind === 'number' ? { kind: 'about', readings: [one.number], unit: one.unit } : null
  }
  const [, from = '', unit = '', to = ''] = RANGE.exec(text) ?? []
  const [first, last] = [read(`${from}${unit}`), read(to)]
  if (first.kind !== 'number' || last.kind !== 'number') return null
  // "10-15 tỷ": the unit is said once, behind both.
  return first.unit === null || first.unit === last.unit ? { kind: 'about', readings: [first.number, last.number], unit: last.unit } : null
}

/** null: it is not said so. `read` reads what is written exactly. */
export const readSpokenNumber = (text: string, read: Read): NumberText | null => half(text) ?? cutShort(text) ?? about(text, read)
