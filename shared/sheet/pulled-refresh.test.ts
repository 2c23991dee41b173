import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { address, parseAddress } from '../a1.ts'
import { revised, type SampleAgency, type SampleRow, sampleFacts, sheetNamed, template } from '../testing/pulled-sample.ts'
import type { GridSheet } from './grid.ts'
import { readPulled } from './pulled-reading.ts'
import { planRefresh, refusesRefresh, type Told } from './pulled-refresh.ts'
import { pulledTable, pulledWorkbook } from './pulled-workbook.ts'
import { copySheet, gridOf, insertColumn, insertRow, put, renameSheet, reorderRows } from './sample-grid.ts'

const SHEET = 'Tổng hợp THU 2025-03'
const table = template.tables[0]!

const drawn = async (agencies: readonly SampleAgency[]) => gridOf(await pulledWorkbook(sampleFacts(agencies)))
const sheetOf = async (agencies: readonly SampleAgency[]): Promise<GridSheet> => sheetNamed(await drawn(agencies), SHEET)

async function refreshed(sheet: GridSheet, agencies: readonly SampleAgency[]): Promise<{ sheet: GridSheet; told: readonly Told[] }> {
  const { revision, told } = planRefresh(readPulled(sheet)!, sheet, await pulledTable(sampleFacts(agencies), table))
  return { sheet: revised(sheet, revision), told }
}

const short = (told: readonly Told[]) => told.map(({ kind, agency, rowId }) => `${kind} ${agency} ${rowId}`)

/** What stands at a field in the line of an agency's row. */
function at(sheet: GridSheet, agency: string, rowId: string, column: string | number) {
  const pulled = readPulled(sheet)!
  const line = pulled.lines.find((one) => one.agency === agency && one.rowId === rowId)!
  return sheet.cells.get(address(line.row, typeof column === 'number' ? column : pulled.columns.get(column)!))?.value
}

/** The sum that a SUBTOTAL formula gives over plain numbers: other formulas are left out. */
function subtotal(sheet: GridSheet, formula: string): number {
  let sum = 0
  for (const [, letters, from, to] of formula.matchAll(/([A-Z]+)(\d+):[A-Z]+(\d+)/g))
    for (let row = Number(from); row <= Number(to); row++) {
      const cell = sheet.cells.get(`${letters}${row}`)
      if (typeof cell?.value === 'number' && cell.formula === undefined) sum += cell.value
    }
  return sum
}

function totals(sheet: GridSheet): { all: number; agencies: Record<string, number> } {
  const { columns, foot, lines } = readPulled(sheet)!
  const column = columns.get('von')!
  const of = (row: number) => subtotal(sheet, sheet.cells.get(address(row, column))?.formula ?? '')
  const heads = lines.filter(({ kind, row }) => kind === 'agency' && sheet.cells.get(address(row, column))?.formula !== undefined)
  return { all: of(foot!.row), agencies: Object.fromEntries(heads.map(({ agency, row }) => [agency, of(row)])) }
}

const wantedTotals = (agencies: readonly SampleAgency[]) => {
  const sum = (rows: readonly SampleRow[]) => rows.reduce((all, { von }) => all + (von ?? 0), 0)
  const filed = agencies.filter(({ rows }) => rows.length > 0)
  return { all: sum(filed.flatMap(({ rows }) => rows)), agencies: Object.fromEntries(filed.map(({ agency, rows }) => [agency, sum(rows)])) }
}

const A1: SampleAgency = {
  agency: 'A',
  submission: 1,
  rows: [
    { id: 'r1', ten: 'một', von: 10 },
    { id: 'r2', ten: 'hai', von: 20 },
  ],
}
const B1: SampleAgency = { agency: 'B', submission: 1, rows: [{ id: 'r1', ten: 'ba', von: 5 }] }

test('what is drawn is found by its mark and read line by line, also renamed, moved and copied', async () => {
  const grid = copySheet(
    renameSheet(insertRow(insertColumn(await drawn([A1, B1]), SHEET, 0), SHEET, 0), SHEET, 'Của tôi'),
    'Của tôi',
    'Bản sao',
  )
  for (const name of ['Của tôi', 'Bản sao']) {
    const pulled = readPulled(sheetNamed(grid, name))!
    expect(pulled.mark).toMatchObject({ template: 'THU', version: 3, period: '2025-03', table: 'main', agencies: null })
    expect(pulled.lines.map(({ kind, agency, rowId, receipt }) => [kind, agency, rowId, receipt])).toEqual([
      ['agency', 'A', '', 'KH25-A1'],
      ['row', 'A', 'r1', 'KH25-A1'],
      ['row', 'A', 'r2', 'KH25-A1'],
      ['agency', 'B', '', 'KH25-B1'],
      ['row', 'B', 'r1', 'KH25-B1'],
    ])
    expect(pulled.foot?.kind).toBe('total')
  }
})

