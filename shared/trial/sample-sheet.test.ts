import { expect, test } from 'vitest'
import { checkTemplate } from '../check-template.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import type { Template } from '../template.ts'
import { blankTemplate } from '../template-edit/blank-template.ts'
import { sampleFindings } from './sample-form.ts'
import { sampleSheet } from './sample-sheet.ts'

const { templates, plan, register } = khanhHoa2025
const surroundings = { plan, register, templates: [...templates] }
const drawn = (template: Template) => sampleSheet(template, surroundings, checkTemplate(template, plan, surroundings))
const values = (template: Template) => drawn(template)?.sheet.cells.map(({ value }) => value)

test.each(templates.map((one) => [one.code, one] as const))('%s is drawn with its titles and an example', (_, template) => {
  const shown = values(template)
  for (const field of template.tables[0]!.fields) expect(shown).toContain(field.title.vi)
  const example = template.tables[0]!.fields.find(
    (field) => field.source === 'input' && field.type.kind === 'text' && field.example,
  )?.example
  if (example !== undefined) expect(shown).toContain(example)
})

test('a template with a formula that cannot be kept, or with blanks, is drawn all the same', () => {
  const blank = blankTemplate('MOI', { vi: 'Báo cáo mới', en: 'New report' })
  expect(values(blank)).toContain('Nội dung')
  const [table] = blank.tables
  const wrong: Template = {
    ...blank,
    tables: [{ ...table!, fields: table!.fields.map((field) => ({ ...field, source: 'computed' as const, formula: '=[@khong_co' })) }],
  }
  expect(values(wrong)).toContain('Nội dung')
})

test('what cannot be drawn is not drawn: columns of one key', () => {
  const blank = blankTemplate('MOI', { vi: 'Báo cáo mới', en: 'New report' })
  const [table] = blank.tables
  expect(drawn({ ...blank, tables: [{ ...table!, fields: [...table!.fields, table!.fields[1]!] }] })).toBeNull()
})

test('a blank template is refused for what the regime and the admin have still to say, and for nothing else', () => {
  const blank = blankTemplate('MOI', { vi: 'Báo cáo mới', en: 'New report' })
  const refusals = checkTemplate(blank, plan, surroundings)
  expect([...new Set(refusals.map(({ code }) => code))].toSorted()).toEqual(['blank', 'nobody-owes'])
})

test('in the sheet stands what the examples are read as', () => {
  const monthly = templates.find(({ code }) => code === 'THANG')!
  // 1.250 triệu đồng, as they are written here; the sum beside it counts with it.
  expect(values(monthly)).toContain(1250)
  expect(values(monthly)).not.toContain('1.250')
  expect(values(monthly)).not.toContain(1.25)
})

test('the examples are held against the rules of the template, and only what has an example is missed', () => {
  const template = templates.find(({ code }) => code === 'VUONGMAC')!
  const strict: Template = {
    ...template,
    tables: template.tables.map((table) => ({
      ...table,
      rules: [
        {
          ...{ id: 'KHONG', scope: 'row', formula: '=FALSE', severity: 'error', field: table.fields[1]!.key },
          message: { vi: 'Không bao giờ đúng.', en: 'Never right.' },
        },
      ],
    })),
  }
  expect(sampleFindings(strict, surroundings).map(({ ruleId }) => ruleId)).toContain('KHONG')
  const bare: Template = {
    ...template,
    tables: template.tables.map((table) => ({ ...table, fields: table.fields.map(({ example: _, ...field }) => field) })),
  }
  expect(sampleFindings(bare, surroundings).map(({ code }) => code)).not.toContain('required')
})
