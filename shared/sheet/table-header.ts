// The printed header of a table: groups of columns merged over several levels,
// column titles, and a row of column numbers.
import type { Table } from '../template.ts'
import { FIRST_COLUMN, type Geometry, widthOf } from './geometry.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import { textHeight } from './text-height.ts'

const LOWEST = 20

/** Titles of a column from the outermost group to its own. */
const path = (table: Table, index: number): string[] => {
  const field = table.fields[index]
  return field ? [...(field.group ?? []).map((title) => title.vi), field.title.vi] : []
}

export const headerDepth = (table: Table): number => Math.max(...table.fields.map((_, index) => path(table, index).length))

/** Writes `headerDepth` rows and one of numbers; returns the row after them. Groups are parted where `parts` begin, so that each page names them. */
export function writeTableHeader(
  sheet: SheetBuilder,
  geometry: Geometry,
  table: Table,
  from: number,
  parts: readonly number[] = [],
): number {
  const depth = headerDepth(table)
  const count = table.fields.length
  const lastColumn = FIRST_COLUMN + count - 1
  const paths = table.fields.map((_, index) => path(table, index))
  const heights = Array.from({ length: depth }, () => LOWEST)
  sheet.look(from, FIRST_COLUMN, from + depth - 1, lastColumn, 'head')
  for (let level = 0; level < depth; level++) {
    for (let index = 0; index < count; ) {
      const titles = paths[index] as string[]
      const isTitle = level === titles.length - 1
      const belongs = (other: number) => !isTitle && paths[other]?.slice(0, level + 1).join('\n') === titles.slice(0, level + 1).join('\n')
      let end = index
      while (
        end + 1 < count &&
        !parts.includes(FIRST_COLUMN + end + 1) &&
        belongs(end + 1) &&
        (paths[end + 1] as string[]).length > level + 1
      )
        end++
      if (level < titles.length) {
        const text = titles[level] as string
        const bottom = isTitle ? depth - 1 : level
        sheet.put(from + level, FIRST_COLUMN + index, text)
        sheet.merge(from + level, FIRST_COLUMN + index, from + bottom, FIRST_COLUMN + end)
        const needed = textHeight(text, widthOf(geometry, FIRST_COLUMN + index, FIRST_COLUMN + end), 11, true)
        const share = needed / (bottom - level + 1)
        for (let row = level; row <= bottom; row++) heights[row] = Math.max(heights[row] as number, share)
      }
      index = end + 1
    }
  }
  heights.forEach((height, level) => sheet.row(from + level, { height: Math.ceil(height) }))
  const numbers = from + depth
  sheet.look(numbers, FIRST_COLUMN, numbers, lastColumn, 'number')
  table.fields.forEach((_, index) => sheet.put(numbers, FIRST_COLUMN + index, `(${index + 1})`))
  sheet.row(numbers, { height: 13 })
  return numbers + 1
}
