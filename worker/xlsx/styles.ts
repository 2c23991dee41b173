// What the reader must know of a cell's style: its number format, and its font
// where that is a legacy Vietnamese one. Colours and borders are nobody's concern here.
import type { Attributes } from './xml-attributes.ts'
import type { XmlHandler } from './xml-scanner.ts'

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

export class StylesScanner implements XmlHandler {
  readonly listening = false
  readonly styles: ReadStyle[] = []
  readonly #formats = new Map(BUILT_IN)
  readonly #fonts: string[] = []
  readonly #path: string[] = []

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1)
    const depth = this.#path.push(name)
    if (depth === 3 && parent === 'numFmts' && name === 'numFmt') {
      this.#formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
    } else if (depth === 3 && parent === 'fonts' && name === 'font') this.#fonts.push('')
    else if (depth === 4 && parent === 'font' && this.#path[1] === 'fonts' && name === 'name') {
      this.#fonts[this.#fonts.length - 1] = attributes.get('val') ?? ''
    } else if (depth === 3 && parent === 'cellXfs' && name === 'xf') this.styles.push(this.#style(attributes))
  }

  text(): void {}

  close(): void {
    this.#path.pop()
  }

  #style(attributes: Attributes): ReadStyle {
    const format = this.#formats.get(Number(attributes.get('numFmtId') ?? 0))
    const font = this.#fonts[Number(attributes.get('fontId') ?? 0)] ?? ''
    return {
      ...(format && format !== 'General' ? { format: format } : {}),
      ...(LEGACY_FONT.test(font) ? { font: font } : {}),
    }
  }
}
