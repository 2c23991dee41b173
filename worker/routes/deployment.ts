// About the deployment itself: whether it runs, what time it is for it, and the
// accounts of a demonstration.
import { Hono } from 'hono'
import { dayInVietnam } from '../../shared/clock.ts'
import { ClockReading, ClockSetting, DemoAccounts, Health } from '../../shared/wire-deployment.ts'
import { openObligations } from '../actions/open-obligations.ts'
import { startUp } from '../actions/start-up.ts'
import type { AppEnv } from '../app-env.ts'
import { moveDemoClock } from '../clocks.ts'
import { DEMO_ACCOUNTS } from '../demo-accounts.ts'
import { APP_VERSION } from '../middleware/answer-headers.ts'
import type { Parts } from '../parts.ts'
import { body, operation } from './describe.ts'

const reading = (parts: Parts, now: Date): ClockReading => ({ now: now.toISOString(), day: dayInVietnam(now), demo: parts.demo })

export const deployment = new Hono<AppEnv>()
  .get(
    '/api/health',
    operation({ summary: 'Whether it runs; a new deployment loads its plan on the first call', tag: 'deployment', answer: Health }),
    async (c) => c.json({ ok: true, version: APP_VERSION, demo: c.env.parts.demo, loaded: await startUp(c.env.parts) } satisfies Health),
  )
  .get('/api/clock', operation({ summary: 'The time everything here goes by', tag: 'deployment', answer: ClockReading }), (c) =>
    c.json(reading(c.env.parts, c.env.parts.clock.now())),
  )
  .put(
    '/api/clock',
    operation({ summary: 'Move the clock of a demonstration', tag: 'deployment', answer: ClockReading, problems: ['bad-request'] }),
    body(ClockSetting),
    async (c) => {
      const { parts } = c.env
      const now = new Date(c.req.valid('json').now)
      await moveDemoClock(parts.db, now)
      await openObligations({ ...parts, clock: { now: () => now } })
      return c.json(reading(parts, now))
    },
  )
  .get('/api/demo/accounts', operation({ summary: 'The accounts of a demonstration', tag: 'deployment', answer: DemoAccounts }), (c) =>
    c.json({ accounts: DEMO_ACCOUNTS } satisfies DemoAccounts),
  )
