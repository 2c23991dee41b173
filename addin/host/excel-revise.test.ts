// Consolidated rows pulled into the open workbook and refreshed in place, over the genuine
// Excel client library: found again, brought up to date, and what people have of their own stays.
import { describe, expect, test } from 'vitest'
import { address, parseRange } from '../../shared/a1.ts'
import { readPulled } from '../../shared/sheet/pulled-reading.ts'
import { planRefresh } from '../../shared/sheet/pulled-refresh.ts'
import { pulledTable, pulledWorkbook } from '../../shared/sheet/pulled-workbook.ts'
import { type SampleAgency, sampleFacts, sheetNamed, template } from '../../shared/testing/pulled-sample.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { EXCEL_VERSIONS, openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { excelHost, runtimeOf } from './excel.ts'
import { refusal } from './host-setting.contract.ts'

const SHEET = 'Tổng hợp THU 2025-03'

const open = (version = '1.9', date1904 = false) => {
  const workbook = new MemoryWorkbook({ date1904 })
  const wire = wireHost(workbook)
  const scope = openExcel(wire, version)
  return { workbook, wire, host: excelHost(runtimeOf(scope.Excel, scope.Office), 60_000) }
}
type Open = ReturnType<typeof open>

const row = (id: string, von: number, ten = `việc ${id}`) => ({ id, ten, von })
const A1: SampleAgency = { agency: 'A', submission: 1, rows: [row('r1', 10), row('r2', 20), row('r3', 30)] }
const A2: SampleAgency = { agency: 'A', submission: 2, rows: [row('r0', 1, '=1+1'), row('r2', 25), row('r3', 30), row('r4', 4)] }
const B1: SampleAgency = { agency: 'B', submission: 1, rows: [row('r1', 5)] }
const C1: SampleAgency = { agency: 'C', submission: 1, rows: [row('r1', 7), row('r2', 8)] }

const pull = async ({ host }: Open, agencies: readonly SampleAgency[]) => host.draw(await pulledWorkbook(sampleFacts(agencies)))

const plan = async ({ host }: Open, agencies: readonly SampleAgency[], name = SHEET) => {
  const grid = await host.grid(name)
  const sheet = sheetNamed(grid, name)
  return planRefresh(readPulled(sheet)!, sheet, await pulledTable(sampleFacts(agencies), template.tables[0]!), grid.date1904)
}

const refresh = async (excel: Open, agencies: readonly SampleAgency[], name = SHEET) => {
  const { revision, told } = await plan(excel, agencies, name)
  await excel.host.revise(name, revision)
  return told
}

const readAgain = async ({ host }: Open, name = SHEET) => {
  const sheet = sheetNamed(await host.grid(name), name)
  return { sheet, pulled: readPulled(sheet)! }
}

/** All that is seen of our part of a sheet, but for heights that Excel gives by itself. */
const look = ({ workbook }: Open, name = SHEET) => {
  const sheet = workbook.sheet(name)
  const { rows, columns } = { rows: 40, columns: 20 }
  return {
    merges: sheet
      .merges()
      .map(({ row: at, column, rows: high, columns: wide }) => `${at} ${column} ${high} ${wide}`)
      .sort(),
    heights: Array.from({ length: rows }, (_, at) => sheet.rowHeight(at)),
    cells: Array.from({ length: rows }, (_, at) =>
      Array.from({ length: columns }, (_, column) => [sheet.formula(at, column) ?? sheet.value(at, column)]),
    ),
    formats: Array.from({ length: rows }, (_, at) =>
      Array.from({ length: columns }, (_, column) => {
        const { bold, italic, fill, border, horizontal, numberFormat, wrap, size, fontName } = sheet.format(at, column)
        return [
          bold ?? false,
          italic ?? false,
          fill ?? null,
          border ?? false,
          horizontal ?? 'General',
          numberFormat ?? 'General',
          wrap ?? false,
          size,
          fontName,
        ]
      }),
    ),
  }
}

