// What the reader must know of a cell's style: its number format, and its font
// where that is a legacy Vietnamese one. Colours and borders are nobody's concern here.
import { scanXml } from './xml-scanner.ts'

export interface ReadStyle {
  readonly format?: string
  readonly font?: string
}

/** ECMA-376 part 1, 18.8.30: the formats that are not written out. */
const BUILT_IN = new Map<number, string>([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
])

/** TCVN3 (.VnTime …) and VNI (VNI-Times …) fonts: the text under them is not Unicode. */
const LEGACY_FONT = /^(\.vn|vni)/i

export function styles(xml: string, part: string): ReadStyle[] {
  const formats = new Map(BUILT_IN)
  const fonts: string[] = []
  const found: ReadStyle[] = []
  const path: string[] = []
  scanXml(xml, part, {
    open(name, attribute) {
      const parent = path.at(-1)
      path.push(name)
      if (name === 'numFmt' && parent === 'numFmts') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'font' && parent === 'fonts') fonts.push('')
      else if (name === 'name' && parent === 'font' && path.at(-3) === 'fonts') fonts[fonts.length - 1] = attribute('val') ?? ''
      else if (name === 'xf' && parent === 'cellXfs') {
        const format = formats.get(Number(attribute('numFmtId') ?? 0))
        const font = fonts[Number(attribute('fontId') ?? 0)] ?? ''
        found.push({ ...(format && format !== 'General' ? { format } : {}), ...(LEGACY_FONT.test(font) ? { font } : {}) })
      }
    },
    close() {
      path.pop()
    },
  })
  return found
}
