// The report to the province: its words, which the receiver edits, and the whole
// as a .docx document.
import { Hono } from 'hono'
import { ReportWords } from '../../shared/report/report-words.ts'
import { ReportView } from '../../shared/wire-province.ts'
import { reportDocument, reportView, saveReportWords } from '../actions/report.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'
import { basedOn, body, DOCX, operation } from './describe.ts'

const IF_MATCH = { 'If-Match': 'Etag of the words the change was made on; left out where nobody had saved any' }
const DOCUMENT = /^([\w-]+)\.docx$/

export const reports = new Hono<AppEnv>()
  .get(
    '/api/reports/:template/:file',
    operation({
      summary: 'The report as a document: QUY/2025-Q2.docx',
      tag: 'province',
      answer: 'document',
      problems: ['not-found', 'counting'],
    }),
    async (c) => {
      const { template, file } = c.req.param()
      const period = DOCUMENT.exec(file)?.[1]
      if (!period) throw new ProblemError('not-found')
      const bytes = await reportDocument(c.env.parts, template, period)
      return c.body(bytes, 200, {
        'Content-Type': DOCX,
        'Content-Disposition': `attachment; filename="${template}_${period}_bao-cao.docx"`,
      })
    },
  )
  .get(
    '/api/reports/:template/:period/words',
    operation({ summary: 'The words of the report, and who saved them', tag: 'province', answer: ReportView, problems: ['not-found'] }),
    async (c) => {
      const { template, period } = c.req.param()
      const view = await reportView(c.env.parts, template, period)
      return c.json(view, 200, view.etag === null ? {} : { ETag: `"${view.etag}"` })
    },
  )
  .put(
    '/api/reports/:template/:period/words',
    operation({
      ...{ summary: 'Save the words of the report', tag: 'province', answer: ReportView, headers: IF_MATCH },
      problems: ['bad-request', 'not-found', 'draft-changed'],
    }),
    body(ReportWords),
    async (c) => {
      const view = await saveReportWords(
        c.env.parts,
        c.get('person'),
        c.req.param(),
        c.req.valid('json'),
        basedOn(c.req.header('If-Match')),
      )
      return c.json(view, 200, { ETag: `"${view.etag}"` })
    },
  )
