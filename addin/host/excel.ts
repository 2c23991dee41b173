// The port over the open Excel workbook, through Office.js at ExcelApi 1.9. One
// Excel.run per action; proxies never outlive it, sheets are found by name.
import { parseReference } from '../../shared/a1.ts'
import { NAME_PREFIX } from '../../shared/sheet/anchors.ts'
import { findForms } from '../../shared/sheet/find-forms.ts'
import type { FoundForm } from '../../shared/sheet/form-identity.ts'
import { findPulled } from '../../shared/sheet/pulled-reading.ts'
import { addRows } from './excel-add-rows.ts'
import { mark } from './excel-marks.ts'
import { codeOf, type ExcelRuntime, hostError, runner } from './excel-run.ts'
import { sortRows } from './excel-sort-rows.ts'
import { formGrid, lightGrid, readCells } from './excel-workbook.ts'
import { write } from './excel-write.ts'
import type { Host } from './host.ts'

const stamp = async (context: Excel.RequestContext, name: string, line: string): Promise<void> => {
  const { defaultForAllPages, firstPage } = context.workbook.worksheets.getItem(name).pageLayout.headersFooters
  // An ampersand begins a code in a footer.
  const footer = line.replaceAll('&', '&&').slice(0, 255)
  defaultForAllPages.leftFooter = footer
  firstPage.leftFooter = footer
  await context.sync()
}

/** What the adapter needs of an Office that is ready. */
export const runtimeOf = (excel: typeof Excel, office: typeof Office): ExcelRuntime => ({
  run: excel.run,
  supports: (version) => office.context.requirements.isSetSupported('ExcelApi', version),
  openWithWorkbook: () =>
    new Promise((done) => {
      const { settings } = office.context.document
      // The name that Excel looks for; the manifest's pane bears it as its id.
      settings.set('Office.AutoShowTaskpaneWithDocument', true)
      // Excel may forbid it; the form is there all the same.
      settings.saveAsync(() => done())
    }),
})

/** A form that a person copied is two: the one she looks at is meant, else the one that was drawn. */
const formsInOrder = async (context: Excel.RequestContext): Promise<FoundForm[]> => {
  const front = context.workbook.worksheets.getActiveWorksheet().load('name')
  const grid = await lightGrid(context)
  const named = new Set(grid.names.flatMap(({ name, ref }) => (name.startsWith(NAME_PREFIX) ? [parseReference(ref)?.sheet] : [])))
  const rank = ({ sheet }: FoundForm) => (sheet === front.name ? 0 : named.has(sheet) ? 1 : 2)
  return findForms(grid).toSorted((one, other) => rank(one) - rank(other))
}

/** Call it after Office is ready. Tests pass a runtime of their own. */
export const excelHost = (runtime: ExcelRuntime = runtimeOf(Excel, Office), patience?: number): Host => {
  const excel = runner(runtime, patience)
  const merges = runtime.supports('1.13')

  const go = (sheet: string, cell?: string) =>
    excel.again(async (context) => {
      const target = context.workbook.worksheets.getItem(sheet)
      target.activate()
      if (cell !== undefined) target.getRange(cell).select()
      await context.sync()
    })

  /** Adds a handler; resolves with the way to remove it. */
  const listen = async <T>(add: (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<T>) => {
    const handler = await excel.again(async (context) => {
      const added = add(context)
      await context.sync()
      return added
    })
    return async () => {
      try {
        // Only the context that registered a handler can remove it.
        await runtime.run(handler.context, async (context) => {
          handler.remove()
          await context.sync()
        })
      } catch (error) {
        // A deleted sheet took its handlers with it.
        if (codeOf(error) !== 'ItemNotFound') throw hostError(error)
      }
    }
  }

  return {
    forms: () => excel.again(formsInOrder),
    pulled: () => excel.again(async (context) => findPulled(await lightGrid(context))),
    otherSheets: () =>
      excel.again(async (context) => {
        const grid = await lightGrid(context)
        const forms = new Set(findForms(grid).map(({ sheet }) => sheet))
        return grid.sheets.flatMap(({ name, visibility }) => (visibility === 'visible' && !forms.has(name) ? [name] : []))
      }),
    // Not tried again: what failed half-way has been taken back and is told.
    draw: async (layout, progress, stop) => {
      const { draw } = await import('./excel-draw.ts')
      const sheet = await draw(excel, layout, { progress, stopped: () => stop?.aborted === true })
      await runtime.openWithWorkbook()
      return sheet
    },
    replace: async (sheet, keptName, layout, progress, stop) => {
      const { replace } = await import('./excel-replace.ts')
      return replace(excel, sheet, keptName, layout, { progress, stopped: () => stop?.aborted === true })
    },
    activate: (sheet) => go(sheet),
    grid: (sheet) => excel.again((context) => formGrid(context, sheet, merges)),
    cells: (sheet, ranges) => excel.again((context) => readCells(context, sheet, ranges)),
    // Not tried again: rows would come twice.
    revise: async (sheet, revision, progress) => {
      const { revise } = await import('./excel-revise.ts')
      return excel.once((context) => revise(context, sheet, revision, progress))
    },
    mark: (sheet, findings, noted = []) => excel.again((context) => mark(context, sheet, findings, noted)),
    clearMarks: (sheet) => excel.again((context) => mark(context, sheet, [], [])),
    goTo: (sheet, cell) => go(sheet, cell),
    write: (sheet, edits, progress) => excel.again((context) => write(context, sheet, edits, { progress })),
    // Not tried again: rows would come twice.
    addRows: (sheet, rows) => excel.once((context) => addRows(context, sheet, rows)),
    sortRows: (sheet, rows) => excel.again((context) => sortRows(context, sheet, rows)),
    stamp: (sheet, line) => excel.again((context) => stamp(context, sheet, line)),
    onChange: (sheet, listener) =>
      listen((context) =>
        context.workbook.worksheets.getItem(sheet).onChanged.add((event) => {
          if (event.source === 'Local') listener(event.address)
          return Promise.resolve()
        }),
      ),
    onSelect: (sheet, listener) =>
      listen((context) =>
        context.workbook.worksheets.getItem(sheet).onSelectionChanged.add((event) => {
          listener(event.address)
          return Promise.resolve()
        }),
      ),
  }
}
