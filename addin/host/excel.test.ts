// The port over the genuine Excel client library, at the oldest Excel that may
// load the add-in, at Office 2021 and at the newest; and what only Excel does.
import { expect, test } from 'vitest'
import type { Finding } from '../../shared/finding.ts'
import { serialOf } from '../../shared/serial-date.ts'
import { type MemoryOptions, MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { EXCEL_VERSIONS, openExcel } from '../sandbox/node-runtime.contract.ts'
import { type WireOptions, wireHost } from '../sandbox/wire/wire-host.ts'
import { excelHost, runtimeOf } from './excel.ts'
import { hostContract } from './host.contract.ts'
import { hostFaultsContract } from './host-faults.contract.ts'
import { hostPeopleContract } from './host-people.contract.ts'
import { longForm, type MakeSetting } from './host-setting.contract.ts'
import { FORM, smallForm } from './small-form.contract.ts'

const open = (excelApi = '1.9', { memory, wire: options }: { memory?: MemoryOptions; wire?: WireOptions } = {}) => {
  const workbook = new MemoryWorkbook(memory)
  const wire = wireHost(workbook, options)
  const scope = openExcel(wire, excelApi)
  const runtime = runtimeOf(scope.Excel, scope.Office)
  return { workbook, wire, runtime, scope, run: scope.Excel.run, host: excelHost(runtime, 20_000) }
}

for (const version of EXCEL_VERSIONS) {
  const make: MakeSetting = (options) => {
    const { wire, ...rest } = open(version, options && { wire: options })
    return {
      ...rest,
      impatient: excelHost(rest.runtime, 250),
      faults: wire.faults,
      largest: () => Math.max(...wire.exchanges.flatMap(({ bytesIn, bytesOut }) => [bytesIn, bytesOut])),
      requests: () => wire.exchanges.length,
    }
  }
  hostContract(`ExcelApi ${version}`, make)
  hostPeopleContract(`ExcelApi ${version}`, make)
  hostFaultsContract(`ExcelApi ${version}`, make)
}

const formSheet = async ({ host }: ReturnType<typeof open>) => (await host.grid(FORM)).sheets.find(({ name }) => name === FORM)

const finding: Finding = { id: 'required:r1', code: 'required', severity: 'error', place: { cell: 'D6' }, params: {}, fixes: [] }

test('an action takes few requests', async () => {
  const excel = open()
  const requests = async (work: () => Promise<unknown>) => {
    const before = excel.wire.exchanges.length
    await work()
    return excel.wire.exchanges.length - before
  }
  // One more each for the ranges that the library releases afterwards.
  // One of them asks how the workbook counts days.
  expect(await requests(() => excel.host.draw(smallForm))).toBeLessThanOrEqual(4)
  expect(await requests(() => excel.host.grid(FORM))).toBeLessThanOrEqual(6)
  expect(await requests(() => excel.host.forms())).toBeLessThanOrEqual(3)
  expect(await requests(() => excel.host.mark(FORM, [finding]))).toBeLessThanOrEqual(4)
  expect(await requests(() => excel.host.write(FORM, [{ cell: 'D6', value: 1 }]))).toBeLessThanOrEqual(3)
})

test('merged areas are read where Excel can tell them, and are none where it cannot', async () => {
  for (const [version, merges] of [
    ['1.9', []],
    ['1.14', ['B1:F1']],
  ] as const) {
    const excel = open(version)
    await excel.host.draw(smallForm)
    expect((await formSheet(excel))?.merges).toEqual(merges)
  }
})

test('a workbook that counts from 1904 is told by our hidden formula', async () => {
  const excel = open('1.9', { memory: { date1904: true } })
  await excel.host.draw(smallForm)
  expect((await excel.host.grid(FORM)).date1904).toBe(true)
})

test.each([false, true])('days that are drawn and written are the same days, counted from 1904: %s', async (date1904) => {
  const excel = open('1.9', { memory: { date1904 } })
  await excel.host.draw(smallForm)
  await excel.host.write(FORM, [
    { cell: 'E7', value: serialOf('2025-03-20'), day: true },
    { cell: 'C8', value: serialOf('2025-03-20'), day: true },
    { cell: 'D7', value: 45_733 },
  ])
  const stored = (day: string) => serialOf(day) - (date1904 ? 1462 : 0)
  const cells = (await formSheet(excel))?.cells
  expect(cells?.get('E6')).toEqual({ value: stored('2025-03-17'), format: 'dd/mm/yyyy' })
  expect(cells?.get('E7')).toEqual({ value: stored('2025-03-20'), format: 'dd/mm/yyyy' })
  // Also where the cell held text, and only days are shifted.
  expect(cells?.get('C8')).toEqual({ value: stored('2025-03-20'), format: 'dd/mm/yyyy' })
  expect(cells?.get('D7')?.value).toBe(45_733)
})

test('Vietnamese legacy fonts are told per cell, the usual ones are not', async () => {
  const excel = open()
  await excel.host.draw(smallForm)
  excel.workbook.sheet(FORM).setFormat({ row: 6, column: 2, rows: 1, columns: 1 }, { fontName: '.VnTime' })
  const cells = (await formSheet(excel))?.cells
  expect(cells?.get('C7')?.font).toBe('.VnTime')
  expect(cells?.get('C6')?.font).toBeUndefined()
})

test('an error of Excel is an error, the same letters typed as text are not', async () => {
  const excel = open('1.9', { memory: { calculate: (formula) => (formula.includes('NA()') ? '#N/A' : 75) } })
  await excel.host.draw(smallForm)
  excel.workbook.type(FORM, 'D7', '=NA()')
  excel.workbook.type(FORM, 'B7', '#N/A')
  const cells = (await formSheet(excel))?.cells
  expect(cells?.get('D7')).toMatchObject({ value: '#N/A', error: true, formula: '=NA()' })
  expect(cells?.get('B7')).toEqual({ value: '#N/A', format: '@' })
  expect(cells?.get('D9')).toMatchObject({ value: 75, formula: '=SUM(D6:D8)' })
})

test('when an answer would be too large it is asked for in smaller pieces', async () => {
  const excel = open('1.9', { wire: { limit: 150_000 } })
  await excel.host.draw(smallForm)
  for (let row = 11; row < 311; row++) excel.workbook.sheet(FORM).setInput(row, 2, `${row} ${'Khánh Hòa '.repeat(30)}`)
  const before = excel.wire.exchanges.length
  expect((await formSheet(excel))?.cells.get('C311')?.value).toMatch(/^310 Khánh/)
  expect(excel.wire.exchanges.length - before).toBeGreaterThan(5)
})

test('one cell that is too large for an answer is told', async () => {
  const excel = open('1.9', { wire: { limit: 60_000 } })
  await excel.host.draw(smallForm)
  excel.workbook.sheet(FORM).setInput(11, 2, 'x'.repeat(32_000))
  await expect(excel.host.grid(FORM)).rejects.toMatchObject({ code: 'too-large' })
})

test('a sheet protected without the right to format is marked, and stays protected as it was', async () => {
  const excel = open()
  await excel.host.draw(smallForm)
  await excel.run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem(FORM)
    protection.unprotect()
    protection.protect({ allowSort: true, allowFormatCells: false })
    await context.sync()
  })
  await excel.host.mark(FORM, [finding])
  expect(excel.workbook.sheet(FORM).conditionals()).toHaveLength(2)
  await excel.run(async (context) => {
    const protection = context.workbook.worksheets.getItem(FORM).protection.load('protected,options')
    await context.sync()
    expect([protection.protected, protection.options.allowSort, protection.options.allowFormatCells]).toEqual([true, true, false])
  })
})

