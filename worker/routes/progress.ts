// How far the plan has come, for those who look at charts: over the months, and one
// quarter in figures with their names.
import { Hono } from 'hono'
import { PlanProgress, QuarterProgress } from '../../shared/wire-province.ts'
import { planProgress } from '../actions/progress.ts'
import { quarterFigures } from '../actions/quarter-pages.ts'
import type { AppEnv } from '../app-env.ts'
import { operation } from './describe.ts'

export const progress = new Hono<AppEnv>()
  .get(
    '/api/progress',
    operation({ summary: 'How far the tasks have come, month by month', tag: 'province', answer: PlanProgress, problems: ['counting'] }),
    async (c) => c.json(await planProgress(c.env.parts)),
  )
  .get(
    '/api/progress/:template/:period',
    operation({
      ...{ summary: 'The figures of a quarter with their names, with a page of its agencies', tag: 'province', answer: QuarterProgress },
      ...{ problems: ['not-found', 'counting'], query: { after: '`next` of the page before' } },
    }),
    async (c) => c.json(await quarterFigures(c.env.parts, c.req.param('template'), c.req.param('period'), c.req.query('after') ?? null)),
  )
