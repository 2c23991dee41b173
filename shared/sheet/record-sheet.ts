// The very-hidden sheet that says which form this workbook holds: one of the
// three anchors, as key and value in two columns.
import type { Template } from '../template.ts'
import { identityText, RECORD_MARK, recordSheetName } from './anchors.ts'
import type { FormIdentity } from './form-identity.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { SheetLayout } from './sheet-layout.ts'

export const RECORD_KEYS = { mark: 'product', identity: 'identity', sheet: 'sheet', titles: 'titles' } as const

/** Between the titles of columns: it occurs in none. */
export const TITLE_SEPARATOR = ' | '

/** The titles of the columns tell the sheet where it was renamed and its own marks are gone. */
export function recordSheet(identity: FormIdentity, sheetName: string, template: Template): SheetLayout {
  const sheet = new SheetBuilder()
  const rows: [string, string][] = [
    [RECORD_KEYS.mark, RECORD_MARK],
    [RECORD_KEYS.identity, identityText(identity)],
    ['template', identity.template],
    ['version', String(identity.version)],
    ['agency', identity.agency],
    ['period', identity.period],
    ['columns', identity.columns],
    [RECORD_KEYS.sheet, sheetName],
    [RECORD_KEYS.titles, template.tables.flatMap(({ fields }) => fields.map(({ title }) => title.vi)).join(TITLE_SEPARATOR)],
  ]
  sheet.column(0, 14)
  sheet.column(1, 60)
  sheet.look(0, 0, rows.length - 1, 1, 'id')
  rows.forEach(([key, value], row) => {
    sheet.put(row, 0, key)
    sheet.put(row, 1, value)
  })
  return sheet.build({ name: recordSheetName(identity), visibility: 'very-hidden', protected: false })
}
