// The titles above the columns of a table that somebody else made, for a few
// rows taken as its header: groups speak for the columns below them. Judges nothing.
import { foldBare } from '../text/fold.ts'
import type { TheirSheet } from './their-sheet.ts'

/** `(3)`, `[3]`, `3`, `A`, `3 = 1 + 2`, `1=2+…+7`: how columns are numbered below their titles. */
export const isColumnNumber = (text: string): boolean =>
  /^[([]?\d{1,2}[)\]]?$|^[([]?\d{1,2}[)\]]?\s*=[\d\s+\-–/x×:*()[\]%.…]+$|^\(?[A-ZĐa-zđ]\)?$/.test(text.trim())

export interface HeaderRows {
  /** Zero-based, inclusive. */
  readonly from: number
  readonly to: number
}

/** What a cell says as a title: a text; what else may stand for one, whoever asks decides. */
export type TitleAt = (row: number, column: number) => string

/** Further no title speaks for columns, however far its cell is merged. */
const WIDEST = 400

/** Titles by column, outermost first. */
export function titlesAbove(sheet: TheirSheet, { from, to }: HeaderRows, textAt?: TitleAt): Map<number, string[]> {
  const rows = Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
  const inHeader = sheet.merges.filter((range) => range.to.row >= from && range.from.row <= to)
  const merges = inHeader.filter((range) => range.from.row >= from && range.to.column > range.from.column)
  const isMerged = (row: number, column: number) =>
    inHeader.some((range) => range.from.row <= row && row <= range.to.row && range.from.column <= column && column <= range.to.column)
  const columns = new Set(rows.flatMap((row) => sheet.row(row).map(([column]) => column)))
  for (const { from: begin, to: end } of merges)
    for (let at = begin.column; at <= Math.min(end.column, begin.column + WIDEST); at++) columns.add(at)
  const said: TitleAt = (row, column) => {
    const text = sheet.text(row, column)
    return textAt ? textAt(row, column) : isColumnNumber(text) ? '' : text
  }
  const paths = new Map<number, string[]>()
  for (const row of rows) {
    const texts = sheet.row(row).flatMap(([column]) => {
      const text = said(row, column)
      return text === '' ? [] : [{ column, text }]
    })
    texts.forEach(({ column, text }, at) => {
      const merged = merges.find((range) => range.from.row === row && range.from.column === column)
      // A group that is centred over its columns, or whose merge cannot be read, reaches to the next text over all columns that have a title below.
      const next = texts[at + 1]?.column ?? Number.POSITIVE_INFINITY
      const guessed = row < to && !isMerged(row, column)
      const below = (one: number) => rows.some((other) => other > row && said(other, one) !== '')
      for (const under of columns) {
        const reached = guessed && under > column && under < next && !isMerged(row, under)
        const spoken = merged
          ? under >= column && under <= merged.to.column
          : under === column || (reached && below(under) && below(column))
        if (spoken) paths.set(under, [...(paths.get(under) ?? []), text])
      }
    })
  }
  return paths
}

/** What stands at the head of a row of numbers: "MS", "Mã số". */
const HEAD_OF_NUMBERS = /^(?:ms|ma so|ma cot|so cot|cot(?: so)?)$/

/** Whether the row only numbers the columns. */
export function numbersColumns(sheet: TheirSheet, row: number): boolean {
  const [first, ...others] = sheet.row(row)
  if (!first) return false
  const cells = HEAD_OF_NUMBERS.test(foldBare(String(first[1].value))) ? others : [first, ...others]
  const numbers = cells.filter(([, { value }]) =>
    // Programs that read "(3)" as accountants do keep -3.
    typeof value === 'number'
      ? Number.isInteger(value) && value !== 0 && Math.abs(value) < 100
      : typeof value === 'string' && isColumnNumber(value),
  )
  if (cells.length < 3 || numbers.length < cells.length) return false
  const counted = numbers.flatMap(([, { value }]) => {
    const number = Math.abs(
      Number(
        String(value)
          .replace(/[()[\]]/g, '')
          .replace(/=.*/, ''),
      ),
    )
    return Number.isNaN(number) ? [] : [number]
  })
  return counted.every((number, at) => at === 0 || number === counted[at - 1]! + 1)
}
