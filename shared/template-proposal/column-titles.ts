// What the columns of a table of any form are called, groups first: numbers that stand as titles
// are titles, cells that are one on paper are one column. Knows no types.
import { isYear } from '../takeover/may-be-titles.ts'
import { type HeaderRows, isColumnNumber, type TitleAt, titlesAbove } from '../takeover/their-header.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'

/** "Đơn", "vị", "tính" below each other: one title, typed into several cells. */
function joined(path: readonly string[]): string[] {
  const whole: string[] = []
  for (const part of path) {
    if (whole.length > 0 && /^(?:\p{Ll}|\([^()]*\)$)/u.test(part)) whole.push(`${whole.pop()} ${part}`)
    else whole.push(part)
  }
  return whole
}

/** Months and years that are typed as numbers; a row that only numbers the columns stands below all titles. */
function titleIn(sheet: TheirSheet, header: HeaderRows): TitleAt {
  const isAmongTitles = (row: number) =>
    sheet.merges.some(({ from, to }) => from.row >= header.from && from.row < row && to.row >= row && to.row <= header.to)
  return (row, column) => {
    const text = sheet.text(row, column)
    const value = sheet.index.cell(row, column)?.value
    if (typeof value === 'number') return isYear(value) || isAmongTitles(row) ? String(value) : ''
    return isColumnNumber(text) && !isAmongTitles(row) ? '' : text
  }
}

/** Cells to the right of a title that are merged with it, where nothing of their own stands below: the form is drawn on a finer grid. */
function swallowed(sheet: TheirSheet, header: HeaderRows, below: number): Set<number> {
  const lowest = sheet.merges.filter(
    ({ from, to }) => from.row >= header.from && from.row <= header.to && to.row === header.to && to.column > from.column,
  )
  const rows = sheet.index.rows().filter((row) => row > header.to && row < below)
  const stands = (column: number) => rows.some((row) => sheet.row(row).some(([one]) => one === column))
  return new Set(
    lowest.flatMap(({ from, to }) =>
      Array.from({ length: to.column - from.column }, (_, at) => from.column + 1 + at).filter((column) => !stands(column)),
    ),
  )
}

/** By column; `below` is the first row that belongs to something else. */
export function titlesOf(sheet: TheirSheet, header: HeaderRows, below: number): Map<number, string[]> {
  const isMerged = sheet.merges.some(({ from }) => from.row >= header.from && from.row <= header.to)
  const aside = swallowed(sheet, header, below)
  const found = [...titlesAbove(sheet, header, titleIn(sheet, header))].filter(([column]) => !aside.has(column))
  return new Map(isMerged ? found : found.map(([column, path]) => [column, joined(path)]))
}
