// Puts what has happened into the outbox for the webhook, each event once: from the log in
// its order, and what people were reminded of. Handing on is deliver.ts.
import type { WebhookBody } from '../../shared/webhook.ts'
import type { Parts } from '../parts.ts'
import { addOutgoing, type Outgoing, queuedAbout } from '../store/outbox.ts'
import { happenedAfter, type KeptWebhook, noteTold, readWebhook, remindedSince } from '../store/webhook.ts'

const DAY_MS = 86_400_000

/** Older news helps nobody. */
const WORTH_MS = 7 * DAY_MS

const MOST = 500

export function outgoingEvent({ id, url }: Pick<KeptWebhook, 'id' | 'url'>, name: string, body: WebhookBody, now: Date): Outgoing {
  return {
    ...{ about: `webhook.${id}.${name}`, channel: 'webhook', recipient: url, subject: body.event, body: JSON.stringify(body), html: null },
    ...{ madeAt: now.toISOString(), expiresAt: new Date(now.getTime() + WORTH_MS).toISOString() },
  }
}

const linked = (parts: Parts, body: WebhookBody): WebhookBody =>
  parts.portal === null || body.obligation === undefined ? body : { ...body, link: `${parts.portal}/portal.html#review=${body.obligation}` }

export async function tellWebhook(parts: Parts): Promise<void> {
  const { db, clock } = parts
  const webhook = await readWebhook(db)
  if (!webhook) return
  const now = clock.now()
  const happened = await happenedAfter(db, webhook.told, MOST)
  const since = new Date(now.getTime() - 2 * DAY_MS).toISOString()
  const reminded = await remindedSince(db, since > webhook.setAt ? since : webhook.setAt)
  const news = [
    ...happened.map(({ seq, body }) => outgoingEvent(webhook, String(seq), linked(parts, body), now)),
    ...reminded.map(({ occasion, at, ...about }) =>
      outgoingEvent(webhook, `reminder.${about.obligation}.${occasion}`, linked(parts, { event: 'reminder', at, ...about, occasion }), now),
    ),
  ]
  const queued = await queuedAbout(
    db,
    news.map(({ about }) => about),
  )
  const fresh = news.filter(({ about }) => !queued.has(about)).map((one) => addOutgoing(db, one))
  const last = happened.at(-1)?.seq
  if (fresh.length === 0 && last === undefined) return
  try {
    await db.batch([...fresh, ...(last === undefined ? [] : [noteTold(db, webhook.id, last)])])
  } catch (error) {
    // Another run was quicker; the next one finds what that one has not.
    if (!(error instanceof Error && error.message.includes('UNIQUE constraint failed'))) throw error
  }
}
