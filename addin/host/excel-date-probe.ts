// Tells a workbook that counts days from 1904: no released Excel API says so,
// but a hidden formula of ours does. Written when a form is drawn, read with it.
import type { GridSheet } from '../../shared/sheet/grid.ts'
import type { SheetLayout, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'

const FORMULA = '=DATE(2024,1,1)'
const IN_1904 = 43_830
/** Beside the record, where no reader looks. */
const AT = 'D1'

const probed = (sheet: SheetLayout): SheetLayout => ({ ...sheet, cells: [...sheet.cells, { at: AT, formula: FORMULA }] })

/** The layout with the probe on its very hidden record sheets. */
export const withProbe = (layout: WorkbookLayout, isRecord: (name: string) => boolean): WorkbookLayout => ({
  ...layout,
  sheets: layout.sheets.map((sheet) => (sheet.visibility === 'very-hidden' && isRecord(sheet.name) ? probed(sheet) : sheet)),
})

/** Without a probe a workbook counts from 1900, as nearly all do. */
export const counts1904 = (records: readonly GridSheet[]): boolean =>
  records.some(({ cells }) => {
    const probe = cells.get(AT)
    return probe?.formula === FORMULA && probe.value === IN_1904
  })