test('nothing to do where nothing was sent since', async () => {
  const sheet = await sheetOf([A1, B1])
  const { revision, told } = planRefresh(readPulled(sheet)!, sheet, await pulledTable(sampleFacts([A1, B1]), table))
  expect(told).toEqual([])
  expect([revision.before, revision.moves, revision.faded, revision.formulas]).toEqual([[], [], [], []])
  expect(revision.after).toHaveLength(1)
})

test('new, changed and vanished rows are told, with where they stand', async () => {
  const A2: SampleAgency = {
    agency: 'A',
    submission: 2,
    rows: [
      { id: 'r2', ten: 'hai', von: 25 },
      { id: 'r3', ten: 'mới', von: 1 },
    ],
  }
  const { sheet, told } = await refreshed(await sheetOf([A1, B1]), [A2, B1])
  expect(short(told)).toEqual(['changed A r2', 'new A r3', 'gone A r1'])
  const [changed, added, gone] = told
  expect(changed!.fields).toEqual(['von'])
  expect(sheet.cells.get(changed!.cell!)?.value).toBe(25)
  expect(sheet.cells.get(added!.cell!)?.value).toBe('mới')
  expect(gone!.cell).toBeNull()
  expect(totals(sheet)).toEqual(wantedTotals([A2, B1]))
})

test('what was typed over what an agency sent says again what was sent, and is told as that', async () => {
  const grid = await drawn([A1])
  const pulled = readPulled(sheetNamed(grid, SHEET))!
  const cell = address(pulled.lines[1]!.row, pulled.columns.get('von')!)
  const { sheet, told } = await refreshed(sheetNamed(put(grid, SHEET, cell, { value: 9999 }), SHEET), [A1])
  expect(short(told)).toEqual(['restored A r1'])
  expect(sheet.cells.get(cell)?.value).toBe(10)
})

test('a row that no report has any more is kept where somebody wrote beside it, counts for nothing, and comes back', async () => {
  const grid = await drawn([A1, B1])
  const pulled = readPulled(sheetNamed(grid, SHEET))!
  const own = Math.max(...pulled.columns.values()) + 1
  const noted = sheetNamed(put(grid, SHEET, address(pulled.lines[1]!.row, own), { value: 'hỏi lại' }), SHEET)
  const A2 = { ...A1, submission: 2, rows: A1.rows.slice(1) }
  const without = await refreshed(noted, [A2, B1])
  expect(short(without.told)).toEqual(['kept A r1'])
  expect(at(without.sheet, 'A', 'r1', own)).toBe('hỏi lại')
  expect(at(without.sheet, 'A', 'r1', 'von')).toBeUndefined()
  expect(totals(without.sheet)).toEqual(wantedTotals([A2, B1]))
  expect(short((await refreshed(without.sheet, [A2, B1])).told)).toEqual([])
  const back = await refreshed(without.sheet, [{ ...A1, submission: 3 }, B1])
  expect(short(back.told)).toEqual(['new A r1'])
  expect(at(back.sheet, 'A', 'r1', own)).toBe('hỏi lại')
  expect(totals(back.sheet)).toEqual(wantedTotals([A1, B1]))
})

test('a sheet as of a day says so above its rows, and is one after a refresh; a sheet of the moment says nothing of days', async () => {
  const facts = { ...sampleFacts([A1]), on: '2025-03-10' }
  const texts = (sheet: GridSheet) => [...sheet.cells.values()].flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  const dated = sheetNamed(gridOf(await pulledWorkbook(facts)), SHEET)
  expect(texts(dated).filter((text) => text.includes('hết ngày'))).toEqual(['(Số liệu tính đến hết ngày 10/03/2025)'])
  const later = { ...sampleFacts([A1, B1], '2025-04-01T00:00:00.000Z'), on: '2025-03-10' }
  const after = revised(dated, planRefresh(readPulled(dated)!, dated, await pulledTable(later, table)).revision)
  expect(readPulled(after)!.mark).toMatchObject({ on: '2025-03-10', madeAt: '2025-04-01T00:00:00.000Z' })
  expect(texts(await sheetOf([A1])).filter((text) => text.includes('hết ngày'))).toEqual([])
})

test('another version of the template, subtotals of groups, or a sheet without rows: it is drawn anew', async () => {
  const one = readPulled(await sheetOf([A1]))!
  const grouped = { ...one, mark: { ...one.mark, grouped: true } }
  expect(refusesRefresh(grouped, await pulledTable(sampleFacts([A1]), table))).toBe('grouped')
  const other = { ...sampleFacts([A1]), template: { ...template, version: 4 } }
  expect(refusesRefresh(readPulled(await sheetOf([A1]))!, await pulledTable(other, other.template.tables[0]!))).toBe('other-version')
  expect(refusesRefresh(readPulled(await sheetOf([]))!, await pulledTable(sampleFacts([A1]), table))).toBe('was-empty')
  expect(refusesRefresh(readPulled(await sheetOf([A1]))!, await pulledTable(sampleFacts([]), table))).toBeNull()
})

