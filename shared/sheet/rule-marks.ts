// Rules of a template as conditional formats: a cell at which the check would
// report a rule is coloured in any spreadsheet program. A validation holds one
// condition, speaks only while one types, and never in a computed cell.
import { rangeText, span } from '../a1.ts'
import type { PreparedRule, PreparedTable } from '../check/prepared.ts'
import { severityIn } from '../check/rule-in-force.ts'
import type { Period } from '../period.ts'
import type { Table } from '../template.ts'
import type { FormRow } from './form-cells.ts'
import { columnOf } from './geometry.ts'
import { MARKS } from './looks.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import type { TableFormulas } from './table-formulas.ts'
import { headerDepth } from './table-header.ts'
import { isSummed } from './total-row.ts'

/** Whether the verdict hangs on nothing that is typed elsewhere: then it can be told at the moment of typing. */
export const isOfOneCell = ({ rule, reads }: PreparedRule, table: Table): boolean =>
  reads.every((key) => key === rule.field || table.fields.find((field) => field.key === key)?.source === 'carried')

interface Place {
  readonly rows: readonly FormRow[]
  readonly keysAt: number
  readonly from: number
  readonly period: Period
}

/** Rows that the server brought, then rows of the filer: the same rule asks differently in each. */
function runsOf(rows: readonly FormRow[], from: number): { readonly first: number; readonly last: number; readonly given: boolean }[] {
  const given = rows.filter((row) => row.carried).length
  const runs = [
    { first: from, last: from + given - 1, given: true },
    { first: from + given, last: from + rows.length - 1, given: false },
  ]
  return runs.filter(({ first, last }) => first <= last)
}

export function markRules(
  sheet: SheetBuilder,
  prepared: PreparedTable,
  formulas: TableFormulas,
  { rows, keysAt, from, period }: Place,
): void {
  const { table, rowRules, tableRules } = prepared
  for (const one of rowRules) {
    const severity = severityIn(one.rule, period)
    if (!severity) continue
    const column = columnOf(table, one.rule.field)
    for (const { first, last, given } of runsOf(rows, from))
      sheet.mark({
        range: rangeText(span(first, column, last, column)),
        formula: formulas.brokenInRow(one, { at: first, given }),
        style: MARKS[severity],
      })
  }
  for (const one of tableRules) {
    const severity = severityIn(one.rule, period)
    if (!severity) continue
    const field = table.fields.find(({ key }) => key === one.rule.field)!
    const column = columnOf(table, field.key)
    const title = keysAt + 1 + (field.group?.length ?? 0)
    // Where there is a total it is what is wrong; else the title of the column, which is always in sight.
    const [first, last] = isSummed(field) ? [from + rows.length, from + rows.length] : [title, keysAt + headerDepth(table)]
    sheet.mark({
      range: rangeText(span(first, column, last, column)),
      formula: formulas.brokenInTable(one),
      style: MARKS[severity],
    })
  }
}
