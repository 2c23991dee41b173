// The texts of one column that were last read in the short way, each with its value as it is kept and
// as formulas see it. A column repeats the same few: they are told by a handful of their letters.
import type { Result } from '../rule/scalar.ts'
import type { Value } from '../value.ts'

export interface KnownText {
  readonly text: string
  readonly value: Value
  readonly seen: Result
}

const FEWEST = 32
/** Enough for every list, register and calendar; bounded, because what is typed is not. */
const MOST = 2048

/** Texts of a list differ at their ends, numbers of documents at their beginning. */
function mixed(text: string): number {
  const { length } = text
  const begin = text.charCodeAt(0) + 5 * text.charCodeAt(1) + 11 * text.charCodeAt(2)
  return (31 * length + 3 * begin + 17 * text.charCodeAt(length >> 1) + 7 * text.charCodeAt(length - 1)) | 0
}

export class RecentTexts {
  #known: (KnownText | null)[] = new Array(FEWEST).fill(null)
  #count = 0

  find(text: string): KnownText | null {
    const known = this.#known[this.#placeOf(text)]!
    return known !== null && known.text === text ? known : null
  }

  /** Of two texts at one place the later stays. */
  keep(one: KnownText): void {
    if (2 * this.#count >= this.#known.length && this.#known.length < MOST) this.#grow()
    const at = this.#placeOf(one.text)
    if (this.#known[at] === null) this.#count++
    this.#known[at] = one
  }

  #placeOf(text: string): number {
    return mixed(text) & (this.#known.length - 1)
  }

  #grow(): void {
    const before = this.#known
    this.#known = new Array(4 * before.length).fill(null)
    this.#count = 0
    for (const one of before) if (one !== null) this.keep(one)
  }
}
