// A strict one-pass scanner of XML as UTF-8 bytes that come in pieces: elements
// by name, text as places. No document types, no entities of one's own. Names
// carry no prefix where it is the root's; foreign elements keep theirs.
import { Attributes } from './xml-attributes.ts'
import { LONGEST_ENTITY } from './xml-entities.ts'
import { XmlFault } from './xml-fault.ts'
import { spells, XmlNames } from './xml-names.ts'
import { XmlText } from './xml-text.ts'

export interface XmlHandler {
  /** Text is handed out only while this is true; in several pieces where it is very long or interrupted. */
  readonly listening: boolean
  /** May take whole elements that stand at `at`, where it knows them by their bytes, and answers where they end; they end with a zero byte. Asked only where names carry no prefix. */
  take?(bytes: Buffer, at: number): number
  open(name: string, attributes: Attributes): void
  text(text: XmlText): void
  close(name: string): void
}

const MAX_DEPTH = 200
/** One tag with its attributes may not be longer; text that is goes out in pieces. */
const LONGEST = 262_144
const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const SPACE = 32
const BANG = 33
const QUOTE = 34
const AMPERSAND = 38
const APOSTROPHE = 39
const SLASH = 47
const COLON = 58
const LESS = 60
const GREATER = 62
const QUESTION = 63

type Mark = '-->' | '?>' | ']]>'
const OPENINGS: readonly [opening: string, mark: Mark][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
]

export class XmlScanner {
  readonly #handler: XmlHandler
  readonly #known = new XmlNames()
  readonly #attributes = new Attributes(this.#known)
  readonly #text = new XmlText()
  /** Names as written. */
  readonly #open: string[] = []
  readonly #handedOut = new Map<string, string>()
  #prefix: string | null = null
  #bytes = Buffer.alloc(8_192)
  #held = 0
  /** What ends the comment, processing instruction or CDATA that is being passed over. */
  #until: Mark | null = null

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  write(piece: Uint8Array): void {
    const end = this.#held + piece.length
    if (end >= this.#bytes.length) {
      const larger = Buffer.alloc(end * 2)
      larger.set(this.#bytes.subarray(0, this.#held))
      this.#bytes = larger
    }
    this.#bytes.set(piece, this.#held)
    this.#bytes[end] = 0
    const at = this.#scan(end)
    this.#bytes.copyWithin(0, at, end)
    this.#held = end - at
  }

  end(): void {
    if (this.#held > 0 || this.#until || this.#open.length > 0 || this.#prefix === null) throw new XmlFault()
  }

  /** Answers where that begins which must wait for more. */
  #scan(end: number): number {
    const bytes = this.#bytes
    let at = 0
    while (at < end) {
      let next = this.#until ? this.#passOver(at, end) : bytes[at] !== LESS ? this.#textAt(at, end) : this.#markup(at, end)
      if (next < 0) {
        if (end - at > LONGEST) throw new XmlFault()
        return at
      }
      if (next === at) next++
      at = next
    }
    return at
  }

  /** Text up to the next tag; answers where that stands. */
  #textAt(from: number, end: number): number {
    const bytes = this.#bytes
    let at = from
    let coded = false
    for (let byte = bytes[at] as number; byte !== LESS; byte = bytes[++at] as number) {
      if (byte === AMPERSAND || byte === RETURN) coded = true
      else if (byte < SPACE && byte !== LINE_FEED && byte !== TAB) {
        if (at >= end) break
        throw new XmlFault()
      }
    }
    if (this.#open.length === 0) {
      for (let outside = from; outside < at; outside++) if ((bytes[outside] as number) > SPACE) throw new XmlFault()
      return at
    }
    if (at >= end) {
      if (end - from <= LONGEST) return -1
      at = this.#whole(from, end)
    }
    if (this.#handler.listening) this.#hand(from, at, coded)
    return at
  }

  #hand(from: number, to: number, coded: boolean): void {
    const text = this.#text
    text.bytes = this.#bytes
    text.from = from
    text.to = to
    text.coded = coded
    this.#handler.text(text)
  }