describe.each(EXCEL_VERSIONS)('ExcelApi %s', (version) => {
  test('what is pulled is found by its mark, also renamed, and says what it was made from', async () => {
    const excel = open(version)
    expect(await pull(excel, [A1, B1])).toBe(SHEET)
    expect(excel.workbook.active().name).toBe(SHEET)
    excel.workbook.rename(SHEET, 'Sổ của tôi')
    const mark = {
      template: 'THU',
      version: 3,
      period: '2025-03',
      table: 'main',
      madeAt: '2025-03-20T03:05:00.000Z',
      agencies: null,
      grouped: false,
      on: null,
    }
    expect(await excel.host.pulled()).toEqual([{ sheet: 'Sổ của tôi', mark }])
    expect(await excel.host.forms()).toEqual([])
  })

  test('a refreshed sheet looks as one that is pulled now', async () => {
    const excel = open(version)
    await pull(excel, [A1, B1])
    await refresh(excel, [A2, C1])
    const fresh = open(version)
    await pull(fresh, [A2, C1])
    expect(look(excel)).toEqual(look(fresh))
    expect(await refresh(excel, [A2, C1])).toEqual([])
  })

  test('own columns, own rows, own formatting and own sheets stay; text that looks like a formula is text', async () => {
    const excel = open(version)
    await pull(excel, [A1, B1])
    const { workbook } = excel
    const { pulled } = await readAgain(excel)
    const own = Math.max(...pulled.columns.values()) + 2
    const lineOf = (lines: typeof pulled.lines, agency: string, rowId: string) =>
      lines.find((one) => one.agency === agency && one.rowId === rowId)!
    for (const [agency, rowId, note] of [
      ['A', 'r1', 'mất dòng?'],
      ['A', 'r3', 'đã gọi điện'],
      ['B', 'r1', 'chờ'],
    ] as const)
      workbook.type(SHEET, address(lineOf(pulled.lines, agency, rowId).row, own), note)
    workbook
      .sheet(SHEET)
      .setFormat({ row: lineOf(pulled.lines, 'A', 'r3').row, column: pulled.columns.get('ten')!, rows: 1, columns: 1 }, { fill: '#FFFF00' })
    workbook.insertRows(SHEET, pulled.foot!.row + 1, 1)
    workbook.type(SHEET, address(pulled.foot!.row, own), 'dòng riêng')
    workbook.type('Sheet1', 'A1', 'sổ tay')

    const told = await refresh(excel, [A2, B1, C1])
    expect(told.map(({ kind, agency, rowId }) => `${kind} ${agency} ${rowId}`)).toEqual([
      'new A r0',
      'changed A r2',
      'new A r4',
      'new C r1',
      'new C r2',
      'kept A r1',
    ])
    const { sheet, pulled: after } = await readAgain(excel)
    const noteAt = (agency: string, rowId: string) => sheet.cells.get(address(lineOf(after.lines, agency, rowId).row, own))?.value
    expect([noteAt('A', 'r1'), noteAt('A', 'r3'), noteAt('B', 'r1'), noteAt('A', 'r0')]).toEqual([
      'mất dòng?',
      'đã gọi điện',
      'chờ',
      undefined,
    ])
    expect(workbook.sheet(SHEET).format(lineOf(after.lines, 'A', 'r3').row, after.columns.get('ten')!).fill).toBe('#FFFF00')
    const kept = lineOf(after.lines, 'A', 'r1')
    expect(workbook.sheet(SHEET).format(kept.row, after.columns.get('ten')!)).toMatchObject({ italic: true, color: '#808080' })
    expect(sheet.cells.get(address(kept.row, after.columns.get('von')!))).toBeUndefined()
    const dangerous = sheet.cells.get(address(lineOf(after.lines, 'A', 'r0').row, after.columns.get('ten')!))
    expect([dangerous?.value, dangerous?.formula]).toEqual(['=1+1', undefined])
    expect([...sheet.cells.values()].filter(({ value }) => value === 'dòng riêng')).toHaveLength(1)
    expect(workbook.sheet('Sheet1').value(0, 0)).toBe('sổ tay')
    // The total adds every row that counts and no other.
    const total = sheet.cells.get(address(after.foot!.row, after.columns.get('von')!))!.formula!
    const rows = [...total.matchAll(/[A-Z]+\d+:[A-Z]+\d+/g)].flatMap(([range]) => {
      const { from, to } = parseRange(range)!
      return Array.from({ length: to.row - from.row + 1 }, (_, at) => from.row + at)
    })
    expect(rows.sort((a, b) => a - b)).toEqual(after.lines.filter(({ submission }) => submission !== '').map(({ row: at }) => at))
  })
})

