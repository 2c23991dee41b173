// The strings of a workbook in the order of their table, runs joined, phonetic
// guides left out.
import { unescapeText } from './cell-text.ts'
import type { XmlHandler } from './xml-scanner.ts'
import type { XmlText } from './xml-text.ts'

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
