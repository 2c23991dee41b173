// The formats that TEXT may use: those that every regional setting reads alike,
// 000, 0%, dd/mm/yyyy, mm/yyyy and the like. In Vietnamese Excel "0.00" means
// something else than in English Excel, so a rule may not use it.
import { fifteenDigits, type Result, VALUE } from './scalar.ts'
import { dayOfSerial } from './serial-calendar.ts'

type Format = (number: number) => Result

const DATE_PART = /yyyy|yy|mm|m|dd|d/g
const two = (number: number) => String(number).padStart(2, '0')

function dateText(format: string): Format {
  return (number) => {
    const day = dayOfSerial(number)
    if (!day) return VALUE
    const parts: Readonly<Record<string, string>> = {
      yyyy: String(day.year).padStart(4, '0'),
      yy: two(day.year % 100),
      mm: two(day.month),
      m: String(day.month),
      dd: two(day.day),
      d: String(day.day),
    }
    return format.replace(DATE_PART, (part) => parts[part] ?? part)
  }
}

function wholeText(digits: number, percent: boolean): Format {
  return (number) => {
    const scaled = fifteenDigits(Math.abs(number) * (percent ? 100 : 1))
    const whole = Math.round(scaled)
    if (whole >= 1e15) return VALUE
    return `${number < 0 && whole > 0 ? '-' : ''}${String(whole).padStart(digits, '0')}${percent ? '%' : ''}`
  }
}

/** null for a format that a rule may not use. */
export function formatOf(format: string): Format | null {
  const lower = format.toLowerCase()
  if (/^0{1,15}%?$/.test(lower)) return wholeText(lower.replace('%', '').length, lower.endsWith('%'))
  if (/^(?:yyyy|yy|mm?|dd?)(?:[/-](?:yyyy|yy|mm?|dd?)){0,2}$/.test(lower)) return dateText(lower)
  return null
}