test('in a workbook that counts from 1904 the days stay the days', async () => {
  const excel = open('1.9', true)
  await pull(excel, [A1])
  expect(await refresh(excel, [A1])).toEqual([])
  await refresh(excel, [A1, B1])
  const { sheet, pulled } = await readAgain(excel)
  const days = pulled.lines
    .filter(({ kind }) => kind === 'row')
    .map(({ row: at }) => sheet.cells.get(address(at, pulled.columns.get('ngay')!))?.value)
  expect(new Set(days)).toEqual(new Set([45717 - 1462]))
})

test('a sheet whose rows were moved meanwhile is left as it is', async () => {
  const excel = open()
  await pull(excel, [A1, B1])
  const { revision } = await plan(excel, [A2, B1])
  excel.workbook.insertRows(SHEET, 5, 1)
  const before = look(excel)
  expect(await refusal(excel.host.revise(SHEET, revision))).toBe('sheet-moved')
  expect(look(excel)).toEqual(before)
})

test('half a refresh is whole when it is done again', async () => {
  const excel = open()
  await pull(excel, [A1, B1])
  const { revision } = await plan(excel, [A2, C1])
  excel.wire.faults.fail = { member: 'delete', code: 'GeneralException' }
  expect(await refusal(excel.host.revise(SHEET, revision))).toBe('unknown')
  await refresh(excel, [A2, C1])
  const fresh = open()
  await pull(fresh, [A2, C1])
  expect(look(excel)).toEqual(look(fresh))
})

test('a few cells are read in one request', async () => {
  const excel = open()
  await pull(excel, [A1])
  const { pulled } = await readAgain(excel)
  const before = excel.wire.exchanges.length
  const cells = await excel.host.cells(SHEET, [
    `A${pulled.keysAt + 1}:AF${pulled.keysAt + 1}`,
    `A${pulled.lines[1]!.row + 1}:AF${pulled.lines[1]!.row + 1}`,
  ])
  expect(excel.wire.exchanges.length - before).toBeLessThanOrEqual(2)
  const found = readPulled({ name: SHEET, visibility: 'visible', cells, merges: [], hiddenRows: new Set() })!
  expect(found.lines).toEqual([pulled.lines[1]])
})

test('many rows go out and come in requests that Excel takes', { timeout: 120_000 }, async () => {
  const excel = open()
  const many = (agency: string, submission: number, count: number): SampleAgency => ({
    ...{ agency, submission },
    rows: Array.from({ length: count }, (_, index) => row(`r${index}`, index, 'Xây dựng nền tảng dùng chung của tỉnh. '.repeat(10))),
  })
  const heard: number[] = []
  await excel.host.draw(await pulledWorkbook(sampleFacts([many('A', 1, 1500), B1])), (done, of) => heard.push(done / of))
  expect(heard.length).toBeGreaterThan(2)
  await refresh(excel, [many('A', 2, 1500), many('B', 2, 1000)])
  const { pulled } = await readAgain(excel)
  expect(pulled.lines).toHaveLength(2502)
  expect(Math.max(...excel.wire.exchanges.flatMap(({ bytesIn, bytesOut }) => [bytesIn, bytesOut]))).toBeLessThan(5_000_000)
})
