// What taking one old table over would write into the form at hand, and what it
// would leave. Pure; asked again whenever the person changes the mapping.
import type { Edit } from '../../shared/fixes.ts'
import { type Brought, type BroughtRow, bringOver, type TheirTable } from '../../shared/takeover/bring-over.ts'
import { placeRows } from '../../shared/takeover/place-rows.ts'
import type { Form } from '../../shared/wire.ts'
import { contextOf } from './judge.ts'
import type { OldTables } from './old-tables.ts'

export interface Taken {
  readonly brought: Brought
  readonly edits: readonly Edit[]
  /** Rows for which the form has no free row left. */
  readonly homeless: readonly BroughtRow[]
}

/** Null where the form no longer has the table. */
export function takeOver(form: Form, { ours }: OldTables, theirs: TheirTable, how: { overwrite: boolean; add: boolean }): Taken | null {
  const located = ours.reading.tables.find((one) => one?.table.key === theirs.proposal.table)
  if (!located) return null
  const rows = ours.reading.filing.rows.filter((row) => row.table === located.table.key)
  const brought = bringOver(theirs, { table: located.table, rows, ...how }, contextOf(form))
  return { brought, ...placeRows(brought.rows, ours.sheet, located, rows) }
}
