// The register of agencies: as it stands, set one by one, imported, reorganised.
import { Hono } from 'hono'
import * as v from 'valibot'
import { Agency, AgencyGroup } from '../../shared/agency.ts'
import { agencyWorkbook } from '../../shared/agency-list.ts'
import { Reorganising } from '../../shared/reorganise.ts'
import {
  AgencyChange,
  AgencyImport,
  GroupChange,
  KnownReorganisations,
  Reason,
  RegisterView,
  ReorganisationEffect,
} from '../../shared/wire-admin.ts'
import { importAgencies, registerView, setAgency, setGroup } from '../actions/agencies.ts'
import { seenIn } from '../actions/changed-meanwhile.ts'
import { knownReorganisations, previewReorganisation, reorganise } from '../actions/reorganise.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'
import { writeWorkbook } from '../xlsx/write.ts'
import { basedOn, body, CHANGE_PROBLEMS, operation, SEEN } from './describe.ts'
import { workbookAnswer } from './workbook-answer.ts'

const IF_MATCH = { 'If-Match': 'Etag of the preview: what is done is what was shown' }

/** Null: nothing is to be kept. */
function reasonOf(text: string | undefined): string | null {
  if (text === undefined) return null
  const parsed = v.safeParse(Reason, text)
  if (!parsed.success) throw new ProblemError('bad-request', `reason: ${parsed.issues[0].message}`)
  return parsed.output
}

export const agencies = new Hono<AppEnv>()
  .get('/api/agencies', operation({ summary: 'Agencies and groups, ended ones too', tag: 'admin', answer: RegisterView }), async (c) =>
    c.json(await registerView(c.env.parts)),
  )
  .get(
    '/api/agencies.xlsx',
    operation({ summary: 'The agencies that exist, as a list to change and import', tag: 'admin', answer: 'workbook' }),
    async (c) => workbookAnswer(c, await writeWorkbook(agencyWorkbook(await registerView(c.env.parts))), 'co-quan'),
  )
  .post(
    '/api/agencies/upload',
    operation({
      ...{ summary: 'What a list of agencies would change; kept where a reason is given and no line is wrong', tag: 'admin' },
      ...{ answer: AgencyImport, uploads: true, query: { reason: 'Why it is kept; without it nothing is' } },
      headers: SEEN,
      problems: [...CHANGE_PROBLEMS, 'not-a-workbook', 'too-large'],
    }),
    async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return c.json(
        await importAgencies(c.env.parts, c.get('person'), bytes, reasonOf(c.req.query('reason')), seenIn(c.req.header('If-Match'))),
      )
    },
  )
  .put(
    '/api/agencies/:code',
    operation({ summary: 'Set an agency, or add one', tag: 'admin', answer: Agency, headers: SEEN, problems: CHANGE_PROBLEMS }),
    body(AgencyChange),
    async (c) =>
      c.json(await setAgency(c.env.parts, c.get('person'), c.req.param('code'), c.req.valid('json'), seenIn(c.req.header('If-Match')))),
  )
  .put(
    '/api/agency-groups/:code',
    operation({
      summary: 'Set a group of agencies, or add one',
      tag: 'admin',
      answer: AgencyGroup,
      headers: SEEN,
      problems: CHANGE_PROBLEMS,
    }),
    body(GroupChange),
    async (c) =>
      c.json(await setGroup(c.env.parts, c.get('person'), c.req.param('code'), c.req.valid('json'), seenIn(c.req.header('If-Match')))),
  )
  .get(
    '/api/reorganisations',
    operation({
      summary: 'Reorganisations that came with the plan, and whether they were applied',
      tag: 'admin',
      answer: KnownReorganisations,
    }),
    async (c) => c.json(await knownReorganisations(c.env.parts)),
  )
  .post(
    '/api/reorganisations/preview',
    operation({ summary: 'What a reorganisation would do', tag: 'admin', answer: ReorganisationEffect, problems: ['bad-request'] }),
    body(Reorganising),
    async (c) => c.json(await previewReorganisation(c.env.parts, c.req.valid('json'))),
  )
  .post(
    '/api/reorganisations',
    operation({
      ...{
        summary: 'Merge, split, rename agencies from a day on, as it was shown',
        tag: 'admin',
        answer: ReorganisationEffect,
        status: 201,
      },
      ...{ headers: IF_MATCH, problems: ['bad-request', 'moved-on'] },
    }),
    body(Reorganising),
    async (c) =>
      c.json(await reorganise(c.env.parts, c.get('person'), c.req.valid('json'), basedOn(c.req.header('If-Match'))), 201, {
        Location: '/api/reorganisations',
      }),
  )
