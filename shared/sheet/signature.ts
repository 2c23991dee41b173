// The bottom of every sheet: place and date to be completed by hand, who made
// the table and who signs it.
import type { Template } from '../template.ts'
import { columnAt, type Geometry } from './geometry.ts'
import type { SheetBuilder } from './sheet-builder.ts'

const ROWS_TO_SIGN = 4

/** Returns the last row written. */
export function writeSignature(sheet: SheetBuilder, geometry: Geometry, from: number, template: Template, place: string): number {
  const { begin, last } = geometry
  const left = columnAt(geometry, 0.4, begin, last - 1)
  const right = Math.max(left + 1, columnAt(geometry, 0.6, begin, last))
  const both = (row: number, texts: readonly [string, string], look: 'signer' | 'signHint') => {
    sheet.band(row, begin, left, texts[0], look)
    sheet.band(row, right, last, texts[1], look)
    sheet.row(row, { height: 17 })
  }
  sheet.row(from, { height: 10 })
  sheet.band(from + 1, right, last, `${place}, ngày      tháng      năm 20…`, 'placeAndDate')
  sheet.row(from + 1, { height: 18 })
  both(from + 2, [template.signature.preparer.vi.toUpperCase(), template.signature.signer.vi.toUpperCase()], 'signer')
  both(from + 3, ['(Ký, ghi rõ họ tên)', '(Ký, ghi rõ họ tên, đóng dấu)'], 'signHint')
  for (let row = from + 4; row < from + 4 + ROWS_TO_SIGN; row++) {
    // A file keeps the height only of rows that bear a cell.
    sheet.look(row, begin, row, begin, 'plain')
    sheet.row(row, { height: 16 })
  }
  return from + 3 + ROWS_TO_SIGN
}
