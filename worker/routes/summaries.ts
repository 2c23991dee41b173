// The quarterly summary: what follows from the reports of its months, and what each figure counts.
import { Hono } from 'hono'
import { FigureTrace, SummaryPage } from '../../shared/wire-province.ts'
import { figureTrace } from '../actions/figure-trace.ts'
import { summaryPage } from '../actions/quarter-pages.ts'
import type { AppEnv } from '../app-env.ts'
import { operation } from './describe.ts'

const AFTER = { after: '`next` of the page before' }

export const summaries = new Hono<AppEnv>()
  .get(
    '/api/summaries/:template/:period',
    operation({
      ...{ summary: 'The quarterly report as it follows from what counts, with a page of its agencies', tag: 'province' },
      ...{ answer: SummaryPage, problems: ['not-found', 'counting'], query: AFTER },
    }),
    async (c) => c.json(await summaryPage(c.env.parts, c.req.param('template'), c.req.param('period'), c.req.query('after') ?? null)),
  )
  .get(
    '/api/summaries/:template/:period/figures/:figure',
    operation({
      ...{ summary: 'What one figure of it counts, page by page', tag: 'province', answer: FigureTrace },
      ...{ problems: ['not-found', 'counting'], query: AFTER },
    }),
    async (c) => {
      const { template, period, figure } = c.req.param()
      return c.json(await figureTrace(c.env.parts, template, period, figure, c.req.query('after') ?? null))
    },
  )
