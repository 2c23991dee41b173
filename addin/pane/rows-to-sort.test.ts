// Rows of a real form sorted from the pane, over the genuine Excel client library: each
// stays the row it was, whichever kind of rows the form has.
import { expect, test } from 'vitest'
import { address } from '../../shared/a1.ts'
import { excelHost, runtimeOf } from '../host/excel.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { formOf } from './form-setting.contract.ts'
import { formLayout, judge } from './judge.ts'
import { rowsToSort } from './rows-to-sort.ts'

async function drawn(code: string) {
  const form = formOf(code)
  const workbook = new MemoryWorkbook()
  const scope = openExcel(wireHost(workbook), '1.14')
  const host = excelHost(runtimeOf(scope.Excel, scope.Office), 60_000)
  const name = await host.draw(formLayout(form, null))
  const look = async () =>
    judge(form, { name, grid: await host.grid(name) }, { declaration: null, header: {}, explanations: {}, answers: {} })
  const { places } = await look()
  const table = places.tables[0]!
  const columnOf = (field: string) => Number(Object.keys(table.fields).find((column) => table.fields[Number(column)] === field))
  const placeOf = (row: number, field: string) => ({ cell: address(row, columnOf(field)), table: table.key, rowId: null, field })
  const sort = async (row: number, field: string, descending: boolean) => {
    const rows = rowsToSort(form, { name, grid: await host.grid(name) }, placeOf(row, field))
    if (rows) await host.sortRows(name, { ...rows, descending })
    return rows
  }
  return { form, workbook, host, name, look, table, placeOf, sort }
}

const values = (rows: Awaited<ReturnType<Awaited<ReturnType<typeof drawn>>['look']>>['filing']['rows'], field: string) =>
  Object.fromEntries(rows.map(({ id, entries }) => [id, entries[field]?.value ?? null]))

test('rows that the server brought are sorted among themselves; each keeps its id and what stands in it', async () => {
  const { form, workbook, name, look, table, placeOf, sort } = await drawn('THANG')
  const before = await look()
  const carried = form.prefill.rows.map(({ id }) => id)
  before.filing.rows.forEach(({ at }, nth) => workbook.type(name, placeOf(at! - 1, 'ty_le').cell, (nth * 7) % 40))
  const typed = values((await look()).filing.rows, 'ty_le')
  const rows = await sort(table.firstRow, 'ty_le', false)
  expect(rows!.to - rows!.from + 1).toBe(carried.length)
  const after = await look()
  expect(values(after.filing.rows, 'ty_le')).toEqual(typed)
  const order = after.filing.rows.filter(({ id }) => carried.includes(id)).map(({ entries }) => Number(entries.ty_le?.value))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(after.findings.filter(({ code }) => /missing|copy|moved|formula/.test(code))).toEqual([])
  expect(workbook.sheet(name).protected).toBe(true)
})

test("rows of one's own are sorted, blank ones stay last; a single row is nothing to sort", async () => {
  const { workbook, name, look, table, placeOf, sort } = await drawn('PL1')
  const first = Number(Object.keys((await look()).places.tables[0]!.rowIds).at(-1) ?? table.firstRow - 1) + 1
  const field = Object.values(table.fields).find((key) => /ten|noi_dung|van_ban/.test(key))!
  workbook.type(name, placeOf(first, field).cell, 'Bắc')
  expect(await sort(first, field, false)).toBeNull()
  workbook.type(name, placeOf(first + 1, field).cell, 'An')
  workbook.type(name, placeOf(first + 2, field).cell, 'Đông')
  await sort(first, field, true)
  const texts = async () => (await look()).filing.rows.map(({ entries }) => entries[field]?.value).slice(-3)
  expect(await texts()).toEqual(['Đông', 'Bắc', 'An'])
  await sort(first, field, false)
  expect(await texts()).toEqual(['An', 'Bắc', 'Đông'])
})
