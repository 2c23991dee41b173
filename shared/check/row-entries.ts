// The entries of one row by the position of their column, taken in one go in the order in
// which they nearly always stand: that of the columns. Judges nothing.
import type { Entry, FilingRow } from '../filing.ts'
import { own } from './own.ts'

export class RowEntries {
  readonly #keys: readonly string[]
  readonly #entries: (Entry | undefined)[]

  constructor(keys: readonly string[]) {
    this.#keys = keys
    this.#entries = keys.map(() => undefined)
  }

  take(entries: FilingRow['entries']): void {
    const [keys, into] = [this.#keys, this.#entries]
    let at = 0
    for (const key in entries) {
      while (at < keys.length && keys[at] !== key) into[at++] = undefined
      // Another order, or something that is no column.
      if (at === keys.length) {
        for (let each = 0; each < keys.length; each++) into[each] = own(entries, keys[each]!)
        return
      }
      into[at++] = entries[key]
    }
    while (at < keys.length) into[at++] = undefined
  }

  at(position: number): Entry | undefined {
    return this.#entries[position]
  }
}
