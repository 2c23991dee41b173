// Measures and type of an administrative document: NĐ 30/2020/NĐ-CP Phụ lục I.
// Lengths are twentieths of a point, sizes half points, as the file format counts.
import { AlignmentType, type IRunOptions, type ITableCellBorders, Paragraph, TextRun } from 'docx'

const TWIPS_PER_MM = 1440 / 25.4
export const mm = (length: number): number => Math.round(length * TWIPS_PER_MM)
export const pt = (size: number): number => Math.round(size * 2)

/** A4. Above and below 20, left 30, right 20 mm. */
export const PAGE = { width: mm(210), height: mm(297), top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10) }
export const textWidth = (landscape: boolean): number => (landscape ? PAGE.height : PAGE.width) - PAGE.left - PAGE.right

export const FONT = 'Times New Roman'
export const TEXT_SIZE = pt(14)

export type Align = 'left' | 'center' | 'right' | 'justified'
const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.JUSTIFIED,
} as const

interface Line extends Omit<IRunOptions, 'border'> {
  readonly align?: Align
  readonly before?: number
  readonly after?: number
  /** Of the first line, twips. */
  readonly indent?: number
  /** Stays on the page of what follows. */
  readonly withNext?: boolean
  readonly border?: { readonly bottom: { readonly style: 'single'; readonly size: number; readonly color: string; readonly space: number } }
  readonly sides?: number
}

/** One line of text with its look; spacing is exact where it is not said. */
export function line(
  text: string,
  { align = 'left', before = 0, after = 0, indent = 0, withNext = false, border, sides = 0, ...run }: Line = {},
): Paragraph {
  return new Paragraph({
    alignment: ALIGN[align],
    spacing: { before, after, line: 252, lineRule: 'auto' },
    indent: { firstLine: indent, left: sides, right: sides },
    keepNext: withNext,
    widowControl: true,
    ...(border ? { border } : {}),
    // The mark at the end has a size too: without it an empty line is as high as running text.
    run: { font: FONT, size: TEXT_SIZE, ...run },
    children: [new TextRun({ text, font: FONT, size: TEXT_SIZE, ...run })],
  })
}

/** Broken where the lines are about equally long: a title must not leave one word alone. */
export function balanced(text: string, most: number): string[] {
  const count = Math.ceil(text.length / most)
  const words = text.split(' ')
  const lines: string[] = []
  while (words.length > 0) {
    const wanted = words.join(' ').length / (count - lines.length)
    let line = words.shift()!
    while (words.length > 0 && (lines.length === count - 1 || `${line} ${words[0]}`.length - wanted <= wanted - line.length))
      line += ` ${words.shift()}`
    lines.push(line)
  }
  return lines
}

const NONE = { style: 'none', size: 0, color: 'auto' } as const
export const NO_BORDERS: ITableCellBorders = { top: NONE, bottom: NONE, left: NONE, right: NONE }
