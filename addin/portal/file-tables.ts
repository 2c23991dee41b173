// Tables like ours in an uploaded workbook beside our form as it would be drawn, and the
// filing that comes of writing into it. Pure: no file is touched and nothing is sent.
import type { Filing } from '../../shared/filing.ts'
import type { Edit } from '../../shared/fixes.ts'
import type { Grid, GridCell, GridSheet } from '../../shared/sheet/grid.ts'
import { type Reading, read } from '../../shared/sheet/reading.ts'
import { recognise } from '../../shared/takeover/recognise.ts'
import type { Form, UploadedSheets } from '../../shared/wire.ts'
import { contextOf, formLayout } from '../pane/judge.ts'
import type { OldTables } from '../pane/old-tables.ts'

export interface FileTables {
  readonly old: OldTables
  /** The form with these cells written into it. */
  fill(edits: readonly Edit[]): Filing
}

const theirs = ({ name, cells, merges }: UploadedSheets['sheets'][number]): GridSheet => ({
  ...{ name, visibility: 'visible', merges, hiddenRows: new Set() },
  cells: new Map(Object.entries(cells) as [string, GridCell][]),
})

/** The form as cells, with every row that it may have. */
function drawn(form: Form, draft: Filing | null): Grid {
  const { sheets, names } = formLayout(form, draft, { toLimit: true })
  return {
    names: names.map(({ name, ref }) => ({ name, ref })),
    date1904: false,
    sheets: sheets.map(({ name, visibility, cells, merges }) => ({
      ...{ name, visibility, merges, hiddenRows: new Set() },
      cells: new Map(
        cells.flatMap(({ at, value, formula }): [string, GridCell][] =>
          value === undefined && formula === undefined ? [] : [[at, { value: value ?? '', ...(formula !== undefined && { formula }) }]],
        ),
      ),
    })),
  }
}

export function fileTables(form: Form, draft: Filing | null, uploaded: UploadedSheets): FileTables {
  const { template } = form
  const context = contextOf(form)
  const { date1904, unread } = uploaded
  const looked = uploaded.sheets.map(theirs).map((sheet) => ({ sheet, proposals: recognise(sheet, template, context, date1904) }))
  const grid = drawn(form, draft)
  const sheet = grid.sheets[0]!
  const reading = (cells: GridSheet['cells']): Reading =>
    read({ ...grid, sheets: [{ ...sheet, cells }, ...grid.sheets.slice(1)] }, sheet.name, template, context)
  return {
    old: {
      tables: looked.flatMap((one) => one.proposals.map((proposal) => ({ proposal, sheet: one.sheet, date1904 }))),
      unlike: looked.flatMap((one) => (one.proposals.length === 0 ? [one.sheet.name] : [])),
      unread,
      ours: { sheet, reading: reading(sheet.cells) },
    },
    fill(edits) {
      const cells = new Map(sheet.cells)
      for (const { cell, value } of edits) {
        if (value === null) cells.delete(cell)
        else cells.set(cell, { value })
      }
      return reading(cells).filing
    },
  }
}
