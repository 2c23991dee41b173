// The plan: totals, code lists, tasks, and the file of the new year's plan made from it.
import { Hono } from 'hono'
import { NextPlan } from '../../shared/next-plan.ts'
import { PackFile } from '../../shared/pack.ts'
import { CodeListChange, PlanView, TaskChange, TotalsChange } from '../../shared/wire-admin.ts'
import { planAfter, planView, setCodeList, setTask, setTotals } from '../actions/plan.ts'
import type { AppEnv } from '../app-env.ts'
import { body, operation } from './describe.ts'

const problems = ['bad-request', 'not-found'] as const

export const plan = new Hono<AppEnv>()
  .get('/api/plan', operation({ summary: 'The plan with totals, code lists and tasks', tag: 'admin', answer: PlanView }), async (c) =>
    c.json(await planView(c.env.parts)),
  )
  .put(
    '/api/plan/totals',
    operation({ summary: 'Set the control totals', tag: 'admin', answer: PlanView, problems }),
    body(TotalsChange),
    async (c) => c.json(await setTotals(c.env.parts, c.get('person'), c.req.valid('json'))),
  )
  .put(
    '/api/code-lists/:list',
    operation({ summary: 'Set the entries of a code list, or add a list', tag: 'admin', answer: PlanView, problems }),
    body(CodeListChange),
    async (c) => c.json(await setCodeList(c.env.parts, c.get('person'), c.req.param('list'), c.req.valid('json'))),
  )
  .put(
    '/api/plan/tasks',
    operation({ summary: 'Set who answers for a task', tag: 'admin', answer: PlanView, problems }),
    body(TaskChange),
    async (c) => c.json(await setTask(c.env.parts, c.get('person'), c.req.valid('json'))),
  )
  .post(
    '/api/plan/next',
    operation({
      summary: 'The new year’s plan made from this one, as a file for a new deployment',
      tag: 'admin',
      answer: PackFile,
      problems,
    }),
    body(NextPlan),
    async (c) => c.json(await planAfter(c.env.parts, c.req.valid('json'))),
  )
