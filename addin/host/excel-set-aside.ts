// Turns a form of the open workbook into an ordinary sheet: another name, and without
// the marks and the record by which it would be taken for the form. Its contents stay as they are.
import { isMark, parseKeysMark, RECORD_MARK } from '../../shared/sheet/anchors.ts'
import { RECORD_KEYS } from '../../shared/sheet/record-sheet.ts'
import { readSheet } from './excel-grid.ts'
import { RECORD_PREFIX } from './excel-records.ts'
import { freeName } from './excel-sheet-names.ts'

/** What a record holds in its two columns. */
const RECORD = 'A1:B12'

export const setAside = async (context: Excel.RequestContext, name: string, wanted: string): Promise<string> => {
  const { worksheets } = context.workbook
  worksheets.load('items/name,items/visibility')
  const sheet = worksheets.getItem(name)
  const protection = sheet.protection.load('protected,options')
  await context.sync()
  const records = worksheets.items
    .filter((one) => one.visibility === 'VeryHidden' && one.name.startsWith(RECORD_PREFIX))
    .map((record) => ({ record, range: record.getRange(RECORD).load('values') }))
  const { cells } = await readSheet(context, { name, visibility: 'visible' }, false)
  const marks = [...cells].filter(([, { value }]) => typeof value === 'string' && isMark(value) && parseKeysMark(value.trim()))
  const taken = new Set(worksheets.items.filter((one) => one.name !== name).map((one) => one.name.toLowerCase()))
  const given = freeName(wanted, taken)

  const lift = protection.protected
  context.runtime.enableEvents = false
  if (lift) protection.unprotect()
  for (const [at] of marks) sheet.getRange(at).values = [['']]
  sheet.name = given
  for (const { record, range } of records) {
    const said = new Map(range.values.map(([key, value]) => [key, value]))
    if (said.get(RECORD_KEYS.mark) !== RECORD_MARK || said.get(RECORD_KEYS.sheet) !== name) continue
    // A very hidden sheet cannot be deleted.
    record.visibility = 'Visible'
    record.delete()
  }
  context.runtime.enableEvents = true
  try {
    await context.sync()
  } finally {
    // What fails on the way must not leave every pane beside this workbook deaf.
    context.runtime.enableEvents = true
    await context.sync()
  }
  return given
}
