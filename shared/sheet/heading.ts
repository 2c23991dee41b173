// The top of every sheet: issuing office, national heading, title lines.
// NĐ 30/2020/NĐ-CP Phụ lục I: Quốc hiệu 12–13 bold capitals, Tiêu ngữ 13–14
// bold with a line under it, the appendix's title in bold capitals, "Kèm theo" in italics.
import { columnAt, type Geometry, widthOf } from './geometry.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import { textHeight } from './text-height.ts'

export interface Heading {
  /** One or two lines at the top left; the last is the office that signs. */
  readonly office: readonly string[]
  readonly titles: readonly string[]
  readonly attached: string
}

/** "Phụ lục I" is written as it is, titles in capitals. */
const asTitle = (line: string) => (/^phụ lục\b/i.test(line) ? line : line.toUpperCase())

/** "(Kèm theo Kế hoạch …)", "(Đơn vị: triệu đồng)": in italics, not in capitals. */
const isRemark = (line: string): boolean => line.startsWith('(')

/** Returns the row after it. */
export function writeHeading(sheet: SheetBuilder, geometry: Geometry, from: number, heading: Heading): number {
  const { begin, last } = geometry
  const middle = columnAt(geometry, 0.45, begin, last - 1)
  const offices = heading.office.map((line) => line.toUpperCase())
  const leftWidth = widthOf(geometry, begin, middle)
  sheet.band(from, begin, middle, offices[0] ?? '', 'office')
  sheet.band(from, middle + 1, last, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'office')
  sheet.band(from + 1, begin, middle, offices[1] ?? '', 'office')
  sheet.band(from + 1, middle + 1, last, 'Độc lập - Tự do - Hạnh phúc', 'motto')
  for (const line of [0, 1]) sheet.row(from + line, { height: Math.max(18, textHeight(offices[line] ?? '', leftWidth, 12, true)) })
  sheet.row(from + 2, { height: 8 })
  let row = from + 3
  for (const line of heading.titles) {
    const said = isRemark(line)
    const text = said ? line : asTitle(line)
    sheet.band(row, begin, last, text, said ? 'attached' : 'title')
    sheet.row(row, { height: textHeight(text, geometry.total, said ? 12 : 14, !said) })
    row++
  }
  if (heading.attached) {
    sheet.band(row, begin, last, heading.attached, 'attached')
    sheet.row(row, { height: textHeight(heading.attached, geometry.total, 12) })
    row++
  }
  return row
}
