// The rows of a data sheet while they are read: a line for each agency with its
// numeral and subtotals, above it one for its group where there are groups, then its rows,
// each with where it comes from.
import { rangeText, span } from '../a1.ts'
import { cellValue, type Names } from '../field/field.ts'
import type { Numbering } from '../numbering.ts'
import type { CountedHead, RowSource, SourceRow, TableSurvey } from '../survey.ts'
import { Tally } from '../tally.ts'
import type { Field, Table } from '../template.ts'
import type { Value } from '../value.ts'
import { type DataSheet, type ShownGroup, type Stretch, sumOfAgency, sumOfGroup } from './consolidated-plan.ts'
import { FIRST_COLUMN, type Geometry, ID_COLUMN, pagesOf, widthOf } from './geometry.ts'
import { GROUP_LINE } from './pulled-mark.ts'
import { roman } from './roman.ts'
import type { SheetRow } from './sheet-layout.ts'
import { textHeight } from './text-height.ts'
import { hasTotals, labelColumns, totalFormulas } from './total-row.ts'

/** Columns right of the table, hidden: where a row comes from. The line of an agency has no row and no cell. */
export const PROVENANCE = ['_agency', '_number', '_receipt', '_submission', '_row', '_cell'] as const

/** Kinds of rows, in the order of their samples. */
const AGENCY = 0
const DATA = 1
const GROUP = 2

/** Excel takes rows of at most 409 points. */
const HIGHEST = 409
const LOWEST = 16

export interface RowContext {
  readonly geometry: Geometry
  /** All sheets of the table. */
  readonly sheets: readonly DataSheet[]
  readonly survey: TableSurvey
  readonly names: Names
  /** Goes on from sheet to sheet, as an agency may. */
  readonly numbering: Numbering
}

export const storedTotal = (field: Field, value: Value | undefined, names: Names): string | number | undefined => {
  const content = value === undefined ? null : cellValue(field.type, value, names)
  return typeof content === 'number' || typeof content === 'string' ? content : undefined
}

const labelOf = ({ head, ordinal, group, before, count }: Stretch): string => {
  const rest = before > 0 ? ' (tiếp theo)' : count === 0 ? ' (không phát sinh)' : ''
  return `${group ? `${roman(group.ordinal)}.${ordinal}` : roman(ordinal)}. ${head.agencyName}${rest}`
}

/** The columns over which the line that names an agency is written: those of the first page. */
function bandOf(table: Table, geometry: Geometry): { from: number; to: number } {
  const wanted = (hasTotals(table) ? labelColumns(table) : null) ?? {
    from: FIRST_COLUMN,
    to: FIRST_COLUMN + (hasTotals(table) ? 0 : table.fields.length - 1),
  }
  return { from: wanted.from, to: Math.min(wanted.to, pagesOf(geometry).front.last) }
}

export const mergesOf = ({ table, stretches }: DataSheet, geometry: Geometry): string[] => {
  const { from, to } = bandOf(table, geometry)
  return from === to
    ? []
    : stretches.flatMap(({ at, opens }) => (opens ? [at - 1, at] : [at]).map((row) => rangeText(span(row, from, row, to))))
}

function agencyRow(data: DataSheet, stretch: Stretch, { geometry, sheets, survey, names }: RowContext): SheetRow {
  const { table } = data
  const { head, at, before, count } = stretch
  const cells: SheetRow['cells'][number][] = []
  const band = bandOf(table, geometry)
  // Where the first column is summed itself, there is no room for a label.
  const label = labelOf(stretch)
  cells[FIRST_COLUMN] = label
  // What continues from another sheet was summed there.
  if (hasTotals(table) && before === 0 && count > 0) {
    const own = survey.bySubmission.get(head.submissionId)
    const formulas = totalFormulas(table, at, {
      sum: (letter) => sumOfAgency(sheets, data, stretch, letter),
      cached: (field) => storedTotal(field, own?.[field.key], names),
    })
    for (const [column, cell] of formulas) cells[column] = cell
  }
  ;[head.agency, head.sequence, head.receiptNumber, head.submissionId].forEach((value, index) => {
    cells[geometry.last + 1 + index] = value
  })
  return { kind: AGENCY, height: Math.min(HIGHEST, textHeight(label, widthOf(geometry, band.from, band.to))), cells }
}

/** Says nothing of where it comes from, because it is no agency's; its mark says that the lines below it are what it adds. */
function groupRow({ table, name }: DataSheet, group: ShownGroup, at: number, { geometry, sheets, survey, names }: RowContext): SheetRow {
  const cells: SheetRow['cells'][number][] = []
  const band = bandOf(table, geometry)
  const label = `${roman(group.ordinal)}. ${group.name}`
  cells[ID_COLUMN] = GROUP_LINE
  cells[FIRST_COLUMN] = label
  if (hasTotals(table)) {
    const tally = new Tally(table)
    for (const { agency, submissionId } of group.heads) tally.add(agency, survey.bySubmission.get(submissionId) ?? {})
    const own = tally.totals()
    const formulas = totalFormulas(table, at, {
      sum: (letter) => sumOfGroup(sheets, group, name, letter),
      cached: (field) => storedTotal(field, own[field.key], names),
    })
    for (const [column, cell] of formulas) cells[column] = cell
  }
  return { kind: GROUP, height: Math.min(HIGHEST, textHeight(label, widthOf(geometry, band.from, band.to))), cells }
}

function dataRow(table: Table, head: CountedHead, row: SourceRow, { geometry, names, numbering }: RowContext): SheetRow {
  const values = numbering.next(head.submissionId, row.values)
  const { widths, last } = geometry
  const cells: SheetRow['cells'][number][] = [null]
  let height = LOWEST
  for (let index = 0; index < table.fields.length; index++) {
    const field = table.fields[index]!
    const value = values[field.key] ?? null
    const content = value === null ? null : cellValue(field.type, value, names)
    cells.push(content)
    if (typeof content === 'string') height = Math.max(height, textHeight(content, widths[index]!))
  }
  while (cells.length <= last) cells.push(null)
  cells.push(head.agency, head.sequence, head.receiptNumber, head.submissionId, row.id, row.cell)
  return { kind: DATA, height: Math.min(HIGHEST, height), cells }
}

export async function* consolidatedRows(sheet: DataSheet, source: RowSource, context: RowContext): AsyncGenerator<SheetRow[], void> {
  for (const stretch of sheet.stretches) {
    let portion = [agencyRow(sheet, stretch, context)]
    if (stretch.group && stretch.opens) portion.unshift(groupRow(sheet, stretch.group, stretch.at - 1, context))
    for (let done = 0; done < stretch.count; ) {
      for (const row of await source.next(stretch.count - done)) {
        done++
        portion.push(dataRow(sheet.table, stretch.head, row, context))
      }
      yield portion
      portion = []
    }
    if (portion.length > 0) yield portion
  }
}
