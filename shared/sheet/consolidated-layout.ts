// The counted submissions of a period as one workbook in the mandated layout: a
// Roman numeral per agency, its rows, totals as live formulas; hidden columns
// that lead each row back to its submission; who has submitted; control totals.
import type { Register } from '../agency.ts'
import { sumOf } from '../consolidate.ts'
import { cellValue } from '../field/field.ts'
import { showPeriod } from '../period.ts'
import type { Plan } from '../plan.ts'
import type { Field, Table, Template } from '../template.ts'
import type { Value } from '../value.ts'
import type { ConsolidatedRow, Consolidation, PeriodStatus } from '../wire.ts'
import { controlSheet } from './control-sheet.ts'
import { fieldLook } from './field-look.ts'
import { FIRST_COLUMN, type Geometry, geometryOf, ID_COLUMN, widthOf } from './geometry.ts'
import { writeHeading } from './heading.ts'
import { FONT } from './looks.ts'
import { attachedLine, MARGINS, titleLines, unitLine } from './printed-lines.ts'
import { roman } from './roman.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { WorkbookLayout } from './sheet-layout.ts'
import { writeSignature } from './signature.ts'
import { statusSheet } from './status-sheet.ts'
import { writeTableHeader } from './table-header.ts'
import { textHeight } from './text-height.ts'
import { hasTotals, writeTotals } from './total-row.ts'

interface Known {
  readonly register: Register
  readonly plan: Plan
}

/** Columns right of the table, hidden: where a row comes from. */
const PROVENANCE = ['_agency', '_submission', '_receipt', '_row'] as const

export function consolidatedLayout(template: Template, consolidation: Consolidation, status: PeriodStatus, known: Known): WorkbookLayout {
  const geometry = geometryOf(template)
  const sheet = new SheetBuilder()
  sheet.column(ID_COLUMN, 4, true)
  geometry.widths.forEach((width, index) => sheet.column(FIRST_COLUMN + index, width))
  PROVENANCE.forEach((_, index) => sheet.column(geometry.last + 1 + index, 14, true))
  const period = consolidation.period
  let row = writeHeading(sheet, geometry, 0, {
    office: [`UBND ${known.plan.province}`, template.regime.receiver.vi],
    titles: [...titleLines(template, period, known.plan), 'Tổng hợp toàn tỉnh'],
    attached: attachedLine(template, known.plan),
  })
  sheet.band(row, FIRST_COLUMN, geometry.last, unitLine(template), 'unit')
  row += 1
  let titleRows: readonly [number, number] | undefined
  for (const table of template.tables) {
    if (table.title) sheet.band(row++, FIRST_COLUMN, geometry.last, table.title.vi, 'tableTitle')
    const head = row
    row = writeTableHeader(sheet, geometry, table, head)
    PROVENANCE.forEach((name, index) => sheet.put(row - 1, geometry.last + 1 + index, name))
    if (template.tables.length === 1) titleRows = [head + 1, row]
    row = writeAgencies(sheet, geometry, table, row, consolidation, known)
  }
  writeSignature(sheet, geometry, row, template, known.plan.province.replace(/^(tỉnh|thành phố)\s+/i, ''))
  const data = sheet.build({
    name: 'Tổng hợp',
    visibility: 'visible',
    protected: false,
    ...(titleRows && titleRows[1] < 14 ? { freeze: { rows: titleRows[1], columns: 0 } } : {}),
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      margins: MARGINS,
      header: '&C&"Times New Roman,Regular"&13&P',
      differentFirst: true,
      ...(titleRows ? { titleRows } : {}),
    },
  })
  const control = controlSheet(template, consolidation, known.plan)
  return {
    title: `${template.title.vi} – ${showPeriod(period, 'vi')} – tổng hợp`,
    font: FONT,
    sheets: [data, statusSheet(template, status, consolidation.madeAt), ...(control ? [control] : [])],
    names: [],
  }
}

/** Rows in runs of one agency, in the order given. */
function byAgency(rows: readonly ConsolidatedRow[]): ConsolidatedRow[][] {
  const groups = new Map<string, ConsolidatedRow[]>()
  for (const row of rows) groups.set(row.agency, [...(groups.get(row.agency) ?? []), row])
  return [...groups.values()]
}

function writeAgencies(
  sheet: SheetBuilder,
  geometry: Geometry,
  table: Table,
  from: number,
  consolidation: Consolidation,
  known: Known,
): number {
  const own = consolidation.rows.filter((row) => row.table === table.key)
  const totals = hasTotals(table)
  const stored = (field: Field, value: Value | undefined) => {
    const content = value === undefined ? null : cellValue(field.type, value, known)
    return typeof content === 'number' || typeof content === 'string' ? content : undefined
  }
  let row = from
  for (const [index, rows] of byAgency(own).entries()) {
    const label = `${roman(index + 1)}. ${rows[0]!.agencyName}`
    const [first, last] = [row + 1, row + rows.length]
    const width = widthOf(geometry, FIRST_COLUMN, geometry.last)
    if (totals)
      writeTotals(sheet, table, row, {
        label,
        look: 'group',
        sum: (letter) => `SUBTOTAL(9,${letter}${first + 1}:${letter}${last + 1})`,
        cached: (field) => stored(field, sumOf(rows, field.key)),
      })
    else sheet.band(row, FIRST_COLUMN, FIRST_COLUMN + table.fields.length - 1, label, 'group')
    sheet.row(row, { height: textHeight(label, width) })
    row++
    for (const one of rows) writeRow(sheet, geometry, table, row++, one, known)
  }
  if (totals && own.length > 0) {
    writeTotals(sheet, table, row, {
      label: 'Tổng cộng',
      look: 'total',
      // SUBTOTAL leaves the agencies' own subtotals out.
      sum: (letter) => `SUBTOTAL(9,${letter}${from + 1}:${letter}${row})`,
      cached: (field) => stored(field, consolidation.totals[table.key]?.[field.key]),
    })
    row++
  }
  if (own.length === 0) {
    sheet.band(row, FIRST_COLUMN, FIRST_COLUMN + table.fields.length - 1, 'Chưa có đơn vị nào nộp số liệu.', 'note')
    row++
  }
  return row
}

function writeRow(
  sheet: SheetBuilder,
  geometry: Geometry,
  table: Table,
  row: number,
  { agency, submissionId, receiptNumber, rowId, values }: ConsolidatedRow,
  known: Known,
): void {
  let height = 0
  table.fields.forEach((field, index) => {
    const column = FIRST_COLUMN + index
    const { name, style } = fieldLook(field.type, false)
    sheet.style(row, column, row, column, name, style)
    const value = values[field.key] ?? null
    const content = value === null ? null : cellValue(field.type, value, known)
    sheet.put(row, column, content)
    if (typeof content === 'string') height = Math.max(height, textHeight(content, widthOf(geometry, column, column)))
  })
  // Excel takes rows of at most 409 points.
  sheet.row(row, { height: Math.min(409, Math.max(16, height)) })
  ;[agency, submissionId, receiptNumber, rowId].forEach((text, index) => sheet.put(row, geometry.last + 1 + index, text))
}
