// The strings of a workbook in the order of their table, runs joined, phonetic
// guides left out.
import type { XmlHandler } from './xml-scanner.ts'
import type { XmlText } from './xml-text.ts'

/** Excel writes control characters as `_x000D_`, and a literal "_x000D_" as `_x005F_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

export const escapeText = (text: string): string => (text.includes('_x') ? text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x') : text)

export class StringsScanner implements XmlHandler {
  listening = false
  readonly strings: string[] = []
  #path: string[] = []
  #current = ''

  open(name: string): void {
    this.#path.push(name)
    if (name === 'si' && this.#path.length === 2) this.#current = ''
    // sst / si / t, or sst / si / r / t; below rPh it is a guide to pronunciation.
    this.listening = name === 't' && (this.#path.length === 3 || (this.#path.length === 4 && this.#path[2] === 'r'))
  }

  text(text: XmlText): void {
    this.#current += text.read()
  }

  close(name: string): void {
    this.listening = false
    this.#path.pop()
    if (name === 'si' && this.#path.length === 1) this.strings.push(unescapeText(this.#current))
  }
}
