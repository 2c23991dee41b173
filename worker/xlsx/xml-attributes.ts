// The attributes of one tag as places in the bytes that are being scanned: nobody
// pays for a value that nobody asks for. One object serves a whole part.
import { decodeEntities } from './xml-entities.ts'
import { XmlFault } from './xml-fault.ts'
import { spells, type XmlNames } from './xml-names.ts'
import { textOf } from './xml-text.ts'

/** Roots of bloated workbooks declare some forty namespaces. */
const MOST = 256
const QUOTE = 34
const AMPERSAND = 38
const APOSTROPHE = 39
const SLASH = 47
const COLON = 58
const LESS = 60
const EQUALS = 61
const GREATER = 62
const SPACE = 32

/** Space, tab and line ends; every other byte below 32 is the end of what is there, or forbidden. */
const isSpace = (byte: number) => byte === SPACE || byte === 10 || byte === 13 || byte === 9

export class Attributes {
  /** What the places below point into; closed by a zero byte. */
  bytes: Buffer = Buffer.alloc(1)
  count = 0
  /** Four places an attribute: where its name and its value begin and end. */
  readonly #places = new Int32Array(4 * MOST)
  readonly #names: XmlNames

  constructor(names: XmlNames) {
    this.#names = names
  }

  /** Reads from behind the tag's name and answers where the ">" or "/" that ends the attributes stands; -1 where the bytes end before. */
  read(bytes: Buffer, from: number, end: number): number {
    this.bytes = bytes
    const places = this.#places
    let count = 0
    let at = from
    for (;;) {
      const spaced = at
      let byte = bytes[at] as number
      if (byte === SPACE) byte = bytes[++at] as number
      while (byte <= SPACE && isSpace(byte)) byte = bytes[++at] as number
      if (byte === GREATER || byte === SLASH) {
        this.count = count
        return at
      }
      if (byte === 0 && at >= end) return -1
      if (at === spaced || count >= MOST) throw new XmlFault()
      places[4 * count] = at
      if (bytes[at + 1] === EQUALS && bytes[at + 2] === QUOTE && byte > AMPERSAND) {
        // Nearly all attributes of cells: one letter.
        places[4 * count + 1] = at + 1
        at += 2
        byte = QUOTE
      } else {
        while (byte > SPACE && byte !== EQUALS) {
          if (byte === GREATER || byte === SLASH || byte === LESS || byte === QUOTE || byte === APOSTROPHE) throw new XmlFault()
          byte = bytes[++at] as number
        }
        if (at === places[4 * count]) throw new XmlFault()
        places[4 * count + 1] = at
        while (isSpace(byte)) byte = bytes[++at] as number
        if (byte === 0 && at >= end) return -1
        if (byte !== EQUALS) throw new XmlFault()
        byte = bytes[++at] as number
        while (isSpace(byte)) byte = bytes[++at] as number
        if (byte === 0 && at >= end) return -1
        if (byte !== QUOTE && byte !== APOSTROPHE) throw new XmlFault()
      }
      const quote = byte
      places[4 * count + 2] = ++at
      for (byte = bytes[at] as number; byte !== quote; byte = bytes[++at] as number) {
        if (byte > LESS || (byte >= SPACE && byte < LESS) || isSpace(byte)) continue
        if (byte === 0 && at >= end) return -1
        throw new XmlFault()
      }
      places[4 * count++ + 3] = at++
    }
  }

  valueFrom(index: number): number {
    return this.#places[4 * index + 2] as number
  }

  valueTo(index: number): number {
    return this.#places[4 * index + 3] as number
  }

  /** The letter that is the whole name of an attribute, as its code; 0 for longer names. */
  letter(index: number): number {
    const from = this.#places[4 * index] as number
    return this.#places[4 * index + 1] === from + 1 ? (this.bytes[from] as number) : 0
  }

  /** A value that is one of a few words: the same string every time. */
  word(index: number): string {
    const from = this.valueFrom(index)
    const to = this.valueTo(index)
    return from === to ? '' : this.#names.of(this.bytes, from, to)
  }

  valueAt(index: number): string {
    const from = this.valueFrom(index)
    const to = this.valueTo(index)
    const value = textOf(this.bytes, from, to)
    return this.bytes.subarray(from, to).includes(AMPERSAND) ? decodeEntities(value) : value
  }

  /** Undefined where it is absent. Two of the same name are one too many: throws. */
  get(name: string): string | undefined {
    const found = this.#indexOf(name)
    return found < 0 ? undefined : this.valueAt(found)
  }

  /** Whether the attribute is there and says yes. */
  isTrue(name: string): boolean {
    const found = this.#indexOf(name)
    if (found < 0) return false
    const from = this.valueFrom(found)
    const to = this.valueTo(found)
    return spells('1', this.bytes, from, to) || spells('true', this.bytes, from, to)
  }

  #indexOf(name: string): number {
    let found = -1
    for (let index = 0; index < this.count; index++) {
      if (!spells(name, this.bytes, this.#places[4 * index] as number, this.#places[4 * index + 1] as number)) continue
      if (found >= 0) throw new XmlFault()
      found = index
    }
    return found
  }

  /** The attribute of that local name under any prefix, as in `r:id`. */
  prefixed(name: string): string | undefined {
    for (let index = 0; index < this.count; index++) {
      const to = this.#places[4 * index + 1] as number
      const local = to - name.length
      if (local - 1 <= (this.#places[4 * index] as number) || this.bytes[local - 1] !== COLON) continue
      if (spells(name, this.bytes, local, to)) return this.valueAt(index)
    }
    return undefined
  }

  /** Whether the tag declares the namespace, under any prefix. */
  declares(namespace: string): boolean {
    for (let index = 0; index < this.count; index++) {
      const from = this.#places[4 * index] as number
      if (spells('xmlns', this.bytes, from, from + 5) && this.valueAt(index) === namespace) return true
    }
    return false
  }
}
