// An old table of the open workbook, all the way: found over the genuine Excel
// client library, shown, written into the drawn form, and read back from it.
import { expect, test } from 'vitest'
import { excelHost, runtimeOf } from '../host/excel.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { EXCEL_VERSIONS, openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { formOf } from './form-setting.contract.ts'
import { formLayout, judge } from './judge.ts'
import { lookForOldTables } from './old-tables.ts'
import { takeOver } from './take-over.ts'

const form = formOf('THANG')

const TABLE = [
  ['TT', 'Mã NV', 'Nội dung công việc', 'Tiến độ', '% HT', 'GN trong tháng (đồng)', 'Ghi chú'],
  [1, 'III.1.a', 'Kiểm tra đầu tư ứng dụng CNTT', 'Đang thực hiện', 60, 1_250_000, 'x'],
  [2, 'III.9.z', 'Việc giao thêm trong tháng', 'Hoàn thành', 100, 3_000_000, null],
  [null, null, 'Tổng cộng', null, null, 4_250_000, null],
] as const

test.each(EXCEL_VERSIONS)('at ExcelApi %s it is found, brought over and read back', { timeout: 60_000 }, async (version) => {
  const workbook = new MemoryWorkbook()
  const scope = openExcel(wireHost(workbook), version)
  const host = excelHost(runtimeOf(scope.Excel, scope.Office), 20_000)
  TABLE.forEach((row, at) =>
    row.forEach((value, column) => value !== null && workbook.type('Sheet1', `${'ABCDEFG'[column]}${at + 3}`, value)),
  )
  workbook.addSheet('Danh bạ').setInput(0, 0, 'Điện thoại')
  const sheet = await host.draw(formLayout(form, null))
  const old = await lookForOldTables(form, sheet, host)
  expect(old.unlike).toEqual(['Danh bạ'])
  expect(old.tables.map(({ proposal }) => [proposal.sheet, proposal.rows])).toEqual([['Sheet1', [3, 4]]])
  const [theirs] = old.tables
  const fields = new Map(theirs!.proposal.columns.flatMap(({ column, field }) => (field ? [[column, field] as const] : [])))
  const taken = takeOver(form, old, { ...theirs!, fields }, { overwrite: false, add: true })
  expect(taken?.brought.left.map(({ at, why }) => [at, why])).toEqual([[6, 'total']])
  expect(taken?.brought.columns.map(({ column, why }) => [column, why])).toEqual([
    ['A', 'numbering'],
    ['G', 'unasked'],
  ])
  await host.write(sheet, taken!.edits)
  const { filing } = judge(
    form,
    { name: sheet, grid: await host.grid(sheet) },
    { declaration: null, header: {}, explanations: {}, answers: {} },
  )
  const given = filing.rows.find(({ id }) => id === 'III.1.a')
  expect([given?.entries.trang_thai?.value, given?.entries.ty_le?.value, given?.entries.gn_ky?.value]).toEqual(['Đang thực hiện', 60, 1.25])
  const added = filing.rows.find(({ id }) => /^n\d+$/.test(id))
  expect([added?.entries.ten_nv?.value, added?.entries.gn_ky?.value]).toEqual(['Việc giao thêm trong tháng', 3])
})
