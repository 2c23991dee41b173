// The strings of a workbook in the order of their table, runs joined, phonetic
// guides left out.
import { scanXml } from './xml-scanner.ts'

/** Excel writes control characters as `_x000D_`, and a literal "_x000D_" as `_x005F_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

export const escapeText = (text: string): string => (text.includes('_x') ? text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x') : text)

export function sharedStrings(xml: string, part: string): string[] {
  const strings: string[] = []
  let current = ''
  let inText = false
  let phonetic = false
  scanXml(xml, part, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') inText = !phonetic
    },
    text(text) {
      if (inText) current += text
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') strings.push(unescapeText(current))
    },
  })
  return strings
}
