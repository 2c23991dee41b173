// The parts of an administrative document that are no running text: national
// heading, title, appendix heading, signature. NĐ 30/2020/NĐ-CP Phụ lục I says where and how large.
import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Block } from '../../shared/report/document-layout.ts'
import { balanced, line, mm, NO_BORDERS, PAGE, pt, textWidth } from './looks.ts'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

/** Paragraphs beside each other without visible lines. */
function beside(columns: readonly { readonly share: number; readonly lines: readonly Paragraph[] }[]): Table {
  const widths = columns.map(({ share }) => Math.round(share * textWidth(false)))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDERS.top!, insideVertical: NO_BORDERS.top! },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ({ lines }, at) =>
            new TableCell({
              width: { size: widths[at]!, type: WidthType.DXA },
              borders: NO_BORDERS,
              margins: { left: 0, right: 0, top: 0, bottom: 0 },
              children: [...lines],
            }),
        ),
      }),
    ],
  })
}

const RULE = { bottom: { style: 'single', size: 6, color: '000000', space: 1 } } as const
/** A line under a text, `width` twips long, in the middle of a column. */
const ruled = (column: number, width: number): Paragraph =>
  line('', { size: pt(2), border: RULE, sides: Math.max(0, Math.round((column - width) / 2)) })

const LEFT = 0.42
/** Characters in capitals that fit beside the national heading, and across the page. */
const OFFICE_LINE = 23
const TITLE_LINE = 56
const APPENDIX_LINE = 75

export function heading({ offices: [above, office], number, placeAndDay }: Of<'heading'>): Table {
  const width = textWidth(false)
  const centred = { align: 'center' } as const
  return beside([
    {
      share: LEFT,
      lines: [
        line(above.toUpperCase(), { ...centred, size: pt(13) }),
        ...balanced(office.toUpperCase(), OFFICE_LINE).map((one) => line(one, { ...centred, size: pt(13), bold: true })),
        // A third to a half of the line above.
        ruled(width * LEFT, mm(28)),
        line(number, { ...centred, size: pt(13), before: 120 }),
      ],
    },
    {
      share: 1 - LEFT,
      lines: [
        line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...centred, size: pt(12), bold: true }),
        line('Độc lập - Tự do - Hạnh phúc', { ...centred, size: pt(13), bold: true }),
        // As long as the motto.
        ruled(width * (1 - LEFT), mm(57)),
        line(placeAndDay, { ...centred, size: pt(13), italics: true, before: 120 }),
      ],
    },
  ])
}

export const title = ({ name, subject }: Of<'title'>): Paragraph[] => [
  line(name.toUpperCase(), { align: 'center', bold: true, before: 360 }),
  ...subject.flatMap((one) => balanced(one, TITLE_LINE)).map((one) => line(one, { align: 'center', bold: true })),
  ruled(textWidth(false), mm(55)),
]

export const addressee = ({ text }: Of<'addressee'>): Paragraph => line(text, { align: 'center', before: 240, after: 120 })

/** The label and the title in the middle, how it belongs to the report below. */
export const appendix = ({ label, title: name, attached }: Of<'appendix'>): Paragraph[] => [
  line(label, { align: 'center', bold: true }),
  ...balanced(name.toUpperCase(), APPENDIX_LINE).map((one) => line(one, { align: 'center', bold: true, size: pt(13) })),
  line(attached, { align: 'center', italics: true, size: pt(13), after: 160 }),
]

const ROOM_TO_SIGN = 5

export function signature({ recipients, position, signer }: Of<'signature'>): Table {
  const centred = { align: 'center' } as const
  return beside([
    {
      share: 0.48,
      lines: [
        line('Nơi nhận:', { bold: true, italics: true, size: pt(12), before: 240 }),
        ...recipients.map((one) => line(`- ${one}`, { size: pt(11) })),
      ],
    },
    {
      share: 0.52,
      lines: [
        ...position.map((one, at) => line(one.toUpperCase(), { ...centred, bold: true, before: at === 0 ? 240 : 0 })),
        ...Array.from({ length: ROOM_TO_SIGN }, () => line('', centred)),
        line(signer, { ...centred, bold: true }),
      ],
    },
  ])
}

export const pageSize = (landscape: boolean) => ({
  // The library turns a landscape page itself.
  size: { width: PAGE.width, height: PAGE.height, orientation: landscape ? ('landscape' as const) : ('portrait' as const) },
  margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right, header: PAGE.header, footer: PAGE.header },
})
