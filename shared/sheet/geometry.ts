// Which columns a form has and how wide they are. Column A is hidden and holds
// the row ids; fields begin at B. Tables that are stacked share their columns.
import type { Table, Template } from '../template.ts'

export const ID_COLUMN = 0
export const FIRST_COLUMN = 1

/** Narrower than this, heading and signatures would not fit a landscape page. */
const LEAST_TOTAL = 118

export interface Geometry {
  /** Widths in characters from column B on. */
  readonly widths: readonly number[]
  readonly last: number
  readonly total: number
}

export function geometryOf(template: Template): Geometry {
  const count = Math.max(...template.tables.map((table) => table.fields.length), 2)
  const wanted = Array.from({ length: count }, (_, index) => Math.max(...template.tables.map((table) => table.fields[index]?.width ?? 4)))
  const sum = wanted.reduce((total, width) => total + width, 0)
  const stretch = sum < LEAST_TOTAL ? LEAST_TOTAL / sum : 1
  const widths = wanted.map((width) => (width <= 6 ? width : Math.round(width * stretch * 10) / 10))
  return { widths, last: FIRST_COLUMN + count - 1, total: widths.reduce((total, width) => total + width, 0) }
}

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
