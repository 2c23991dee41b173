// Sending: a filing or a filled workbook; what was sent before; one submission
// whole; taking one back.
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { Filing } from '../../shared/filing.ts'
import { History, Receipt, SubmissionSummary, SubmissionView, UploadedSheets, UploadResult } from '../../shared/wire.ts'
import { bodyHashOf, submit } from '../actions/submit.ts'
import { reportUpload, takeUpload, type Upload } from '../actions/take-upload.ts'
import { uploadedSheets } from '../actions/uploaded-sheets.ts'
import { history, submissionView } from '../actions/view-submissions.ts'
import { withdraw } from '../actions/withdraw.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'
import { body, operation } from './describe.ts'
import { idempotencyKey, KEY } from './idempotency-key.ts'
import { FilingBody } from './obligations.ts'
import { workbookAnswer } from './workbook-answer.ts'

const Sentences = v.pipe(v.optional(v.string(), '{}'), v.parseJson(), Filing.entries.explanations)

/** The bare file, or a form with `file` and, as JSON, `explanations` of warnings and `answers` to notes. */
async function uploaded(c: Context<AppEnv>): Promise<Pick<Upload, 'bytes' | 'explanations' | 'answers'>> {
  if (!c.req.header('Content-Type')?.startsWith('multipart/form-data'))
    return { bytes: new Uint8Array(await c.req.arrayBuffer()), explanations: {}, answers: {} }
  const { file, ...said } = await c.req.parseBody()
  if (!(file instanceof File)) throw new ProblemError('bad-request', 'The form field "file" is missing')
  const sentences = (name: 'explanations' | 'answers') => {
    const parsed = v.safeParse(Sentences, said[name])
    if (!parsed.success) throw new ProblemError('bad-request', `The form field "${name}" is not an object of sentences`)
    return parsed.output
  }
  return { bytes: new Uint8Array(await file.arrayBuffer()), explanations: sentences('explanations'), answers: sentences('answers') }
}

export const submissions = new Hono<AppEnv>()
  .post(
    '/api/obligations/:id/submissions',
    operation({
      ...{ summary: 'Send a filing', tag: 'submissions', answer: Receipt, status: 201, headers: KEY },
      problems: ['bad-request', 'key-missing', 'key-reused', 'not-open', 'locked', 'filing-blocked', 'too-large'],
    }),
    body(FilingBody),
    async (c) => {
      const key = idempotencyKey(c)
      const { filing } = c.req.valid('json')
      const [person, obligation] = [c.get('person'), c.get('obligation')]
      const bodyHash = await bodyHashOf(obligation, { filing })
      const receipt = await submit(c.env.parts, { person, obligation, filing, idempotencyKey: key, bodyHash, originalHash: null })
      return c.json(receipt, 201, { Location: `/api/submissions/${receipt.submissionId}` })
    },
  )
  .get(
    '/api/obligations/:id/submissions',
    operation({ summary: 'What was sent for an obligation, first to last', tag: 'submissions', answer: History }),
    async (c) => c.json(await history(c.env.parts, c.get('obligation'))),
  )
  .post(
    '/api/obligations/:id/upload',
    operation({
      ...{
        summary: 'Check a filled workbook, and send it where nothing blocks it',
        tag: 'submissions',
        answer: UploadResult,
        uploads: true,
      },
      ...{ headers: KEY, query: { submit: '`true` sends; without it the workbook is only checked' } },
      problems: ['bad-request', 'key-missing', 'key-reused', 'not-open', 'locked', 'not-a-workbook', 'wrong-form', 'too-large'],
    }),
    async (c) => {
      const key = c.req.query('submit') === 'true' ? idempotencyKey(c) : null
      const [person, obligation] = [c.get('person'), c.get('obligation')]
      return c.json(await takeUpload(c.env.parts, { person, obligation, ...(await uploaded(c)), idempotencyKey: key }))
    },
  )
  .post(
    '/api/obligations/:id/upload/report',
    operation({
      ...{ summary: 'The uploaded workbook with its findings marked in it and listed', tag: 'submissions', answer: 'workbook' },
      ...{ uploads: true, query: { lang: '`en` for English; Vietnamese without it' } },
      problems: ['bad-request', 'not-a-workbook', 'wrong-form', 'too-large'],
    }),
    async (c) => {
      const { template, period, agency } = c.get('obligation')
      const { bytes } = await uploaded(c)
      const lang = c.req.query('lang') === 'en' ? 'en' : 'vi'
      const copy = await reportUpload(c.env.parts, { obligation: c.get('obligation'), bytes, lang })
      return workbookAnswer(c, copy, `${template}_${period}_${agency}_findings`)
    },
  )
  .post(
    '/api/obligations/:id/upload/sheets',
    operation({
      ...{ summary: 'The sheets of a workbook that is no form, as cells', tag: 'submissions', answer: UploadedSheets },
      ...{ uploads: true, problems: ['bad-request', 'not-a-workbook', 'too-large'] },
    }),
    async (c) => {
      const { bytes } = await uploaded(c)
      return c.json(await uploadedSheets(c.env.parts, { person: c.get('person'), obligation: c.get('obligation'), bytes }))
    },
  )
  .get('/api/submissions/:id', operation({ summary: 'One submission whole', tag: 'submissions', answer: SubmissionView }), async (c) =>
    c.json(await submissionView(c.env.parts, c.get('submission'))),
  )
  .post(
    '/api/submissions/:id/withdraw',
    operation({
      ...{
        summary: 'Take a submission back, until the due instant',
        tag: 'submissions',
        answer: SubmissionSummary,
        problems: ['counted', 'moved-on'],
      },
    }),
    async (c) => c.json(await withdraw(c.env.parts, c.get('person'), c.get('obligation'), c.get('submission'))),
  )
