// Money: shown and typed in the column's unit, kept as whole đồng, exactly. The
// great danger is a thousandfold error, which no reading here makes in silence.
import type { FieldType } from '../template.ts'
import { type Decimal, rounded, shifted, showDecimal, showNumber, toNumber } from './exact-decimal.ts'
import { type FieldBehaviour, type FieldFinding, found, quoted, read } from './field-behaviour.ts'
import { groupedReading, judgeLimits, numberFix, readNumber } from './number-reading.ts'

type Money = Extract<FieldType, { kind: 'money' }>

const POWER = { dong: 0, nghin: 3, trieu: 6, ty: 9 }
/** Columns in triệu and tỷ go down to a thousand đồng, as the plan's tables do: 0,001 triệu. */
const PLACES = { dong: 0, trieu: 3, ty: 6 }
export const UNIT_NAMES = {
  vi: { dong: 'đồng', trieu: 'triệu đồng', ty: 'tỷ đồng' },
  en: { dong: 'dong', trieu: 'million dong', ty: 'billion dong' },
}
/** 10.000.000 triệu đồng: more than the whole plan twenty times over (rule R11). */
const IMPLAUSIBLE = 10_000_000_000_000

const inUnit = (type: Money, dong: number): Decimal => shifted({ units: BigInt(dong), places: 0 }, -POWER[type.unit])

/**
 * A cell that holds the number 322.799 looks the same whether somebody meant 322 triệu 799 nghìn or, on an Excel
 * that divides with ".", typed 322.799 triệu. Only three places and 1–999 before them can look so: 154.500 typed
 * there becomes 154.5 and is seen to have changed.
 */
function judgeThousandfold(type: Money, typed: unknown, number: Decimal, dong: number): FieldFinding[] {
  const grouped = typeof typed === 'number' && type.unit !== 'dong' ? groupedReading(number) : null
  const detail = (first: Decimal, second: Decimal): FieldFinding =>
    found('thousandfold', 'warning', {
      actual: showDecimal(number, 'vi'),
      params: { first: showDecimal(first, 'vi'), second: showDecimal(second, 'vi'), unit: type.unit, dong: showNumber(dong, 'vi') },
      fixes: [numberFix(second), numberFix(first)],
    })
  if (grouped) return [detail(number, grouped)]
  if (type.unit !== 'dong' && Math.abs(dong) >= IMPLAUSIBLE) {
    const meant = shifted(number, -POWER[type.unit])
    return [detail(number, meant)]
  }
  return []
}

export const money: FieldBehaviour<Money> = {
  read(type, typed) {
    const power = POWER[type.unit]
    const { number, findings } = readNumber(typed, (one, unit) =>
      unit === 'percent' ? null : unit === null ? one : shifted(one, POWER[unit] - power),
    )
    if (!number) return read(null, ...findings)
    const exact = shifted(number, power)
    const dong = toNumber(rounded(exact, 0))
    if (!Number.isSafeInteger(dong))
      return read(
        null,
        found('above-maximum', 'error', {
          actual: quoted(typed),
          params: { limit: showDecimal(inUnit(type, Number.MAX_SAFE_INTEGER), 'vi') },
        }),
      )
    const places = PLACES[type.unit]
    const tooFine =
      number.places > places
        ? [
            found('too-many-places', exact.places > 0 ? 'error' : 'warning', {
              actual: showDecimal(number, 'vi'),
              params: { places },
              fixes: [
                numberFix(rounded(number, places)),
                ...(type.unit === 'dong' ? [groupedReading(number)] : []).flatMap((one) => (one ? [numberFix(one)] : [])),
              ],
            }),
          ]
        : []
    const show = (amount: number) => showDecimal(inUnit(type, amount), 'vi')
    return read(dong, ...findings, ...tooFine, ...judgeThousandfold(type, typed, number, dong), ...judgeLimits(dong, type, show))
  },
  show: (type, value, lang) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? showDecimal(inUnit(type, value), lang) : String(value),
  cell: (type, value) => (typeof value === 'number' && Number.isSafeInteger(value) ? toNumber(inUnit(type, value)) : String(value)),
  // Three places always: "322.799" with the wrong sign is then seen to be 322 and a fraction. Finer digits are never hidden.
  numberFormat: (type) => (type.unit === 'dong' ? '#,##0' : '#,##0.000###'),
}
