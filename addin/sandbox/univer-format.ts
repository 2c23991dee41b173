// A cell's format in our words and in Univer's style. Whether a cell is locked
// has no place in Univer's styles and travels beside them, as custom data of the cell.
import {
  BorderStyleTypes,
  type CustomData,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/presets'
import type { CellFormat } from './workbook.ts'

const HORIZONTAL = { Left: HorizontalAlign.LEFT, Center: HorizontalAlign.CENTER, Right: HorizontalAlign.RIGHT } as const
const VERTICAL = { Top: VerticalAlign.TOP, Center: VerticalAlign.MIDDLE, Bottom: VerticalAlign.BOTTOM } as const

const keyOf = <K extends string>(map: Readonly<Record<K, number>>, value: ReturnType<() => Nullable<number>>): K | undefined =>
  (Object.keys(map) as K[]).find((key) => map[key] === value)

/** Univer takes null for "none", though its type does not say so. */
type Patch = { [K in keyof IStyleData]?: IStyleData[K] | null }

const line = { s: BorderStyleTypes.THIN, cl: { rgb: '#000000' } }

/** Only what `format` names changes. */
export const stylePatch = (format: CellFormat): IStyleData => {
  const patch: Patch = {}
  if (format.bold !== undefined) patch.bl = format.bold ? 1 : 0
  if (format.italic !== undefined) patch.it = format.italic ? 1 : 0
  if (format.underline !== undefined) patch.ul = { s: format.underline ? 1 : 0 }
  if (format.size !== undefined) patch.fs = format.size
  if (format.fontName !== undefined) patch.ff = format.fontName
  if (format.color !== undefined) patch.cl = { rgb: format.color }
  if (format.fill !== undefined) patch.bg = format.fill === null ? null : { rgb: format.fill }
  if (format.horizontal !== undefined) patch.ht = format.horizontal === 'General' ? null : HORIZONTAL[format.horizontal]
  if (format.vertical !== undefined) patch.vt = VERTICAL[format.vertical]
  if (format.wrap !== undefined) patch.tb = format.wrap ? WrapStrategy.WRAP : null
  if (format.border !== undefined) {
    const side = format.border ? line : null
    patch.bd = { t: side, b: side, l: side, r: side }
  }
  if (format.numberFormat !== undefined) patch.n = format.numberFormat === 'General' ? null : { pattern: format.numberFormat }
  return patch as IStyleData
}

export const isUnlocked = (custom: Nullable<CustomData>): boolean => custom?.locked === false

export const formatOf = (style: Nullable<IStyleData>, custom: Nullable<CustomData>): CellFormat => {
  const format: CellFormat = {}
  if (isUnlocked(custom)) format.locked = false
  if (!style) return format
  if (style.bl != null) format.bold = style.bl === 1
  if (style.it != null) format.italic = style.it === 1
  if (style.ul) format.underline = style.ul.s === 1
  if (style.fs != null) format.size = style.fs
  if (style.ff) format.fontName = style.ff
  if (style.cl?.rgb) format.color = style.cl.rgb
  if (style.bg?.rgb) format.fill = style.bg.rgb
  const horizontal = keyOf(HORIZONTAL, style.ht)
  if (horizontal) format.horizontal = horizontal
  const vertical = keyOf(VERTICAL, style.vt)
  if (vertical) format.vertical = vertical
  if (style.tb != null) format.wrap = style.tb === WrapStrategy.WRAP
  if (style.bd) format.border = Boolean(style.bd.t)
  if (style.n?.pattern) format.numberFormat = style.n.pattern
  return format
}
