// Rows of a table that say the same in the fields by which a row is known. Kept
// up to date row by row; texts are folded and compared only where they could be equal.
import { fold } from '../text/fold.ts'
import { likeness } from '../text/likeness.ts'
import type { Value } from '../value.ts'
import type { Column } from './columns.ts'
import type { Line } from './line.ts'

const likenessOf = (value: Value): number =>
  typeof value === 'string' ? likeness(value) : typeof value === 'number' ? value | 0 : Array.isArray(value) ? likeness(value.join(' ')) : 1

const keyOf = (value: Value): string => (typeof value === 'string' ? fold(value) : JSON.stringify(value))

/** Numbers up to here are kept without an object of their own. */
const SMALL = 0x3fffffff

export class Duplicates {
  /** By which a row is known, the first of them where it is told. */
  readonly columns: readonly Column[]
  readonly #alike = new Map<number, Line | Line[]>()
  readonly #crowded = new Set<number>()
  readonly #of = new WeakMap<Line, string>()

  constructor(columns: readonly Column[]) {
    this.columns = columns
  }

  /** null: the row is not known by these fields, because one is blank or failed. */
  #hash({ judged }: Line): number | null {
    if (!judged) return null
    let mixed = 17
    const { values, failed } = judged
    for (const { key, at } of this.columns) {
      const value = values[at]
      if (value === null || value === undefined || (failed.size > 0 && failed.has(key))) return null
      mixed = Math.imul(mixed, 31) + likenessOf(value)
    }
    return mixed & SMALL
  }

  add(line: Line): void {
    const hash = this.#hash(line)
    if (hash === null) return
    const there = this.#alike.get(hash)
    if (there === undefined) {
      this.#alike.set(hash, line)
      return
    }
    this.#crowded.add(hash)
    if (Array.isArray(there)) there.push(line)
    else this.#alike.set(hash, [there, line])
  }

  remove(line: Line): void {
    const hash = this.#hash(line)
    if (hash === null) return
    const there = this.#alike.get(hash)
    const left = Array.isArray(there) ? there.filter((one) => one !== line) : []
    if (left.length > 1) {
      this.#alike.set(hash, left)
      return
    }
    this.#crowded.delete(hash)
    if (left[0]) this.#alike.set(hash, left[0])
    else this.#alike.delete(hash)
  }

  #key(line: Line): string {
    let key = this.#of.get(line)
    if (key === undefined) {
      key = this.columns.map(({ at }) => keyOf(line.judged?.values[at] ?? null)).join('\n')
      this.#of.set(line, key)
    }
    return key
  }

  /** Every row that repeats an earlier one, with that one. */
  repeats(): { line: Line; first: Line }[] {
    const found: { line: Line; first: Line }[] = []
    for (const hash of this.#crowded) {
      const firsts = new Map<string, Line>()
      for (const line of (this.#alike.get(hash) as Line[]).toSorted((a, b) => a.index - b.index)) {
        const key = this.#key(line)
        const first = firsts.get(key)
        if (first) found.push({ line, first })
        else firsts.set(key, line)
      }
    }
    return found
  }
}