test('a sheet whose protection was lifted for marks is protected again when marking fails', async () => {
  const excel = open()
  await excel.host.draw(smallForm)
  await excel.run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem(FORM)
    protection.unprotect()
    protection.protect({})
    await context.sync()
  })
  excel.wire.faults.fail = { member: 'formula', code: 'InvalidArgument' }
  await expect(excel.host.mark(FORM, [finding])).rejects.toMatchObject({ code: 'unknown' })
  expect(excel.workbook.sheet(FORM).protected).toBe(true)
})

test('a form whose names and records are gone is found by its marks', async () => {
  const excel = open()
  await excel.host.draw(smallForm)
  for (const { name } of excel.workbook.names()) excel.workbook.removeName(name)
  for (const sheet of excel.workbook.sheets().filter(({ visibility }) => visibility === 'VeryHidden')) excel.workbook.removeSheet(sheet.id)
  expect(await excel.host.forms()).toHaveLength(1)
})

test('a workbook with a form of ours opens the pane by itself, under the id that the manifest gives it', async () => {
  const { host, scope } = open()
  const { settings } = scope.Office.context.document
  expect(settings.get('Office.AutoShowTaskpaneWithDocument')).toBeNull()
  await host.draw(smallForm)
  expect(settings.get('Office.AutoShowTaskpaneWithDocument')).toBe(true)
})

test('a person who begins to edit while a form is drawn finds nothing half drawn', async () => {
  const { host, workbook } = open()
  const drawing = host.draw(longForm(2000), () => {
    workbook.beginEdit()
    setTimeout(() => workbook.endEdit(), 100)
  })
  await expect(drawing).rejects.toMatchObject({ code: 'editing-cell' })
  expect(workbook.sheets().map(({ name }) => name)).toEqual(['Sheet1'])
  expect(workbook.names()).toEqual([])
})

test('a workbook of a hundred sheets is looked through in a few requests', async () => {
  const { host, workbook, wire } = open()
  for (let number = 2; number <= 100; number++) workbook.addSheet(`Bảng ${number}`).setInput(0, 0, 'x')
  expect(await host.forms()).toEqual([])
  expect(wire.exchanges.length).toBeLessThanOrEqual(6)
})

test('progress comes while a large form is drawn, not only at its end', async () => {
  const excel = open()
  const heard: number[] = []
  const totals = new Set<number>()
  await excel.host.draw(longForm(2000), (done, of) => {
    heard.push(done / of)
    totals.add(of)
  })
  // Rows that a person sees: those of the small form that hold something, and the long ones.
  expect([...totals]).toEqual([2008])
  expect(heard.length).toBeGreaterThan(2)
  expect(heard).toEqual([...heard].sort((a, b) => a - b))
  expect(heard.at(-1)).toBe(1)
})
