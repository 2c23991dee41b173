// The columns that rules over a whole table read, as formulas see them: one list a
// column over the counted rows, and where they have failed; kept up to date row by row. Knows no rules.
import type { Result } from '../rule/scalar.ts'
import type { JudgedRow } from './judged-row.ts'
import type { Line } from './line.ts'

/** A row that was judged anew in its old place. */
export interface Change {
  readonly before: JudgedRow
  readonly after: JudgedRow
}

export class SeenColumns {
  readonly #at: ReadonlyMap<string, number>
  #lists: Result[][]
  /** Of rows in which something failed: what did, by the position of the row. */
  #failed = new Map<number, ReadonlySet<string>>()

  /** `keys` in the order of what a judged row has `seen`. */
  constructor(keys: readonly string[]) {
    this.#at = new Map(keys.map((key, at) => [key, at]))
    this.#lists = keys.map(() => [])
  }

  /** Rows came, went or changed places: they are to be taken anew, from the first to the last. */
  begin(): void {
    this.#lists = this.#lists.map(() => [])
    this.#failed = new Map()
  }

  take({ index, judged }: Line): void {
    const { seen, failed } = judged!
    for (let at = 0; at < this.#lists.length; at++) this.#lists[at]![index] = seen[at] ?? null
    if (failed.size > 0) this.#failed.set(index, failed)
    else this.#failed.delete(index)
  }

  /** Whether the field has an error in some row. */
  hasFailed(key: string): boolean {
    for (const failed of this.#failed.values()) if (failed.has(key)) return true
    return false
  }

  of(key: string): readonly Result[] {
    const at = this.#at.get(key)
    return at === undefined ? [] : this.#lists[at]!
  }

  differs(key: string, { before, after }: Change): boolean {
    const at = this.#at.get(key)
    return at !== undefined && (before.seen[at] !== after.seen[at] || before.failed.has(key) !== after.failed.has(key))
  }
}
