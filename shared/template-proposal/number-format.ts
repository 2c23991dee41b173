// What a number format says of the numbers under it: percent, days, money with its unit. For
// blank cells it is all that a form says.
import { type MoneyUnit, unitOfTitles } from '../takeover/money-unit.ts'
import type { FieldType } from '../template.ts'
import { moneyIn } from './title-hint.ts'
import { COUNT, LINE, PERCENT } from './title-sayings.ts'

const LITERAL = /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]/g
const MOST_PLACES = 4

export const isDayFormat = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))

/** `mm/yyyy`: the day that stands below is of no account. */
export const isMonthFormat = (format: string): boolean => /^m{1,2}\W+y{2,4}$/i.test(format.replace(/"[^"]*"|\\|\[[^\]]*\]|;@$/g, ''))

/** The unit that is shown behind the number; where the format itself shortens the number, đồng are typed. */
export function moneyOfFormat(format: string): MoneyUnit | null {
  const said = [...format.matchAll(LITERAL)]
    .map(([, quoted, escaped, currency]) => quoted ?? escaped ?? currency ?? '')
    .join('')
    .trim()
  if (/^(?:₫|đ|vnđ|vnd)/iu.test(said)) return 'dong'
  const unit = said === '' ? null : unitOfTitles([`(${said})`])
  return unit && /[0#?],+(?![0#?,])/.test(format.replace(LITERAL, '')) ? 'dong' : unit
}

function typeOfFormat(format: string): FieldType | null {
  if (format === '@') return LINE
  if (format.includes('%')) return PERCENT
  if (isMonthFormat(format)) return { kind: 'period' }
  if (isDayFormat(format)) return { kind: 'date' }
  const unit = moneyOfFormat(format)
  if (unit) return moneyIn(unit)
  const plain = format.replace(LITERAL, '')
  const places = /0\.([0#?]+)/.exec(plain)?.[1]?.length
  if (places !== undefined) return { kind: 'decimal', places: Math.min(places, MOST_PLACES) }
  return /[0#]/.test(plain) ? COUNT : null
}

/** Of the cells of a column that hold nothing; null where they are not of one mind. */
export function typeOfFormats(formats: readonly string[]): FieldType | null {
  const [first, ...others] = formats.map(typeOfFormat)
  return first && others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : null
}
