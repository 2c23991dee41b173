// The attributes of one tag as places in the text that is being scanned: nobody
// pays for a value that nobody asks for. One object serves a whole part.
import { decodeEntities } from './xml-entities.ts'
import { XmlFault } from './xml-fault.ts'

/** Roots of bloated workbooks declare some forty namespaces. */
const MOST = 256
const QUOTE = 34
const APOSTROPHE = 39
const EQUALS = 61
const SLASH = 47
const GREATER = 62
const LESS = 60

/** What `read` found at the end of the tag. */
export const TAG = { incomplete: -1, broken: -2 } as const

const isSpace = (code: number) => code === 32 || code === 10 || code === 9 || code === 13

export class Attributes {
  /** The text that the places below point into. */
  text = ''
  count = 0
  readonly nameFrom: number[] = []
  readonly nameTo: number[] = []
  readonly valueFrom: number[] = []
  readonly valueTo: number[] = []

  /** Reads from behind the tag's name to the ">" or "/" that ends it, and answers where that stands. */
  read(text: string, from: number): number {
    this.text = text
    this.count = 0
    let at = from
    for (;;) {
      const spaced = at
      while (at < text.length && isSpace(text.charCodeAt(at))) at++
      if (at >= text.length) return TAG.incomplete
      const first = text.charCodeAt(at)
      if (first === GREATER || first === SLASH) return at
      if (at === spaced || this.count >= MOST) return TAG.broken
      this.nameFrom[this.count] = at
      while (at < text.length && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== EQUALS) {
        const code = text.charCodeAt(at)
        if (code === GREATER || code === SLASH || code === LESS || code === QUOTE || code === APOSTROPHE) return TAG.broken
        at++
      }
      this.nameTo[this.count] = at
      if (at === this.nameFrom[this.count]) return TAG.broken
      while (at < text.length && isSpace(text.charCodeAt(at))) at++
      if (at >= text.length) return TAG.incomplete
      if (text.charCodeAt(at) !== EQUALS) return TAG.broken
      at++
      while (at < text.length && isSpace(text.charCodeAt(at))) at++
      if (at >= text.length) return TAG.incomplete
      const quote = text.charCodeAt(at)
      if (quote !== QUOTE && quote !== APOSTROPHE) return TAG.broken
      const begin = at + 1
      for (at = begin; at < text.length && text.charCodeAt(at) !== quote; at++) if (text.charCodeAt(at) === LESS) return TAG.broken
      if (at >= text.length) return TAG.incomplete
      this.valueFrom[this.count] = begin
      this.valueTo[this.count] = at++
      this.count++
    }
  }

  /** The letter that is the whole name of an attribute, as its code; 0 for longer names. */
  letter(index: number): number {
    const from = this.nameFrom[index] as number
    return this.nameTo[index] === from + 1 ? this.text.charCodeAt(from) : 0
  }

  valueAt(index: number): string {
    const value = this.text.slice(this.valueFrom[index], this.valueTo[index])
    return value.includes('&') ? decodeEntities(value) : value
  }

  /** Undefined where it is absent. Two of the same name are one too many: throws. */
  get(name: string): string | undefined {
    let found = -1
    for (let index = 0; index < this.count; index++) {
      const from = this.nameFrom[index] as number
      if ((this.nameTo[index] as number) - from !== name.length || !this.text.startsWith(name, from)) continue
      if (found >= 0) throw new XmlFault()
      found = index
    }
    return found < 0 ? undefined : this.valueAt(found)
  }

  /** The attribute of that local name under any prefix, as in `r:id`. */
  prefixed(name: string): string | undefined {
    const ending = `:${name}`
    for (let index = 0; index < this.count; index++) {
      const [from, to] = [this.nameFrom[index] as number, this.nameTo[index] as number]
      if (to - from > ending.length && this.text.startsWith(ending, to - ending.length)) return this.valueAt(index)
    }
    return undefined
  }

  /** Whether the tag declares the namespace, under any prefix. */
  declares(namespace: string): boolean {
    for (let index = 0; index < this.count; index++) {
      if (this.text.startsWith('xmlns', this.nameFrom[index]) && this.valueAt(index) === namespace) return true
    }
    return false
  }
}
