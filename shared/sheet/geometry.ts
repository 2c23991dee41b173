// Which columns a form has and how wide they are. Column A is hidden and holds
// the row ids; fields begin at B. Tables that are stacked share their columns.
import { columnLetter } from '../a1.ts'
import type { Field, Table, Template } from '../template.ts'
import type { PrintSetUp } from './sheet-layout.ts'

export const ID_COLUMN = 0
export const FIRST_COLUMN = 1

/** Narrower than this, heading and signatures would not fit a landscape page. */
const LEAST_TOTAL = 118

/** Characters of columns kept in place. A screen of 1366 pixels shows about 135 beside the pane: half of them stay free. */
const MOST_FROZEN = 66

/** The column that names a row stays on screen while people type: wider, and an old laptop shows nothing beside it. */
const MOST_NAME = 38
/** Lists of agencies that the server brings are looked up, not read from end to end. */
const MOST_AGENCIES = 22
/** Narrower columns hold codes. */
const LEAST_NAME = 24

/** Among the first three columns the one that says in words what a row is about, by index; -1 where none does. */
const namingColumn = ({ fields }: Table): number =>
  fields.slice(0, 3).findIndex(({ type, width }) => type.kind === 'text' && width >= LEAST_NAME)

const widthIn = (table: Table, index: number): number => {
  const field: Field | undefined = table.fields[index]
  if (!field) return 4
  if (index === namingColumn(table)) return Math.min(field.width, MOST_NAME)
  return field.type.kind === 'agencies' && field.source === 'carried' ? Math.min(field.width, MOST_AGENCIES) : field.width
}

/** How many of the first columns stay on screen: up to the one that names a row, or the codes before it. */
export function frozenColumns(table: Table, { widths }: Geometry): number {
  const naming = namingColumn(table)
  const wanted = Math.min(naming < 0 ? 2 : naming + 1, widths.length - 3)
  let [columns, width] = [0, 0]
  while (columns < wanted && width + (widths[columns] ?? 0) <= MOST_FROZEN) width += widths[columns++] ?? 0
  return columns
}

export interface Geometry {
  /** Widths in characters from column B on. */
  readonly widths: readonly number[]
  readonly last: number
  readonly total: number
  /** Where what is written once begins: not in columns that every page repeats. */
  readonly begin: number
}

export function geometryOf(template: Template): Geometry {
  const count = Math.max(...template.tables.map((table) => table.fields.length), 2)
  const wanted = Array.from({ length: count }, (_, index) => Math.max(...template.tables.map((table) => widthIn(table, index))))
  const sum = wanted.reduce((total, width) => total + width, 0)
  const stretch = sum < LEAST_TOTAL ? LEAST_TOTAL / sum : 1
  const widths = wanted.map((width) => (width <= 6 ? width : Math.round(width * stretch * 10) / 10))
  return { widths, last: FIRST_COLUMN + count - 1, total: widths.reduce((total, width) => total + width, 0), begin: FIRST_COLUMN }
}

/** Characters across a landscape page at about seven points, the least that is read without trouble. */
const PAGE_CHARACTERS = 230
const MOST_REPEATED = 30

export interface Pages {
  /** Side by side. */
  readonly wide: number
  /** The first columns, repeated on every page at the right. */
  readonly repeated: number
  /** The columns with which the pages at the right begin, besides those that are repeated. */
  readonly breaks: readonly number[]
  /** The columns before which nothing is merged with what stands before: `breaks`, and the first that is not repeated. */
  readonly parts: readonly number[]
  /** Characters across the widest page. */
  readonly widest: number
  /** What lies on the first page: headings and signatures stand here, not across a break. */
  readonly front: Geometry
}

/** Where pages end when as much is put on each as fits: so spreadsheet programs do it. */
function breaksAt(widths: readonly number[], again: number, room: number): number[] {
  const breaks: number[] = []
  let used = 0
  widths.forEach((width, index) => {
    if (used > 0 && used + width > room) {
      breaks.push(FIRST_COLUMN + index)
      used = again
    }
    used += width
  })
  return breaks
}

/** A wide form takes several pages side by side rather than letters that nobody can read. */
export function pagesOf(geometry: Geometry): Pages {
  const { widths, total } = geometry
  const repeated = (widths[0] ?? 0) + (widths[1] ?? 0) <= MOST_REPEATED ? 2 : 1
  const again = widthOf(geometry, FIRST_COLUMN, FIRST_COLUMN + repeated - 1)
  const wide = Math.max(1, Math.ceil((total - again) / (PAGE_CHARACTERS - again)))
  if (wide === 1) return { wide, repeated: 0, breaks: [], parts: [], widest: total, front: geometry }
  // As large as so many pages allow: the least room that is enough.
  let room = (total + (wide - 1) * again) / wide
  while (breaksAt(widths, again, room).length >= wide) room += 0.5
  const breaks = breaksAt(widths, again, room)
  const last = (breaks[0] ?? geometry.last + 1) - 1
  const front = { widths: widths.slice(0, last - FIRST_COLUMN + 1), last, total: widthOf(geometry, FIRST_COLUMN, last) }
  const begin = FIRST_COLUMN + repeated
  return { wide, repeated, breaks, parts: [begin, ...breaks], widest: room, front: { ...front, begin } }
}

/** How a sheet of such pages is printed. */
export const printedWide = ({ wide, repeated }: Pages): Pick<PrintSetUp, 'fitToWidth' | 'pagesWide' | 'titleColumns'> => ({
  fitToWidth: true,
  ...(wide > 1 && { pagesWide: wide, titleColumns: [columnLetter(FIRST_COLUMN), columnLetter(FIRST_COLUMN + repeated - 1)] as const }),
})

export const columnOf = (table: Table, key: string): number => FIRST_COLUMN + table.fields.findIndex((field) => field.key === key)

export const widthOf = ({ widths }: Geometry, from: number, to: number): number =>
  widths.slice(from - FIRST_COLUMN, to - FIRST_COLUMN + 1).reduce((total, width) => total + width, 0)

/** The column at which about this share of the sheet's width ends, between two columns. */
export function columnAt(geometry: Geometry, share: number, lowest: number, highest: number): number {
  let best = lowest
  for (let column = lowest; column <= highest; column++) {
    const miss = (at: number) => Math.abs(widthOf(geometry, FIRST_COLUMN, at) - share * geometry.total)
    if (miss(column) < miss(best)) best = column
  }
  return best
}
