// Sheet protection, and the checks by which every other part finds out whether
// it may change a protected sheet. As in Excel, protecting twice is refused.
import type { Area, WorkbookSheet } from '../workbook.ts'
import { asRecord, denied, type Part } from './part.ts'
import type { Session } from './session.ts'

const OPTIONS = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
] as const
export type ProtectionOption = (typeof OPTIONS)[number]

const optionsOf = (session: Session, sheet: WorkbookSheet) => {
  const given = session.protection.get(sheet.id) ?? {}
  return { ...Object.fromEntries(OPTIONS.map((name) => [name, given[name] === true])), selectionMode: 'Normal' }
}

/** Refuses where the sheet is protected and the option was not given; without an option always. */
export const guard = (session: Session, sheet: WorkbookSheet, what: string, option?: ProtectionOption): void => {
  if (!sheet.protected || (option && session.protection.get(sheet.id)?.[option] === true)) return
  throw denied(`${what}: the sheet ${sheet.name} is protected`)
}

/** Refuses where one of the cells is locked on a protected sheet. */
export const guardCells = (sheet: WorkbookSheet, area: Area): void => {
  if (!sheet.protected) return
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      if (sheet.format(row, column).locked !== false) throw denied(`a cell of ${sheet.name} is locked`)
}

export const protectionPart = (session: Session, sheet: WorkbookSheet): Part => ({
  kind: 'WorksheetProtection',
  get: { protected: () => sheet.protected, options: () => optionsOf(session, sheet) },
  call: {
    protect: (options: unknown) => {
      if (sheet.protected) throw denied('the sheet is protected already')
      session.protection.set(sheet.id, options === undefined || options === null ? {} : asRecord(options, 'options'))
      sheet.protected = true
    },
    unprotect: () => {
      if (!sheet.protected) throw denied('the sheet is not protected')
      session.protection.delete(sheet.id)
      sheet.protected = false
    },
  },
})
