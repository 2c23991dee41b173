// The entries of one row by the position of their column, taken in one go in the order in which
// they nearly always stand: that of the columns. Whoever asks for the row at hand again has it there. Judges nothing.
import type { Entry, FilingRow } from '../filing.ts'
import type { Column } from './columns.ts'
import { own } from './own.ts'

const isEmpty = (entry: Entry | undefined): boolean =>
  entry === undefined || entry.value === null || (typeof entry.value === 'string' && entry.value.trim() === '')

export class RowEntries {
  readonly columns: readonly Column[]
  readonly #keys: readonly string[]
  readonly #entries: (Entry | undefined)[]
  #of: FilingRow['entries'] | null = null

  constructor(columns: readonly Column[]) {
    this.columns = columns
    this.#keys = columns.map(({ key }) => key)
    this.#entries = columns.map(() => undefined)
  }

  take({ entries }: FilingRow): void {
    if (entries === this.#of) return
    this.#of = entries
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

  /** Whether the row is none, because nothing stands in the columns that make one. */
  isBlank(row: FilingRow): boolean {
    this.take(row)
    for (const { makesRow, at } of this.columns) if (makesRow && !isEmpty(this.#entries[at])) return false
    return true
  }
}
