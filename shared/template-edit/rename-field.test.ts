import { expect, test } from 'vitest'
import { checkTemplate } from '../check-template.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import type { Template } from '../template.ts'
import { renameField } from './rename-field.ts'

const { templates, plan, register } = khanhHoa2025
/** Other templates would miss a column that they read: that is another matter, and another sentence. */
const refusals = (template: Template) => checkTemplate(template, plan, { register, templates: [{ ...template, version: 1 }] })
const alone = (template: Template): Template => {
  const { countedFrom: _, ...rest } = template
  return { ...rest, tables: rest.tables.map(({ rows: { from: _from, ...rows }, ...table }) => ({ ...table, rows })) }
}

test.each(templates.map((one) => [one.code, alone(one)] as const))(
  'every column of %s can get another key, and the template still holds together',
  (_, template) => {
    expect(refusals(template)).toEqual([])
    for (const [at, table] of template.tables.entries())
      for (const { key } of table.fields) {
        const renamed = renameField(template, at, key, `${key.slice(0, 24)}_moi`, new Set())
        expect(refusals(renamed).map(({ code, of }) => `${key}: ${code} ${of}`)).toEqual([])
        expect(JSON.stringify(renamed.tables.flatMap(({ fields, rules }) => [fields, rules]))).not.toMatch(new RegExp(`\\[@?${key}\\]`))
      }
  },
)

test('a key that was filed under is remembered, one that was not is replaced, and back again nothing is left of it', () => {
  const [template] = templates
  const key = template!.tables[0]!.fields[2]!.key
  const fieldIn = (one: Template) => one.tables[0]!.fields[2]!
  const renamed = renameField(template!, 0, key, 'khac', new Set([key]))
  expect(fieldIn(renamed)).toMatchObject({ key: 'khac', was: [key] })
  expect(fieldIn(renameField(template!, 0, key, 'khac', new Set()))).not.toHaveProperty('was')
  expect(renameField(renamed, 0, 'khac', key, new Set([key]))).toEqual(template)
})
