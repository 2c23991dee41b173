// The quarterly summary: what follows from the reports of its months, and what each figure counts.
import { Hono } from 'hono'
import { FigureTrace, QuarterlySummary } from '../../shared/wire-province.ts'
import { figureTrace, quarterSoFar } from '../actions/summarise-quarter.ts'
import type { AppEnv } from '../app-env.ts'
import { operation } from './describe.ts'

export const summaries = new Hono<AppEnv>()
  .get(
    '/api/summaries/:template/:period',
    operation({
      summary: 'The quarterly report as it follows from what counts',
      tag: 'province',
      answer: QuarterlySummary,
      problems: ['not-found'],
    }),
    async (c) => c.json(await quarterSoFar(c.env.parts, c.req.param('template'), c.req.param('period'))),
  )
  .get(
    '/api/summaries/:template/:period/figures/:figure',
    operation({ summary: 'What one figure of it counts', tag: 'province', answer: FigureTrace, problems: ['not-found'] }),
    async (c) => {
      const { template, period, figure } = c.req.param()
      return c.json(await figureTrace(c.env.parts, template, period, figure))
    },
  )
