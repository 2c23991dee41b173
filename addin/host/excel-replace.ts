// Puts a new form in the place of one that stands in the open workbook: the old one becomes
// an ordinary sheet under another name, with all that it holds. Until the new one stands
// whole the old one is the form; where drawing fails or is stopped it gets its name back.
import { isMark, parseKeysMark, RECORD_MARK } from '../../shared/sheet/anchors.ts'
import { RECORD_KEYS } from '../../shared/sheet/record-sheet.ts'
import type { WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { draw } from './excel-draw.ts'
import { readSheet } from './excel-grid.ts'
import { RECORD_PREFIX } from './excel-records.ts'
import type { Runner } from './excel-run.ts'
import { freeName } from './excel-sheet-names.ts'
import { patiently, type Watched } from './excel-steps.ts'

/** What a record holds in its two columns. */
const RECORD = 'A1:B12'

interface Aside {
  readonly name: string
  /** Sheets that hold its record. */
  readonly records: readonly string[]
}

/** Only the name changes yet: whoever opens the workbook now still finds the form. */
const moveAside = async (context: Excel.RequestContext, name: string, wanted: string): Promise<Aside> => {
  const { worksheets } = context.workbook
  worksheets.load('items/name,items/visibility')
  const sheet = worksheets.getItem(name)
  await context.sync()
  const records = worksheets.items
    .filter((one) => one.visibility === 'VeryHidden' && one.name.startsWith(RECORD_PREFIX))
    .map((record) => ({ record, range: record.getRange(RECORD).load('values') }))
  const taken = new Set(worksheets.items.filter((one) => one.name !== name).map((one) => one.name.toLowerCase()))
  const given = freeName(wanted, taken)
  sheet.name = given
  await context.sync()
  const isOfIt = ({ range }: (typeof records)[number]): boolean => {
    const said = new Map(range.values.map(([key, value]) => [key, value]))
    return said.get(RECORD_KEYS.mark) === RECORD_MARK && said.get(RECORD_KEYS.sheet) === name
  }
  return { name: given, records: records.filter(isOfIt).map(({ record }) => record.name) }
}

const comeBack = async (context: Excel.RequestContext, { name }: Aside, before: string): Promise<void> => {
  const sheet = context.workbook.worksheets.getItem(name)
  sheet.name = before
  sheet.activate()
  await context.sync()
}

/** Takes away the marks and the record by which a sheet would be taken for a form; in front stands the one in its place. */
const unmark = async (context: Excel.RequestContext, { name, records }: Aside, inPlace: string): Promise<void> => {
  const { worksheets } = context.workbook
  const sheet = worksheets.getItem(name)
  const protection = sheet.protection.load('protected')
  const gone = records.map((record) => worksheets.getItemOrNullObject(record).load('name'))
  const { cells } = await readSheet(context, { name, visibility: 'visible' }, false)
  const marks = [...cells].filter(([, { value }]) => typeof value === 'string' && isMark(value) && parseKeysMark(value.trim()))
  context.runtime.enableEvents = false
  if (protection.protected) protection.unprotect()
  for (const [at] of marks) sheet.getRange(at).values = [['']]
  for (const record of gone) {
    if (record.isNullObject) continue
    // A very hidden sheet cannot be deleted.
    record.visibility = 'Visible'
    record.delete()
  }
  worksheets.getItem(inPlace).activate()
  context.runtime.enableEvents = true
  try {
    await context.sync()
  } finally {
    // What fails on the way must not leave every pane beside this workbook deaf.
    context.runtime.enableEvents = true
    await context.sync()
  }
}

export interface Replaced {
  /** The new form. */
  readonly sheet: string
  /** What the old one is called now. */
  readonly kept: string
}

export const replace = async (
  excel: Runner,
  old: string,
  keptName: string,
  layout: WorkbookLayout,
  watched: Watched = {},
): Promise<Replaced> => {
  const aside = await excel.once((context) => moveAside(context, old, keptName))
  const sheet = await draw(excel, layout, watched).catch(async (error: unknown) => {
    await patiently(() => excel.once((context) => comeBack(context, aside, old)))
    throw error
  })
  await excel.again((context) => unmark(context, aside, sheet))
  return { sheet, kept: aside.name }
}
