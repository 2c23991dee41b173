// Over all agencies: who has submitted, the consolidation, what there is to
// choose from, and whether the event log is whole.
import { Hono } from 'hono'
import * as v from 'valibot'
import { Matrix, type MatrixChoice } from '../../shared/matrix.ts'
import { MATTER_CODES } from '../../shared/reconcile/matter.ts'
import { MatterPage, Reconciliation } from '../../shared/reconcile/reconciliation.ts'
import { ChainReport, Consolidation, PeriodChoices, PeriodStatus, StatusFirst } from '../../shared/wire.ts'
import { ConsolidatedPage, NumeralsBy } from '../../shared/wire-province.ts'
import { consolidation } from '../actions/consolidate-period.ts'
import { consolidatedPage } from '../actions/consolidated-page.ts'
import { consolidatedWorkbook } from '../actions/consolidated-workbook.ts'
import { choiceIn } from '../actions/consolidation-choice.ts'
import { matrixMark, matrixPage, matrixWorkbook } from '../actions/matrix.ts'
import { reconciliation } from '../actions/matter-counts.ts'
import { matterPage } from '../actions/matter-pages.ts'
import { periodChoices } from '../actions/period-choices.ts'
import { periodStatus } from '../actions/period-status.ts'
import { consolidatedTotals } from '../actions/tallied-totals.ts'
import { verifyEvents } from '../actions/verify-events.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'
import { operation } from './describe.ts'
import { workbookAnswer } from './workbook-answer.ts'

const CHOICE = { span: '2025-06: all that closes with a month', template: 'THANG: all its periods, instead of a span' }

/** Of a consolidation. */
const WHICH = {
  agencies: 'codes of agencies or groups, by commas: of these alone',
  on: 'YYYY-MM-DD: what counted when that day ended',
}

function matrixChoice({ span, template }: Record<string, string | undefined>): MatrixChoice {
  if (span !== undefined) return { span }
  if (template !== undefined) return { template }
  throw new ProblemError('bad-request', 'span or template is needed')
}

