// Draws a workbook layout as new sheets of the open workbook. What fails
// half-way, or is stopped, takes back what it added: no sheet and no name stays behind.
import type { LayoutName, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { asks1904, withProbe } from './excel-date-probe.ts'
import { cellSteps } from './excel-draw-cells.ts'
import { closingStep, pageStep } from './excel-draw-page.ts'
import { ruleSteps } from './excel-draw-rules.ts'
import { RECORD_PREFIX } from './excel-records.ts'
import { hostError, type Runner } from './excel-run.ts'
import { withFreeNames } from './excel-sheet-names.ts'
import { patiently, perform, type Step, type Watched } from './excel-steps.ts'
import { HostError } from './host.ts'

type Known = ReadonlyMap<string, { readonly formula: string; readonly visible: boolean }>

interface Begun {
  readonly layout: WorkbookLayout
  readonly known: Known
}

/** A form that is drawn anew takes over its names; the older sheet keeps its marks. */
const nameStep = (context: Excel.RequestContext, known: Known, { name, ref, visible }: LayoutName): Step => ({
  bytes: 400 + ref.length * 3,
  queue: () => {
    const { names } = context.workbook
    const formula = `=${ref}`
    if (!known.has(name.toLowerCase())) {
      names.add(name, formula).visible = visible
      return
    }
    const item = names.getItem(name)
    item.formula = formula
    item.visible = visible
  },
})

const takeBack = async (context: Excel.RequestContext, { layout, known }: Begun): Promise<void> => {
  const sheets = layout.sheets.map(({ name }) => context.workbook.worksheets.getItemOrNullObject(name).load('name'))
  const names = layout.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name).load('name'))
  await context.sync()
  for (const item of names) {
    if (item.isNullObject) continue
    const before = known.get(item.name.toLowerCase())
    if (!before) item.delete()
    else {
      item.formula = before.formula
      item.visible = before.visible
    }
  }
  for (const sheet of sheets) {
    if (sheet.isNullObject) continue
    // A very hidden sheet cannot be deleted.
    sheet.visibility = 'Visible'
    sheet.delete()
  }
  context.runtime.enableEvents = true
  await context.sync()
}

const begin = async (context: Excel.RequestContext, wanted: WorkbookLayout): Promise<Begun> => {
  const { worksheets, names } = context.workbook
  worksheets.load('items/name')
  names.load('items/name,items/formula,items/visible')
  await context.sync()
  const layout = withFreeNames(
    withProbe(wanted, (name) => name.startsWith(RECORD_PREFIX)),
    worksheets.items.map(({ name }) => name),
  )
  return {
    layout,
    known: new Map(names.items.map(({ name, formula, visible }) => [name.toLowerCase(), { formula: String(formula), visible }])),
  }
}

const drawBegun = async (context: Excel.RequestContext, { layout, known }: Begun, watched: Watched): Promise<string> => {
  const { worksheets } = context.workbook
  const [form] = layout.sheets
  if (!form) throw new Error('a layout without sheets')
  context.runtime.enableEvents = false
  const sheets = layout.sheets.map((sheet) => ({ layout: sheet, sheet: worksheets.add(sheet.name) }))
  const record = sheets.find(({ layout: one }) => one.name.startsWith(RECORD_PREFIX) && one.visibility === 'very-hidden')
  const from1904 = record ? await asks1904(context, record.sheet) : await context.sync().then(() => false)
  const steps: Step[] = [
    // Names first: a list that points to a name nobody has defined is refused.
    ...layout.names.map((name) => nameStep(context, known, name)),
    ...sheets.flatMap(({ sheet, layout: one }) => [
      ...cellSteps(sheet, one, layout.font, from1904),
      ...ruleSteps(sheet, one),
      pageStep(sheet, one),
    ]),
    ...sheets.map(({ sheet, layout: one }) => closingStep(sheet, one)),
    {
      bytes: 600,
      queue: () => {
        worksheets.getItem(form.name).activate()
        context.runtime.enableEvents = true
      },
    },
  ]
  await perform(context, steps, watched)
  return form.name
}

/** `stopped` is asked before every request; what stands by then is taken back. */
export const draw = async (excel: Runner, wanted: WorkbookLayout, watched: Watched = {}): Promise<string> => {
  let begun: Begun | null = null
  let lost = false
  const stopped = () => lost || (watched.stopped?.() ?? false)
  const attempt = async (context: Excel.RequestContext): Promise<string> => {
    const here = await begin(context, wanted)
    if (stopped()) throw new HostError('stopped')
    begun = here
    try {
      return await drawBegun(context, here, { ...watched, stopped })
    } catch (error) {
      await patiently(() => takeBack(context, here))
      throw error
    }
  }
  try {
    return await excel.once(attempt)
  } catch (error) {
    // An answer that never came leaves the first context waiting for ever: another one tidies up.
    lost = true
    if (begun !== null && hostError(error).code === 'busy') {
      const here: Begun = begun
      await excel.once((context) => takeBack(context, here)).catch(() => {})
    }
    throw error
  }
}
