// Templates as files: a version as a workbook or as JSON, and either of them, or a form that
// nobody tuned to, read back.
import { Hono } from 'hono'
import * as v from 'valibot'
import { TemplateFile } from '../../shared/template-workbook/template-file.ts'
import { templateWorkbook } from '../../shared/template-workbook/template-sheets.ts'
import { TemplateImport } from '../../shared/wire-template-import.ts'
import { draftFile, importTemplateFile, importTemplateWorkbook, templateFile } from '../actions/import-template.ts'
import type { AppEnv } from '../app-env.ts'
import { writeWorkbook } from '../xlsx/write.ts'
import { operation } from './describe.ts'
import { workbookAnswer } from './workbook-answer.ts'

const versionIn = (text: string): number => (v.is(v.pipe(v.string(), v.digits()), text) ? Number(text) : 0)

export const templateFiles = new Hono<AppEnv>()
  .get(
    '/api/templates/:code/versions/:version/workbook.xlsx',
    operation({ summary: 'A version as a workbook to change and import', tag: 'templates', answer: 'workbook', problems: ['not-found'] }),
    async (c) => {
      const { code, version } = c.req.param()
      const { template, lists } = await templateFile(c.env.parts, code, versionIn(version))
      return workbookAnswer(c, await writeWorkbook(templateWorkbook(template, lists)), `${code}-v${version}`)
    },
  )
  .get(
    '/api/templates/:code/versions/:version/template.json',
    operation({ summary: 'A version with the code lists it names', tag: 'templates', answer: TemplateFile, problems: ['not-found'] }),
    async (c) => {
      const { code, version } = c.req.param()
      return c.json(await templateFile(c.env.parts, code, versionIn(version)))
    },
  )
  .get(
    '/api/templates/:code/draft/workbook.xlsx',
    operation({
      ...{ summary: 'The draft as a workbook to change and import', tag: 'templates', answer: 'workbook' },
      problems: ['not-found'],
    }),
    async (c) => {
      const { template, lists } = await draftFile(c.env.parts, c.req.param('code'))
      return workbookAnswer(c, await writeWorkbook(templateWorkbook(template, lists)), `${template.code}-nhap`)
    },
  )
  .get(
    '/api/templates/:code/draft/template.json',
    operation({ summary: 'The draft with the code lists it names', tag: 'templates', answer: TemplateFile, problems: ['not-found'] }),
    async (c) => c.json(await draftFile(c.env.parts, c.req.param('code'))),
  )
  .post(
    '/api/template-imports',
    operation({
      ...{ summary: 'A template read from its workbook or JSON, or proposed from a form; nothing is kept', tag: 'templates' },
      ...{ answer: TemplateImport, uploads: true, problems: ['not-a-workbook', 'too-large'] },
    }),
    async (c) => {
      const isJson = c.req.header('content-type')?.includes('json') ?? false
      if (isJson) return c.json(await importTemplateFile(c.env.parts, await c.req.text()))
      return c.json(await importTemplateWorkbook(c.env.parts, new Uint8Array(await c.req.arrayBuffer())))
    },
  )
