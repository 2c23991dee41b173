// Between the formats of the workbook interface and Univer's style records.
import type { IStyleData } from '@univerjs/presets'
import type { CellFormat } from './workbook.ts'

const HORIZONTAL = { Left: 1, Center: 2, Right: 3, General: 0 } as const
const VERTICAL = { Top: 1, Center: 2, Bottom: 3 } as const
const WRAP = 3
const CLIP = 1
const EDGE = { s: 1, cl: { rgb: '#000000' } } as const

const keyOf = <T extends Record<string, number>>(table: T, value: unknown) =>
  Object.entries(table).find(([, number]) => number === value)?.[0] as keyof T | undefined

/** Only what the format names; the rest of the cell's style stays. */
export function toStyle(format: CellFormat): IStyleData {
  const style: IStyleData = {}
  if (format.bold !== undefined) style.bl = format.bold ? 1 : 0
  if (format.italic !== undefined) style.it = format.italic ? 1 : 0
  if (format.underline !== undefined) style.ul = { s: format.underline ? 1 : 0 }
  if (format.size !== undefined) style.fs = format.size
  if (format.fontName !== undefined) style.ff = format.fontName
  if (format.color !== undefined) style.cl = { rgb: format.color }
  if (format.fill !== undefined) style.bg = format.fill === null ? null : { rgb: format.fill }
  if (format.horizontal !== undefined) style.ht = HORIZONTAL[format.horizontal]
  if (format.vertical !== undefined) style.vt = VERTICAL[format.vertical]
  if (format.wrap !== undefined) style.tb = format.wrap ? WRAP : CLIP
  if (format.border !== undefined)
    style.bd = format.border ? { t: EDGE, r: EDGE, b: EDGE, l: EDGE } : { t: null, r: null, b: null, l: null }
  if (format.numberFormat !== undefined) style.n = { pattern: format.numberFormat }
  return style
}

export function fromStyle(style: IStyleData | null | undefined, locked: boolean | undefined): CellFormat {
  const format: CellFormat = {}
  if (locked !== undefined) format.locked = locked
  if (!style) return format
  if (style.bl !== undefined) format.bold = style.bl === 1
  if (style.it !== undefined) format.italic = style.it === 1
  if (style.ul) format.underline = style.ul.s === 1
  if (style.fs !== undefined) format.size = style.fs
  if (style.ff) format.fontName = style.ff
  if (style.cl?.rgb) format.color = style.cl.rgb
  if (style.bg?.rgb) format.fill = style.bg.rgb
  const [horizontal, vertical] = [keyOf(HORIZONTAL, style.ht), keyOf(VERTICAL, style.vt)]
  if (horizontal) format.horizontal = horizontal
  if (vertical) format.vertical = vertical
  if (style.tb !== undefined) format.wrap = style.tb === WRAP
  if (style.bd?.t) format.border = true
  if (style.n?.pattern) format.numberFormat = style.n.pattern
  return format
}
