// The notes at the cells of a sheet, each as one text; who wrote it is left out. Keeps no more
// than there is room for.
import { unescapeText } from './cell-text.ts'
import { type AsideRoom, LONGEST_TEXT } from './sheet-aside.ts'
import type { Attributes } from './xml-attributes.ts'
import type { XmlHandler } from './xml-scanner.ts'
import type { XmlText } from './xml-text.ts'

/** Excel puts the author on a line of its own above what she wrote. */
const AUTHOR = /^[^\n:]{1,60}:[ \t]*\n/

export class NotesScanner implements XmlHandler {
  listening = false
  readonly notes = new Map<string, string>()
  readonly #room: AsideRoom
  #at = ''
  #text = ''

  constructor(room: AsideRoom) {
    this.#room = room
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'comment') {
      this.#at = attributes.get('ref') ?? ''
      this.#text = ''
    }
    this.listening = name === 't' && this.#at !== ''
  }

  text(text: XmlText): void {
    if (this.#text.length < LONGEST_TEXT) this.#text += text.read()
  }

  close(name: string): void {
    this.listening = false
    if (name !== 'comment') return
    const said = unescapeText(this.#text).replace(AUTHOR, '').trim().slice(0, LONGEST_TEXT)
    if (said !== '' && this.#at !== '' && this.#room.take(said.length)) this.notes.set(this.#at, said)
    this.#at = ''
  }
}
