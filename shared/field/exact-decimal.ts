// Numbers as digits and places, so that 322,799 triệu is 322.799.000 đồng and
// never 322.798.999: no binary fraction takes part. Knows no units and no cells.
import type { Language } from '../bilingual.ts'

/** units / 10^places. */
export interface Decimal {
  readonly units: bigint
  readonly places: number
}

function trimmed(units: bigint, places: number): Decimal {
  let [rest, left] = [units, places]
  while (left > 0 && rest % 10n === 0n) {
    rest /= 10n
    left--
  }
  return { units: rest, places: left }
}

export const ofDigits = (whole: string, fraction: string, negative = false): Decimal => {
  const units = BigInt(whole + fraction)
  return trimmed(negative ? -units : units, fraction.length)
}

/** A stored number as Excel counts it, with 15 significant digits; null for what is no number. */
export function ofNumber(number: number): Decimal | null {
  if (!Number.isFinite(number)) return null
  if (Number.isSafeInteger(number)) return { units: BigInt(number), places: 0 }
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(number.toExponential(14))
  if (!match) return null
  const fraction = match[3] ?? ''
  const places = fraction.length - Number(match[4])
  const units = BigInt(`${match[1]}${match[2]}${fraction}`)
  return places >= 0 ? trimmed(units, places) : { units: units * 10n ** BigInt(-places), places: 0 }
}

/** Both numbers together, exactly. */
export function plus(one: Decimal, other: Decimal): Decimal {
  const places = Math.max(one.places, other.places)
  const scaled = ({ units, places: own }: Decimal) => units * 10n ** BigInt(places - own)
  return trimmed(scaled(one) + scaled(other), places)
}

/** × 10^power. */
export const shifted = (decimal: Decimal, power: number): Decimal => {
  const places = decimal.places - power
  return places >= 0 ? trimmed(decimal.units, places) : { units: decimal.units * 10n ** BigInt(-places), places: 0 }
}

/** Half away from zero, as Excel's ROUND. */
export function rounded(decimal: Decimal, places: number): Decimal {
  if (decimal.places <= places) return decimal
  const step = 10n ** BigInt(decimal.places - places)
  const away = decimal.units < 0n ? -step / 2n : step / 2n
  return trimmed((decimal.units + away) / step, places)
}

export const toNumber = (decimal: Decimal): number => Number(`${decimal.units}e-${decimal.places}`)

/** 1.234.567,891 in Vietnamese, 1,234,567.891 in English. */
export function showDecimal(decimal: Decimal, lang: Language): string {
  const negative = decimal.units < 0n
  const digits = String(negative ? -decimal.units : decimal.units).padStart(decimal.places + 1, '0')
  const whole = digits.slice(0, digits.length - decimal.places).replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',')
  const fraction = decimal.places > 0 ? (lang === 'vi' ? ',' : '.') + digits.slice(-decimal.places) : ''
  return `${negative ? '-' : ''}${whole}${fraction}`
}

export const showNumber = (number: number, lang: Language): string => {
  const decimal = ofNumber(number)
  return decimal ? showDecimal(decimal, lang) : String(number)
}
