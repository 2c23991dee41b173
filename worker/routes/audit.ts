// The audit: who changed which value when, page by page and as a file.
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { AuditFilter, AuditPage } from '../../shared/audit/change.ts'
import type { Language } from '../../shared/bilingual.ts'
import { auditCsv, auditFile, auditPage } from '../actions/audit.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'
import { operation } from './describe.ts'
import { workbookAnswer } from './workbook-answer.ts'

const QUERY = {
  ...{ person: 'Id of the person', subject: 'Kind of thing', from: 'First day', to: 'Last day' },
  before: 'Only what stands before the event of this number',
}
const problems = ['bad-request'] as const

function filterOf(c: Context<AppEnv>): AuditFilter {
  const { lang: _, ...query } = c.req.query()
  const parsed = v.safeParse(AuditFilter, query)
  if (!parsed.success) throw new ProblemError('bad-request', parsed.issues[0].message)
  return parsed.output
}
const languageOf = (c: Context<AppEnv>): Language => (c.req.query('lang') === 'en' ? 'en' : 'vi')

export const audit = new Hono<AppEnv>()
  .get(
    '/api/audit',
    operation({ summary: 'Who changed which value when, the latest first', tag: 'admin', answer: AuditPage, query: QUERY, problems }),
    async (c) => c.json(await auditPage(c.env.parts, filterOf(c))),
  )
  .get(
    '/api/audit.csv',
    operation({ summary: 'The same as CSV, one line for each value', tag: 'admin', answer: 'csv', query: QUERY, problems }),
    async (c) =>
      c.body(await auditCsv(c.env.parts, filterOf(c), languageOf(c)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="nhat-ky.csv"',
      }),
  )
  .get(
    '/api/audit.xlsx',
    operation({ summary: 'The same as a workbook', tag: 'admin', answer: 'workbook', query: QUERY, problems }),
    async (c) => workbookAnswer(c, await auditFile(c.env.parts, filterOf(c), languageOf(c)), 'nhat-ky'),
  )
