// A person comes in: password checked, guessing slowed down, memberships read.
// How sessions are made and kept is not known here (accounts.ts).
import { dayInVietnam } from '../../shared/clock.ts'
import type { Person, Session } from '../../shared/wire.ts'
import type { Account } from '../accounts.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { membershipsOf } from '../store/memberships.ts'
import { isDisabled, noteSignIn } from '../store/people.ts'
import { countAttempt, forgetAttempts } from '../store/sign-in-failures.ts'

const ATTEMPTS_MAX = 10
const WINDOW_MINUTES = 15

const NO_LONGER = {
  vi: 'Tài khoản này đã ngừng sử dụng. Hãy hỏi quản trị viên của tỉnh.',
  en: 'This account is no longer in use. Ask the administrator of the province.',
}

export async function personOf(parts: Parts, { id, name, email }: Account): Promise<Person> {
  return { id, name, email, memberships: await membershipsOf(parts.db, id, dayInVietnam(parts.clock.now())) }
}

export async function signIn(parts: Parts, email: string, password: string): Promise<Session> {
  const address = email.trim().toLowerCase()
  const now = parts.clock.now()
  const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000)
  // Counted before the password is looked at, so that many at once are no way around it.
  if (!(await countAttempt(parts.db, address, now.toISOString(), since.toISOString(), ATTEMPTS_MAX)))
    throw new ProblemError('too-many-requests', undefined, {}, { 'Retry-After': String(WINDOW_MINUTES * 60) })
  const signedIn = await parts.accounts.signIn(address, password)
  if (!signedIn) throw new ProblemError('wrong-password')
  if (await isDisabled(parts.db, signedIn.account.id)) {
    await parts.accounts.signOut(signedIn.token)
    throw new ProblemError('forbidden', NO_LONGER.en, { refusal: NO_LONGER })
  }
  await noteSignIn(parts.db, signedIn.account.id, now.toISOString())
  await forgetAttempts(parts.db, address)
  return { token: signedIn.token, person: await personOf(parts, signedIn.account) }
}
