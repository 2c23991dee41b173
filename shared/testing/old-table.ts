// An old table with what a person would say of it: which column is which field,
// which rows are data, what the others are. For tests only.
import type { GridSheet } from '../sheet/grid.ts'
import type { SkippedAs } from '../takeover/their-rows.ts'

export interface ExpectedTable {
  readonly table: string
  /** Of each column of the table, its field; null where ours has none. */
  readonly columns: Readonly<Record<string, string | null>>
  /** Row numbers, from 1. */
  readonly rows: readonly number[]
  readonly skipped: Readonly<Record<number, SkippedAs>>
}

export interface OldTable {
  readonly shape: string
  readonly template: string
  readonly sheet: GridSheet
  readonly expected: readonly ExpectedTable[]
}
