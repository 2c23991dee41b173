// What the columns of one table say of each other: a column of which neither title nor values
// speak is of the kind that its neighbours, the table's units and its sums make it. Never surely.
import type { MoneyUnit } from '../takeover/money-unit.ts'
import type { FieldType } from '../template.ts'
import { foldBare } from '../text/fold.ts'
import type { Judged } from './column-type.ts'
import type { Content } from './content-type.ts'
import { type Hint, moneyIn, titleHint } from './title-hint.ts'
import { AMOUNT, COUNT, MEASURE } from './title-sayings.ts'

export interface SeenColumn {
  readonly column: number
  readonly titles: readonly string[]
  readonly hint: Hint | null
  /** Of its cells, or of the format of its blank cells. */
  readonly content: Content | null
  readonly judged: Judged
}

export interface TableSays {
  readonly unitAbove: MoneyUnit | null
  /** "ĐVT: người, triệu đồng": which of its numbers are money only their titles say. */
  readonly mixedUnits: boolean
  /** "Đơn vị tính: người" above it. */
  readonly measureAbove: FieldType | null
  readonly added: ReadonlySet<number>
}

/** Titles that ask for a certain kind of values; weaker ones only suggest it. */
const ASKS = 0.6
const SUPPOSED = 0.6
const NUMBERS: ReadonlySet<FieldType['kind']> = new Set(['integer', 'decimal', 'money', 'percent'])

const bareLeaf = ({ titles }: SeenColumn): string => foldBare(titles.at(-1) ?? '')
const groupOf = ({ titles }: SeenColumn): string => titles.slice(0, -1).join(' > ')
const isVague = ({ hint }: SeenColumn): boolean => hint === null || hint.strength < ASKS

/** Where every row is a person nothing about her is counted. */
const tickedOrCounted = (all: readonly SeenColumn[]): FieldType =>
  all.some((other) => /^ho (?:va )?ten|ho ten/.test(bareLeaf(other))) ? { kind: 'yes-no' } : COUNT

/** "Nam", "Nữ" are ticked where every row is a person, and counted elsewhere. */
function ofSexes(one: SeenColumn, all: readonly SeenColumn[]): FieldType | null {
  if (one.hint !== null || !/^(?:nam|nu)(?: \d+)?$/.test(bareLeaf(one))) return null
  return tickedOrCounted(all)
}

/** Of the columns under the same group, where all that say something say the same. */
function ofNeighbours(one: SeenColumn, all: readonly SeenColumn[]): FieldType | null {
  const group = groupOf(one)
  if (group === '') return null
  const speaking = all.filter((other) => other !== one && groupOf(other) === group && (other.content !== null || !isVague(other)))
  // "Bình chữa cháy (cái)" says for itself alone what it is; those that say as little as this one are like it.
  const alike = one.hint === null ? speaking.filter(({ hint }) => hint === null) : []
  const others = alike.length > 0 ? alike : speaking
  const [first] = others
  return first && others.every(({ judged }) => judged.type.kind === first.judged.type.kind) ? first.judged.type : null
}

/** "Tổng số HTX", beside it "Trong đó": what stands there is a part of it, and counted as it is. */
function ofWhole(one: SeenColumn, all: readonly SeenColumn[]): FieldType | null {
  if (one.hint !== null || !/^(?:trong do|chia ra|bao gom|gom)\b/.test(foldBare(one.titles.at(-2) ?? ''))) return null
  const whole = all.slice(0, all.indexOf(one)).findLast((other) => groupOf(other) !== groupOf(one))
  return whole && NUMBERS.has(whole.judged.type.kind) ? whole.judged.type : null
}

/** "Trình độ" over "Đại học", "Thạc sĩ": words that are divided over columns are ticked of people, and counted elsewhere. */
function ofDivision(one: SeenColumn, all: readonly SeenColumn[]): FieldType | null {
  const group = groupOf(one)
  const divided = group === '' ? [] : all.filter((other) => groupOf(other) === group)
  if (divided.length < 2 || divided.some(({ hint, content }) => hint !== null || content !== null)) return null
  const over = titleHint(one.titles.slice(0, -1), null)
  return over === null || over.type.kind === 'text' ? tickedOrCounted(all) : null
}

/** Within so many times of each other amounts may be of one kind. */
const ALIKE = 100

/** "Kinh phí (triệu đồng)", beside it "Đã cấp đến nay": of the money to its left, where the sizes agree. */
function ofMoneyBeside(one: SeenColumn, all: readonly SeenColumn[]): FieldType | null {
  const left = all[all.indexOf(one) - 1]
  if (left?.judged.type.kind !== 'money' || !AMOUNT.test(bareLeaf(one))) return null
  const [mine, theirs] = [one.content?.largest, left.content?.largest]
  return mine === undefined || theirs === undefined || (mine * ALIKE >= theirs && theirs * ALIKE >= mine) ? left.judged.type : null
}

/** "Đã khắc phục hậu quả", "Có nhà đa năng": whether it is so. */
const DONE = /^(?:da|co|chua) [a-z]{2}/

/** Each row says its own unit: people and hectares stand below each other. */
const hasUnits = (all: readonly SeenColumn[]): boolean => all.some((one) => /^(?:don vi tinh|dvt|don vi do)\b/.test(bareLeaf(one)))

const supposed = (type: FieldType): Judged => ({ type, confidence: SUPPOSED, why: 'neighbours' })

function togetherOf(one: SeenColumn, all: readonly SeenColumn[], says: TableSays): Judged {
  const { judged, content } = one
  const units = hasUnits(all)
  if (content !== null) {
    const silent = says.mixedUnits && one.hint === null && (judged.type.kind === 'integer' || judged.type.kind === 'decimal')
    if (silent) return { ...judged, confidence: Math.min(judged.confidence, SUPPOSED) }
    const counts = judged.type.kind === 'integer' && isVague(one) && content.type.kind === 'integer'
    if (!counts || says.unitAbove) return judged
    if (units) return supposed(MEASURE)
    const beside = ofMoneyBeside(one, all)
    if (beside) return supposed(beside)
    return says.measureAbove?.kind === 'decimal' ? supposed(MEASURE) : judged
  }
  if (!isVague(one)) return judged
  const sexes = ofSexes(one, all)
  if (sexes) return supposed(sexes)
  const neighbours = ofNeighbours(one, all)
  if (neighbours) return supposed(neighbours)
  const part = ofWhole(one, all)
  if (part) return supposed(part)
  const divided = says.added.has(one.column) ? null : ofDivision(one, all)
  if (divided) return supposed(divided)
  if (one.hint === null && DONE.test(bareLeaf(one)) && !AMOUNT.test(bareLeaf(one)) && !says.added.has(one.column))
    return supposed({ kind: 'yes-no' })
  const counted = says.added.has(one.column) || AMOUNT.test(bareLeaf(one)) || one.judged.type.kind === 'integer'
  if (!counted || (one.hint !== null && !NUMBERS.has(one.hint.type.kind))) return judged
  if (judged.type.kind === 'money') return judged
  if (units) return supposed(MEASURE)
  if (says.unitAbove) return supposed(moneyIn(says.unitAbove))
  return supposed(ofMoneyBeside(one, all) ?? says.measureAbove ?? COUNT)
}

export const judgedTogether = (all: readonly SeenColumn[], says: TableSays): Judged[] => all.map((one) => togetherOf(one, all, says))
