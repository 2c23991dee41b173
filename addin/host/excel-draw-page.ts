// What is set on a sheet as a whole: printing, footer, colour of the tab,
// frozen panes, protection and visibility.
import { address } from '../../shared/a1.ts'
import type { PrintSetUp, SheetLayout } from '../../shared/sheet/sheet-layout.ts'
import { centimetres } from './excel-sizes.ts'
import type { Step } from './excel-steps.ts'

const CALL = 300

/** `&LNgày in&CTrang &P` → the three parts that Office.js sets apart. */
export const sections = (text: string): { left: string; center: string; right: string } => {
  const parts = { left: '', center: '', right: '' }
  const names = { L: 'left', C: 'center', R: 'right' } as const
  let current: keyof typeof parts = 'center'
  // A doubled ampersand is a real one, so it is stepped over whole.
  for (const piece of text.split(/(&&|&[LCR])/)) {
    const name = /^&([LCR])$/.exec(piece)?.[1] as keyof typeof names | undefined
    if (name) current = names[name]
    else parts[current] += piece
  }
  return parts
}

const print = (sheet: Excel.Worksheet, setUp: PrintSetUp): void => {
  const { pageLayout } = sheet
  pageLayout.orientation = setUp.orientation === 'landscape' ? 'Landscape' : 'Portrait'
  pageLayout.paperSize = 'A4'
  pageLayout.centerHorizontally = true
  if (setUp.fitToWidth) pageLayout.zoom = { horizontalFitToPages: setUp.pagesWide ?? 1 }
  if (setUp.titleColumns) pageLayout.setPrintTitleColumns(`$${setUp.titleColumns[0]}:$${setUp.titleColumns[1]}`)
  if (setUp.titleRows) pageLayout.setPrintTitleRows(`$${setUp.titleRows[0]}:$${setUp.titleRows[1]}`)
  for (const row of setUp.breaks ?? []) sheet.horizontalPageBreaks.add(`A${row}`)
  if (setUp.area) pageLayout.setPrintArea(setUp.area)
  const { top, bottom, left, right, header, footer } = setUp.margins
  pageLayout.setPrintMargins('Centimeters', {
    top: centimetres(top),
    bottom: centimetres(bottom),
    left: centimetres(left),
    right: centimetres(right),
    header: centimetres(header),
    footer: centimetres(footer),
  })
  const { headersFooters } = pageLayout
  if (setUp.differentFirst) headersFooters.state = 'FirstAndDefault'
  if (setUp.header) headersFooters.defaultForAllPages.centerHeader = sections(setUp.header).center
  if (!setUp.footer) return
  const { left: leftFooter, center: centerFooter, right: rightFooter } = sections(setUp.footer)
  for (const page of [headersFooters.defaultForAllPages, ...(setUp.differentFirst ? [headersFooters.firstPage] : [])])
    Object.assign(page, { leftFooter, centerFooter, rightFooter })
}

/** What a filer may do although the sheet is protected: everything but changing locked cells. */
const ALLOWED: Excel.WorksheetProtectionOptions = {
  allowFormatCells: true,
  allowFormatColumns: true,
  allowFormatRows: true,
  allowInsertColumns: true,
  allowInsertRows: true,
  allowInsertHyperlinks: true,
  allowDeleteRows: true,
  allowSort: true,
  allowAutoFilter: true,
}

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', 'very-hidden': 'VeryHidden' } as const

export const pageStep = (sheet: Excel.Worksheet, layout: SheetLayout): Step => ({
  bytes: CALL * 20,
  queue: () => {
    sheet.showGridlines = false
    if (layout.tabColor !== undefined) sheet.tabColor = layout.tabColor
    if (layout.print) print(sheet, layout.print)
  },
})

/** Last of all: some Excels freeze only the active sheet, and a protected sheet takes no more formats. */
export const closingStep = (sheet: Excel.Worksheet, layout: SheetLayout): Step => ({
  bytes: CALL * 4,
  queue: () => {
    if (layout.freeze && layout.visibility === 'visible') {
      const { rows, columns } = layout.freeze
      sheet.activate()
      if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(`A1:${address(rows - 1, columns - 1)}`)
      else if (rows > 0) sheet.freezePanes.freezeRows(rows)
      else if (columns > 0) sheet.freezePanes.freezeColumns(columns)
    }
    if (layout.protected) sheet.protection.protect(ALLOWED)
    sheet.visibility = VISIBILITY[layout.visibility]
  },
})
