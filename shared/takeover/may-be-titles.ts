// Whether a row of theirs may belong to the header of a table: short texts, and no number
// but a year. Knows no titles.
import type { TheirSheet } from './their-sheet.ts'

/** Titles are short; what is longer is prose of the data. */
export const LONGEST_TITLE = 160

/** A year may stand in a header as a number; other numbers are data. */
export const isYear = (value: unknown): boolean => typeof value === 'number' && value >= 1990 && value < 2100 && Number.isInteger(value)

export function mayBeTitles(sheet: TheirSheet, row: number): boolean {
  const cells = sheet.row(row)
  const texts = cells.filter(([column]) => {
    const text = sheet.text(row, column)
    return text !== '' && text.length <= LONGEST_TITLE && /\p{L}|%/u.test(text)
  })
  const numbers = cells.some(([, { value }]) => typeof value === 'number' && !isYear(value))
  return texts.length > 0 && !numbers && texts.length >= cells.length * 0.7
}
