// The texts of one column that were last read in the short way, each with its value as it is kept and
// as formulas see it. A column repeats the same few: they are told by a handful of their letters.
import type { Result } from '../rule/scalar.ts'
import type { Value } from '../value.ts'

export interface KnownText {
  readonly text: string
  readonly value: Value
  readonly seen: Result
}

const FEWEST = 128
/** Enough for every list, register and calendar; bounded, because what is typed is not. */
const MOST = 2048

/** Texts of a list differ at their ends, clauses and names in a row of them elsewhere. Only what is within the text is asked: beyond it is no number. */
function mixed(text: string): number {
  const { length } = text
  let mix = Math.imul(length, 31) + text.charCodeAt(length - 1)
  mix = Math.imul(mix, 31) + text.charCodeAt(length >> 1)
  mix = Math.imul(mix, 31) + text.charCodeAt(length >> 2)
  return Math.imul(mix, 31) + text.charCodeAt((3 * length) >> 2) + (mix >> 7)
}

export class RecentTexts {
  #known: (KnownText | null)[] = new Array(FEWEST).fill(null)
  #count = 0

  find(text: string): KnownText | null {
    const at = this.#placeOf(text)
    let known = this.#known[at]!
    if (known !== null && known.text !== text) known = this.#known[at ^ 1]!
    return known !== null && known.text === text ? known : null
  }

  /** What had the place moves beside it: two that come in turns would drive each other out. Of three the last two stay. */
  keep(one: KnownText): void {
    if (4 * this.#count >= this.#known.length && this.#known.length < MOST) this.#grow()
    const at = this.#placeOf(one.text)
    const before = this.#known[at]!
    if (before === null || this.#known[at ^ 1] === null) this.#count++
    if (before !== null) this.#known[at ^ 1] = before
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
