// The consolidated workbook as a file: what it holds, what LibreOffice makes of it,
// and that it stays right when a table needs more than one sheet.
import { beforeAll, describe, expect, test } from 'vitest'
import { columnLetter } from '../../shared/a1.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { FIRST_COLUMN } from '../../shared/sheet/geometry.ts'
import type { Grid, GridSheet } from '../../shared/sheet/grid.ts'
import { findPulled, readPulled } from '../../shared/sheet/pulled-reading.ts'
import { samplePlan, sampleRegister, sampleTemplate } from '../../shared/sheet/sample.ts'
import type { SourceRow } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import { type Consolidated, consolidatedBytes, DANGEROUS, type FiledAgency, sampleRows } from '../testing/consolidation-sample.ts'
import { canResave, resaved } from '../testing/resaved.ts'
import { readWorkbook } from './read.ts'

const { plan, register, templates } = khanhHoa2025
const names = { plan, register }
const [pl2, quy] = ['PL2', 'QUY'].map((wanted) => templates.find(({ code }) => code === wanted)!) as [Template, Template]
const sample = { template: sampleTemplate(), names: { plan: samplePlan, register: sampleRegister } }

/** So many rows for the first agencies of the register. */
const agenciesWith = (template: Template, counts: readonly number[], known = names): FiledAgency[] =>
  counts.map((count, index) => ({
    code: `A${index + 1}`,
    name: register.agencies[index]!.name,
    rows: Object.fromEntries(template.tables.map((table) => [table.key, sampleRows(table, count, known.plan, index + 1)])),
  }))

const gridOf = async (made: Consolidated): Promise<Grid> => readWorkbook(await consolidatedBytes(made))

const sheetOf = (grid: Grid, name: string): GridSheet => {
  const sheet = grid.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`no sheet ${name} among ${grid.sheets.map((one) => one.name)}`)
  return sheet
}

/** Rows of cells by column letter, from the first row on. */
function rowsOf({ cells }: GridSheet): Map<string, unknown>[] {
  const rows: Map<string, unknown>[] = []
  for (const [at, { value }] of cells) {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(at)!
    rows[Number(row) - 1] ??= new Map()
    rows[Number(row) - 1]!.set(letters!, value)
  }
  return Array.from(rows, (row) => row ?? new Map())
}

const dataSheets = (grid: Grid) => grid.sheets.filter(({ name }) => name.startsWith('Tổng hợp'))
/** Rows of data, wherever they stand: they alone have a row id. */
function dataRows(grid: Grid): Map<string, unknown>[] {
  return dataSheets(grid).flatMap((sheet) => {
    const rows = rowsOf(sheet)
    const keys = rows.find((row) => [...row.values()].includes('_row'))!
    const column = [...keys].find(([, value]) => value === '_row')![0]
    return rows.filter((row) => row.has(column) && row !== keys).map((row) => new Map([...row].map(([letter, value]) => [letter, value])))
  })
}

const agencyLines = (grid: Grid) =>
  dataSheets(grid).flatMap((sheet) =>
    rowsOf(sheet).flatMap((row) => (/^[IVXLC]+\. /.test(String(row.get('B'))) ? [String(row.get('B'))] : [])),
  )

const money = (rows: readonly SourceRow[], key: string) =>
  Number((rows.reduce((sum, { values }) => sum + BigInt(typeof values[key] === 'number' ? values[key] : 0), 0n) / 1000n).toString()) / 1000

test('agencies stand in the order given under Roman numerals, rows are numbered anew, and those with nothing say so', async () => {
  const [a, b, c] = agenciesWith(sample.template, [3, 0, 2], sample.names) as [FiledAgency, FiledAgency, FiledAgency]
  const none = { ...b, code: 'N', name: 'Sở Nội vụ', declaration: { kind: 'nothing-to-report' as const } }
  const other = { ...b, declaration: { kind: 'not-applicable' as const, reason: 'Không có dự án' } }
  const grid = await gridOf({ ...sample, agencies: [a, none, other, c], missing: ['X'] })
  expect(agencyLines(grid)).toEqual([`I. ${a.name}`, 'II. Sở Nội vụ (không phát sinh)', `III. ${c.name}`])
  expect(dataRows(grid).map((row) => row.get('B'))).toEqual(['1', '2', '3', '1', '2'])
  const cells = [...sheetOf(grid, 'Tình hình nộp').cells.values()].map(({ value }) => value)
  for (const text of ['Không phát sinh', 'Không áp dụng', 'Không có dự án', 'Chưa nộp', 'Cơ quan X']) expect(cells).toContain(text)
  expect(
    rowsOf(sheetOf(grid, 'Tình hình nộp'))
      .filter((row) => row.get('B') === 'Phải nộp')[0]!
      .get('C'),
  ).toBe(5)
})

