// Money: shown and typed in the column's unit, kept as whole đồng, exactly. The
// great danger is a thousandfold error, which no reading here makes in silence.
import type { Language } from '../bilingual.ts'
import type { FieldType } from '../template.ts'
import { type Decimal, rounded, shifted, showDecimal, toNumber } from './exact-decimal.ts'
import {
  confirming,
  type FieldBehaviour,
  type FieldFinding,
  type FieldFix,
  found,
  type PlainReader,
  quoted,
  read,
} from './field-behaviour.ts'
import { countOf, groupedReading, judgeLimits, judgePercentFormat, numberFix, readNumber } from './number-reading.ts'
import { UNIT_POWER } from './typed-number.ts'

type Money = Extract<FieldType, { kind: 'money' }>

/** Columns in triệu and tỷ go down to a thousand đồng, as the plan's tables do: 0,001 triệu. */
const PLACES = { dong: 0, trieu: 3, ty: 6 }
export const UNIT_NAMES: Readonly<Record<Language, Readonly<Record<Money['unit'], string>>>> = {
  vi: { dong: 'đồng', trieu: 'triệu đồng', ty: 'tỷ đồng' },
  en: { dong: 'đồng', trieu: 'million đồng', ty: 'billion đồng' },
}
/** 10.000.000 triệu đồng: more than the whole plan twenty times over (rule R11). */
const IMPLAUSIBLE = 10_000_000_000_000

const inUnit = (type: Money, dong: number): Decimal => shifted({ units: BigInt(dong), places: 0 }, -UNIT_POWER[type.unit])

/** Three places and 1–999 before them: see `judgeThousandfold`. `count` is the amount in 10^-places of the unit, `step` that of the third place. */
const looksGrouped = (stored: number, count: number, step: number): boolean => {
  if (!(stored < 1000 && stored > -1000) || (stored < 1 && stored > -1)) return false
  // Below 10^9, so that it is counted in whole numbers.
  const small = count | 0
  return (step === 1 || small % step === 0) && small % (10 * step) !== 0
}

/** The đồng of stored numbers about which there is nothing to say. */
function plainDong(type: Money): PlainReader {
  const places = PLACES[type.unit]
  const [scale, worth] = [10 ** places, 10 ** (UNIT_POWER[type.unit] - places)]
  const limit = type.unit === 'dong' ? Number.MAX_SAFE_INTEGER + 1 : IMPLAUSIBLE
  const { min = -Infinity, max = Infinity } = type
  const step = places < 3 ? 0 : 10 ** (places - 3)
  return (typed) => {
    if (typeof typed !== 'number') return undefined
    const count = countOf(typed, scale)
    if (count === null || (step > 0 && looksGrouped(typed, count, step))) return undefined
    const dong = count * worth
    return dong < limit && dong > -limit && dong >= min && dong <= max ? dong : undefined
  }
}

/**
 * A cell that holds the number 322.799 looks the same whether somebody meant 322 triệu 799 nghìn or, on an Excel
 * that divides with ".", typed 322.799 triệu. Only three places and 1–999 before them can look so: 154.500 typed
 * there becomes 154.5 and is seen to have changed.
 */
function judgeThousandfold(type: Money, typed: unknown, number: Decimal, dong: number): FieldFinding[] {
  if (type.unit === 'dong') return []
  const ask = (second: Decimal): FieldFinding[] => [
    found('thousandfold', 'warning', {
      actual: showDecimal(number, 'vi'),
      params: {
        first: showDecimal(number, 'vi'),
        second: showDecimal(second, 'vi'),
        unit: type.unit,
        dong: showDecimal(inDong(dong), 'vi'),
      },
      fixes: [unmistakably(type, second), confirming(numberFix(number))],
    }),
  ]
  const grouped = typeof typed === 'number' ? groupedReading(number) : null
  if (grouped) return ask(grouped)
  return Math.abs(dong) >= IMPLAUSIBLE ? ask(typedInDong(type, number)) : []
}

/** A number that would itself be asked about is written out in đồng. */
const unmistakably = (type: Money, number: Decimal): FieldFix => {
  const shown = showDecimal(number, 'vi')
  return groupedReading(number)
    ? { value: `${showDecimal(shifted(number, UNIT_POWER[type.unit]), 'vi')} ${UNIT_NAMES.vi.dong}`, shown }
    : numberFix(number)
}

/** Where đồng were typed into a column of a larger unit: whole ones, because no others are kept. */
const typedInDong = (type: Money, number: Decimal): Decimal => shifted(rounded(number, 0), -UNIT_POWER[type.unit])

const inDong = (dong: number): Decimal => ({ units: BigInt(dong), places: 0 })

/** Fractions of đồng cannot be kept; what is finer than the column's thousand đồng is kept and told. */
function judgeFineness(type: Money, number: Decimal, exact: Decimal): FieldFinding[] {
  const places = PLACES[type.unit]
  if (number.places <= places) return []
  const grouped = type.unit === 'dong' ? groupedReading(number) : null
  return [
    found('too-many-places', exact.places > 0 ? 'error' : 'warning', {
      actual: showDecimal(number, 'vi'),
      params: { places },
      fixes: [numberFix(rounded(number, places)), ...(grouped ? [numberFix(grouped)] : [])],
    }),
  ]
}

export const money: FieldBehaviour<Money> = {
  plain: plainDong,
  read(type, typed, entry) {
    const asPercent = judgePercentFormat(typed, entry)
    if (asPercent.length > 0) return read(null, ...asPercent)
    const power = UNIT_POWER[type.unit]
    const { number, unit, findings } = readNumber(typed, entry, {
      inColumn: (one, written) => (written === 'percent' ? null : written === null ? one : shifted(one, UNIT_POWER[written] - power)),
      unit: type.unit,
      asksZeros: true,
      minds: true,
    })
    if (!number) return read(null, ...findings)
    const exact = shifted(number, power)
    const dong = toNumber(rounded(exact, 0))
    if (!Number.isSafeInteger(dong))
      return read(
        null,
        found('above-maximum', 'error', {
          actual: quoted(typed),
          params: { limit: showDecimal(inUnit(type, Number.MAX_SAFE_INTEGER), 'vi'), unit: type.unit },
          // Typed in đồng, probably.
          fixes: power === 0 ? [] : [numberFix(typedInDong(type, number))],
        }),
      )
    const show = (amount: number) => showDecimal(inUnit(type, amount), 'vi')
    // Who wrote the unit behind the number did not mistake it.
    const thousandfold = unit === null ? judgeThousandfold(type, typed, number, dong) : []
    return read(dong, ...findings, ...judgeFineness(type, number, exact), ...thousandfold, ...judgeLimits(dong, type, show))
  },
  show: (type, value, lang) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? showDecimal(inUnit(type, value), lang) : String(value),
  cell: (type, value) => (typeof value === 'number' && Number.isSafeInteger(value) ? toNumber(inUnit(type, value)) : String(value)),
  // Three places always: "322.799" with the wrong sign is then seen to be 322 and a fraction. Finer digits are never hidden.
  numberFormat: (type) => (type.unit === 'dong' ? '#,##0' : '#,##0.000###'),
}
