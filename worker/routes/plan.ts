// The plan: totals, code lists, tasks, and the file of the new year's plan made from it.
import { Hono } from 'hono'
import { NextPlan } from '../../shared/next-plan.ts'
import { PackFile } from '../../shared/pack.ts'
import { CodeListChange, PlanView, TaskChange, TaskEffect, TaskToKeep, TotalsChange } from '../../shared/wire-admin.ts'
import { seenIn } from '../actions/changed-meanwhile.ts'
import { planAfter, planView, setCodeList, setTotals } from '../actions/plan.ts'
import { keepTask, previewTask } from '../actions/plan-tasks.ts'
import type { AppEnv } from '../app-env.ts'
import { body, CHANGE_PROBLEMS, operation, SEEN } from './describe.ts'

const change = { headers: SEEN, problems: CHANGE_PROBLEMS }

export const plan = new Hono<AppEnv>()
  .get('/api/plan', operation({ summary: 'The plan with totals, code lists and tasks', tag: 'admin', answer: PlanView }), async (c) =>
    c.json(await planView(c.env.parts)),
  )
  .put(
    '/api/plan/totals',
    operation({ summary: 'Set the control totals', tag: 'admin', answer: PlanView, ...change }),
    body(TotalsChange),
    async (c) => c.json(await setTotals(c.env.parts, c.get('person'), c.req.valid('json'), seenIn(c.req.header('If-Match')))),
  )
  .put(
    '/api/code-lists/:list',
    operation({ summary: 'Set the entries of a code list, or add a list', tag: 'admin', answer: PlanView, ...change }),
    body(CodeListChange),
    async (c) =>
      c.json(await setCodeList(c.env.parts, c.get('person'), c.req.param('list'), c.req.valid('json'), seenIn(c.req.header('If-Match')))),
  )
  .post(
    '/api/plan/tasks/preview',
    operation({
      ...{ summary: 'What a change of a task does to the reports that are open', tag: 'admin', answer: TaskEffect },
      problems: ['bad-request', 'not-found'],
    }),
    body(TaskChange),
    async (c) => c.json(await previewTask(c.env.parts, c.req.valid('json'))),
  )
  .put(
    '/api/plan/tasks',
    operation({ summary: 'Add a task, change it or end it, from a period on', tag: 'admin', answer: PlanView, ...change }),
    body(TaskToKeep),
    async (c) => {
      await keepTask(c.env.parts, c.get('person'), c.req.valid('json'), seenIn(c.req.header('If-Match')))
      return c.json(await planView(c.env.parts))
    },
  )
  .post(
    '/api/plan/next',
    operation({
      summary: 'The new year’s plan made from this one, as a file for a new deployment',
      tag: 'admin',
      answer: PackFile,
      problems: ['bad-request', 'not-found'],
    }),
    body(NextPlan),
    async (c) => c.json(await planAfter(c.env.parts, c.req.valid('json'))),
  )