test('groups have the Roman numerals and subtotals where one wants it so; agencies are numbered within', async () => {
  const agencies = agenciesWith(pl2, [3, 2, 4, 0, 5])
  const made = { template: pl2, names, agencies, groupSizes: [2, 2, 1] }
  const grid = await gridOf(made)
  const lines = rowsOf(sheetOf(grid, 'Tổng hợp')).filter((row) => /^[IVX]+\.(\d+\.)? /.test(String(row.get('B'))))
  const [a, b, c, , e] = agencies.map(({ name }) => name)
  expect(lines.map((row) => row.get('B'))).toEqual([
    ...['I. Nhóm 1', `I.1. ${a}`, `I.2. ${b}`, 'II. Nhóm 2', `II.1. ${c}`, 'III. Nhóm 3', `III.1. ${e}`],
  ])
  const column = columnLetter(FIRST_COLUMN + pl2.tables[0]!.fields.findIndex(({ key }) => key === 'nc_dtc'))
  const sums = new Map(lines.map((row) => [String(row.get('B')), row.get(column)]))
  const summed = (...of: FiledAgency[]) =>
    money(
      of.flatMap(({ rows }) => rows.main!),
      'nc_dtc',
    )
  expect(sums.get('I. Nhóm 1')).toBe(summed(agencies[0]!, agencies[1]!))
  expect(sums.get('II. Nhóm 2')).toBe(summed(agencies[2]!))
  expect(sums.get(`I.2. ${b}`)).toBe(summed(agencies[1]!))
  const numbered = await gridOf({ ...sample, agencies: agenciesWith(sample.template, [3, 2], sample.names), groupSizes: [2] })
  expect(dataRows(numbered).map((row) => row.get('B'))).toEqual(['1', '2', '3', '1', '2'])
  for (const sheetRows of [30, 31, 32, 33]) {
    const split = await gridOf({ ...made, sheetRows })
    for (const sheet of dataSheets(split)) expect(rowsOf(sheet).length).toBeLessThanOrEqual(sheetRows)
    expect(dataRows(split)).toEqual(dataRows(grid))
  }
})

test('each row says in hidden columns which agency, submission, row and cell it comes from', async () => {
  const grid = await gridOf({ template: pl2, names, agencies: agenciesWith(pl2, [2, 1]) })
  expect(dataRows(grid).map((row) => [...row.values()].slice(-6))).toEqual([
    ['A1', 1, 'KH25-000001', 's-A1', 'nmain-0', 'B12'],
    ['A1', 1, 'KH25-000001', 's-A1', 'nmain-1', 'B13'],
    ['A2', 1, 'KH25-000002', 's-A2', 'nmain-0', 'B12'],
  ])
})

test('opened in Excel the file is known by its marks, as what is pulled there, and its lines are found', async () => {
  const grid = await gridOf({ template: pl2, names, agencies: agenciesWith(pl2, [2, 1]) })
  expect(findPulled(grid)).toMatchObject([
    { sheet: 'Tổng hợp', mark: { template: 'PL2', period: '2025-03', table: 'main', agencies: null } },
  ])
  const pulled = readPulled(sheetOf(grid, 'Tổng hợp'))!
  expect(pulled.lines.map(({ agency, rowId, receipt, sequence }) => [agency, rowId, receipt, sequence])).toEqual([
    ['A1', '', 'KH25-000001', 1],
    ['A1', 'nmain-0', 'KH25-000001', 1],
    ['A1', 'nmain-1', 'KH25-000001', 1],
    ['A2', '', 'KH25-000002', 1],
    ['A2', 'nmain-0', 'KH25-000002', 1],
  ])
  expect(pulled.foot?.kind).toBe('total')
  // Subtotals of groups are not kept up to date in place: such a sheet says that it has them.
  const grouped = await gridOf({ template: pl2, names, agencies: agenciesWith(pl2, [2, 1]), groupSizes: [1, 1] })
  expect([pulled.mark.grouped, findPulled(grouped)[0]?.mark.grouped]).toEqual([false, true])
})

test('a period in which nobody has submitted gives a workbook that says so', async () => {
  const grid = await gridOf({ template: pl2, names, agencies: [], missing: ['X', 'Y'] })
  expect([...sheetOf(grid, 'Tổng hợp').cells.values()].map(({ value }) => value)).toContain('Chưa có đơn vị nào nộp số liệu.')
  expect(dataRows(grid)).toEqual([])
})

