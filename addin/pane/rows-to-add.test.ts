// Blank rows for a table: a form that the pane drew gets new ones, a form from a file
// shows those that it has ready, over the genuine Excel client library.
import { expect, test } from 'vitest'
import { excelHost, runtimeOf } from '../host/excel.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { formOf } from './form-setting.contract.ts'
import { formLayout, rowsToAdd } from './judge.ts'

/** RAQUET may have 300 rows; 60 are in sight. */
const MAX = 300
const IN_SIGHT = 60

async function opened(toLimit: boolean) {
  const form = formOf('RAQUET')
  const scope = openExcel(wireHost(new MemoryWorkbook()), '1.14')
  const host = excelHost(runtimeOf(scope.Excel, scope.Office), 60_000)
  const name = await host.draw(formLayout(form, null, { toLimit }))
  const asked = async (wanted: number) => rowsToAdd(form, { name, grid: await host.grid(name) }, 'main', wanted)
  const spare = async () =>
    [...(await host.grid(name)).sheets.find((sheet) => sheet.name === name)!.hiddenRows].filter((row) => row > IN_SIGHT)
  return { host, name, asked, spare }
}

test('a form from a file shows the next of its hidden rows, until there are no more', { timeout: 60_000 }, async () => {
  const { host, name, asked, spare } = await opened(true)
  const before = await spare()
  expect(before).toHaveLength(MAX - IN_SIGHT)
  const rows = (await asked(50))!
  expect(rows).toEqual({ at: before[0], count: 50, computed: [], hidden: true })
  await host.addRows(name, rows)
  expect(await spare()).toEqual(before.slice(50))
  await host.addRows(name, (await asked(1_000))!)
  expect(await spare()).toEqual([])
  expect(await asked(50)).toBeNull()
})

test('a form that the pane drew gets new ones, never more than it may have', { timeout: 60_000 }, async () => {
  const { asked, spare } = await opened(false)
  expect(await spare()).toEqual([])
  expect(await asked(50)).toMatchObject({ count: 50 })
  expect(await asked(1_000)).toMatchObject({ count: MAX - IN_SIGHT })
})
