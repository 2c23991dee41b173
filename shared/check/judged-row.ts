// What judging one row of a table gave: its values by the position of their column and what
// is said of them. They are put as they are kept only where somebody asks for them so.
import type { ContentRow } from '../filing.ts'
import type { Result } from '../rule/scalar.ts'
import type { Value } from '../value.ts'
import type { Column } from './columns.ts'
import type { Said } from './found.ts'

/** What is said of a cell of the row. `substance`: what a warning is about. */
export interface Found {
  readonly column: Column
  readonly said: Said
  readonly substance: unknown
}

/** How the rows of a table are kept. */
export interface RowShape {
  readonly table: string
  readonly keys: readonly string[]
  /** A row in which nothing stands: copying it is cheaper than adding key after key. */
  readonly nothing: Readonly<Record<string, Value>>
}

export class JudgedRow {
  readonly values: readonly Value[]
  /** What formulas over the whole table see: of the columns that they read, in the order of the table. */
  readonly seen: readonly Result[]
  /** Fields that already have an error: nothing is built on them. */
  readonly failed: ReadonlySet<string>
  readonly found: readonly Found[]
  readonly id: string
  readonly carried: boolean
  readonly shape: RowShape
  kept: ContentRow | null = null

  constructor(
    shape: RowShape,
    id: string,
    carried: boolean,
    values: JudgedRow['values'],
    seen: JudgedRow['seen'],
    failed: JudgedRow['failed'],
    found: JudgedRow['found'],
  ) {
    this.shape = shape
    this.id = id
    this.carried = carried
    this.values = values
    this.seen = seen
    this.failed = failed
    this.found = found
  }

  get content(): ContentRow {
    this.kept ??= { id: this.id, table: this.shape.table, carried: this.carried, values: this.#record() }
    return this.kept
  }

  #record(): Record<string, Value> {
    const { keys, nothing } = this.shape
    const record = { ...nothing }
    for (let at = 0; at < keys.length; at++) {
      const value = this.values[at]!
      if (value !== null) record[keys[at]!] = value
    }
    return record
  }
}
