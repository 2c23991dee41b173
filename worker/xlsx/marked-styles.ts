// The looks that a marked copy adds to the style sheet of somebody's workbook:
// differential formats for marks, cell formats for the sheet of findings.
// Nothing that was there changes its number.
import { MARK_LOOKS, SEVERITIES } from '../../shared/sheet/finding-marks.ts'
import { appendTo, insertAfter, prefixOf } from './xml-splice.ts'

export interface MarkedStyles {
  readonly xml: string
  /** Differential formats in the order of SEVERITIES. */
  readonly marks: number
  /** Cell formats of the sheet of findings, from here on in the order of REPORT_LOOKS. */
  readonly looks: number
}

export const REPORT_LOOKS = ['title', 'summary', 'head', 'number', 'text', 'link'] as const

const argb = (color: string) => `FF${color.slice(1)}`

const FONTS = [
  '<P:font><P:sz val="12"/><P:name val="Times New Roman"/></P:font>',
  '<P:font><P:b/><P:sz val="14"/><P:name val="Times New Roman"/></P:font>',
  '<P:font><P:b/><P:sz val="12"/><P:name val="Times New Roman"/></P:font>',
  '<P:font><P:u/><P:sz val="12"/><P:color rgb="FF0563C1"/><P:name val="Times New Roman"/></P:font>',
]
const THIN = ['left', 'right', 'top', 'bottom'].map((side) => `<P:${side} style="thin"><P:color rgb="FF000000"/></P:${side}>`).join('')

/** Font by its place in FONTS, whether bordered, alignment. */
const LOOKS: Readonly<Record<(typeof REPORT_LOOKS)[number], readonly [font: number, border: boolean, alignment: string]>> = {
  title: [1, false, 'vertical="center"'],
  summary: [0, false, 'vertical="top" wrapText="1"'],
  head: [2, true, 'horizontal="center" vertical="center" wrapText="1"'],
  number: [0, true, 'horizontal="center" vertical="top"'],
  text: [0, true, 'vertical="top" wrapText="1"'],
  link: [3, true, 'horizontal="center" vertical="top"'],
}

export function markedStyles(styles: string): MarkedStyles {
  const prefix = prefixOf(styles)
  const own = (xml: string) => xml.replaceAll('P:', prefix)
  const marks = SEVERITIES.map((severity) => {
    const { fill, color } = MARK_LOOKS[severity]
    const pattern = `<P:patternFill patternType="solid"><P:bgColor rgb="${argb(fill)}"/></P:patternFill>`
    return own(`<P:dxf><P:font><P:color rgb="${argb(color)}"/></P:font><P:fill>${pattern}</P:fill></P:dxf>`)
  })
  const demand = (found: { xml: string; index: number } | null) => {
    if (!found) throw new Error('a style sheet without its lists')
    return found
  }
  const fonts = demand(appendTo(styles, 'fonts', 'font', FONTS.map(own)))
  const borders = demand(appendTo(fonts.xml, 'borders', 'border', [own(`<P:border>${THIN}<P:diagonal/></P:border>`)]))
  const formats = REPORT_LOOKS.map((look) => {
    const [font, bordered, alignment] = LOOKS[look]
    const ids = `numFmtId="0" fontId="${fonts.index + font}" fillId="0" borderId="${bordered ? borders.index : 0}" xfId="0"`
    return own(`<P:xf ${ids} applyFont="1" applyBorder="1" applyAlignment="1"><P:alignment ${alignment}/></P:xf>`)
  })
  const looks = demand(appendTo(borders.xml, 'cellXfs', 'xf', formats))
  const appended = appendTo(looks.xml, 'dxfs', 'dxf', marks)
  if (appended) return { xml: appended.xml, marks: appended.index, looks: looks.index }
  const list = `<${prefix}dxfs count="${marks.length}">${marks.join('')}</${prefix}dxfs>`
  return { xml: insertAfter(looks.xml, ['cellXfs', 'cellStyles'], list), marks: 0, looks: looks.index }
}
