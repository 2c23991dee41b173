// What kind of values the titles above a column announce, and how clearly. Looks at no values.
import { type MoneyUnit, unitOfTitles } from '../takeover/money-unit.ts'
import { titleWords } from '../takeover/title-words.ts'
import type { FieldType } from '../template.ts'
import { foldBare } from '../text/fold.ts'
import { isSequenceTitle } from './find-table-headers.ts'
import { measureOfTitle } from './measure-unit.ts'
import {
  AMOUNT,
  COUNT,
  COUNTED,
  HOW_WRITTEN,
  MONEY,
  MONEY_WITH_TONES,
  OF_PAY,
  PAID_WITH_TONES,
  PERCENT,
  SAYINGS,
  type Saying,
} from './title-sayings.ts'

export interface Hint {
  readonly type: FieldType
  /** 0 to 1: how sure the title alone makes it. */
  readonly strength: number
}

/** The unit of a column of ours; thousands are counted in đồng. */
export const moneyIn = (unit: MoneyUnit): FieldType => ({ kind: 'money', unit: unit === 'nghin' ? 'dong' : unit, min: 0 })

const CLEAR = 0.8
/** A part of a number that is no amount: "Số văn bản / Ngày". */
const OWN_NUMBER = /^(?:so|ngay|thang|nam|ky hieu|ten|ma)\b/

const isCounted = (bare: string): boolean => COUNTED.test(bare) || /^(?:tong )?so [a-z]{2}/.test(bare)
const ASIDE_UNIT = /^(?:don vi(?: tinh)? |dvt )?(?:ty|trieu|tr|nghin|ngan|1000|1 000)? ?(?:dong|vnd|d)?$/

const saysUnit = (titles: readonly string[]): boolean =>
  titles.some((title) =>
    [...title.matchAll(/\(([^()]*)\)/g)].some(([, aside]) => aside !== '' && ASIDE_UNIT.test(foldBare(aside as string))),
  )

const saidBy = (sayings: readonly Saying[], ...texts: readonly string[]): Hint | null => {
  for (const text of texts) {
    const said = sayings.find(([pattern]) => pattern.test(text))
    if (said) return { type: said[1], strength: said[2] }
  }
  return null
}

/** `unitAbove`: of the money of the table; `unitOfAll`: of whatever its titles do not call otherwise. */
export function titleHint(titles: readonly string[], unitAbove: MoneyUnit | null, unitOfAll = unitAbove): Hint | null {
  const leaf = titles.at(-1) ?? ''
  if (titles.some(isSequenceTitle)) return { type: { kind: 'sequence', style: 'number' }, strength: 1 }
  const bare = foldBare(leaf)
  // Also with abbreviations written out: "GN kỳ này", "Đ/v p.hợp".
  // "Đã" is no abbreviation of "dự án".
  const ideas = titleWords(leaf.replace(/(?<!\p{L})đã(?!\p{L})/giu, ' ')).join(' ')
  const whole = [...titles.map(foldBare), ideas].join(' ')
  if (/%/.test(leaf) || /^(?:dat |co )?(?:ty|ti) le\b|^phan tram/.test(bare)) return { type: PERCENT, strength: 0.9 }
  const written = saidBy(HOW_WRITTEN, bare)
  if (written) return written
  if (COUNTED.test(bare)) return { type: COUNT, strength: 0.85 }
  const unit = unitOfTitles([leaf])
  if (unit) return money(titles, unit)
  const measured = measureOfTitle(leaf)
  if (measured) return { type: measured, strength: 0.9 }
  const said = saidBy(SAYINGS, bare, ideas)
  if (said && said.strength >= CLEAR) return paidFor(said, titles, unitAbove) ?? said
  return aroundIt(titles, { bare, ideas, whole }, { unitAbove, unitOfAll }, said)
}

const money = (titles: readonly string[], unit: MoneyUnit): Hint => ({
  type: moneyIn(unit),
  strength: unit !== 'nghin' && saysUnit(titles) ? 0.9 : 0.6,
})

/** "Phụ cấp / Chức vụ": what is paid for a position, not the position; which, is not said. */
function paidFor({ type }: Hint, titles: readonly string[], unitAbove: MoneyUnit | null): Hint | null {
  const group = titles.at(-2)?.normalize('NFC').toLowerCase() ?? ''
  if (type.kind !== 'text' || OF_PAY.test(foldBare(titles.at(-1)!))) return null
  const unit = unitOfTitles([group])
  if (unit) return { ...money(titles, unit), strength: 0.6 }
  return PAID_WITH_TONES.test(group) ? { type: moneyIn(unitAbove ?? 'dong'), strength: 0.5 } : null
}

/** What its groups and the unit of the table say of a title that does not speak for itself. */
function aroundIt(
  titles: readonly string[],
  { bare, ideas, whole }: Readonly<Record<'bare' | 'ideas' | 'whole', string>>,
  { unitAbove, unitOfAll }: Readonly<Record<'unitAbove' | 'unitOfAll', MoneyUnit | null>>,
  said: Hint | null,
): Hint | null {
  const groups = titles.slice(0, -1)
  const unit = unitOfTitles(groups)
  if (unit) return money(titles, unit)
  const measured = groups.toReversed().flatMap((group) => measureOfTitle(group) ?? [])[0]
  if (measured) return { type: measured, strength: CLEAR }
  if (unitAbove && MONEY.test(whole)) return { type: moneyIn(unitAbove), strength: unitAbove === 'nghin' ? 0.6 : 0.85 }
  if (titles.some((title) => title.includes('%'))) return { type: PERCENT, strength: CLEAR }
  const spoken = titles.join(' ').normalize('NFC').toLowerCase()
  if (MONEY.test(bare) || MONEY.test(ideas) || MONEY_WITH_TONES.test(spoken))
    if (!said || said.strength < 0.55) return { type: moneyIn(unitAbove ?? 'trieu'), strength: 0.5 }
  const over = groups.toReversed().flatMap((group) => saidBy(SAYINGS, foldBare(group)) ?? [])[0]
  // "Diện tích / Cơ quan nhà nước": measured by who has it.
  const byWhom = said === null || said.type.kind === 'agency' || said.type.kind === 'agencies'
  if (byWhom && over?.type.kind === 'decimal' && over.strength >= CLEAR) return { type: over.type, strength: 0.6 }
  if (said) return said
  if (over?.type.kind === 'date') return { ...over, strength: 0.7 }
  // "Số thủ tục / Toàn trình": what is counted stands above.
  if (!over && !OWN_NUMBER.test(bare)) {
    const counted = groups.map(foldBare).find(isCounted)
    if (counted !== undefined) return { type: COUNT, strength: COUNTED.test(counted) ? CLEAR : 0.55 }
  }
  if (AMOUNT.test(bare)) return unitOfAll ? { type: moneyIn(unitOfAll), strength: 0.6 } : { type: COUNT, strength: 0.5 }
  return /^(?:tong )?so\b/.test(bare) ? { type: COUNT, strength: 0.6 } : null
}
