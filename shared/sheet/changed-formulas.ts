// Computed cells whose formula is no longer the form's: told once per column.
// What the cell shows is never taken; check works the value out again.
import { columnIndex, columnLetter } from '../a1.ts'
import { nameOf } from '../agency-names.ts'
import { prepare } from '../check/prepared.ts'
import type { CheckContext } from '../check-context.ts'
import { datesFor } from '../deadline.ts'
import type { Finding } from '../finding.ts'
import { periodValues } from '../rule/values.ts'
import type { Table, Template } from '../template.ts'
import { FIRST_COLUMN } from './geometry.ts'
import type { LocatedTable } from './locate-table.ts'
import type { ReadRows } from './read-rows.ts'
import type { SheetIndex } from './sheet-index.ts'
import { structureFinding } from './structure-findings.ts'
import { tableFormulas } from './table-formulas.ts'

const TOKENS = /"(?:[^"]|"")*"|\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})|\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(.])|\s+/gi

/** A formula with columns as field keys, so that it reads the same wherever its columns and its row stand. */
export function canonical(formula: string, row: number, keyAt: (column: number) => string | undefined): string {
  const key = (letters: string) => keyAt(columnIndex(letters.toUpperCase())) ?? letters.toUpperCase()
  return formula
    .replace(/_xlfn\.|_xlws\./gi, '')
    .replace(/\b(TRUE|FALSE)\(\)/gi, '$1')
    .replace(TOKENS, (whole, from?: string, first?: string, to?: string, last?: string, cell?: string, at?: string) => {
      if (whole.startsWith('"')) return whole
      if (from && to) {
        if (Number(first) === row && Number(last) === row) return `[${key(from)}:${key(to)}]`
        return from.toUpperCase() === to.toUpperCase() ? `[[${key(from)}]]` : whole
      }
      if (cell) return Number(at) === row ? `[${key(cell)}]` : `${key(cell)}!${Number(at) - row}`
      return ''
    })
    .replace(/[A-Z]+(?=\()/gi, (name) => name.toUpperCase())
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
/** A letter or "$": what stands before the row number of an address. */
const opensRow = (code: number): boolean => code === 36 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/** What is left looks like the address of another row. */
const OTHER_ROW = /[a-z$]\d/i

/**
 * The formula with its own row number left out of addresses: rows that agree in it say the same, cheaper by far than
 * `canonical`. Null where other rows may be meant too.
 */
export function withoutRow(formula: string, row: number): string | null {
  const number = String(row)
  let [kept, from, quoted] = ['', 0, false]
  for (let at = formula.indexOf(number); at >= 0; at = formula.indexOf(number, at + number.length)) {
    for (let seen = from; seen < at; seen++) if (formula.charCodeAt(seen) === 34) quoted = !quoted
    const end = at + number.length
    const after = formula.charCodeAt(end)
    const isRow = !quoted && opensRow(formula.charCodeAt(at - 1)) && !isDigit(after) && after !== 40
    kept += formula.slice(from, at) + (isRow ? '\u0000' : number)
    from = end
  }
  kept += formula.slice(from)
  return OTHER_ROW.test(kept) ? null : kept
}

/** The formulas of the form, as it writes them itself into rows that were given and into those that were not. */
function expected(template: Template, table: Table, { plan, register, period, agency }: CheckContext): Map<string, readonly string[]> {
  const prepared = prepare(template, plan).find((one) => one.table.key === table.key)
  if (!prepared) return new Map()
  const names = periodValues(period, datesFor(template.regime, period), nameOf(register, agency))
  const formulas = tableFormulas(prepared, plan, { which: { template: template.code, period }, period: names, first: 0, last: 99 })
  const keyAt = (column: number) => table.fields[column - FIRST_COLUMN]?.key
  return new Map(
    prepared.computed.map(({ field, formula }) => [
      field.key,
      [true, false].map((given) => canonical(formulas.computed(field, formula, { at: 8, given }), 9, keyAt)),
    ]),
  )
}

export function formulaFindings(
  index: SheetIndex,
  { table, columns }: LocatedTable,
  { rows }: ReadRows,
  template: Template,
  context: CheckContext,
): Finding[] {
  const keys = new Map([...columns].map(([key, column]) => [column, key]))
  const wanted = expected(template, table, context)
  return table.fields.flatMap((field) => {
    const [column, ours] = [columns.get(field.key), wanted.get(field.key)]
    if (column === undefined || ours === undefined) return []
    const known = new Map<string, boolean>()
    const isChanged = (found: string, at: number): boolean => {
      const key = withoutRow(found, at)
      const before = key === null ? undefined : known.get(key)
      if (before !== undefined) return before
      const now = !ours.includes(canonical(found, at, (one) => keys.get(one)))
      if (key !== null) known.set(key, now)
      return now
    }
    const changed = rows.filter(({ at }) => {
      const found = index.cell(at - 1, column)?.formula
      // A column that is gone is told already.
      if (found === undefined || (found.includes('#REF!') && columns.size < table.fields.length)) return false
      return isChanged(found, at)
    })
    const [first] = changed
    if (!first) return []
    const place = {
      sheet: index.name,
      table: table.key,
      rowId: first.id,
      row: first.at,
      field: field.key,
      cell: `${columnLetter(column)}${first.at}`,
    }
    const actual = index.cell(first.at - 1, column)?.formula ?? ''
    return [
      structureFinding({
        ...{ code: 'formula-changed', severity: 'info', place, label: field.title, actual: actual.slice(0, 200) },
        params: { count: changed.length },
      }),
    ]
  })
}
