// A form as some office made it, with what a person would say its columns are. For tests only.
import type { GridSheet } from '../sheet/grid.ts'

export interface AppendixForm {
  readonly shape: string
  readonly sheet: GridSheet
  /** Of each table the columns: `group > title` and the kind; `money trieu`, `=` before what is computed. */
  readonly tables: readonly (readonly (readonly [title: string, kind: string])[])[]
  /** Rules that come from columns of checks. */
  readonly rules?: readonly string[]
  readonly titles: readonly string[]
  readonly signer?: string
}
