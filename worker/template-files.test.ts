// Templates go out as files and come back as they were; a form that nobody tuned to comes
// back as a draft to confirm; nothing of it is kept until an admin saves it.
import { expect, it } from 'vitest'
import type { Template } from '../shared/template.ts'
import { oldSheet } from '../shared/testing/old-sheet.ts'
import type { TemplateImport } from '../shared/wire-template-import.ts'
import type { TemplateList } from '../shared/wire-templates.ts'
import { HOSTILE_FORMS } from './testing/hostile-forms.ts'
import { admin, filer } from './testing/province.ts'
import { writeWorkbook } from './xlsx/write.ts'

it('a version goes out as a workbook and as JSON, and comes back as it was', async () => {
  const ask = await admin()
  const template = await (await ask('GET', '/api/templates/THANG/versions/1')).json<Template>()
  const workbook = await (await ask('GET', '/api/templates/THANG/versions/1/workbook.xlsx')).bytes()
  const fromWorkbook = await (await ask('POST', '/api/template-imports', workbook)).json<TemplateImport>()
  expect(fromWorkbook).toEqual({ kind: 'template', template, refusals: [], inferred: [], newLists: [], listsApart: [] })
  const file = await (await ask('GET', '/api/templates/THANG/versions/1/template.json')).json()
  expect(await (await ask('POST', '/api/template-imports', file)).json()).toEqual(fromWorkbook)
})

it('what is wrong in a file is told with its place', async () => {
  const ask = await admin()
  const { template, lists } = await (await ask('GET', '/api/templates/PL1/versions/1/template.json')).json<{
    template: Template
    lists: { id: string; entries: unknown[] }[]
  }>()
  const wrong = { template: { ...template, version: 'một' }, lists }
  const read = await (await ask('POST', '/api/template-imports', wrong)).json<TemplateImport>()
  expect(read.template).toBeNull()
  expect(read.refusals.map(({ cell, code }) => [cell, code])).toEqual([['/template/version', 'malformed']])
  expect(read.refusals[0]?.sentence.en).toContain('JSON file, at /template/version:')
  const apart = { template, lists: lists.map((list) => ({ ...list, entries: list.entries.slice(1) })) }
  expect((await (await ask('POST', '/api/template-imports', apart)).json<TemplateImport>()).listsApart).toEqual(lists.map(({ id }) => id))
})

it('a form is proposed as a draft, which is kept only once it is saved', async () => {
  const ask = await admin()
  const { cells } = oldSheet([
    ['BÁO CÁO KINH PHÍ'],
    ['STT', 'Nội dung', 'Kinh phí (triệu đồng)', 'Kế hoạch'],
    [1, 'Mua máy chủ', 500, 0.5],
    [2, 'Thuê đường truyền', 20, 2],
  ])
  const layout = {
    ...{ title: 'Biểu', font: 'Times New Roman', names: [] },
    sheets: [
      {
        ...{ name: 'Biểu', visibility: 'visible' as const, columns: [], rows: [], styles: {}, styled: [], merges: [] },
        ...{ validations: [], conditionals: [], protected: false },
        cells: [...cells].map(([at, { value }]) => ({ at, value })),
      },
    ],
  }
  const { kind, template, inferred } = await (
    await ask('POST', '/api/template-imports', await writeWorkbook(layout))
  ).json<TemplateImport>()
  expect(kind).toBe('form')
  expect(template?.tables[0]?.fields.map(({ title, type }) => [title.vi, type.kind])).toEqual([
    ['STT', 'sequence'],
    ['Nội dung', 'text'],
    ['Kinh phí (triệu đồng)', 'money'],
    ['Kế hoạch', 'decimal'],
  ])
  expect(inferred.find(({ cell, code }) => cell === 'C2' && code === 'type')).toMatchObject({ sure: true })
  expect(inferred.find(({ cell, code }) => cell === 'D2' && code === 'type')).toMatchObject({ sure: false })
  const before = await (await ask('GET', '/api/templates')).json<TemplateList>()
  expect(before.templates.some(({ code }) => code === template?.code)).toBe(false)
  const saved = await ask('PUT', `/api/templates/${template!.code}/draft`, { template, basedOn: null })
  expect(saved.status).toBe(200)
  const draft = await (await ask('GET', `/api/templates/${template!.code}/draft/template.json`)).json()
  expect(draft.template).toEqual(template)
  const workbook = await (await ask('GET', `/api/templates/${template!.code}/draft/workbook.xlsx`)).bytes()
  const again = await (await ask('POST', '/api/template-imports', workbook)).json<TemplateImport>()
  expect(again).toMatchObject({ kind: 'template', template, refusals: [] })
})

it('a hostile form is refused in words of both languages that say where, or read; what it is called does nothing', async () => {
  const ask = await admin()
  for (const { name, file, code } of HOSTILE_FORMS) {
    const answer = await ask('POST', '/api/template-imports', file())
    expect([name, answer.status]).toEqual([name, code === null ? 200 : 415])
    if (code === null) continue
    const { refusal } = await answer.json<{ refusal: { code: string; vi: string; en: string } }>()
    expect(refusal).toMatchObject({ code, vi: expect.stringContaining('"Biểu"'), en: expect.stringContaining('"Biểu"') })
  }
  const deep = `{"template":${'['.repeat(3_000)}${']'.repeat(3_000)},"lists":[],"__proto__":{"admin":true}}`
  const read = await (
    await ask('POST', '/api/template-imports', JSON.parse(`{"lists":[],"template":{"__proto__":{"code":"X"},"code":"THANG"}}`))
  ).json<TemplateImport>()
  expect([read.template, read.refusals.length > 0]).toEqual([null, true])
  expect((await ask('POST', '/api/template-imports', JSON.parse(deep))).status).toBeLessThan(500)
  expect('admin' in {}).toBe(false)
})

it('who is no admin imports nothing', async () => {
  const ask = await filer()
  expect((await ask('POST', '/api/template-imports', {})).status).toBe(403)
})