describe('whatever was sent before and is sent now', () => {
  const rows = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5'), ten: fc.constantFrom('a', 'b', '=1+1'), von: fc.option(fc.nat(99)) }),
    { selector: ({ id }) => id, maxLength: 5 },
  )
  /** As the register has them, each with rows or not at all. */
  const agencies = fc
    .tuple(
      ...['A', 'B', 'C', 'D'].map((agency) =>
        fc.option(fc.record({ agency: fc.constant(agency), submission: fc.integer({ min: 1, max: 9 }), rows })),
      ),
    )
    .map((all) => all.flatMap((one) => (one && one.rows.length > 0 ? [one] : [])))
    .filter((all) => all.length > 0)
  const keys = (sheet: GridSheet) => readPulled(sheet)!.lines.map(({ agency, rowId }) => `${agency} ${rowId}`)
  /** Of our columns, as they were drawn. */
  const ours = (sheet: GridSheet) => {
    const pulled = readPulled(sheet)!
    const byColumn = new Map([...pulled.columns].map(([name, column]) => [column, name]))
    return Object.fromEntries(
      [...sheet.cells].flatMap(([cell, { value, formula }]) => {
        const spot = parseAddress(cell)!
        const name = byColumn.get(spot.column)
        return name && spot.row > pulled.keysAt ? [[`${spot.row} ${name}`, formula ?? (name.startsWith('_') ? String(value) : value)]] : []
      }),
    )
  }

  test('a refreshed sheet is the sheet that would be drawn now', async () => {
    await fc.assert(
      fc.asyncProperty(agencies, agencies, async (before, now) => {
        // Rows that stay keep their order: only then a fresh sheet has the same.
        const kept = before.map((one) => ({ ...one, rows: one.rows.toSorted((a, b) => a.id.localeCompare(b.id)) }))
        const sent = now.map((one) => ({ ...one, rows: one.rows.toSorted((a, b) => a.id.localeCompare(b.id)) }))
        const { sheet } = await refreshed(await sheetOf(kept), sent)
        const fresh = await sheetOf(sent)
        expect(keys(sheet)).toEqual(keys(fresh))
        expect(ours(sheet)).toEqual(ours(fresh))
        expect((await refreshed(sheet, sent)).told).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('own columns stand beside their row, own rows stay, totals add what counts, however rows were sorted', async () => {
    await fc.assert(
      fc.asyncProperty(agencies, agencies, fc.nat(), fc.nat(12), fc.boolean(), async (before, now, seed, left, sort) => {
        let grid = await drawn(before)
        if (left > 0) grid = insertColumn(grid, SHEET, left + 1)
        let pulled = readPulled(sheetNamed(grid, SHEET))!
        const own = left > 0 ? left + 1 : Math.max(...pulled.columns.values()) + 1
        for (const { row, agency, rowId } of pulled.lines)
          if ((row + seed) % 2 === 0) grid = put(grid, SHEET, address(row, own), { value: `${agency} ${rowId}` })
        if (sort) {
          const data = pulled.lines.map(({ row }) => row)
          const order = data.toSorted((a, b) => ((a * 7919 + seed) % 11) - ((b * 7919 + seed) % 11))
          grid = reorderRows(grid, SHEET, data[0]!, order)
        }
        grid = insertRow(grid, SHEET, pulled.lines[1]!.row)
        grid = put(grid, SHEET, address(pulled.lines[1]!.row, own), { value: 'dòng riêng' })
        const before2 = sheetNamed(grid, SHEET)
        pulled = readPulled(before2)!
        const { sheet } = await refreshed(before2, now)
        const after = readPulled(sheet)!
        const notes = new Map(
          after.lines.map(({ row, agency, rowId }) => [`${agency} ${rowId}`, sheet.cells.get(address(row, own))?.value]),
        )
        for (const { row, agency, rowId } of pulled.lines) {
          const note = before2.cells.get(address(row, own))?.value
          if (note !== undefined) expect(notes.get(`${agency} ${rowId}`)).toBe(note)
        }
        expect([...sheet.cells.values()].filter(({ value }) => value === 'dòng riêng')).toHaveLength(1)
        expect(totals(sheet)).toEqual(wantedTotals(now))
        for (const { agency, rows: sent } of now) for (const { id, ten } of sent) expect(at(sheet, agency, id, 'ten')).toBe(ten)
        expect((await refreshed(sheet, now)).told).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
