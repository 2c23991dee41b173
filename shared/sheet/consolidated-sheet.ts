// A sheet of consolidated rows around its slot: heading and printed header above,
// totals and signatures below. The rows themselves come later (consolidated-rows.ts).
import { rangeText, span } from '../a1.ts'
import type { Names } from '../field/field.ts'
import { committeeOf } from '../plan.ts'
import type { CountedHead, TableSurvey } from '../survey.ts'
import type { Table, Template } from '../template.ts'
import type { HeadGroup } from './consolidated-groups.ts'
import { type DataSheet, planSheets, SHEET_ROWS, sumOfTable } from './consolidated-plan.ts'
import { mergesOf, PROVENANCE, storedTotal } from './consolidated-rows.ts'
import { fieldLook } from './field-look.ts'
import { FIRST_COLUMN, type Geometry, geometryOf, ID_COLUMN, pagesOf, printedWide } from './geometry.ts'
import { writeHeading } from './heading.ts'
import { attachedLine, day, MARGINS, titleLines, unitLine } from './printed-lines.ts'
import { FOOT, pulledMark } from './pulled-mark.ts'
import { writeScreenHeader } from './screen-header.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { SheetLayout } from './sheet-layout.ts'
import { writeSignature } from './signature.ts'
import { writeTableHeader } from './table-header.ts'
import { textHeight } from './text-height.ts'
import { hasTotals, styleTotals, writeTotals } from './total-row.ts'

export interface ChosenAgencies {
  /** What they are called together; null where they have no name. */
  readonly name: string | null
  readonly codes: readonly string[]
}

export interface ConsolidatedTable {
  readonly template: Template
  readonly table: Table
  readonly period: string
  readonly heads: readonly CountedHead[]
  /** The heads by group; null where each agency has a numeral of its own. */
  readonly groups: readonly HeadGroup[] | null
  readonly survey: TableSurvey
  readonly names: Names
  /** The last table of the template: signatures stand below it. */
  readonly final: boolean
  readonly madeAt: string
  /** Null where the agencies of the whole province are in it. */
  readonly chosen: ChosenAgencies | null
  /** The day at whose end these rows counted; null: those that counted at `madeAt`. */
  readonly on: string | null
}

/** Sample rows of a data sheet: the line of an agency, a row of data, the line of a group. */
const kindsOf = ({ groups }: ConsolidatedTable): number => (groups ? 3 : 2)
const EMPTY = 'Chưa có đơn vị nào nộp số liệu.'

/** A template with one table, whatever columns the others have. */
const only = (template: Template, table: Table): Template => ({ ...template, tables: [table] })

export const geometryOfTable = ({ template, table }: Pick<ConsolidatedTable, 'template' | 'table'>): Geometry =>
  geometryOf(only(template, table))

/** Whose figures they are. */
function scopeLine(chosen: ChosenAgencies | null): string {
  if (!chosen) return 'Tổng hợp toàn tỉnh'
  return chosen.name === null ? `Tổng hợp ${chosen.codes.length} cơ quan` : `Tổng hợp: ${chosen.name}`
}

/** The hidden row by which the sheet is known again, however it was moved: its mark, and the key of each column. */
function drawKeys(sheet: SheetBuilder, made: ConsolidatedTable, { last }: Geometry, row: number): void {
  const { template, table, period, madeAt, chosen, groups, on } = made
  sheet.look(row, ID_COLUMN, row, last + PROVENANCE.length, 'id')
  const which = { template: template.code, version: template.version, period, table: table.key }
  const mark = { ...which, madeAt, agencies: chosen?.codes ?? null, grouped: groups !== null, on }
  sheet.put(row, ID_COLUMN, pulledMark(mark))
  table.fields.forEach(({ key }, index) => sheet.put(row, FIRST_COLUMN + index, key))
  PROVENANCE.forEach((name, index) => sheet.put(row, last + 1 + index, name))
  sheet.row(row, { hidden: true })
}

/** Returns the first row of data and the rows of the printed header, both from 0. */
function drawHead(sheet: SheetBuilder, made: ConsolidatedTable, number: number) {
  const { template, table, period, chosen, on } = made
  const { plan } = made.names
  const geometry = geometryOf(only(template, table))
  const { front, parts } = pagesOf(geometry)
  const lines = titleLines(template, period, plan)
  const head = writeScreenHeader(sheet, geometry, table)
  let row = head
  if (number === 1) {
    row = writeHeading(sheet, front, row, {
      office: [committeeOf(plan), template.regime.receiver.vi],
      titles: [...lines, scopeLine(chosen), ...(on === null ? [] : [`(Số liệu tính đến hết ngày ${day(on)})`])],
      attached: attachedLine(template, plan),
    })
  } else {
    const title = `${lines.at(-1) ?? template.title.vi} (tiếp theo, trang tính ${number})`
    sheet.band(row, front.begin, front.last, title, 'title')
    sheet.row(row, { height: textHeight(title, front.total, 14, true) })
    row++
  }
  sheet.band(row++, front.begin, front.last, unitLine(only(template, table)), 'unit')
  if (table.title && template.tables.length > 1) {
    sheet.band(row, front.begin, front.last, table.title.vi, 'tableTitle')
    sheet.row(row, { height: textHeight(table.title.vi, front.total, 12, true) })
    row++
  }
  drawKeys(sheet, made, geometry, row)
  const from = writeTableHeader(sheet, geometry, table, row + 1, parts)
  return { from, header: [row + 1, from - 1] as const, top: head }
}

