// What a sheet says besides its cells is read where somebody asks for it, wherever a program
// writes it; and however much there is, no more is kept than there is room for.
import { expect, it } from 'vitest'
import { relation, relationshipsXml, sheetXml, stylesXml, workbookFile } from '../testing/workbook-file.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { readWorkbook } from './read.ts'

const SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const DATA = '<row r="1"><c r="A1" t="inlineStr"><is><t>Tình trạng</t></is></c></row>'
const LATER = `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1>
  <xm:f>'Danh mục'!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9 D2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`

const asideOf = async (file: Uint8Array, budget = new ReadBudget(READ_LIMITS)) => (await readWorkbook(file, budget, true)).sheets[0]?.aside
const withRules = (rules: string, after = '') => {
  const whole = sheetXml(DATA)
  return workbookFile({
    sheets: { Biểu: whole.replace('</worksheet>', `<dataValidations>${rules}</dataValidations>${after}</worksheet>`) },
    // What is written again and again would be taken for a bomb.
    entry: () => ({ deflated: false }),
  })
}

it('rules of typing are read as older and as newer programs write them', async () => {
  const rule =
    '<dataValidation type="whole" operator="greaterThan" promptTitle="Số" prompt="Số nguyên" sqref="C2"><formula1>0</formula1></dataValidation>'
  const aside = await asideOf(
    withRules(`${rule}<dataValidation type="custom" sqref="E2"><formula1>A1&gt;1</formula1></dataValidation>`, LATER),
  )
  const cell = (row: number, column: number) => ({ row, column })
  expect(aside?.validations).toEqual([
    {
      kind: 'whole',
      operator: 'greaterThan',
      prompt: 'Số: Số nguyên',
      first: '0',
      second: '',
      ranges: [{ from: cell(1, 2), to: cell(1, 2) }],
    },
    {
      ...{ kind: 'list', operator: 'between', prompt: '', first: "'Danh mục'!$A$1:$A$3", second: '' },
      ranges: [
        { from: cell(1, 1), to: cell(8, 1) },
        { from: cell(1, 3), to: cell(1, 3) },
      ],
    },
  ])
})

it('formats of blank cells, hidden columns and notes are read', async () => {
  const sheet = sheetXml(`${DATA}<row r="2"><c r="A2" s="1"/><c r="B2" s="1"><v>1</v></c></row>`)
  const notes = `<comments ${SPREADSHEET}><authors><author>An</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>An:
</t></r><r><t>Chọn trong danh mục</t></r></text></comment></commentList></comments>`
  const aside = await asideOf(
    workbookFile({
      sheets: { Biểu: sheet.replace('<sheetData>', '<cols><col min="3" max="4" hidden="1"/></cols><sheetData>') },
      styles: stylesXml('', '<xf numFmtId="0"/><xf numFmtId="9"/>'),
      parts: {
        'xl/comments1.xml': notes,
        'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml([relation('rId1', 'comments', '../comments1.xml')]),
      },
    }),
  )
  expect([...(aside?.formats ?? [])]).toEqual([['A2', '0%']])
  expect([...(aside?.hiddenColumns ?? [])]).toEqual([2, 3])
  expect([...(aside?.notes ?? [])]).toEqual([['A1', 'Chọn trong danh mục']])
})

it('of a hundred thousand rules, and of rules as long as books, no more is kept than there is room for', async () => {
  const many = '<dataValidation type="list" sqref="A1"><formula1>"Có,Không"</formula1></dataValidation>'.repeat(100_000)
  const long = `<dataValidation type="list" sqref="A1"><formula1>"${'x'.repeat(8_000)}"</formula1></dataValidation>`.repeat(1_500)
  for (const rules of [many, long]) {
    const aside = await asideOf(withRules(rules))
    const kept = aside?.validations ?? []
    expect(aside?.more).toBe(true)
    expect(kept.length).toBeLessThanOrEqual(READ_LIMITS.aside)
    expect(kept.reduce((sum, { first }) => sum + first.length, 0)).toBeLessThanOrEqual(READ_LIMITS.asideText)
  }
})

it('reading a part twice is paid for twice', async () => {
  const budget = new ReadBudget({ ...READ_LIMITS, producedBytes: 1_500_000 })
  const file = withRules('<dataValidation type="list" sqref="A1"><formula1>"Có,Không"</formula1></dataValidation>'.repeat(10_000))
  await expect(asideOf(file, budget)).rejects.toMatchObject({ code: 'zip-bomb' })
  expect((await readWorkbook(file)).sheets[0]?.aside).toBeUndefined()
})
