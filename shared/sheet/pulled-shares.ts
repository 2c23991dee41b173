// What a total of a sheet of consolidated rows counts: how many rows of which agency, and
// what each adds to it, from what stands in the sheet. Only columns of numbers are added up.
import { UNIT_POWER } from '../field/typed-number.ts'
import { Tally } from '../tally.ts'
import type { Field, FieldType, Table } from '../template.ts'
import type { Value } from '../value.ts'
import { isNumeric } from './field-look.ts'
import type { GridSheet } from './grid.ts'
import { cellAt } from './pulled-match.ts'
import type { PulledSheet } from './pulled-reading.ts'
import { isSummed } from './total-row.ts'

export interface Share {
  readonly agency: string
  readonly rows: number
  /** The agency's first line in the sheet, from 0. */
  readonly at: number
  /** The agency's own total of the column; null where the column has none. */
  readonly value: Value
  /** Of the whole, 0–100; null where the column is not a sum. */
  readonly percent: number | null
}

export interface Shares {
  readonly rows: number
  readonly value: Value
  /** The largest first where the column is a sum, else as they stand in the sheet. */
  readonly agencies: readonly Share[]
}

/** A number of a cell as a value: money stands there in the unit of its column. */
const amountOf = (type: FieldType, cell: unknown): Value => {
  if (typeof cell !== 'number' || !isNumeric(type)) return null
  return type.kind === 'money' ? Math.round(cell * 10 ** UNIT_POWER[type.unit]) : cell
}

/** `group`: the row of the line that names a group, whose lines alone are counted; null is the whole sheet. */
export function sharesOf(table: Table, field: Field | null, sheet: PulledSheet, grid: GridSheet, group: number | null = null): Shares {
  const next = sheet.groups.find((row) => group !== null && row > group) ?? Number.POSITIVE_INFINITY
  const all = new Tally(table)
  const agencies = new Map<string, { rows: number; at: number; tally: Tally }>()
  let rows = 0
  for (const { kind, agency, submission, row } of sheet.lines) {
    if (submission === '' || (group !== null && (row < group || row > next))) continue
    const own = agencies.get(agency) ?? { rows: 0, at: row, tally: new Tally(table) }
    agencies.set(agency, own)
    if (kind !== 'row') continue
    const values = Object.fromEntries(
      table.fields.flatMap(({ key, type }) => {
        const column = sheet.columns.get(key)
        return column === undefined ? [] : [[key, amountOf(type, cellAt(grid, row, column)?.value)]]
      }),
    )
    for (const tally of [own.tally, all]) tally.add(agency, values)
    own.rows++
    rows++
  }
  const totalOf = (tally: Tally): Value => (field && isNumeric(field.type) ? (tally.totals()[field.key] ?? null) : null)
  const value = totalOf(all)
  const shares = [...agencies].map(([agency, own]): Share => {
    const part = totalOf(own.tally)
    const summed = field !== null && isSummed(field) && typeof part === 'number' && typeof value === 'number' && value !== 0
    return { agency, rows: own.rows, at: own.at, value: part, percent: summed ? Math.round((part / value) * 1000) / 10 : null }
  })
  const largestFirst = field !== null && isSummed(field)
  return { rows, value, agencies: largestFirst ? shares.toSorted((a, b) => Number(b.value) - Number(a.value)) : shares }
}
