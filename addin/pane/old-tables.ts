// Tables like ours on the other sheets of the open workbook, beside our form as it
// stands now. Loaded when first asked for; writes nothing.
import type { Grid, GridSheet } from '../../shared/sheet/grid.ts'
import { type Reading, read } from '../../shared/sheet/reading.ts'
import { type Proposal, recognise } from '../../shared/takeover/recognise.ts'
import type { Form } from '../../shared/wire.ts'
import { type Host, HostError } from '../host/host.ts'
import { contextOf } from './judge.ts'

export interface OldTables {
  readonly tables: readonly { readonly proposal: Proposal; readonly sheet: GridSheet; readonly date1904: boolean }[]
  /** Sheets on which no table like ours was recognised. */
  readonly unlike: readonly string[]
  /** Sheets too large to be read. */
  readonly unread: readonly string[]
  readonly ours: { readonly sheet: GridSheet; readonly reading: Reading }
}

const sheetIn = (grid: Grid, name: string): GridSheet => {
  const sheet = grid.sheets.find((one) => one.name === name)
  if (!sheet) throw new HostError('sheet-gone')
  return sheet
}

export async function lookForOldTables(form: Form, formSheet: string, host: Host): Promise<OldTables> {
  const context = contextOf(form)
  const tables: { proposal: Proposal; sheet: GridSheet; date1904: boolean }[] = []
  const unlike: string[] = []
  const unread: string[] = []
  for (const name of await host.otherSheets()) {
    const grid = await host.grid(name).catch((error: unknown) => {
      if (error instanceof HostError && error.code === 'too-large') return null
      throw error
    })
    if (!grid) {
      unread.push(name)
      continue
    }
    const { date1904 } = grid
    const sheet = sheetIn(grid, name)
    const proposals = recognise(sheet, form.template, context, date1904)
    if (proposals.length === 0 && sheet.cells.size > 0) unlike.push(name)
    tables.push(...proposals.map((proposal) => ({ proposal, sheet, date1904 })))
  }
  const grid = await host.grid(formSheet)
  return { tables, unlike, unread, ours: { sheet: sheetIn(grid, formSheet), reading: read(grid, formSheet, form.template, context) } }
}
