// One row while it is judged: what was made of its cells so far, by the position of their
// column, and what is said of them. Judges nothing.
import type { Entry, FilingRow, Prefill } from '../filing.ts'
import type { Result } from '../rule/scalar.ts'
import type { Value } from '../value.ts'
import type { Column } from './columns.ts'
import type { Said } from './found.ts'
import type { Found } from './judged-row.ts'

export class RowInHand {
  row!: FilingRow
  given: Prefill['rows'][number] | undefined
  values: Value[] = []
  /** As formulas see them. */
  readonly seen: Result[]
  /** What stands in the cells that are computed, in the order in which they are. */
  readonly typedOver: (Entry | undefined)[] = []
  failed: Set<string> | null = null
  found: Found[] | null = null

  constructor(columns: readonly Column[]) {
    this.seen = columns.map(() => null)
  }

  begin(row: FilingRow, given: RowInHand['given'], nothing: readonly Value[], absent: readonly string[]): void {
    this.row = row
    this.given = given
    this.values = nothing.slice()
    const { seen } = this
    for (let at = 0; at < seen.length; at++) seen[at] = null
    this.failed = absent.length > 0 ? new Set(absent) : null
    this.found = null
  }

  keep({ at, see }: Column, value: Value): void {
    this.values[at] = value
    if (see !== null) this.seen[at] = see(value)
  }

  say(column: Column, said: Said, substance?: unknown): void {
    this.found ??= []
    this.found.push({ column, said, substance })
  }

  fail(key: string): void {
    this.failed ??= new Set()
    this.failed.add(key)
  }

  /** Whether something is built on a field that has an error: then it would only repeat that error. */
  isSpoiled(reads: readonly string[]): boolean {
    const { failed } = this
    return failed !== null && reads.some((key) => failed.has(key))
  }
}
