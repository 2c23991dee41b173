// The data rows of a table: carried rows, rows of the draft, prepared blank
// rows; then the end mark, which bears the totals where there are any.
import { absoluteRange, address, rangeText, sheetReference, span } from '../a1.ts'
import type { PreparedTable } from '../check/prepared.ts'
import { severityIn } from '../check/rule-in-force.ts'
import type { Table } from '../template.ts'
import type { Waiver } from '../waiver.ts'
import { dataName, keysName, MARK } from './anchors.ts'
import { computedContents, type RulePeriod } from './computed.ts'
import { fieldLook } from './field-look.ts'
import type { FormRow, Lists } from './form-cells.ts'
import type { FormIdentity } from './form-identity.ts'
import { FIRST_COLUMN, type Geometry, ID_COLUMN, widthOf } from './geometry.ts'
import { isOfOneCell, markHidden, markMissing, markRules } from './rule-marks.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import type { LayoutName } from './sheet-layout.ts'
import { type DataRows, isTyped, tableFormulas } from './table-formulas.ts'
import { textHeight } from './text-height.ts'
import { hasTotals, TOTAL_LABEL, writeTotals } from './total-row.ts'
import { fieldValidation, lockedPrompt } from './validations.ts'

/** Blank rows in sight, ready to type into; no more, because they are printed. */
const PREPARED = { free: 60, 'carried-free': 25, carried: 0 } as const

const blankRow: Omit<FormRow, 'id'> = { carried: false, content: () => null }

export function keyRow(sheet: SheetBuilder, table: Table, row: number, identity: FormIdentity): void {
  const last = FIRST_COLUMN + table.fields.length - 1
  sheet.look(row, ID_COLUMN, row, last, 'id')
  sheet.put(row, ID_COLUMN, MARK.keys(table.key, identity))
  table.fields.forEach((field, index) => sheet.put(row, FIRST_COLUMN + index, field.key))
  sheet.row(row, { hidden: true })
}

interface Place {
  readonly prepared: PreparedTable
  readonly lists: Lists
  readonly period: RulePeriod
  readonly rows: readonly FormRow[]
  /** The tables that stand above. */
  readonly above: ReadonlyMap<string, DataRows>
  readonly identity: FormIdentity
  readonly sheetName: string
  readonly keysAt: number
  readonly from: number
  readonly geometry: Geometry
  readonly waivers: readonly Waiver[]
  readonly undeclared: string
  /** The last column of the first page. */
  readonly labelTo: number
  /** All rows that the template allows are ready, those beyond the blank ones in sight hidden. */
  readonly toLimit: boolean
}

/** Excel takes rows of at most 409 points; longer texts are read in the cell. */
const HIGHEST = 409
const LOWEST = 18

/** High enough for the longest text that stands in the row when it is drawn. */
function rowHeight(table: Table, row: FormRow, geometry: Geometry): number {
  const heights = table.fields.map((field, index) => {
    const content = row.content(field)
    if (typeof content !== 'string') return LOWEST
    const { size } = fieldLook(field.type, !isTyped(field, row.carried)).style
    return textHeight(content, widthOf(geometry, FIRST_COLUMN + index, FIRST_COLUMN + index), size)
  })
  return Math.min(HIGHEST, Math.max(LOWEST, ...heights))
}

