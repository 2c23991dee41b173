// The outbox as admins see it, and what they decide: sent again from the beginning, or not at
// all; with a reason, in the log.
import { MAIL_KEPT_DAYS, type Mail, type Outbox, type OutboxDecision } from '../../shared/people.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { drop, sendAgain } from '../store/deliveries.ts'
import { lastHappening } from '../store/events.ts'
import { readOutbox, readOutgoing } from '../store/outbox.ts'
import { emptyBefore, emptySpentInvitations } from '../store/outbox-emptying.ts'
import type { Seen } from './changed-meanwhile.ts'
import { changeLogged, type Written } from './log-change.ts'
import { refuse } from './review.ts'
import { unreachedAgencies } from './unreached.ts'

const MOST = 200

export async function outboxNow(parts: Parts): Promise<Outbox> {
  const { db, clock, mail } = parts
  const said = mail.kind === 'on' ? mail.server : mail.kind === 'wrong' ? mail.problem : null
  const asOf = await lastHappening(db)
  const [mails, unreached] = await Promise.all([readOutbox(db, MOST), unreachedAgencies(parts)])
  return { asOf, mails, unreached, now: clock.now().toISOString(), mailer: { kind: mail.kind, said } }
}

const DAY_MS = 86_400_000

/** What was sent, or will not be, is forgotten after so many days; a link that opens nothing any more at once. */
export async function emptyOutbox({ db, clock }: Parts): Promise<void> {
  const now = clock.now()
  await emptySpentInvitations(db, now.toISOString()).run()
  await emptyBefore(db, new Date(now.getTime() - MAIL_KEPT_DAYS * DAY_MS).toISOString(), now.toISOString())
}

/** Under the name that the audit has for it. */
const thingOf = ({ recipient, subject }: Mail) => ({ subject: 'outbox', subjectId: `${recipient}: ${subject}` }) as const

export async function decideOutgoing(parts: Parts, admin: Person, { about, what, reason }: OutboxDecision, seen: Seen): Promise<Outbox> {
  const { db, clock } = parts
  const known = async (): Promise<Mail> => {
    const one = await readOutgoing(db, about)
    if (!one) throw new ProblemError('not-found')
    return one
  }
  const rests = { things: [thingOf(await known())], seen }
  const write = async (): Promise<Written<null>> => {
    const one = await known()
    if (what === 'drop' && one.sentAt !== null)
      refuse('/what', { vi: 'Thư này đã gửi, không bỏ được nữa.', en: 'It is sent already and cannot be dropped.' })
    if (what === 'again' && one.emptiedAt !== null)
      refuse('/what', {
        vi: 'Nội dung thư đã xóa, không gửi lại được. Thư mời thì mời lại ở trang Người dùng.',
        en: 'What it said is no longer kept, so it cannot be sent again. Send an invitation anew on the page People.',
      })
    const { sentAt, droppedAt, attempts } = one
    const at = clock.now().toISOString()
    const after = what === 'again' ? { sentAt: null, droppedAt: null, attempts: 0 } : { sentAt, droppedAt: at, attempts }
    return {
      statements: [what === 'again' ? sendAgain(db, about) : drop(db, about, at)],
      changes: [
        {
          ...({ ...thingOf(one), action: what === 'again' ? 'sent-again' : 'dropped', reason } as const),
          ...{ before: { sentAt, droppedAt, attempts }, after },
        },
      ],
      result: null,
    }
  }
  await changeLogged(parts, admin, write, rests)
  return outboxNow(parts)
}