function drawSamples(sheet: SheetBuilder, { table, groups }: ConsolidatedTable, geometry: Geometry, row: number): void {
  styleTotals(sheet, table, row, 'group')
  sheet.look(row, geometry.last + 1, row, geometry.last + PROVENANCE.length, 'id')
  table.fields.forEach((field, index) => {
    const { name, style } = fieldLook(field.type, false)
    sheet.style(row + 1, FIRST_COLUMN + index, row + 1, FIRST_COLUMN + index, name, style)
  })
  sheet.look(row + 1, geometry.last + 1, row + 1, geometry.last + PROVENANCE.length, 'id')
  if (!groups) return
  styleTotals(sheet, table, row + 2, 'total')
  sheet.look(row + 2, ID_COLUMN, row + 2, ID_COLUMN, 'id')
}

/** `row` is where it is drawn; `shift` more is where it will stand. Returns the last row drawn, the one before `row` where there is nothing to draw. */
function drawFoot(sheet: SheetBuilder, made: ConsolidatedTable, sheets: readonly DataSheet[], row: number, shift: number): number {
  const { template, table, survey, names, final } = made
  const { front } = pagesOf(geometryOfTable(made))
  const here = sheets.at(-1)?.name ?? ''
  const sum = (letter: string) => sumOfTable(sheets, here, letter)
  const empty = sheets.every(({ rows }) => rows === 0)
  if (empty) sheet.band(row, front.begin, front.last, EMPTY, 'note')
  else if (hasTotals(table)) {
    const cached = (field: Table['fields'][number]) => storedTotal(field, survey.totals[field.key], names)
    writeTotals(sheet, table, row, { label: 'Tổng cộng', labelTo: front.last, finalRow: row + shift, sum, cached })
    sheet.row(row, { height: 20 })
  }
  sheet.look(row, ID_COLUMN, row, ID_COLUMN, 'id')
  sheet.put(row, ID_COLUMN, empty ? FOOT.empty : hasTotals(table) ? FOOT.total : FOOT.end)
  const next = empty || hasTotals(table) ? row + 1 : row
  return final ? writeSignature(sheet, front, next, template, names.plan.province.replace(/^(tỉnh|thành phố)\s+/i, '')) : next - 1
}

export function planTable(made: ConsolidatedTable, name: string, limit = SHEET_ROWS): DataSheet[] {
  const rowsAbove = (number: number) => drawHead(new SheetBuilder(), made, number).from
  const below = drawFoot(new SheetBuilder(), made, [], 0, 0) + 1
  return planSheets(made.table, made.heads, name, { first: rowsAbove(1), next: rowsAbove(2), below, limit }, made.groups)
}

export function consolidatedSheet(made: ConsolidatedTable, sheets: readonly DataSheet[], data: DataSheet): SheetLayout {
  const geometry = geometryOfTable(made)
  const sheet = new SheetBuilder()
  sheet.column(ID_COLUMN, 4, true)
  geometry.widths.forEach((width, index) => sheet.column(FIRST_COLUMN + index, width))
  PROVENANCE.forEach((_, index) => sheet.column(geometry.last + 1 + index, 14, true))
  const { from, header, top } = drawHead(sheet, made, data.number)
  drawSamples(sheet, made, geometry, from)
  const kinds = kindsOf(made)
  const shift = data.rows - kinds
  const last = data.last ? drawFoot(sheet, made, sheets, from + kinds, shift) + shift : from + data.rows - 1
  return sheet.build({
    name: data.name,
    visibility: 'visible',
    protected: false,
    freeze: { rows: 1, columns: 0 },
    slot: { at: from + 1, kinds, rows: data.rows, merges: mergesOf(data, geometry) },
    print: {
      orientation: 'landscape',
      ...printedWide(pagesOf(geometry)),
      margins: MARGINS,
      area: rangeText(span(top, FIRST_COLUMN, Math.max(last, from), geometry.last)),
      header: '&C&"Times New Roman,Regular"&13&P',
      differentFirst: true,
      titleRows: [header[0] + 1, header[1] + 1],
    },
  })
}
