// Which line of a table was the first with its id. Rows that filers add are numbered on as
// they come (n1, n2, n3 …): as long as they stand so, none has to be looked up.
import type { Line } from './line.ts'

const LONGEST = 10

/** 12 of "n12", 0 of any other id. */
function addedNumber(id: string): number {
  if (id.length < 2 || id.length > LONGEST || id.charCodeAt(0) !== 0x6e || id.charCodeAt(1) === 0x30) return 0
  let number = 0
  for (let at = 1; at < id.length; at++) {
    const digit = id.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) return 0
    number = 10 * number + digit
  }
  return number
}

export class FirstLines {
  readonly #all: readonly Line[]
  readonly #others = new Map<string, Line>()
  /** Whether each added row has had a higher number than the one before. */
  #isInOrder = true
  #last = 0

  /** `all` lines, in the order in which they will be asked for. */
  constructor(all: readonly Line[]) {
    this.#all = all
  }

  /** The line that had the id before; where there is none, this one is the first. */
  before(line: Line): Line | undefined {
    const { id } = line.row
    const number = this.#isInOrder ? addedNumber(id) : 0
    if (number > this.#last) {
      this.#last = number
      return undefined
    }
    if (number > 0) this.#lookUpAll(line)
    const first = this.#others.get(id)
    if (!first) this.#others.set(id, line)
    return first
  }

  /** The added rows before this one are no longer told by their order. */
  #lookUpAll(end: Line): void {
    this.#isInOrder = false
    for (const one of this.#all) {
      if (one === end) return
      if (!one.isBlank && addedNumber(one.row.id) > 0) this.#others.set(one.row.id, one)
    }
  }
}
