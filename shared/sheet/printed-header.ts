// The printed header of a table read back: which column stands under which
// titles, groups included, however the cells were wrapped or moved. Knows no anchors.
import { parseRange } from '../a1.ts'
import type { Field, Table } from '../template.ts'
import { fold } from '../text/fold.ts'
import { MARK } from './anchors.ts'
import type { SheetIndex } from './sheet-index.ts'
import { headerDepth } from './table-header.ts'

/** `(3)` in the row of column numbers. */
const isColumnNumber = (text: string): boolean => /^\(\d+\)$/.test(text.trim())

const pathOf = (field: Field): string => [...(field.group ?? []), field.title].map((title) => fold(title.vi)).join('\n')

/** Titles above each column, outermost first. A group's cell speaks for all columns that it is merged over; where merges are not known, up to the next text. */
function columnPaths(index: SheetIndex, merges: readonly string[], rows: readonly number[]): Map<number, string[]> {
  const spans = merges.map(parseRange).filter((range) => range !== null)
  const paths = new Map<number, string[]>()
  const deepest = Math.max(...rows)
  const columns = new Set(rows.flatMap((row) => index.row(row).map(([column]) => column)))
  for (const row of rows) {
    const texts = index.row(row).flatMap(([column, { value }]) => {
      const text = typeof value === 'string' && !isColumnNumber(value) ? fold(value) : ''
      return text === '' ? [] : [{ column, text }]
    })
    texts.forEach(({ column, text }, at) => {
      const merged = spans.find(({ from }) => from.row === row && from.column === column)
      const guessed = spans.length === 0 && row < deepest ? (texts[at + 1]?.column ?? Number.POSITIVE_INFINITY) - 1 : column
      const last = merged?.to.column ?? guessed
      for (const under of columns) if (under >= column && under <= last) paths.set(under, [...(paths.get(under) ?? []), text])
    })
  }
  return paths
}

/** Columns by field key: by the whole path of titles, else by a title that stands once in the form and once in the sheet. */
export function byTitles(index: SheetIndex, merges: readonly string[], table: Table, rows: readonly number[]): Map<string, number> {
  const found = new Map<string, number>()
  const paths = columnPaths(index, merges, rows)
  const taken = new Set<number>()
  const claim = (field: Field, column: number | undefined) => {
    if (column === undefined || taken.has(column)) return
    found.set(field.key, column)
    taken.add(column)
  }
  const whole = [...paths].map(([column, path]) => [column, path.join('\n')] as const)
  for (const field of table.fields) {
    const path = pathOf(field)
    claim(field, whole.find(([column, text]) => !taken.has(column) && (text === path || text.endsWith(`\n${path}`)))?.[0])
  }
  for (const field of table.fields) {
    if (found.has(field.key)) continue
    const title = fold(field.title.vi)
    const twins = table.fields.filter((other) => fold(other.title.vi) === title)
    const under = [...paths].filter(([column, path]) => !taken.has(column) && path.at(-1) === title)
    if (twins.length === 1 && under.length === 1) claim(field, under[0]?.[0])
  }
  return found
}

const titlesOf = (table: Table): ReadonlySet<string> =>
  new Set(table.fields.flatMap((field) => [field.title.vi, ...(field.group ?? []).map((group) => group.vi)]).map(fold))

/** Rows that may have been inserted inside a printed header. */
const SLACK = 4

/** The last row of the printed header at or below a row. */
export function headerEnd(index: SheetIndex, table: Table, from: number, idColumn: number | null): number {
  const titles = titlesOf(table)
  let end = from
  for (let row = from; row <= from + headerDepth(table) + SLACK; row++) {
    const texts = index.row(row).flatMap(([column, { value }]) => (column !== idColumn && typeof value === 'string' ? [value] : []))
    const printed = texts.filter((text) => titles.has(fold(text)) || isColumnNumber(text)).length
    const marked = idColumn !== null && index.text(row, idColumn) === MARK.head
    if (marked || (printed > 0 && printed * 2 >= texts.length)) end = row
  }
  return end
}

/** The row where the header of a table begins that has lost every mark, with its columns; null where no row holds enough titles. */
export function headerByTitles(
  index: SheetIndex,
  merges: readonly string[],
  table: Table,
  enough: (found: number) => boolean,
): { row: number; columns: Map<string, number> } | null {
  const depth = headerDepth(table)
  const titles = titlesOf(table)
  let best: { row: number; columns: Map<string, number> } | null = null
  for (const row of index.rows()) {
    if (!index.row(row).some(([, { value }]) => typeof value === 'string' && titles.has(fold(value)))) continue
    const rows = Array.from({ length: depth }, (_, offset) => row + offset)
    const columns = byTitles(index, merges, table, rows)
    // The row of titles that stays on screen stands above; the header that prints is the last.
    if (enough(columns.size) && columns.size >= (best?.columns.size ?? 0)) best = { row, columns }
  }
  return best
}
