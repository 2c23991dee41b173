// A table of an uploaded workbook on its way into the filing that is sent.
import { expect, test } from 'vitest'
import { oldTables } from '../../shared/testing/old-tables.ts'
import type { UploadedSheets } from '../../shared/wire.ts'
import { formOf } from '../pane/form-setting.contract.ts'
import { takeOver } from '../pane/take-over.ts'
import { fileTables } from './file-tables.ts'

const uploaded = (sheet: (typeof oldTables)[number]['sheet']): UploadedSheets => ({
  sheets: [{ name: sheet.name, cells: Object.fromEntries(sheet.cells), merges: [...sheet.merges] }],
  unread: [],
  date1904: false,
})

test.each(oldTables)('$shape: what is mapped is what the filing says', ({ template, sheet, expected }) => {
  const form = formOf(template)
  const tables = fileTables(form, null, uploaded(sheet))
  expect(tables.old.tables.map(({ proposal }) => proposal.table)).toEqual(expected.map(({ table }) => table))
  if (expected.length === 0) expect(tables.old.unlike).toEqual([sheet.name])
  for (const table of tables.old.tables) {
    const fields = new Map(table.proposal.columns.flatMap(({ column, field }) => (field ? [[column, field] as const] : [])))
    const taken = takeOver(form, tables.old, { ...table, fields }, { overwrite: false, add: true })!
    expect(taken.homeless).toEqual([])
    const entries = tables.fill(taken.edits).rows.flatMap((row) => Object.values(row.entries))
    const arrived = new Map(entries.map(({ cell, value }) => [cell, value]))
    for (const { cell, value } of taken.edits) expect(arrived.get(cell), cell).toBe(value)
  }
})

test('figures of a draft that stand in the form already are kept unless they are to give way', () => {
  const { template, sheet } = oldTables.find(({ expected }) => expected.length === 1)!
  const form = formOf(template)
  const first = fileTables(form, null, uploaded(sheet))
  const [table] = first.old.tables
  const fields = new Map(table!.proposal.columns.flatMap(({ column, field }) => (field ? [[column, field] as const] : [])))
  const draft = first.fill(takeOver(form, first.old, { ...table!, fields }, { overwrite: false, add: true })!.edits)
  const again = fileTables(form, draft, uploaded(sheet))
  expect(takeOver(form, again.old, { ...table!, fields }, { overwrite: false, add: false })!.edits).toEqual([])
})
