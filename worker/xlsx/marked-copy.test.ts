// Somebody's workbook with findings shown in it: everything of hers is still
// there, every mark is at its cell, and a second report replaces the first.
import { expect, test } from 'vitest'
import type { Finding } from '../../shared/finding.ts'
import { findingReport } from '../../shared/sheet/finding-report.ts'
import { layout } from '../../shared/sheet/layout.ts'
import { sampleObligation, samplePlan, sampleRegister, sampleTemplate } from '../../shared/sheet/sample.ts'
import type { SheetLayout } from '../../shared/sheet/sheet-layout.ts'
import { canResave, resaved } from '../testing/resaved.ts'
import { partText } from './inflate.ts'
import { READ_LIMITS } from './limits.ts'
import { markedCopy } from './marked-copy.ts'
import { readWorkbook } from './read.ts'
import { writeWorkbook } from './write.ts'
import { zipDirectory } from './zip-directory.ts'

const drawn = layout(
  sampleTemplate(),
  { header: {}, rows: [] },
  { obligation: sampleObligation, register: sampleRegister, plan: samplePlan, agencyName: 'Sở A', provinceName: 'tỉnh Khánh Hòa' },
)
const SHEET = drawn.sheets[0]!.name
const own: SheetLayout = {
  ...drawn.sheets[2]!,
  ...{
    name: 'Của tôi & "riêng"',
    visibility: 'visible',
    cells: [
      { at: 'A1', value: '=không phải công thức' },
      { at: 'A2', value: 0.1 },
    ],
  },
}
const theirs = writeWorkbook({ ...drawn, sheets: [...drawn.sheets, own] })

const finding = (
  code: Finding['code'],
  severity: Finding['severity'],
  cell: string | undefined,
  change: Partial<Finding> = {},
): Finding => ({
  ...{ id: `${code}${cell}`, code, severity, label: { vi: 'Kế hoạch <vốn>', en: 'Plan' }, params: {}, fixes: [] },
  place: { sheet: SHEET, ...(cell === undefined ? {} : { cell }) },
  ...change,
})
const findings = [
  finding('required', 'error', 'H16'),
  finding('not-a-number', 'error', 'I17', { actual: '=1+1 & "hai"', fixes: [{ field: 'gn', value: 2, shown: '2' }] }),
  finding('number-as-text', 'info', 'I17', { actual: '12', expected: '12' }),
  finding('too-many-places', 'warning', 'X300', { params: { places: 2 } }),
  finding('no-rows', 'error', undefined),
]

const parts = async (bytes: Uint8Array) => {
  const entries = zipDirectory(bytes, READ_LIMITS)
  return { paths: [...entries.keys()], text: async (path: string) => partText(entries.get(path)!) }
}

const copyOf = (bytes: Uint8Array, found: readonly Finding[] = findings, lang: 'vi' | 'en' = 'vi') =>
  markedCopy(bytes, SHEET, findingReport(SHEET, found, lang))

test('every cell, name and sheet of hers is still there; one sheet is added', async () => {
  const before = await readWorkbook(await theirs)
  const after = await readWorkbook(await copyOf(await theirs))
  expect(after.sheets.slice(0, -1)).toEqual(before.sheets)
  expect(after.names).toEqual(before.names)
  expect(after.sheets.at(-1)?.name).toBe('Lỗi cần sửa')
})

test('lists each finding with its sentence, its suggestion and a link to its cell', async () => {
  const bytes = await copyOf(await theirs)
  const cells = (await readWorkbook(bytes)).sheets.at(-1)!.cells
  expect(cells.get('C6')?.value).toBe('I17')
  expect(cells.get('B6')?.value).toBe('Lỗi')
  expect(cells.get('E6')?.value).toMatch(/=1\+1 & "hai"/)
  expect(cells.get('F6')?.value).toBe('2')
  expect(cells.get('E9')?.value).toMatch(/chưa có dòng nào/)
  const { text } = await parts(bytes)
  const xml = await text('xl/worksheets/findings.xml')
  expect(xml.match(/<hyperlink /g)).toHaveLength(4)
  expect(xml).toContain(`location="'${SHEET}'!I17"`)
})

test('marks the gravest finding of each cell, and says all of them in a note', async () => {
  const { text } = await parts(await copyOf(await theirs))
  const sheet = await text('xl/worksheets/sheet1.xml')
  expect(sheet).toMatch(/<conditionalFormatting sqref="H16 I17"><cfRule type="expression" dxfId="\d+" priority="1">/)
  expect(sheet).toMatch(/<conditionalFormatting sqref="X300"><cfRule type="expression" dxfId="\d+" priority="2">/)
  const notes = await text('xl/findings-notes.xml')
  expect([...notes.matchAll(/<comment ref="(\w+)"/g)].map(([, cell]) => cell)).toEqual(['H16', 'I17', 'X300'])
  expect(notes.match(/I17.*?<\/comment>/s)?.[0].split('\n')).toHaveLength(2)
})

test('a second report replaces the first, also where it is in the other language', async () => {
  const once = await copyOf(await theirs)
  const twice = await copyOf(once, [finding('required', 'error', 'H17')], 'en')
  const { paths, text } = await parts(twice)
  expect(paths.sort()).toEqual((await parts(once)).paths.sort())
  const sheet = await text('xl/worksheets/sheet1.xml')
  expect(sheet.match(/phu-luc-so/g)).toHaveLength(1)
  expect(sheet.match(/<legacyDrawing/g)).toHaveLength(1)
  expect(await text('xl/findings-notes.xml')).not.toContain('I17')
  const grid = await readWorkbook(twice)
  expect(grid.sheets).toHaveLength(5)
  expect(grid.sheets.at(-1)?.cells.get('C5')?.value).toBe('H17')
})

test('without findings the marks of the report before go', async () => {
  const { text } = await parts(await copyOf(await copyOf(await theirs), []))
  expect(await text('xl/worksheets/sheet1.xml')).not.toContain('phu-luc-so')
  expect(await text('xl/findings-notes.xml')).not.toContain('<comment ')
})

test.skipIf(!canResave)(
  'LibreOffice opens it and keeps it; what LibreOffice saved is marked as well',
  async () => {
    const [saved] = resaved([await theirs])
    const [again, fromSaved] = resaved([await copyOf(await theirs), await copyOf(saved!)])
    const before = await readWorkbook(await theirs)
    for (const bytes of [again!, fromSaved!]) {
      const grid = await readWorkbook(bytes)
      expect(grid.sheets.map(({ name }) => name)).toEqual([...before.sheets.map(({ name }) => name), 'Lỗi cần sửa'])
      const values = (name: string, one: typeof grid) =>
        new Map([...one.sheets.find((sheet) => sheet.name === name)!.cells].map(([at, { value }]) => [at, value]))
      expect(values(own.name, grid)).toEqual(values(own.name, before))
      expect(values('Lỗi cần sửa', grid).get('C6')).toBe('I17')
      const { paths, text } = await parts(bytes)
      expect(await text('xl/worksheets/sheet1.xml')).toContain('phu-luc-so')
      const notes = paths.find((path) => /comments\d*\.xml$/.test(path))!
      expect(await text(notes)).toContain('Kế hoạch &lt;vốn&gt;')
    }
  },
  300_000,
)
