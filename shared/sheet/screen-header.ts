// The one row that stays on top of the screen while people scroll: short column titles,
// numbered as in the printed header. It lies outside of the print area, so that the
// page begins as NĐ 30/2020 wants it, and a small screen keeps its height for rows.
import type { Table } from '../template.ts'
import { FIRST_COLUMN, type Geometry, widthOf } from './geometry.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import { lines } from './text-height.ts'

const SIZE = 9
const LINE = 12
/** Longer titles are cut by the cell: the printed header says them in full. */
const MOST_LINES = 3

/** "(11) Văn bản/sản phẩm: Số ký hiệu": the innermost group tells equal titles apart. The number also keeps it from being taken for the printed header. */
const short = ({ group = [], title }: Table['fields'][number], index: number): string =>
  `(${index + 1}) ${group.length > 0 ? `${group.at(-1)?.vi}: ` : ''}${title.vi}`

/** Writes the sheet's first row; returns the row after it. */
export function writeScreenHeader(sheet: SheetBuilder, geometry: Geometry, table: Table): number {
  sheet.look(0, FIRST_COLUMN, 0, geometry.last, 'screen')
  const texts = table.fields.map(short)
  texts.forEach((text, index) => sheet.put(0, FIRST_COLUMN + index, text))
  const most = Math.max(...texts.map((text, index) => lines(text, widthOf(geometry, FIRST_COLUMN + index, FIRST_COLUMN + index), SIZE)))
  sheet.row(0, { height: Math.min(most, MOST_LINES) * LINE + 4 })
  return 1
}
