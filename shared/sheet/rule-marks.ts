// What the check would say, as conditional formats: a cell at which it would report
// a rule, or miss an answer, is coloured in any spreadsheet program. A validation holds one
// condition, speaks only while one types, and never in a computed cell.
import { rangeText, span } from '../a1.ts'
import type { PreparedRule, PreparedTable } from '../check/prepared.ts'
import { severityIn } from '../check/rule-in-force.ts'
import { isWaived } from '../check/waive.ts'
import type { Period } from '../period.ts'
import type { Table } from '../template.ts'
import type { Waiver } from '../waiver.ts'
import type { FormRow } from './form-cells.ts'
import { columnOf, FIRST_COLUMN } from './geometry.ts'
import { MARKS, MISSING } from './looks.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import type { TableFormulas } from './table-formulas.ts'
import { headerDepth } from './table-header.ts'
import { hasTotals, isSummed } from './total-row.ts'

/** Whether the verdict hangs on nothing that is typed elsewhere: then it can be told at the moment of typing. */
export const isOfOneCell = ({ rule, reads }: PreparedRule, table: Table): boolean =>
  reads.every((key) => key === rule.field || table.fields.find((field) => field.key === key)?.source === 'carried')

interface Place {
  readonly rows: readonly FormRow[]
  readonly keysAt: number
  readonly from: number
  readonly period: Period
  /** Those in force for the agency: what they cover is a note. */
  readonly waivers: readonly Waiver[]
  /** TRUE where nothing is declared about the whole report. */
  readonly undeclared: string
}

interface Stretch {
  readonly first: number
  readonly last: number
  readonly given: boolean
  readonly waived: boolean
}

/** Rows that the server brought, then rows of the filer: the same rule asks differently in each. What is waived in some rows parts them too. */
function stretchesOf({ rows, from, waivers }: Place, by: string, field: string): Stretch[] {
  const stretches: { first: number; last: number; given: boolean; waived: boolean }[] = []
  rows.forEach((row, index) => {
    const waived = waivers.length > 0 && isWaived(waivers, { by, rowId: row.id, field })
    const before = stretches.at(-1)
    if (before?.given === row.carried && before.waived === waived) before.last++
    else stretches.push({ first: from + index, last: from + index, given: row.carried, waived })
  })
  return stretches
}

export function markRules(sheet: SheetBuilder, prepared: PreparedTable, formulas: TableFormulas, place: Place): void {
  const { rows, keysAt, from, period, waivers } = place
  const { table, rowRules, tableRules } = prepared
  for (const one of rowRules) {
    const severity = severityIn(one.rule, period)
    if (!severity) continue
    const column = columnOf(table, one.rule.field)
    for (const { first, last, given, waived } of stretchesOf(place, one.rule.id, one.rule.field))
      sheet.mark({
        range: rangeText(span(first, column, last, column)),
        formula: formulas.brokenInRow(one, { at: first, given }),
        style: MARKS[waived ? 'info' : severity],
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
    const waived = isWaived(waivers, { by: one.rule.id, rowId: undefined, field: field.key })
    sheet.mark({
      range: rangeText(span(first, column, last, column)),
      formula: formulas.brokenInTable(one),
      style: MARKS[waived ? 'info' : severity],
    })
  }
}

/** Blank cells that are asked for, as long as nothing is declared instead. */
export function markMissing(sheet: SheetBuilder, { table }: PreparedTable, formulas: TableFormulas, place: Place): void {
  for (const field of table.fields) {
    const column = columnOf(table, field.key)
    for (const { first, last, given, waived } of stretchesOf(place, 'required', field.key)) {
      const missing = formulas.missingInRow(field, { at: first, given })
      if (missing === null) continue
      sheet.mark({
        range: rangeText(span(first, column, last, column)),
        formula: `=AND(${place.undeclared},${missing.slice(1)})`,
        style: waived ? MARKS.info : MISSING,
      })
    }
  }
}

/** A list that was pasted over the rows in sight goes on in hidden ones: the last row in sight and the totals say so, also on paper. */
export function markHidden(sheet: SheetBuilder, table: Table, formulas: TableFormulas, lastInSight: number, last: number): void {
  const formula = formulas.hiddenContent()
  const end = FIRST_COLUMN + table.fields.length - 1
  for (const row of hasTotals(table) ? [lastInSight, last + 1] : [lastInSight])
    sheet.mark({ range: rangeText(span(row, FIRST_COLUMN, row, end)), formula, style: MARKS.warning })
}