test('the control totals of the plan are compared, the other half coming from the other appendix', async () => {
  const row = (id: string, nc_dtc: number): SourceRow => ({ id, carried: false, cell: null, values: { ten: id, nc_dtc } })
  const agencies = [
    { code: 'A', name: 'Sở A', rows: { main: [row('x', 200_000_000_000), row('y', 22_799_000_001)] } },
    { code: 'B', name: 'Sở B', rows: { main: [row('z', 99_999_999_999)] } },
  ]
  const label = { vi: 'PL3: Tổng số', en: 'PL3: Total' }
  const otherControls = [{ template: 'PL3', field: 'nc_tx', label, planned: 154_531_000_000, filed: 154_530_500_000 }]
  const grid = await gridOf({ template: pl2, names, agencies, otherControls })
  const lines = rowsOf(sheetOf(grid, 'Đối chiếu')).filter((line) => line.has('E') && line.get('A') !== 'TT')
  expect(lines.map((line) => ['C', 'D', 'E', 'F'].map((letter) => line.get(letter)))).toEqual([
    [322_799, 322_799, 0, 'Khớp'],
    [154_531, 154_530.5, -0.5, 'Thấp hơn Kế hoạch'],
    [477_330, 477_329.5, -0.5, 'Thấp hơn Kế hoạch'],
  ])
})

test('one agency with more than the whole province is named', async () => {
  const values = { ten: 'x', nc_dtc: 400_000_000_000 }
  const agencies = [{ code: 'A', name: 'Sở A', rows: { main: [{ id: 'x', carried: false, cell: null, values }] } }]
  const cells = [...sheetOf(await gridOf({ template: pl2, names, agencies }), 'Đối chiếu').cells.values()].map(({ value }) => value)
  expect(cells).toContain('Sở A – PL2: Nhu cầu vốn năm 2025 – NSĐP – Đầu tư công')
  expect(cells).toContain('Vượt Kế hoạch')
})

test('names that two agencies filed are listed with their rows, however they are spelled; given rows are not', async () => {
  const row = (ten: string, carried = false): SourceRow => ({ id: ten, carried, cell: null, values: { ten } })
  const agencies = [
    { code: 'A', name: 'Sở A', rows: { main: [row('Trung tâm dữ liệu Khánh Hòa'), row('Chỉ ở A'), row('Chung', true)] } },
    {
      code: 'B',
      name: 'Sở B',
      rows: { main: [row('TRUNG TÂM  dữ liệu Khánh Hoà'), row('Chung', true), row('Trung tâm dữ liệu Khánh Hoa')] },
    },
  ]
  const grid = await gridOf({ template: pl2, names, agencies })
  const all = rowsOf(sheetOf(grid, 'Đối chiếu')).filter((line) => line.get('D') === 'Tổng hợp')
  const isNear = (line: (typeof all)[number]) => String(line.get('B')).endsWith('(giống 80%)')
  const listed = all.filter((line) => !isNear(line))
  expect(listed.map((line) => line.get('C'))).toEqual(['Sở A', 'Sở B'])
  // Another word is another name, but near enough to be shown as such.
  expect(all.filter(isNear).map((line) => line.get('C'))).toEqual(['Sở A', 'Sở B'])
  const data = rowsOf(sheetOf(grid, 'Tổng hợp'))
  expect(listed.map((line) => data[Number(line.get('E')) - 1]!.get('D'))).toEqual([
    'Trung tâm dữ liệu Khánh Hòa',
    'TRUNG TÂM  dữ liệu Khánh Hoà',
  ])
})

test('where too many names would have to be kept, the sheet says how far it compared', async () => {
  const grid = await gridOf({ template: pl2, names, agencies: agenciesWith(pl2, [8, 8]), mostNames: 10 })
  expect(
    [...sheetOf(grid, 'Đối chiếu').cells.values()]
      .map(({ value }) => String(value))
      .some((text) => text.includes('Chỉ so sánh 10 dòng đầu.')),
  ).toBe(true)
})

test('the same consolidation gives the same bytes', async () => {
  const made = { template: pl2, names, agencies: agenciesWith(pl2, [30, 40]) }
  expect(await consolidatedBytes(made)).toEqual(await consolidatedBytes(made))
})

test('a table larger than a sheet goes on on further sheets: no row lost, doubled or out of order', async () => {
  const agencies = agenciesWith(pl2, [5, 1, 60, 2, 17, 33])
  const whole = await gridOf({ template: pl2, names, agencies })
  for (const sheetRows of [27, 28, 29, 40, 61]) {
    const split = await gridOf({ template: pl2, names, agencies, sheetRows })
    expect(dataSheets(split).length).toBeGreaterThan(2)
    for (const sheet of dataSheets(split)) expect(rowsOf(sheet).length).toBeLessThanOrEqual(sheetRows)
    expect(dataRows(split)).toEqual(dataRows(whole))
    expect(agencyLines(split).filter((line) => !line.endsWith('(tiếp theo)'))).toEqual(agencyLines(whole))
  }
})

