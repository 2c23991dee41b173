// A table of figures: black lines, a header that is repeated on every page, rows
// that are never torn. Widths are shares of the text's width.
import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { TableBlock } from '../../shared/report/document-layout.ts'
import { line, mm, pt, textWidth } from './looks.ts'

/** Ten points on the upright page, eleven where there is room. */
const SIZE = { upright: pt(10), landscape: pt(11) }
const SIDE = mm(0.9)

/** "dừng/không": the library breaks words at blanks only; a narrow column needs a place to break at. */
const breakable = (text: string): string => text.replace(/\/(?=\p{L})/gu, '/\u200b')

export function figures({ remark, columns, head, rows }: TableBlock, landscape: boolean): (Paragraph | Table)[] {
  const size = landscape ? SIZE.landscape : SIZE.upright
  const width = textWidth(landscape)
  const widths = columns.map(({ share }) => Math.floor(share * width))
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: SIDE, right: SIDE, top: 20, bottom: 20 },
    rows: [
      ...head.map(
        (cells) =>
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: cells.map(
              ({ text, columns: columnSpan, rows: rowSpan }) =>
                new TableCell({
                  columnSpan,
                  rowSpan,
                  verticalAlign: VerticalAlignTable.CENTER,
                  children: [line(breakable(text), { align: 'center', bold: true, size })],
                }),
            ),
          }),
      ),
      ...rows.map(
        ({ cells, total }) =>
          new TableRow({
            cantSplit: true,
            children: cells.map(
              (text, at) =>
                new TableCell({
                  verticalAlign: VerticalAlignTable.CENTER,
                  children: text.split('\n').map((one) => line(one, { align: columns[at]?.align ?? 'left', size, bold: total })),
                }),
            ),
          }),
      ),
    ],
  })
  return [
    ...(remark === undefined ? [] : [line(remark, { align: 'right', italics: true, size: pt(12), withNext: true, after: 40 })]),
    table,
  ]
}
