// Letting somebody in: a link that works once and for a week, in the outbox as a mail and in
// the admin's hand; whoever opens it chooses a password.
import type { InvitationAnswer, InvitationFacts, InvitationMade, InvitationRequest } from '../../shared/people.ts'
import { momentText } from '../../shared/sheet/status-sheet.ts'
import { invitationMail } from '../../shared/text/invitation-mail.ts'
import type { Person } from '../../shared/wire.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { addOutgoing } from '../store/outbox.ts'
import { emptySpentInvitations } from '../store/outbox-emptying.ts'
import {
  holdStatements,
  type Invitation,
  inviteStatements,
  personIdOf,
  readInvitation,
  readPerson,
  signOutStatement,
  useInvitation,
} from '../store/people.ts'
import { readPlan } from '../store/plan.ts'
import { changeLogged } from './log-change.ts'
import { demandAgencies } from './people.ts'
import { refuse } from './review.ts'

const VALID_MS = 7 * 86_400_000
const TOKEN_BYTES = 32

const newToken = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

interface Wanted extends Pick<Invitation, 'email' | 'name' | 'personId' | 'memberships'> {
  readonly reason: string
}

async function send(parts: Parts, admin: Person, origin: string, wanted: Wanted): Promise<InvitationMade> {
  const { db, clock } = parts
  const loaded = await readPlan(db)
  const token = newToken()
  const tokenHash = await sha256(token)
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + VALID_MS).toISOString()
  const link = `${origin}/portal.html#invitation=${token}`
  const again = wanted.personId !== null
  const mail = invitationMail({ ...wanted, link, again, until: momentText(expiresAt), province: loaded?.plan.province ?? '' })
  const { email, name, memberships, reason } = wanted
  await changeLogged(parts, admin, async () => ({
    statements: [
      ...inviteStatements(db, tokenHash, { ...wanted, expiresAt, usedAt: null }, { at: now.toISOString(), by: admin.id }),
      emptySpentInvitations(db, now.toISOString()),
      addOutgoing(db, {
        ...{ about: `invitation.${tokenHash}`, channel: 'mail', recipient: email, ...mail, html: null },
        ...{ madeAt: now.toISOString(), expiresAt },
      }),
    ],
    changes: [
      {
        subject: 'person',
        subjectId: email,
        action: 'invited',
        before: null,
        after: { name, email, memberships, expiresAt, again },
        reason,
      } as const,
    ],
    result: null,
  }))
  return { link, expiresAt }
}

export async function invite(parts: Parts, admin: Person, origin: string, request: InvitationRequest): Promise<InvitationMade> {
  await demandAgencies(parts, request.memberships)
  if (await personIdOf(parts.db, request.email))
    refuse('/email', {
      vi: `${request.email} đã có tài khoản. Hãy tìm người đó trong danh sách và giao vai trò.`,
      en: `${request.email} has an account. Find the person in the list and give the role there.`,
    })
  return send(parts, admin, origin, { ...request, personId: null })
}

/** Somebody has lost a password: the link lets them choose one again. */
export async function inviteAgain(parts: Parts, admin: Person, origin: string, id: string, reason: string): Promise<InvitationMade> {
  const person = await readPerson(parts.db, id)
  if (!person) throw new ProblemError('not-found')
  const { name, email } = person
  return send(parts, admin, origin, { name, email, personId: id, memberships: [], reason })
}

async function usable(parts: Parts, token: string): Promise<{ invitation: Invitation; tokenHash: string }> {
  const tokenHash = await sha256(token)
  const invitation = await readInvitation(parts.db, tokenHash)
  const isOver = invitation === null || invitation.usedAt !== null || invitation.expiresAt <= parts.clock.now().toISOString()
  if (isOver) {
    const refusal = {
      vi: 'Liên kết mời đã hết hạn hoặc đã dùng. Hãy đề nghị quản trị gửi lại lời mời.',
      en: 'The invitation is over or was used. Ask the administrator to send it again.',
    }
    throw new ProblemError('not-found', refusal.en, { refusal })
  }
  return { invitation, tokenHash }
}

export async function invitationFacts(parts: Parts, token: string): Promise<InvitationFacts> {
  const { name, email, expiresAt, personId } = (await usable(parts, token)).invitation
  return { name, email, expiresAt, again: personId !== null }
}

export async function acceptInvitation(parts: Parts, token: string, { password }: InvitationAnswer): Promise<InvitationFacts> {
  const { invitation, tokenHash } = await usable(parts, token)
  const { db, accounts, clock } = parts
  const { name, email, personId, memberships, expiresAt } = invitation
  const account = await accounts.ensure({ email, name, password })
  if (personId !== null) await accounts.setPassword(account.id, password)
  const person: Person = { ...account, memberships: [] }
  await changeLogged(parts, person, async () => {
    // Two at once with one link: the second finds it used.
    await usable(parts, token)
    return {
      statements: [
        useInvitation(db, tokenHash, clock.now().toISOString()),
        emptySpentInvitations(db, clock.now().toISOString()),
        ...(personId === null ? holdStatements(db, account.id, memberships) : [signOutStatement(db, account.id)]),
      ],
      changes: [
        {
          ...({ subject: 'person', subjectId: email, action: personId === null ? 'joined' : 'set', before: null, reason: null } as const),
          after: personId === null ? { name, memberships } : { name },
        },
      ],
      result: null,
    }
  })
  return { name, email, expiresAt, again: personId !== null }
}
