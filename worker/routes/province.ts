// Over all agencies: who has submitted, the consolidation, what there is to
// choose from, and whether the event log is whole.
import { Hono } from 'hono'
import { Reconciliation } from '../../shared/reconcile/reconciliation.ts'
import { ChainReport, Consolidation, PeriodChoices, PeriodStatus } from '../../shared/wire.ts'
import { consolidation } from '../actions/consolidate-period.ts'
import { consolidatedWorkbook } from '../actions/consolidated-workbook.ts'
import { periodChoices } from '../actions/period-choices.ts'
import { periodStatus } from '../actions/period-status.ts'
import { reconciliation } from '../actions/reconcile-period.ts'
import { verifyEvents } from '../actions/verify-events.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'
import { operation } from './describe.ts'
import { workbookAnswer } from './workbook-answer.ts'

export const province = new Hono<AppEnv>()
  .get(
    '/api/periods',
    operation({ summary: 'Templates with the periods that have opened', tag: 'province', answer: PeriodChoices }),
    async (c) => c.json(await periodChoices(c.env.parts)),
  )
  .get(
    '/api/status',
    operation({
      ...{ summary: 'Who has submitted what', tag: 'province', answer: PeriodStatus, problems: ['bad-request', 'not-found'] },
      query: { template: 'THANG, PL1 …', period: '2025-03' },
    }),
    async (c) => {
      const { template, period } = c.req.query()
      if (!template || !period) throw new ProblemError('bad-request', 'template and period are needed')
      return c.json(await periodStatus(c.env.parts, template, period))
    },
  )
  .get(
    '/api/consolidations/:template/:period',
    operation({
      summary: 'The counted submissions of all agencies as one',
      tag: 'province',
      answer: Consolidation,
      problems: ['not-found'],
    }),
    async (c) => {
      const { template, period } = c.req.param()
      return c.body(await consolidation(c.env.parts, template, period), 200, { 'Content-Type': 'application/json' })
    },
  )
  .get(
    '/api/consolidations/:template/:period/workbook.xlsx',
    operation({ summary: 'The consolidation as a workbook', tag: 'province', answer: 'workbook', problems: ['not-found'] }),
    async (c) => {
      const { template, period } = c.req.param()
      return workbookAnswer(c, await consolidatedWorkbook(c.env.parts, template, period), `${template}_${period}_tong-hop`)
    },
  )
  .get(
    '/api/reconciliations/:template/:period',
    operation({
      summary: 'What is asked about between the reports of a period',
      tag: 'province',
      answer: Reconciliation,
      problems: ['not-found'],
    }),
    async (c) => c.json(await reconciliation(c.env.parts, c.req.param('template'), c.req.param('period'))),
  )
  .get('/api/events/verify', operation({ summary: 'Walk the event log', tag: 'province', answer: ChainReport }), async (c) =>
    c.json(await verifyEvents(c.env.parts)),
  )
