// Where events are told, as an admin sets it: with a new secret each time, which is answered
// once, and a first message to try it.
import type { WebhookChange, WebhookMade, WebhookView } from '../../shared/webhook.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { lastHappening } from '../store/events.ts'
import { addOutgoing } from '../store/outbox.ts'
import { readWebhook, writeWebhook } from '../store/webhook.ts'
import { webhookUrlProblem } from '../webhook-url.ts'
import type { Seen } from './changed-meanwhile.ts'
import { changeLogged, type Written } from './log-change.ts'
import { refuse } from './review.ts'
import { outgoingEvent } from './tell-webhook.ts'

export async function webhookNow({ db }: Parts): Promise<WebhookView> {
  const asOf = await lastHappening(db)
  const webhook = await readWebhook(db)
  return { asOf, url: webhook?.url ?? null, setAt: webhook?.setAt ?? null }
}

const THE_SETTING = { subject: 'webhook', subjectId: 'webhook' } as const

export async function setWebhook(parts: Parts, admin: Person, { url, reason }: WebhookChange, seen: Seen): Promise<WebhookMade> {
  const { db, clock, newId, demo } = parts
  const problem = url === null ? null : webhookUrlProblem(url, demo)
  if (problem) refuse('/url', problem)
  const id = newId()
  const now = clock.now()
  const write = async (): Promise<Written<null>> => {
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
              ...({ ...THE_SETTING, action: url === null ? 'ended' : 'set', reason } as const),
              ...{ before: before && { url: before.url, setAt: before.setAt }, after: url === null ? null : { url, setAt } },
            },
          ]
    return { statements, changes, result: null }
  }
  await changeLogged(parts, admin, write, { things: [THE_SETTING], seen })
  return { url, secret: url === null ? null : await parts.webhookSecret(id) }
}
