// A template written as a workbook and read back is the same template: those of the plan
// as workbooks and as JSON, and templates of any shape. What is mistyped is told with its cell.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { gridOf, put } from '../../shared/sheet/sample-grid.ts'
import { readTemplateSheets } from '../../shared/template-workbook/read-template-sheets.ts'
import { readTemplateFile } from '../../shared/template-workbook/template-file.ts'
import { templateWorkbook } from '../../shared/template-workbook/template-sheets.ts'
import { anyTemplate } from '../../shared/testing/any-template.ts'
import { sheetRefusalSentence } from '../../shared/text/template-workbook-refusal.ts'
import { readWorkbook } from './read.ts'
import { writeWorkbook } from './write.ts'

const { plan, templates } = khanhHoa2025

test.each(templates.map((template) => [template.code, template] as const))(
  '%s comes back from its workbook as it was',
  async (_, template) => {
    const grid = await readWorkbook(await writeWorkbook(templateWorkbook(template, plan.lists)))
    const read = readTemplateSheets(grid)
    expect(read.refusals.map(sheetRefusalSentence)).toEqual([])
    expect(read.template).toEqual(template)
    for (const list of read.lists) expect(list).toEqual(plan.lists.find(({ id }) => id === list.id))
  },
)

test.each(templates.map((template) => [template.code, template] as const))('%s comes back from its JSON file as it was', (_, template) => {
  const read = readTemplateFile(JSON.stringify({ template, lists: plan.lists }))
  expect(read).toEqual({ template, lists: plan.lists, refusals: [] })
})

test('the lists that a template names come with it', () => {
  const named = templates.map((template) => readTemplateSheets(gridOf(templateWorkbook(template, plan.lists))).lists.length)
  expect(named.some((count) => count > 0)).toBe(true)
})

test('a template of any shape comes back as it was', () => {
  fc.assert(
    fc.property(anyTemplate, (template) => {
      const read = readTemplateSheets(gridOf(templateWorkbook(template, [])))
      expect(read.refusals).toEqual([])
      expect(read.template).toEqual(template)
    }),
    { seed: 2044, numRuns: 60 },
  )
})

const thang = gridOf(templateWorkbook(templates.find(({ code }) => code === 'THANG')!, plan.lists))
const cellUnder = (sheet: string, heading: string, row: number): string => {
  const { cells } = thang.sheets.find(({ name }) => name === sheet)!
  const [at] = [...cells].find(([address, { value }]) => address.endsWith('2') && String(value).endsWith(`· ${heading}`))!
  return at.replace(/\d+$/, String(row))
}

test.each([
  ['fields', 'type', 'chu', 'not-one-of'],
  ['fields', 'key', 'Tên cột', 'malformed'],
  ['fields', 'width', 'rộng', 'not-a-number'],
  ['fields', 'required', 'có thể', 'not-yes-no'],
  ['fields', 'table', 'khac', 'table-unknown'],
  ['fields', 'decimal places', '2', 'does-not-apply'],
  ['rules', 'severity', 'nặng', 'not-one-of'],
  ['tables', 'most rows', 'nhiều', 'not-a-number'],
])('in %s, a wrong %s is told with its cell', (sheet, heading, value, code) => {
  const cell = cellUnder(sheet, heading, 3)
  const { template, refusals } = readTemplateSheets(put(thang, sheet, cell, { value }))
  expect(template).toBeNull()
  expect(refusals).toContainEqual(expect.objectContaining({ sheet, cell, code }))
  const said = sheetRefusalSentence(refusals.find((one) => one.cell === cell)!)
  expect(said.vi).toContain(`Trang ${sheet}, ô ${cell}:`)
  expect(said.en).toContain(`Sheet ${sheet}, cell ${cell}:`)
})

test('a setting that is gone is named', () => {
  const { cells } = thang.sheets.find(({ name }) => name === 'settings')!
  const at = [...cells].find(([, { value }]) => value === 'Ngày đến hạn · due day')![0]
  const without = put(put(thang, 'settings', at, null), 'settings', at.replace('A', 'B'), null)
  const { refusals } = readTemplateSheets(without)
  expect(refusals.map(sheetRefusalSentence).map(({ en }) => en)).toEqual([
    'Sheet settings: “Ngày đến hạn · due day” is missing. Fill it in.',
  ])
})
