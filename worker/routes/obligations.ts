// What an agency owes: list, one, its form as data and as a workbook, its draft,
// and the check without consequences.
import { Hono } from 'hono'
import * as v from 'valibot'
import { Filing } from '../../shared/filing.ts'
import { Draft, Form, ObligationList, ObligationView, PastFigures, SavedDraft, Verdict } from '../../shared/wire.ts'
import { checkFiling } from '../actions/check-filing.ts'
import { filledWorkbook, form, formWorkbook } from '../actions/form.ts'
import { pastFigures } from '../actions/past-figures.ts'
import { discardDraft, saveDraft } from '../actions/save-draft.ts'
import { myObligations, viewObligations } from '../actions/view-obligations.ts'
import type { AppEnv } from '../app-env.ts'
import { filesFor } from '../middleware/guard.ts'
import { ProblemError } from '../problem.ts'
import { readDraft } from '../store/drafts.ts'
import { basedOn, body, operation } from './describe.ts'
import { workbookAnswer } from './workbook-answer.ts'

export const FilingBody = v.strictObject({ filing: Filing })

const IF_MATCH = { 'If-Match': 'Etag of the draft the change was made on; left out where there was none' }

export const obligations = new Hono<AppEnv>()
  .get(
    '/api/obligations',
    operation({
      ...{ summary: 'What my agencies owe: open, late or sent lately; or all of one period', tag: 'obligations', answer: ObligationList },
      query: { period: '2025-03, 2025-Q1, 2025-H1, 2025' },
    }),
    async (c) => c.json(await myObligations(c.env.parts, c.get('person'), c.req.query('period'))),
  )
  .get('/api/obligations/:id', operation({ summary: 'One obligation', tag: 'obligations', answer: ObligationView }), async (c) => {
    const [view] = await viewObligations(c.env.parts, [c.get('obligation')])
    return c.json(view)
  })
  .get(
    '/api/obligations/:id/form',
    operation({ summary: 'All that is needed to draw, check and show the form', tag: 'obligations', answer: Form }),
    async (c) => c.json(await form(c.env.parts, c.get('obligation'))),
  )
  .get(
    '/api/obligations/:id/form.xlsx',
    operation({ summary: 'The form as a workbook', tag: 'obligations', answer: 'workbook' }),
    async (c) => {
      const { template, period, agency } = c.get('obligation')
      const bytes = await formWorkbook(c.env.parts, c.get('obligation'), filesFor(c.get('person'), agency))
      return workbookAnswer(c, bytes, `${template}_${period}_${agency}`)
    },
  )
  .post(
    '/api/obligations/:id/form.xlsx',
    operation({
      ...{ summary: 'The form as a workbook, filled with this filing; nothing is kept', tag: 'obligations', answer: 'workbook' },
      problems: ['bad-request', 'too-large', 'wrong-form'],
    }),
    body(FilingBody),
    async (c) => {
      const { template, period, agency } = c.get('obligation')
      const bytes = await filledWorkbook(c.env.parts, c.get('obligation'), c.req.valid('json').filing)
      return workbookAnswer(c, bytes, `${template}_${period}_${agency}`)
    },
  )
  .get(
    '/api/obligations/:id/past',
    operation({ summary: 'The numbers of the periods before, row by row', tag: 'obligations', answer: PastFigures }),
    async (c) => c.json(await pastFigures(c.env.parts, c.get('obligation'))),
  )
  .get(
    '/api/obligations/:id/draft',
    operation({ summary: 'What was last saved, by whoever of the agency', tag: 'obligations', answer: Draft }),
    async (c) => {
      const draft = await readDraft(c.env.parts, c.get('obligation').id)
      if (!draft) throw new ProblemError('not-found')
      return c.json(draft, 200, { ETag: `"${draft.etag}"` })
    },
  )
  .put(
    '/api/obligations/:id/draft',
    operation({
      ...{ summary: 'Save what is being typed', tag: 'obligations', answer: SavedDraft, headers: IF_MATCH },
      problems: ['bad-request', 'not-open', 'locked', 'draft-changed', 'too-large', 'wrong-form'],
    }),
    body(Filing),
    async (c) => {
      const draft = await saveDraft(
        c.env.parts,
        c.get('person'),
        c.get('obligation'),
        c.req.valid('json'),
        basedOn(c.req.header('If-Match')),
      )
      return c.json({ ...draft, inUse: c.get('obligation').version }, 200, { ETag: `"${draft.etag}"` })
    },
  )
  .delete(
    '/api/obligations/:id/draft',
    operation({
      summary: 'Discard the draft',
      tag: 'obligations',
      answer: null,
      status: 204,
      headers: IF_MATCH,
      problems: ['draft-changed'],
    }),
    async (c) => {
      await discardDraft(c.env.parts, c.get('obligation'), basedOn(c.req.header('If-Match')))
      return c.body(null, 204)
    },
  )
  .post(
    '/api/obligations/:id/check',
    operation({ summary: 'Judge a filing; nothing is kept', tag: 'obligations', answer: Verdict, problems: ['bad-request', 'too-large'] }),
    body(FilingBody),
    async (c) => c.json(await checkFiling(c.env.parts, c.get('obligation'), c.req.valid('json').filing)),
  )
