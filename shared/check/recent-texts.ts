// The texts of one column that were last read in the short way, each with its value as it is kept and
// as formulas see it. A column repeats the same few: they are told by a handful of their letters.
import type { Result } from '../rule/scalar.ts'
import type { Value } from '../value.ts'

export interface KnownText {
  readonly text: string
  readonly value: Value
  readonly seen: Result
}

const FEWEST = 16
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

  find(text: string): KnownText | null {
    const known = this.#known[mixed(text) & (this.#known.length - 1)]!
    return known !== null && known.text === text ? known : null
  }

  keep(one: KnownText): void {
    const last = this.#known.length - 1
    const at = mixed(one.text) & last
    const there = this.#known[at]!
    if (there !== null && last + 1 < MOST) this.#grow()
    this.#known[mixed(one.text) & (this.#known.length - 1)] = one
  }

  #grow(): void {
    const before = this.#known
    this.#known = new Array(4 * before.length).fill(null)
    for (const one of before) if (one !== null) this.#known[mixed(one.text) & (this.#known.length - 1)] = one
  }
}
