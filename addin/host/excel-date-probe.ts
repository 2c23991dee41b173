// Tells a workbook that counts days from 1904: no released Excel API says so,
// but a hidden formula of ours does. Written when a form is drawn, read with it,
// and asked before a day is written.
import { OFFSET_1904 } from '../../shared/serial-date.ts'
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

/** A day as the workbook counts it. */
export const dayIn = (serial: number, from1904: boolean): number => (from1904 ? serial - OFFSET_1904 : serial)

/** Asks before anything else stands in the sheets: the probe goes into a record sheet that has just been added. */
export const asks1904 = async (context: Excel.RequestContext, record: Excel.Worksheet): Promise<boolean> => {
  const probe = record.getRange(AT)
  probe.formulas = [[FORMULA]]
  probe.load('values')
  await context.sync()
  return probe.values[0]?.[0] === IN_1904
}

/** Without a probe a workbook counts from 1900, as nearly all do. */
export const counts1904 = (records: readonly GridSheet[]): boolean =>
  records.some(({ cells }) => {
    const probe = cells.get(AT)
    return probe?.formula === FORMULA && probe.value === IN_1904
  })
