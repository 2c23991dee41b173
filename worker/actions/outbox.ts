// The outbox as admins see it, and what they decide: sent again from the beginning, or not at
// all; with a reason, in the log.
import type { Outbox, OutboxDecision } from '../../shared/people.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { drop, sendAgain } from '../store/deliveries.ts'
import { readOutbox, readOutgoing } from '../store/outbox.ts'
import { changeLogged } from './log-change.ts'
import { refuse } from './review.ts'
import { unreachedAgencies } from './unreached.ts'

const MOST = 200

export async function outboxNow(parts: Parts): Promise<Outbox> {
  const { db, clock, mail } = parts
  const said = mail.kind === 'on' ? mail.server : mail.kind === 'wrong' ? mail.problem : null
  const [mails, unreached] = await Promise.all([readOutbox(db, MOST), unreachedAgencies(parts)])
  return { mails, unreached, now: clock.now().toISOString(), mailer: { kind: mail.kind, said } }
}

export async function decideOutgoing(parts: Parts, admin: Person, { about, what, reason }: OutboxDecision): Promise<Outbox> {
  const { db, clock } = parts
  await changeLogged(parts, admin, async () => {
    const one = await readOutgoing(db, about)
    if (!one) throw new ProblemError('not-found')
    if (what === 'drop' && one.sentAt !== null)
      refuse('/what', { vi: 'Thư này đã gửi, không bỏ được nữa.', en: 'It is sent already and cannot be dropped.' })
    const { recipient, subject, sentAt, droppedAt, attempts } = one
    const logged = {
      subject: 'outbox',
      subjectId: `${recipient}: ${subject}`,
      action: what === 'again' ? 'sent-again' : 'dropped',
      reason,
    } as const
    return {
      statements: [what === 'again' ? sendAgain(db, about) : drop(db, about, clock.now().toISOString())],
      changes: [{ ...logged, before: { sentAt, droppedAt, attempts }, after: null }],
      result: null,
    }
  })
  return outboxNow(parts)
}
