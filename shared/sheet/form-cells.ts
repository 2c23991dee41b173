// What stands in a form's cells before anybody types: carried values, last
// period's, and the draft as it was left, raw. Knows no positions.
import type { Register } from '../agency.ts'
import { cellValue } from '../field/field.ts'
import type { Entry, Filing, Prefill } from '../filing.ts'
import type { Plan } from '../plan.ts'
import type { Field, HeaderField, Table } from '../template.ts'
import { NIL, type Value } from '../value.ts'
import type { LayoutCell } from './sheet-layout.ts'

export type CellContent = LayoutCell['value'] | null

export interface FormRow {
  readonly id: string
  /** Brought by the server: its carried cells are locked. */
  readonly carried: boolean
  content(field: Field): CellContent
}

export interface Lists {
  readonly register: Register
  readonly plan: Plan
}

const digits = (value: number) => Number(value.toPrecision(15))

/** A draft keeps what was typed; only a percent format is undone, because our cells have none. */
const typed = ({ value, percent }: Entry): CellContent => (percent && typeof value === 'number' ? digits(value * 100) : value)

const known = (field: Field | HeaderField, value: Value | undefined, lists: Lists): CellContent =>
  value === undefined || value === null ? null : value === NIL ? NIL : cellValue(field.type, value, lists)

export function headerContent(field: HeaderField, prefill: Prefill, draft: Filing | null, lists: Lists): CellContent {
  const entry = field.source === 'input' ? draft?.header[field.key] : undefined
  return entry ? typed(entry) : known(field, prefill.header[field.key], lists)
}

/** Carried rows in their order, then the rows that the draft adds. */
export function rowsOf(table: Table, prefill: Prefill, draft: Filing | null, lists: Lists): FormRow[] {
  const drafted = new Map((draft?.rows ?? []).filter((row) => row.table === table.key).map((row) => [row.id, row]))
  const carried = prefill.rows
    .filter((row) => row.table === table.key)
    .map(({ id, values }): FormRow => {
      const entries = drafted.get(id)?.entries
      return {
        id,
        carried: true,
        content: (field) => {
          const entry = field.source === 'input' ? entries?.[field.key] : undefined
          return entry ? typed(entry) : known(field, values[field.key], lists)
        },
      }
    })
  const there = new Set(carried.map((row) => row.id))
  const added = [...drafted.values()]
    .filter((row) => !there.has(row.id))
    .map(
      ({ id, entries }): FormRow => ({
        id,
        carried: false,
        content: ({ key }) => {
          const entry = entries[key]
          return entry ? typed(entry) : null
        },
      }),
    )
  return [...carried, ...added]
}
