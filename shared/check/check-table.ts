// One table of a filing: which rows are there, which are missing or twice, each
// row by itself, then what only the whole table can show: duplicates, order, sums.
import type { CheckContext } from '../check-context.ts'
import type { Filing, FilingRow, Prefill } from '../filing.ts'
import type { Field } from '../template.ts'
import { fold } from '../text/fold.ts'
import type { Value } from '../value.ts'
import { type CheckedRow, checkRow, spotOf } from './check-row.ts'
import { type Above, judgeTable } from './judge-table.ts'
import type { PreparedTable } from './prepared.ts'
import type { Report, Spot } from './report.ts'

const isBlank = (row: FilingRow, fields: readonly Field[]) =>
  fields.every((field) => {
    // A lone number in the STT column is left from the form, not something filed.
    if (field.source === 'computed' || field.type.kind === 'sequence') return true
    const value = row.entries[field.key]?.value
    return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  })

/** Ids of rows that the filer added begin with "n". */
const isAdded = (id: string) => id.startsWith('n')

export function checkTable(
  prepared: PreparedTable,
  rank: number,
  filing: Filing,
  above: Above,
  context: CheckContext,
  report: Report,
): CheckedRow[] {
  const { table } = prepared
  const given = new Map(context.prefill.rows.filter((row) => row.table === table.key).map((row) => [row.id, row]))
  const rows = filing.rows.filter((row) => row.table === table.key)
  const rowSpot = (row: { id: string; at?: number | undefined }, index: number): Spot => ({
    place: { table: table.key, rowId: row.id, ...(row.at !== undefined && { row: row.at }) },
    rank: [rank, row.at ?? index, -1],
  })
  const checked: CheckedRow[] = []
  const seen = new Map<string, FilingRow>()
  for (const row of rows) {
    const known = given.get(row.id)
    if (!known && isBlank(row, table.fields)) continue
    const first = seen.get(row.id)
    if (first) {
      report.add(rowSpot(row, checked.length), { code: 'row-twice', severity: 'error', params: { row: row.at ?? 0, first: first.at ?? 0 } })
      continue
    }
    seen.set(row.id, row)
    if (!known && (table.rows.source === 'carried' || (table.rows.source === 'carried-free' && !isAdded(row.id)))) {
      report.add(rowSpot(row, checked.length), { code: 'row-unknown', severity: 'error', params: { row: row.at ?? 0 } })
      continue
    }
    checked.push(checkRow(prepared, rank, row, checked.length, known, context, report))
  }
  for (const [id, row] of given)
    if (!seen.has(id))
      report.add(rowSpot({ id }, Number.MAX_SAFE_INTEGER), {
        code: 'row-missing',
        severity: 'error',
        params: { name: nameOf(row, table.fields) },
      })
  if (checked.length > table.rows.max) {
    const spot: Spot = { place: { table: table.key }, rank: [rank, Number.MAX_SAFE_INTEGER, 0] }
    report.add(spot, { code: 'too-many-rows', severity: 'error', params: { count: checked.length, limit: table.rows.max } })
  }
  findDuplicates(prepared, rank, checked, report)
  checkOrder(prepared, rank, checked, report)
  judgeTable(prepared, rank, checked, above, context, report)
  return checked
}

/** What people call a row: its longest text. */
function nameOf(row: Prefill['rows'][number], fields: readonly Field[]): string {
  const texts = fields.filter((field) => field.type.kind === 'text').map((field) => row.values[field.key])
  const name = texts
    .filter((value) => typeof value === 'string')
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '')
  return name.length > 80 ? `${name.slice(0, 79)}…` : name || row.id
}

const keyOf = (value: Value | undefined): string | null => {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? fold(value) : JSON.stringify(value)
}

function findDuplicates(prepared: PreparedTable, rank: number, rows: readonly CheckedRow[], report: Report): void {
  for (const keys of prepared.table.rows.unique) {
    const firsts = new Map<string, CheckedRow>()
    for (const row of rows) {
      const parts = keys.map((key) => keyOf(row.values[key]))
      if (parts.includes(null)) continue
      const key = parts.join('\n')
      const first = firsts.get(key)
      if (!first) firsts.set(key, row)
      else {
        const field = prepared.table.fields.find((one) => one.key === keys[0])!
        report.add(spotOf(prepared, rank, row.id, row.at, row.index, field, undefined), {
          code: 'duplicate-row',
          severity: 'error',
          params: { first: first.at ?? first.index + 1 },
        })
      }
    }
  }
}

/** STT that the filer types runs 1, 2, 3 …; sorting or inserting rows breaks it, and one click mends it. */
function checkOrder(prepared: PreparedTable, rank: number, rows: readonly CheckedRow[], report: Report): void {
  const field = prepared.table.fields.find((one) => one.source === 'input' && one.type.kind === 'sequence' && one.type.style === 'number')
  if (!field) return
  for (const row of rows) {
    const expected = String(row.index + 1)
    const actual = row.values[field.key]
    if (actual === null || actual === undefined || actual === expected || row.failed.has(field.key)) continue
    report.add(spotOf(prepared, rank, row.id, row.at, row.index, field, undefined), {
      code: 'sequence-broken',
      severity: 'info',
      actual: String(actual),
      expected,
      fixes: [{ rowId: row.id, field: field.key, value: expected, shown: expected }],
    })
  }
}
