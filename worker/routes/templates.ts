// Templates as admins keep them: which there are, drafts, checking, trying, publishing, withdrawing.
import { Hono } from 'hono'
import * as v from 'valibot'
import { Template } from '../../shared/template.ts'
import { withOwnDates } from '../../shared/template-edit/own-dates.ts'
import {
  DraftToSave,
  Publication,
  TemplateDraft,
  TemplateList,
  TemplateRefusals,
  TemplateSurroundings,
  TemplateView,
  Trial,
  TrialRequest,
  Withdrawal,
  WithdrawalOutcome,
} from '../../shared/wire-templates.ts'
import { publishTemplate, refusalsOf, templateSurroundings } from '../actions/publish-template.ts'
import { discardTemplateDraft, saveTemplateDraft, templateDraft } from '../actions/template-drafts.ts'
import { tryTemplate } from '../actions/try-template.ts'
import { withdrawTemplate } from '../actions/withdraw-template.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'
import { readTemplate } from '../store/plan.ts'
import { templateViews } from '../store/templates.ts'
import { basedOn, body, operation } from './describe.ts'

const IF_MATCH = { 'If-Match': 'Etag of the draft the change was made on; left out where there was none' }

export const templates = new Hono<AppEnv>()
  .get(
    '/api/templates',
    operation({ summary: 'Templates with their versions and drafts', tag: 'templates', answer: TemplateList }),
    async (c) => c.json({ templates: await templateViews(c.env.parts.db) } satisfies TemplateList),
  )
  .get(
    '/api/template-surroundings',
    operation({ summary: 'What a template must fit into', tag: 'templates', answer: TemplateSurroundings }),
    async (c) => c.json(await templateSurroundings(c.env.parts)),
  )
  .get(
    '/api/templates/:code/versions/:version',
    operation({ summary: 'A published version', tag: 'templates', answer: Template, problems: ['not-found'] }),
    async (c) => {
      const template = await readTemplate(c.env.parts.db, c.req.param('code'), versionIn(c.req.param('version')))
      if (!template) throw new ProblemError('not-found')
      return c.json(withOwnDates(template))
    },
  )
  .post(
    '/api/templates/:code/versions/:version/withdraw',
    operation({
      ...{ summary: 'Take a version out of use', tag: 'templates', answer: WithdrawalOutcome },
      problems: ['bad-request', 'not-found'],
    }),
    body(Withdrawal),
    async (c) => {
      const { code, version } = c.req.param()
      return c.json(await withdrawTemplate(c.env.parts, c.get('person'), code, versionIn(version), c.req.valid('json').reason))
    },
  )
  .get(
    '/api/templates/:code/draft',
    operation({ summary: 'The draft as it was last saved', tag: 'templates', answer: TemplateDraft, problems: ['not-found'] }),
    async (c) => {
      const draft = await templateDraft(c.env.parts, c.req.param('code'))
      return c.json(draft, 200, { ETag: `"${draft.etag}"` })
    },
  )
  .put(
    '/api/templates/:code/draft',
    operation({
      ...{ summary: 'Save the draft', tag: 'templates', answer: TemplateDraft, headers: IF_MATCH },
      problems: ['bad-request', 'draft-changed'],
    }),
    body(DraftToSave),
    async (c) => {
      const replaces = basedOn(c.req.header('If-Match'))
      const draft = await saveTemplateDraft(c.env.parts, c.get('person'), c.req.param('code'), c.req.valid('json'), replaces)
      return c.json(draft, 200, { ETag: `"${draft.etag}"` })
    },
  )
  .delete(
    '/api/templates/:code/draft',
    operation({
      ...{ summary: 'Throw the draft away', tag: 'templates', answer: null, status: 204, headers: IF_MATCH },
      problems: ['draft-changed'],
    }),
    async (c) => {
      await discardTemplateDraft(c.env.parts, c.get('person'), c.req.param('code'), basedOn(c.req.header('If-Match')))
      return c.body(null, 204)
    },
  )
  .post(
    '/api/templates/:code/check',
    operation({ summary: 'Why a template would be refused', tag: 'templates', answer: TemplateRefusals, problems: ['bad-request'] }),
    body(Template),
    async (c) => c.json({ refusals: await refusalsOf(c.env.parts, c.req.valid('json')) } satisfies TemplateRefusals),
  )
  .post(
    '/api/templates/:code/try',
    operation({
      ...{ summary: 'Judge what was last filed as if a template had been in use', tag: 'templates', answer: Trial },
      problems: ['bad-request', 'template-refused'],
    }),
    body(TrialRequest),
    async (c) => c.json(await tryTemplate(c.env.parts, c.req.param('code'), c.req.valid('json'))),
  )
  .post(
    '/api/templates/:code/publish',
    operation({
      ...{ summary: 'Publish the draft as a version', tag: 'templates', answer: TemplateView, status: 201 },
      problems: ['bad-request', 'not-found', 'draft-changed', 'template-refused'],
    }),
    body(Publication),
    async (c) => {
      const code = c.req.param('code')
      return c.json(await publishTemplate(c.env.parts, c.get('person'), code, c.req.valid('json')), 201, { Location: '/api/templates' })
    },
  )

/** What is no number of a version is there as little as one that was never published. */
const versionIn = (text: string): number => (v.is(v.pipe(v.string(), v.digits()), text) ? Number(text) : 0)