/** Returns the row after the end mark. */
export function writeTableRows(sheet: SheetBuilder, place: Place): { next: number; names: LayoutName[]; data: DataRows } {
  const { prepared: rules, lists, identity, sheetName, from } = place
  const { table } = rules
  const prepared = PREPARED[table.rows.source]
  const inSight = Math.max(place.rows.length, Math.min(table.rows.max, place.rows.length + prepared), 1)
  const count = place.toLimit && prepared > 0 ? Math.max(inSight, table.rows.max) : inSight
  const rows = Array.from({ length: count }, (_, index) => place.rows[index] ?? { id: '', ...blankRow })
  const lastRow = from + count - 1
  const lastColumn = FIRST_COLUMN + table.fields.length - 1
  // Runs of rows that look alike are styled as one range.
  for (let begin = 0; begin < count; ) {
    let end = begin
    while (end + 1 < count && rows[end + 1]?.carried === rows[begin]?.carried) end++
    const sample = rows[begin] as FormRow
    sheet.look(from + begin, ID_COLUMN, from + end, ID_COLUMN, sample.carried ? 'id' : 'freeId')
    table.fields.forEach((field, index) => {
      const { name, style } = fieldLook(field.type, !isTyped(field, sample.carried), field.source === 'computed')
      sheet.style(from + begin, FIRST_COLUMN + index, from + end, FIRST_COLUMN + index, name, style)
    })
    begin = end + 1
  }
  for (let hidden = inSight; hidden < count; hidden++) sheet.row(from + hidden, { hidden: true })
  const formulas = tableFormulas(rules, lists.plan, {
    which: identity,
    period: place.period,
    first: from,
    last: lastRow,
    above: place.above,
  })
  const contents = computedContents(rules, lists, place.period)
  const computed = new Map(rules.computed.map(({ field, formula }) => [field.key, formula]))
  rows.forEach((row, index) => {
    sheet.put(from + index, ID_COLUMN, row.id)
    if (row.id !== '') sheet.row(from + index, { height: rowHeight(table, row, place.geometry) })
    table.fields.forEach((field, column) => {
      const formula = computed.get(field.key)
      if (formula)
        sheet.formula(
          from + index,
          FIRST_COLUMN + column,
          formulas.computed(field, formula, { at: from + index, given: row.carried }),
          contents(field, row),
        )
      else sheet.put(from + index, FIRST_COLUMN + column, row.content(field))
    })
  })
  table.fields.forEach((field, index) => {
    const column = FIRST_COLUMN + index
    const inForce = rules.rowRules.filter(({ rule }) => rule.field === field.key && severityIn(rule, identity.period) !== null)
    // A cell is not warned of what the agency need not keep, nor of what it need not keep in some rows.
    const shown = inForce.filter(({ rule }) => !place.waivers.some(({ waives }) => waives === rule.id))
    const described = { ...field, rules: shown.map(({ rule }) => rule.message.vi) }
    // Carried cells are typed only in rows that the filer adds.
    const begin = rows.findIndex((row) => isTyped(field, row.carried))
    if (begin !== 0) {
      const locked = lockedPrompt(described, rangeText(span(from, column, begin < 0 ? lastRow : from + begin - 1, column)))
      if (locked) sheet.validate(locked)
    }
    if (begin < 0) return
    const at = from + begin
    const conditions = shown
      .filter((one) => isOfOneCell(one, table))
      .map((one) => ({ formula: formulas.holdsAsTyped(one, { at, given: rows[begin]!.carried }), message: one.rule.message.vi }))
    sheet.validate(
      fieldValidation({ ...described, conditions }, rangeText(span(at, column, lastRow, column)), address(at, column), identity),
    )
  })
  const marked = { rows, keysAt: place.keysAt, from, period: identity.period, waivers: place.waivers, undeclared: place.undeclared }
  markRules(sheet, rules, formulas, marked)
  markMissing(sheet, rules, formulas, marked)
  if (inSight < count) markHidden(sheet, table, formulas, from + inSight - 1, lastRow)
  const end = lastRow + 1
  sheet.look(end, ID_COLUMN, end, ID_COLUMN, 'id')
  sheet.put(end, ID_COLUMN, MARK.end(table.key))
  if (hasTotals(table)) {
    writeTotals(sheet, table, end, {
      label: TOTAL_LABEL,
      labelTo: place.labelTo,
      sum: (letter) => `SUM(${letter}${from + 1}:${letter}${lastRow + 1})`,
    })
    sheet.row(end, { height: 20 })
  } else sheet.row(end, { height: 8 })
  const reference = (fromRow: number, fromColumn: number, toRow: number) =>
    sheetReference(sheetName, absoluteRange(span(fromRow, fromColumn, toRow, lastColumn)))
  return {
    next: end + 1,
    data: { table, first: from, last: lastRow },
    names: [
      { name: keysName(identity, table.key), ref: reference(place.keysAt, ID_COLUMN, place.keysAt), visible: false },
      { name: dataName(identity, table.key), ref: reference(from, FIRST_COLUMN, lastRow), visible: false },
    ],
  }
}
