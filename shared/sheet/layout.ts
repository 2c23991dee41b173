// A template with what is already known, as the workbook that an agency fills:
// heading, header fields, tables, signatures, and the three anchors by which it
// is found again. Pure; who draws it is not its concern.
import { absoluteRange, rangeText, sheetReference, span } from '../a1.ts'
import type { Register } from '../agency.ts'
import { prepare } from '../check/prepared.ts'
import { waiversInForce } from '../check/waive.ts'
import type { Filing, Prefill } from '../filing.ts'
import type { Obligation } from '../obligation.ts'
import { showPeriod } from '../period.ts'
import type { Plan } from '../plan.ts'
import { periodValues } from '../rule/values.ts'
import type { Table, Template } from '../template.ts'
import type { Waiver } from '../waiver.ts'
import { formName, formSheetName, identityOf, identityText, idsName, MARK } from './anchors.ts'
import { rowsOf } from './form-cells.ts'
import { FIRST_COLUMN, frozenColumns, type Geometry, geometryOf, ID_COLUMN, pagesOf, printedWide, widthOf } from './geometry.ts'
import { writeHeaderFields } from './header-fields.ts'
import { writeHeading } from './heading.ts'
import { listsSheet, lookupsOf } from './lists.ts'
import { FONT } from './looks.ts'
import { pageBreaks } from './page-breaks.ts'
import { attachedLine, dataLine, MARGINS, titleLines, unitLine } from './printed-lines.ts'
import { recordSheet } from './record-sheet.ts'
import { writeScreenHeader } from './screen-header.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { LayoutName, WorkbookLayout } from './sheet-layout.ts'
import { writeSignature } from './signature.ts'
import type { DataRows } from './table-formulas.ts'
import { writeTableHeader } from './table-header.ts'
import { keyRow, writeTableRows } from './table-rows.ts'
import { textHeight } from './text-height.ts'

export interface LayoutContext {
  readonly obligation: Obligation
  readonly register: Register
  readonly plan: Plan
  readonly agencyName: string
  readonly provinceName: string
  readonly draft?: Filing | null
  /** Of the agency; where none are at hand, every rule binds. */
  readonly waivers?: readonly Waiver[]
  /** For a file: beyond the blank rows in sight, hidden ones to the limit of the template, because there no pane adds any. */
  readonly toLimit?: boolean
}

