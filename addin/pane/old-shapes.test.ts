// The old tables that offices keep, each on a sheet of the open workbook: recognised,
// brought into the drawn form and read back from it, over the genuine Excel client library.
import { describe, expect, test } from 'vitest'
import { oldTables } from '../../shared/testing/old-tables.ts'
import { excelHost, runtimeOf } from '../host/excel.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { formOf } from './form-setting.contract.ts'
import { formLayout, judge, rowsToAdd } from './judge.ts'
import { lookForOldTables } from './old-tables.ts'
import { takeOver } from './take-over.ts'

describe.each(oldTables)('$shape', ({ template, sheet, expected }) => {
  test('comes into the form as it is, and nothing gets lost on the way', { timeout: 120_000 }, async () => {
    const form = formOf(template)
    const workbook = new MemoryWorkbook()
    const scope = openExcel(wireHost(workbook), '1.14')
    const host = excelHost(runtimeOf(scope.Excel, scope.Office), 60_000)
    const theirs = workbook.sheet('Sheet1')
    for (const [at, { value, format, font }] of sheet.cells) {
      const { row, column } = theirs.spot(at)
      const look = { ...(format && { numberFormat: format }), ...(font && { fontName: font }) }
      theirs.setFormat({ row, column, rows: 1, columns: 1 }, look)
      theirs.setInput(row, column, typeof value === 'string' ? `'${value}` : value)
    }
    for (const merge of sheet.merges) {
      const [from, to = from] = merge.split(':').map((at) => theirs.spot(at))
      theirs.merge({ row: from!.row, column: from!.column, rows: to!.row - from!.row + 1, columns: to!.column - from!.column + 1 })
    }
    const formSheet = await host.draw(formLayout(form, null))

    let old = await lookForOldTables(form, formSheet, host)
    expect(old.tables.map(({ proposal }) => proposal.table)).toEqual(expected.map(({ table }) => table))
    for (let at = 0; at < old.tables.length; at++) {
      const taken = () => {
        const table = old.tables[at]!
        const fields = new Map(table.proposal.columns.flatMap(({ column, field }) => (field ? [[column, field] as const] : [])))
        return takeOver(form, old, { ...table, fields }, { overwrite: false, add: true })!
      }
      let plan = taken()
      if (plan.homeless.length > 0) {
        const grid = await host.grid(formSheet)
        const rows = rowsToAdd(form, { name: formSheet, grid }, old.tables[at]!.proposal.table, plan.homeless.length)
        await host.addRows(formSheet, rows!)
        old = await lookForOldTables(form, formSheet, host)
        plan = taken()
      }
      expect(plan.homeless).toEqual([])
      // Every row of theirs is brought or told.
      const { proposal } = old.tables[at]!
      expect(plan.brought.rows.length + plan.brought.left.length).toBe(proposal.rows.length + proposal.skipped.length)
      await host.write(formSheet, plan.edits)
      const { filing } = judge(
        form,
        { name: formSheet, grid: await host.grid(formSheet) },
        { declaration: null, header: {}, explanations: {}, answers: {} },
      )
      const arrived = new Map(filing.rows.flatMap(({ entries }) => Object.values(entries).map(({ cell, value }) => [cell, value] as const)))
      for (const { cell, value } of plan.edits) expect(arrived.get(cell), cell).toBe(value)
    }
  })
})
