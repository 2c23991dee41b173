// The signature of an agency's head: giving it or handing back, and whose is needed.
import { Hono } from 'hono'
import { SignRequest } from '../../shared/review.ts'
import { SignOffList, SignOffSetting, SignOffView } from '../../shared/sign-off.ts'
import { SubmissionSummary } from '../../shared/wire.ts'
import { seenIn } from '../actions/changed-meanwhile.ts'
import { sign } from '../actions/sign.ts'
import { setSignOff } from '../actions/sign-offs.ts'
import type { AppEnv } from '../app-env.ts'
import { lastHappening } from '../store/events.ts'
import { readSignOffs } from '../store/sign-offs.ts'
import { body, CHANGE_PROBLEMS, operation, SEEN } from './describe.ts'
import { idempotencyKey, KEY } from './idempotency-key.ts'

export const signOffs = new Hono<AppEnv>()
  .post(
    '/api/submissions/:id/sign',
    operation({
      ...{ summary: 'Sign for the agency, or hand back to whoever prepared it', tag: 'submissions', answer: SubmissionSummary },
      ...{ headers: KEY, problems: ['bad-request', 'key-missing', 'moved-on', 'locked'] },
    }),
    body(SignRequest),
    async (c) => {
      const [person, obligation, submission] = [c.get('person'), c.get('obligation'), c.get('submission')]
      return c.json(await sign(c.env.parts, person, obligation, submission, c.req.valid('json'), idempotencyKey(c)))
    },
  )
  .get(
    '/api/sign-offs',
    operation({ summary: 'Whose head signs, and from which day; all settings there were', tag: 'province', answer: SignOffList }),
    async (c) => {
      const asOf = await lastHappening(c.env.parts.db)
      return c.json({ asOf, signOffs: await readSignOffs(c.env.parts.db) } satisfies SignOffList)
    },
  )
  .post(
    '/api/sign-offs',
    operation({
      ...{ summary: 'Set from which day on the head of an agency signs, or no longer does', tag: 'province', answer: SignOffView },
      ...{ status: 201, headers: SEEN, problems: CHANGE_PROBLEMS },
    }),
    body(SignOffSetting),
    async (c) => {
      const seen = seenIn(c.req.header('If-Match'))
      return c.json(await setSignOff(c.env.parts, c.get('person'), c.req.valid('json'), seen), 201, { Location: '/api/sign-offs' })
    },
  )