export function layout(template: Template, prefill: Prefill, context: LayoutContext): WorkbookLayout {
  const { obligation, register, plan, draft = null } = context
  const identity = identityOf(template, obligation.agency, obligation.period)
  const lists = { register, plan }
  const waivers = waiversInForce(template, { waivers: context.waivers ?? [], agency: identity.agency, period: identity.period })
  const sheetName = formSheetName(identity)
  const geometry = geometryOf(template)
  const pages = pagesOf(geometry)
  const { front, parts } = pages
  const sheet = new SheetBuilder()
  const names: LayoutName[] = []
  sheet.column(ID_COLUMN, 10, true)
  geometry.widths.forEach((width, index) => sheet.column(FIRST_COLUMN + index, width))

  // A sheet with several tables has no titles that hold for all of its rows.
  const single = template.tables.length === 1
  const page = single ? writeScreenHeader(sheet, geometry, template.tables[0] as Table) : 0
  let row = writeHeading(sheet, front, page, {
    office: [context.agencyName],
    titles: titleLines(template, identity.period, plan),
    attached: attachedLine(template, plan),
  })
  const header = writeHeaderFields(sheet, front, row, { template, prefill, draft, lists, which: identity, sheetName, waivers })
  names.push(...header.names)
  row = writeLine(sheet, front, header.next, dataLine(obligation.dates), unitLine(template))

  let titleRows: readonly [number, number] | undefined
  const above = new Map<string, DataRows>()
  const begins: number[] = []
  const tables = prepare(template, plan)
  const rulePeriod = periodValues(identity.period, obligation.dates, context.agencyName)
  for (const one of tables) {
    const { table } = one
    // The space above a title stays behind.
    begins.push(table.title && !single ? row + 1 : row)
    if (table.title && !single) {
      sheet.row(row, { height: 6 })
      sheet.band(row + 1, FIRST_COLUMN, front.last, table.title.vi, 'tableTitle')
      sheet.row(row + 1, { height: textHeight(table.title.vi, front.total, 12, true) })
      row += 2
    }
    const keysAt = row
    keyRow(sheet, table, keysAt, identity)
    const from = writeTableHeader(sheet, geometry, table, keysAt + 1, parts)
    sheet.look(keysAt + 1, ID_COLUMN, from - 1, ID_COLUMN, 'id')
    for (let head = keysAt + 1; head < from; head++) sheet.put(head, ID_COLUMN, MARK.head)
    if (single) titleRows = [keysAt + 2, from]
    const written = writeTableRows(sheet, {
      prepared: one,
      lists,
      period: rulePeriod,
      rows: rowsOf(table, prefill, draft, lists),
      above,
      identity,
      sheetName,
      keysAt,
      from,
      geometry,
      waivers,
      undeclared: header.undeclared,
      labelTo: front.last,
      toLimit: context.toLimit === true,
    })
    names.push(...written.names)
    above.set(table.key, written.data)
    row = written.next
  }
  sheet.look(row, ID_COLUMN, row, ID_COLUMN, 'id')
  sheet.put(row, ID_COLUMN, MARK.sign)
  const last = writeSignature(sheet, front, row, template, place(context.provinceName))
  const breaks = single ? [] : pageBreaks(sheet, begins, last + 1, pages)

  const built = sheet.build({
    name: sheetName,
    visibility: 'visible',
    protected: true,
    print: {
      orientation: 'landscape',
      ...printedWide(pages),
      margins: MARGINS,
      area: rangeText(span(page, FIRST_COLUMN, last, geometry.last)),
      // NĐ 30/2020: Arabic numerals, centred in the top margin, not on the first page.
      header: '&C&"Times New Roman,Regular"&13&P',
      differentFirst: true,
      ...(titleRows ? { titleRows } : {}),
      ...(breaks.length > 0 ? { breaks } : {}),
    },
  })
  const all = listsSheet(template, identity, { ...lists, day: obligation.dates.windowTo }, lookupsOf(tables))
  names.push(
    { name: formName(identity), ref: `"${identityText(identity)}"`, visible: false },
    {
      name: idsName(identity),
      ref: sheetReference(sheetName, absoluteRange(span(0, ID_COLUMN, last, ID_COLUMN))),
      visible: false,
    },
    ...all.names,
  )
  return {
    title: `${template.title.vi} – ${showPeriod(identity.period, 'vi')} – ${context.agencyName}`,
    font: FONT,
    sheets: [
      { ...built, ...(single && { freeze: { rows: page, columns: FIRST_COLUMN + frozenColumns(template.tables[0] as Table, geometry) } }) },
      all.sheet,
      recordSheet(identity, sheetName, template),
    ],
    names,
  }
}

/** "tỉnh Khánh Hòa" signs in "Khánh Hòa". */
const place = (province: string) => province.replace(/^(tỉnh|thành phố)\s+/i, '')

/** One line with something at the left and something at the right; returns the row after it. */
function writeLine(sheet: SheetBuilder, geometry: Geometry, row: number, left: string, right: string): number {
  const split = Math.max(geometry.begin, geometry.last - Math.max(1, Math.floor(geometry.widths.length / 3)))
  sheet.band(row, geometry.begin, split, left, 'note')
  sheet.band(row, split + 1, geometry.last, right, 'unit')
  sheet.row(row, { height: textHeight(left, widthOf(geometry, geometry.begin, split), 11) })
  return row + 1
}