  /** Where a text can be parted: not inside a character, an entity or a line end. */
  #whole(from: number, end: number): number {
    let at = end - 1
    while (at > from && ((this.#bytes[at] as number) & 0xc0) === 0x80) at--
    for (let before = at; before > from && before > at - LONGEST_ENTITY; before--) if (this.#bytes[before] === AMPERSAND) return before
    return at
  }

  /** Inside a comment, processing instruction or CDATA. */
  #passOver(from: number, end: number): number {
    const mark = this.#until as Mark
    const last = mark.charCodeAt(mark.length - 1)
    for (let at = this.#bytes.indexOf(last, from); at >= 0 && at < end; at = this.#bytes.indexOf(last, at + 1)) {
      const begin = at - mark.length + 1
      if (begin < from || !spells(mark, this.#bytes, begin, at + 1)) continue
      if (mark === ']]>') this.#raw(from, begin)
      this.#until = null
      return at + 1
    }
    const kept = Math.max(from, this.#whole(from, end) - mark.length)
    if (kept === from) return -1
    if (mark === ']]>') this.#raw(from, kept)
    return kept
  }

  #raw(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const byte = this.#bytes[at] as number
      if (byte < SPACE && byte !== LINE_FEED && byte !== TAB && byte !== RETURN) throw new XmlFault()
    }
    if (this.#handler.listening && to > from) this.#hand(from, to, false)
  }

  #markup(at: number, end: number): number {
    const byte = this.#bytes[at + 1] as number
    if (byte > QUESTION) {
      const taken = this.#prefix === '' ? (this.#handler.take?.(this.#bytes, at) ?? at) : at
      return taken > at ? taken : this.#openTag(at, end)
    }
    if (byte === SLASH) return this.#closeTag(at, end)
    if (byte === QUESTION) return this.#begin('?>', at + 2)
    return byte === BANG ? this.#declaration(at, end) : this.#openTag(at, end)
  }

  #begin(mark: Mark, at: number): number {
    this.#until = mark
    return at
  }

  #declaration(at: number, end: number): number {
    for (const [opening, mark] of OPENINGS) {
      if (!spells(opening, this.#bytes, at, Math.min(end, at + opening.length))) continue
      if (mark === ']]>' && this.#open.length === 0) throw new XmlFault()
      this.#until = mark
      return at + opening.length
    }
    if (end - at < 9) return -1
    throw new XmlFault(/^<!(DOCTYPE|ENTITY)/.test(this.#known.of(this.#bytes, at, at + 9)))
  }

  #closeTag(at: number, end: number): number {
    const name = this.#open.at(-1)
    if (name === undefined) throw new XmlFault()
    const bytes = this.#bytes
    const from = at + 2
    let to = from
    for (let byte = bytes[to] as number; byte > SPACE && byte !== GREATER; byte = bytes[++to] as number)
      if (byte === LESS) throw new XmlFault()
    let close = to
    while (bytes[close] === SPACE || bytes[close] === LINE_FEED || bytes[close] === RETURN || bytes[close] === TAB) close++
    if (close >= end) return -1
    if (bytes[close] !== GREATER || to === from || this.#known.of(bytes, from, to) !== name) throw new XmlFault()
    this.#open.pop()
    this.#handler.close(this.#prefix === '' ? name : this.#nameOf(name))
    return close + 1
  }

  #openTag(at: number, end: number): number {
    const bytes = this.#bytes
    let nameEnd = at + 1
    let colon = -1
    for (let byte = bytes[nameEnd] as number; byte > SPACE && byte !== SLASH && byte !== GREATER; byte = bytes[++nameEnd] as number) {
      if (byte === COLON) colon = nameEnd
      else if (byte === LESS || byte === AMPERSAND || byte === QUOTE || byte === APOSTROPHE) throw new XmlFault()
    }
    if (nameEnd >= end) return -1
    if (nameEnd === at + 1) throw new XmlFault()
    const close = this.#attributes.read(bytes, nameEnd, end)
    if (close < 0) return -1
    const selfClosing = bytes[close] === SLASH
    if (selfClosing && close + 1 >= end) return -1
    if (selfClosing && bytes[close + 1] !== GREATER) throw new XmlFault()
    const written = this.#known.of(bytes, at + 1, nameEnd)
    if (this.#open.length === 0) {
      if (this.#prefix !== null) throw new XmlFault()
      this.#prefix = colon < 0 ? '' : written.slice(0, written.indexOf(':') + 1)
    }
    const name = this.#prefix === '' ? written : this.#nameOf(written)
    this.#handler.open(name, this.#attributes)
    if (selfClosing) {
      this.#handler.close(name)
      return close + 2
    }
    const next = this.#handler.listening ? this.#leaf(close + 1, end, written) : -1
    if (next >= 0) {
      this.#handler.close(name)
      return next
    }
    if (this.#open.push(written) > MAX_DEPTH) throw new XmlFault()
    return close + 1
  }

  /** An element that holds nothing but text and is whole: no detour over the stack. Answers where it ends, or -1. */
  #leaf(from: number, end: number, written: string): number {
    const bytes = this.#bytes
    let at = from
    let byte = bytes[at] as number
    while (byte !== LESS && byte !== AMPERSAND && byte >= SPACE) byte = bytes[++at] as number
    if (byte !== LESS || bytes[at + 1] !== SLASH) return -1
    const close = at + 2 + written.length
    if (close >= end || bytes[close] !== GREATER || !spells(written, bytes, at + 2, close)) return -1
    if (at > from) this.#hand(from, at, false)
    return close + 1
  }

  /** An element with another prefix than the root's never has the name of one that is looked for. */
  #nameOf(written: string): string {
    const known = this.#handedOut.get(written)
    if (known !== undefined) return known
    const prefix = this.#prefix as string
    const name = written.startsWith(prefix) ? written.slice(prefix.length) : written.includes(':') ? written : `:${written}`
    this.#handedOut.set(written, name)
    return name
  }
}