describe.skipIf(!canResave)('LibreOffice', () => {
  const cases: [string, Consolidated][] = [
    ['on one sheet', { template: pl2, names, agencies: agenciesWith(pl2, [12, 0, 31, 4]) }],
    ['on several sheets', { template: pl2, names, agencies: agenciesWith(pl2, [12, 50, 31, 4]), sheetRows: 40 }],
    ['by groups', { template: pl2, names, agencies: agenciesWith(pl2, [12, 0, 31, 4]), groupSizes: [1, 1, 2] }],
    [
      'by groups on several sheets',
      { template: pl2, names, agencies: agenciesWith(pl2, [12, 50, 31, 4]), groupSizes: [3, 1], sheetRows: 40 },
    ],
    ['with rates', { ...sample, agencies: agenciesWith(sample.template, [9, 14], sample.names), groupSizes: [1, 1] }],
    ['with several tables', { template: quy, names, agencies: agenciesWith(quy, [4, 5]) }],
  ]

  const rows = DANGEROUS.map((ten, index): SourceRow => ({ id: `r${index}`, carried: false, cell: null, values: { ten, ghi_chu: ten } }))
  const dangerous: Consolidated = { template: pl2, names, agencies: [{ code: 'A', name: '=A1', rows: { main: rows } }] }
  const ours: Uint8Array[] = []
  /** All in one start of LibreOffice, the dangerous one last. */
  let theirs: readonly Uint8Array[] = []
  beforeAll(async () => {
    for (const made of [...cases.map(([, each]) => each), dangerous]) ours.push(await consolidatedBytes(made))
    theirs = resaved(ours, { recalculate: true })
  }, 120_000)

  test.each(cases.map(([name], at) => [name, at] as const))(
    'calculates the same totals as stand beside the formulas, %s',
    async (_, at) => {
      const [written, saved] = [await readWorkbook(ours[at]!), await readWorkbook(theirs[at]!)]
      expect(saved.sheets.map(({ name }) => name)).toEqual(written.sheets.map(({ name }) => name))
      let formulas = 0
      for (const sheet of written.sheets) {
        const other = sheetOf(saved, sheet.name)
        for (const [at, { value, formula }] of sheet.cells) {
          const found = other.cells.get(at)
          if (formula === undefined) {
            expect(found?.formula, `${sheet.name} ${at}`).toBeUndefined()
            if (value !== '') expect(found?.value, `${sheet.name} ${at}`).toBe(value)
            continue
          }
          formulas++
          if (typeof value === 'number') expect(found?.value, `${sheet.name} ${at} ${formula}`).toBeCloseTo(value, 6)
          else expect(found?.value ?? '', `${sheet.name} ${at} ${formula}`).toBe(value)
        }
      }
      expect(formulas).toBeGreaterThan(0)
    },
  )

  test('takes no text for a formula', async () => {
    const saved = await readWorkbook(theirs.at(-1)!)
    expect(dataRows(saved).map((row) => row.get('D'))).toEqual(DANGEROUS)
    const formulas = [...sheetOf(saved, 'Tổng hợp').cells.values()].flatMap(({ formula }) => formula ?? [])
    expect(formulas.every((formula) => /^=SUBTOTAL\(/.test(formula))).toBe(true)
  })
})

test('sums equal those that are worked out in whole numbers', async () => {
  const agencies = agenciesWith(pl2, [40, 3, 71])
  const grid = await gridOf({ template: pl2, names, agencies, sheetRows: 60 })
  const last = rowsOf(dataSheets(grid).at(-1)!)
  const total = last.find((row) => row.get('B') === 'Tổng cộng')!
  const lines = dataSheets(grid).flatMap((sheet) => rowsOf(sheet).filter((row) => /^[IVXLC]+\. (?!.*tiếp theo)/.test(String(row.get('B')))))
  const columns = pl2.tables[0]!.fields.flatMap(({ key, aggregation }, index) =>
    aggregation?.by === 'sum' ? [[columnLetter(FIRST_COLUMN + index), key] as const] : [],
  )
  expect(columns.length).toBeGreaterThan(5)
  for (const [letter, key] of columns) {
    expect(total.get(letter), key).toBe(
      money(
        agencies.flatMap(({ rows }) => rows.main!),
        key,
      ),
    )
    expect(
      lines.map((line) => line.get(letter)),
      key,
    ).toEqual(agencies.map(({ rows }) => money(rows.main!, key)))
  }
})
