// Where events are told, as an admin sets it: with a new secret each time, which is answered
// once, and a first message to try it.
import type { WebhookChange, WebhookMade, WebhookView } from '../../shared/webhook.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { lastHappening } from '../store/events.ts'
import { addOutgoing } from '../store/outbox.ts'
import { readWebhook, writeWebhook } from '../store/webhook.ts'
import { webhookUrlProblem } from '../webhook-url.ts'
import { changeLogged } from './log-change.ts'
import { refuse } from './review.ts'
import { outgoingEvent } from './tell-webhook.ts'

export async function webhookNow({ db }: Parts): Promise<WebhookView> {
  const webhook = await readWebhook(db)
  return { url: webhook?.url ?? null, setAt: webhook?.setAt ?? null }
}

export async function setWebhook(parts: Parts, admin: Person, { url, reason }: WebhookChange): Promise<WebhookMade> {
  const { db, clock, newId, demo } = parts
  const problem = url === null ? null : webhookUrlProblem(url, demo)
  if (problem) refuse('/url', problem)
  const id = newId()
  const now = clock.now()
  await changeLogged(parts, admin, async () => {
    const before = await readWebhook(db)
    const setAt = now.toISOString()
    const statements =
      url === null
        ? [writeWebhook(db, null)]
        : [
            writeWebhook(db, { id, url, told: await lastHappening(db), setAt }),
            addOutgoing(db, outgoingEvent({ id, url }, 'test', { event: 'test', at: setAt }, now)),
          ]
    const changes =
      url === null && before === null
        ? []
        : [
            {
              ...({ subject: 'webhook', subjectId: 'webhook', action: url === null ? 'ended' : 'set', reason } as const),
              ...{ before: before && { url: before.url }, after: url === null ? null : { url } },
            },
          ]
    return { statements, changes, result: null }
  })
  return { url, secret: url === null ? null : await parts.webhookSecret(id) }
}