export const province = new Hono<AppEnv>()
  .get(
    '/api/periods',
    operation({ summary: 'Templates with the periods that have opened', tag: 'province', answer: PeriodChoices }),
    async (c) => c.json(await periodChoices(c.env.parts)),
  )
  .get(
    '/api/status',
    operation({
      ...{ summary: 'Who has submitted what, page by page', tag: 'province', answer: PeriodStatus, problems: ['bad-request', 'not-found'] },
      query: {
        ...{ template: 'THANG, PL1 …', period: '2025-03', after: '`next` of the page before' },
        first: `what the list begins with: ${StatusFirst.options.join(', ')}`,
      },
    }),
    async (c) => {
      const { template, period, after = null } = c.req.query()
      if (!template || !period) throw new ProblemError('bad-request', 'template and period are needed')
      const first = v.safeParse(StatusFirst, c.req.query('first') ?? 'register')
      if (!first.success) throw new ProblemError('bad-request', `first is one of ${StatusFirst.options.join(', ')}`)
      return c.json(await periodStatus(c.env.parts, template, period, { first: first.output, after }))
    },
  )
  .get(
    '/api/matrix',
    operation({
      ...{ summary: 'Who has reported what, agencies by reports, page by page', tag: 'province', answer: Matrix },
      ...{ query: { ...CHOICE, after: 'agency after which the page begins' }, headers: { 'If-None-Match': 'ETag of an earlier answer' } },
      problems: ['bad-request', 'not-found'],
    }),
    async (c) => {
      const choice = matrixChoice(c.req.query())
      const etag = `"${await matrixMark(c.env.parts)}"`
      if (c.req.header('If-None-Match') === etag) return c.body(null, 304, { ETag: etag })
      return c.json(await matrixPage(c.env.parts, choice, c.req.query('after') ?? null), 200, { ETag: etag })
    },
  )
  .get(
    '/api/matrix/workbook.xlsx',
    operation({
      ...{ summary: 'The whole of it as a workbook', tag: 'province', answer: 'workbook', query: CHOICE },
      problems: ['bad-request', 'not-found'],
    }),
    async (c) => {
      const choice = matrixChoice(c.req.query())
      const name = 'span' in choice ? choice.span : choice.template
      return workbookAnswer(c, await matrixWorkbook(c.env.parts, choice), `tinh-hinh-nop_${name}`)
    },
  )
  .get(
    '/api/consolidations/:template/:period',
    operation({
      summary: 'The counted submissions of all agencies as one',
      tag: 'province',
      answer: Consolidation,
      problems: ['bad-request', 'not-found'],
      query: WHICH,
    }),
    async (c) => {
      const { template, period } = c.req.param()
      return c.body(await consolidation(c.env.parts, template, period, choiceIn(c.req.query())), 200, {
        'Content-Type': 'application/json',
      })
    },
  )
  .get(
    '/api/consolidations/:template/:period/rows',
    operation({
      ...{ summary: 'Its rows page by page', tag: 'province', answer: ConsolidatedPage, problems: ['bad-request', 'not-found'] },
      query: { table: 'key of the table', agency: 'only its rows', after: '`next` of the page before', ...WHICH },
    }),
    async (c) => {
      const { template, period } = c.req.param()
      const { table = 'main', agency = null, after = null } = c.req.query()
      return c.json(await consolidatedPage(c.env.parts, { template, period, table, agency }, after, { choice: choiceIn(c.req.query()) }))
    },
  )
  .get(
    '/api/consolidations/:template/:period/totals',
    operation({
      ...{ summary: 'Its totals by table and field', tag: 'province', answer: Consolidation.entries.totals },
      ...{ problems: ['bad-request', 'not-found'], query: WHICH },
    }),
    async (c) => c.json(await consolidatedTotals(c.env.parts, c.req.param('template'), c.req.param('period'), choiceIn(c.req.query()))),
  )
  .get(
    '/api/consolidations/:template/:period/workbook.xlsx',
    operation({
      ...{
        summary: 'The consolidation as a workbook',
        tag: 'province',
        answer: 'workbook',
        problems: ['bad-request', 'not-found', 'counting'],
      },
      query: { by: 'who has the Roman numerals: agency, or group with subtotals', ...WHICH },
    }),
    async (c) => {
      const { template, period } = c.req.param()
      const by = v.safeParse(NumeralsBy, c.req.query('by') ?? 'agency')
      if (!by.success) throw new ProblemError('bad-request', 'by is agency or group')
      const choice = { ...choiceIn(c.req.query()), by: by.output }
      const name = [template, period, 'tong-hop', ...(choice.on ? [`den-${choice.on}`] : [])].join('_')
      return workbookAnswer(c, await consolidatedWorkbook(c.env.parts, template, period, choice), name)
    },
  )
  .get(
    '/api/reconciliations/:template/:period',
    operation({
      summary: 'How much is asked about between the reports of a period, by kind',
      tag: 'province',
      answer: Reconciliation,
      problems: ['not-found', 'counting'],
    }),
    async (c) => c.json(await reconciliation(c.env.parts, c.req.param('template'), c.req.param('period'))),
  )
  .get(
    '/api/reconciliations/:template/:period/matters',
    operation({
      ...{ summary: 'What is asked about, of one kind, page by page', tag: 'province', answer: MatterPage },
      query: { kind: MATTER_CODES.join(', '), after: '`next` of the page before' },
      problems: ['bad-request', 'not-found', 'counting'],
    }),
    async (c) => {
      const { template, period } = c.req.param()
      const kind = v.safeParse(v.picklist(MATTER_CODES), c.req.query('kind'))
      if (!kind.success) throw new ProblemError('bad-request', `kind is one of ${MATTER_CODES.join(', ')}`)
      return c.json(await matterPage(c.env.parts, template, period, kind.output, c.req.query('after') ?? null))
    },
  )
  .get('/api/events/verify', operation({ summary: 'Walk the event log', tag: 'province', answer: ChainReport }), async (c) =>
    c.json(await verifyEvents(c.env.parts)),
  )
