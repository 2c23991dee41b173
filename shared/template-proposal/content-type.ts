// What kind of values stand in a column of any form: numbers by their formats, texts by
// the readings of our own types. Looks at no titles.
import type { CheckContext } from '../check-context.ts'
import type { CodeList } from '../plan.ts'
import { contentSuits } from '../takeover/column-content.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'
import type { Field, FieldType } from '../template.ts'
import { foldBare } from '../text/fold.ts'
import { isDayFormat, isMonthFormat, moneyOfFormat } from './number-format.ts'
import { moneyIn } from './title-hint.ts'
import { COUNT, LINE, PERCENT, PROSE } from './title-sayings.ts'

export interface Content {
  readonly type: FieldType
  /** Numbers and words stand below each other. */
  readonly mixed: boolean
  readonly cells: number
  /** Of its numbers. */
  readonly largest?: number
  /** Its texts are figures that were typed as text; whether numbers or codes, they do not say. */
  readonly figures?: boolean
  /** Its texts are called as offices are, whether the register knows them or not. */
  readonly offices?: boolean
}

const LONG = 80
const FITS = 0.9
/** This share of numbers makes a column of numbers; what else stands there is asked about. */
const MOSTLY = 0.6
const MOST_PLACES = 4

/** What people put into a cell that is only to be marked. */
export const isTick = (text: string): boolean => /^[xX×✓✔☑√]$/u.test(text)

/** A column of ours that asks for a type, to be held against theirs. */
const asking = (type: FieldType): Field => ({
  ...{ key: 'x', title: { vi: '', en: '' }, type, source: 'input', required: false, nilAllowed: true, width: 10 },
})

const OFFICE =
  /^(?:sở|ban|ubnd|ủy ban nhân dân|uỷ ban nhân dân|phường|xã|thị trấn|huyện|thị xã|thành phố|tp|phòng|chi cục|cục|trung tâm|công an|văn phòng|thanh tra|trường|bệnh viện|hội|đảng ủy|quỹ|thống kê|kho bạc|bhxh|bảo hiểm)[\s.]/iu

const placesOf = (number: number): number => (String(number).split('.')[1] ?? '').length

/** Of texts that are nothing but figures: "01" is a number of its own rather than the code of a list that has one. */
const OF_FIGURES: readonly FieldType[] = [
  { kind: 'date' },
  { kind: 'year-range' },
  { kind: 'period' },
  { kind: 'yes-no' },
  { kind: 'decimal', places: 2 },
]

/** Of a list at least one cell holds an entry; otherwise it is not worth asking which is meant. */
const holdsOne = ({ entries }: CodeList, keys: ReadonlySet<string>): boolean =>
  entries.some(({ code, label }) => keys.has(foldBare(label.vi)) || keys.has(foldBare(label.en)) || keys.has(foldBare(code)))

/** Most particular first. */
const candidates = ({ plan }: CheckContext, keys: ReadonlySet<string>): readonly FieldType[] => [
  { kind: 'url' },
  { kind: 'document-number' },
  { kind: 'date' },
  { kind: 'year-range' },
  { kind: 'period' },
  { kind: 'yes-no' },
  { kind: 'clause', many: true },
  ...plan.lists.filter((list) => holdsOne(list, keys)).map(({ id }): FieldType => ({ kind: 'choice', list: id })),
  { kind: 'agency' },
  { kind: 'agencies' },
]

function ofNumbers(numbers: readonly number[], formats: readonly string[]): FieldType {
  if (formats.some((format) => format.includes('%'))) return PERCENT
  if (formats.length > 0 && formats.every(isMonthFormat)) return { kind: 'period' }
  if (formats.length > 0 && formats.every(isDayFormat)) return { kind: 'date' }
  const units = new Set(formats.map(moneyOfFormat))
  const [unit] = units
  if (formats.length === numbers.length && unit && units.size === 1) return moneyIn(unit)
  if (numbers.every(Number.isInteger)) return numbers.every((number) => number >= 0) ? COUNT : { kind: 'integer' }
  return { kind: 'decimal', places: Math.min(MOST_PLACES, Math.max(...numbers.map(placesOf))) }
}

/** Null where no cell says anything. */
export function contentType(sheet: TheirSheet, rows: readonly number[], column: number, context: CheckContext): Content | null {
  const cells = rows.flatMap((row) => {
    const cell = sheet.index.cell(row, column)
    const blank = !cell || cell.error || /^\s*[-–—….]*\s*$/.test(String(cell.value))
    return blank ? [] : [{ row, cell }]
  })
  const numbers = cells.flatMap(({ cell }) => (typeof cell.value === 'number' ? [cell.value] : []))
  const texts = cells.flatMap(({ row }) => sheet.text(row, column) || [])
  if (cells.length === 0) return null
  const all = cells.length
  if (cells.every(({ cell }) => typeof cell.value === 'boolean')) return { type: { kind: 'yes-no' }, mixed: false, cells: all }
  const mixed = numbers.length > 0 && numbers.length < all
  if (numbers.length >= all * MOSTLY) {
    const formats = cells.flatMap(({ cell }) => (typeof cell.value === 'number' && cell.format ? [cell.format] : []))
    return { type: ofNumbers(numbers, formats), mixed, cells: all, largest: Math.max(...numbers) }
  }
  if (texts.every(isTick)) return { type: { kind: 'yes-no' }, mixed, cells: all }
  const written = texts.every((text) => /^[\d.,\s]+%?$/.test(text) && /\d/.test(text))
  const wanted = written ? OF_FIGURES : candidates(context, new Set(texts.map(foldBare)))
  const suited = wanted.find((type) => (contentSuits(sheet, rows, column, asking(type), context, FITS)?.fit ?? 0) >= FITS)
  const type = suited ?? (texts.some((text) => text.length > LONG) ? PROSE : LINE)
  return {
    type,
    mixed,
    cells: all,
    ...(written ? { figures: true } : {}),
    ...(suited ? {} : { offices: texts.every((text) => OFFICE.test(text)) }),
  }
}
