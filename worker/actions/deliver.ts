// Hands on what waits in the outbox, one after the other. A failure is kept with its sentence
// and tried again after pauses that grow, so often and not more often.

import { sha256 } from '../hash.ts'
import { NotSent } from '../mailer.ts'
import type { Parts } from '../parts.ts'
import { type Claimed, claimNext, markFailed, markSent } from '../store/deliveries.ts'
import type { Outgoing } from '../store/outbox.ts'
import { readWebhook } from '../store/webhook.ts'
import { callWebhook } from '../webhook-call.ts'
import { webhookUrlProblem } from '../webhook-url.ts'

const MINUTE_MS = 60_000

/** After the first attempt, the second, …; after the last nobody tries any more: nearly three days. */
const PAUSES_MINUTES = [5, 15, 60, 180, 360, 720, 1440, 1440]

/** Longer than a server may take; nobody else sends it meanwhile. */
const CLAIM_MS = 10 * MINUTE_MS

/** What one run hands on at most; the next goes on from there. */
const MOST = 300

/** Stable over attempts, another one where an admin has it sent again. */
const idOf = async ({ about, round }: Claimed): Promise<string> => (await sha256(`${about} ${round}`)).slice(0, 40)

type Send = (one: Claimed, id: string) => Promise<string>

async function deliverOn(parts: Parts, channel: Outgoing['channel'], send: Send): Promise<void> {
  const { db, clock } = parts
  for (let n = 0; n < MOST; n++) {
    const now = clock.now().getTime()
    const one = await claimNext(db, channel, new Date(now).toISOString(), new Date(now + CLAIM_MS).toISOString())
    if (!one) return
    try {
      const answer = await send(one, await idOf(one))
      await markSent(db, one.about, clock.now().toISOString(), answer)
    } catch (error) {
      const at = clock.now()
      const isLast = error instanceof NotSent && error.of === 'letter'
      const pause = isLast ? undefined : PAUSES_MINUTES[one.attempts - 1]
      const nextAt = pause === undefined ? null : new Date(at.getTime() + pause * MINUTE_MS).toISOString()
      await markFailed(db, one.about, at.toISOString(), error instanceof Error ? error.message : String(error), nextAt)
      // The server takes nothing now: others are not worn out on it.
      if (error instanceof NotSent && error.of === 'server') return
    }
  }
}

export async function deliverMails(parts: Parts): Promise<void> {
  const { mail } = parts
  if (mail.kind === 'wrong') throw new Error(`Mails are not sent: ${mail.problem}`)
  if (mail.kind === 'on')
    await deliverOn(parts, 'mail', ({ recipient, subject, body, html }, id) => mail.send({ id, recipient, subject, body, html }))
}

/** What was meant for another address than the one that holds now goes nowhere. */
export async function deliverEvents(parts: Parts): Promise<void> {
  const webhook = await readWebhook(parts.db)
  if (!webhook) return
  const secret = await parts.webhookSecret(webhook.id)
  await deliverOn(parts, 'webhook', async ({ about, subject, body }, id) => {
    const problem = webhookUrlProblem(webhook.url, parts.demo)
    if (problem || !about.startsWith(`webhook.${webhook.id}.`)) throw new NotSent('letter', problem?.vi ?? 'Địa chỉ đã đổi.')
    return callWebhook({ url: webhook.url, secret, id, event: subject, body, at: parts.clock.now() })
  })
}
