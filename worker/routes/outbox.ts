// What goes out by itself: mails and events as they wait and as they were sent, where events
// are told, and the regular run at an admin's wish.
import { Hono } from 'hono'
import { Outbox, OutboxDecision } from '../../shared/people.ts'
import { WebhookChange, WebhookMade, WebhookView } from '../../shared/webhook.ts'
import { seenIn } from '../actions/changed-meanwhile.ts'
import { decideOutgoing, outboxNow } from '../actions/outbox.ts'
import { regularRun } from '../actions/regular-run.ts'
import { setWebhook, webhookNow } from '../actions/webhook.ts'
import type { AppEnv } from '../app-env.ts'
import { body, CHANGE_PROBLEMS, operation, SEEN } from './describe.ts'

export const outbox = new Hono<AppEnv>()
  .get('/api/outbox', operation({ summary: 'What waits to be sent, and what was sent', tag: 'admin', answer: Outbox }), async (c) =>
    c.json(await outboxNow(c.env.parts)),
  )
  .post(
    '/api/outbox/decisions',
    operation({
      ...{ summary: 'Send one again, or not at all', tag: 'admin', answer: Outbox },
      ...{ headers: SEEN, problems: CHANGE_PROBLEMS },
    }),
    body(OutboxDecision),
    async (c) => c.json(await decideOutgoing(c.env.parts, c.get('person'), c.req.valid('json'), seenIn(c.req.header('If-Match')))),
  )
  .post(
    '/api/outbox/run',
    operation({ summary: 'Do now what is done every few minutes: open periods, remind, send', tag: 'admin', answer: Outbox }),
    async (c) => {
      // What failed stands in the log of the deployment; what came of the rest is answered.
      await regularRun(c.env.parts).catch(() => undefined)
      return c.json(await outboxNow(c.env.parts))
    },
  )
  .get('/api/webhook', operation({ summary: 'Where events are told', tag: 'admin', answer: WebhookView }), async (c) =>
    c.json(await webhookNow(c.env.parts)),
  )
  .put(
    '/api/webhook',
    operation({
      summary: 'Set where events are told; the secret is answered once',
      tag: 'admin',
      answer: WebhookMade,
      headers: SEEN,
      problems: CHANGE_PROBLEMS,
    }),
    body(WebhookChange),
    async (c) => c.json(await setWebhook(c.env.parts, c.get('person'), c.req.valid('json'), seenIn(c.req.header('If-Match')))),
  )
