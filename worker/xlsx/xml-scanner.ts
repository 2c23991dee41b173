// A strict one-pass scanner of XML that comes in pieces: elements by name, text
// with entities resolved. No document types, no entities of one's own. Names
// carry no prefix where it is the root's; foreign elements keep theirs.
import { Attributes, TAG } from './xml-attributes.ts'
import { decodeEntities, LONGEST_ENTITY } from './xml-entities.ts'
import { XmlFault } from './xml-fault.ts'

export interface XmlHandler {
  /** Text is handed out only while this is true, and may come in several pieces. */
  readonly listening: boolean
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(name: string): void
}

const MAX_DEPTH = 200
/** One tag with its attributes, or one comment, may not be longer. */
const LONGEST_TAG = 262_144
const BANG = 33
const SLASH = 47
const GREATER = 62
const QUESTION = 63
const AMPERSAND = 38

export class XmlScanner {
  readonly #handler: XmlHandler
  readonly #attributes = new Attributes()
  /** Names as written, and as handed out. */
  readonly #open: string[] = []
  readonly #names: string[] = []
  #prefix = ''
  #rest = ''
  /** The mark that ends what is being skipped (comment, processing instruction) or read raw (CDATA). */
  #until = ''
  #seenRoot = false

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  write(piece: string): void {
    const xml = this.#rest === '' ? piece : this.#rest + piece
    let at = 0
    for (;;) {
      if (this.#until !== '') {
        const end = this.#passOver(xml, at)
        if (end < 0) return
        at = end
      }
      const next = xml.indexOf('<', at)
      if (next !== at) {
        const kept = this.#text(xml, at, next)
        if (next < 0) {
          this.#rest = xml.slice(kept)
          return
        }
      }
      const end = this.#markup(xml, next)
      if (end < 0) {
        if (xml.length - next > LONGEST_TAG) throw new XmlFault()
        this.#rest = xml.slice(next)
        return
      }
      at = end
    }
  }

  end(): void {
    if (this.#rest !== '' || this.#until !== '' || this.#open.length > 0 || !this.#seenRoot) throw new XmlFault()
  }

  /** Inside a comment, processing instruction or CDATA: to its end, or -1 with what may begin the end mark kept. */
  #passOver(xml: string, from: number): number {
    const raw = this.#until === ']]>'
    const end = xml.indexOf(this.#until, from)
    const to = end < 0 ? Math.max(from, xml.length - this.#until.length + 1) : end
    if (raw && to > from && this.#handler.listening) this.#handler.text(xml.slice(from, to))
    if (end < 0) {
      this.#rest = xml.slice(to)
      return -1
    }
    const length = this.#until.length
    this.#until = ''
    this.#rest = ''
    return end + length
  }

  /** Hands out the text before the next tag; answers where the part begins that must wait for more. */
  #text(xml: string, from: number, next: number): number {
    let to = next
    if (next < 0) {
      to = xml.length
      const ampersand = xml.lastIndexOf('&')
      if (ampersand >= from && to - ampersand <= LONGEST_ENTITY && xml.indexOf(';', ampersand) < 0) to = ampersand
    }
    if (this.#open.length === 0) {
      if (xml.slice(from, to).trim() !== '') throw new XmlFault()
    } else if (this.#handler.listening && to > from) {
      const text = xml.slice(from, to)
      this.#handler.text(text.includes('&') ? decodeEntities(text) : text)
    }
    return to
  }

  /** The tag at `at`; answers where it ends, or -1 where it is not whole yet. */
  #markup(xml: string, at: number): number {
    const code = xml.charCodeAt(at + 1)
    if (code === SLASH) return this.#closeTag(xml, at)
    if (code === QUESTION) return this.#begin('?>', at + 2)
    if (code === BANG) return this.#declaration(xml, at)
    return this.#openTag(xml, at)
  }

  #begin(until: string, at: number): number {
    this.#until = until
    return at
  }

  #declaration(xml: string, at: number): number {
    if (xml.startsWith('<!--', at)) return this.#begin('-->', at + 4)
    if (xml.startsWith('<![CDATA[', at)) {
      if (this.#open.length === 0) throw new XmlFault()
      return this.#begin(']]>', at + 9)
    }
    if (xml.startsWith('<!DOCTYPE', at) || xml.startsWith('<!ENTITY', at)) throw new XmlFault(true)
    if (xml.length - at < 9) return -1
    throw new XmlFault()
  }

  #closeTag(xml: string, at: number): number {
    const name = this.#open.at(-1)
    if (name === undefined) throw new XmlFault()
    let end = at + 2 + name.length
    if (xml.charCodeAt(end) !== GREATER) {
      end = xml.indexOf('>', at)
      if (end < 0) return -1
    }
    if (!xml.startsWith(name, at + 2) || (end > at + 2 + name.length && xml.slice(at + 2 + name.length, end).trim() !== ''))
      throw new XmlFault()
    this.#open.pop()
    this.#handler.close(this.#names.pop() as string)
    return end + 1
  }

  #openTag(xml: string, at: number): number {
    let nameEnd = at + 1
    let colon = -1
    for (; nameEnd < xml.length; nameEnd++) {
      const code = xml.charCodeAt(nameEnd)
      if (code <= 32 || code === SLASH || code === GREATER) break
      if (code === 58) colon = nameEnd
      else if (code === 60 || code === AMPERSAND || code === 34 || code === 39) throw new XmlFault()
    }
    if (nameEnd >= xml.length) return -1
    const end = this.#attributes.read(xml, nameEnd)
    if (end === TAG.incomplete) return -1
    const selfClosing = xml.charCodeAt(end) === SLASH
    if (selfClosing && end + 1 >= xml.length) return -1
    if (end === TAG.broken || nameEnd === at + 1 || (selfClosing && xml.charCodeAt(end + 1) !== GREATER)) throw new XmlFault()
    const written = xml.slice(at + 1, nameEnd)
    if (this.#open.length === 0) {
      if (this.#seenRoot) throw new XmlFault()
      this.#seenRoot = true
      this.#prefix = colon < 0 ? '' : xml.slice(at + 1, colon + 1)
    }
    const name = this.#nameOf(written, colon >= 0)
    this.#handler.open(name, this.#attributes)
    if (selfClosing) {
      this.#handler.close(name)
      return end + 2
    }
    if (this.#open.push(written) > MAX_DEPTH) throw new XmlFault()
    this.#names.push(name)
    return end + 1
  }

  /** An element with another prefix than the root's never has the name of one that is looked for. */
  #nameOf(written: string, prefixed: boolean): string {
    if (this.#prefix === '') return written
    if (written.startsWith(this.#prefix)) return written.slice(this.#prefix.length)
    return prefixed ? written : `:${written}`
  }
}
