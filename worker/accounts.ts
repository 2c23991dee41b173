// Passwords and sessions, by better-auth over D1. Gives out signed bearer tokens
// and takes nothing else: no cookie is read or set, because Excel's frames lose
// them. Roles and agencies are not known here (store/memberships.ts).

import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { bearer } from 'better-auth/plugins/bearer'
import { PASSWORD_MIN } from '../shared/people.ts'

export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface Accounts {
  /** Null where e-mail and password do not belong together. */
  signIn(email: string, password: string): Promise<{ token: string; account: Account } | null>
  /** Whose token this is, or null: unknown, ended, or not signed by us. */
  holder(token: string): Promise<Account | null>
  signOut(token: string): Promise<void>
  /** The account with this e-mail, made where there is none. There is no public sign-up. */
  ensure(account: { email: string; name: string; password: string }): Promise<Account>
  /** Of somebody who has one. */
  setPassword(personId: string, password: string): Promise<void>
}

const makeAuth = (db: D1Database, secret: string) =>
  betterAuth({
    database: db,
    secret,
    // Used only for redirects and cookies, neither of which exist here.
    baseURL: 'https://phu-luc-so.invalid',
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_MIN, autoSignIn: false },
    plugins: [bearer({ requireSignature: true })],
    session: { expiresIn: 7 * 86_400, updateAge: 86_400 },
    // Ours counts per e-mail in D1 (store/sign-in-failures.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })

const withToken = (token: string) => new Headers({ Authorization: `Bearer ${token}` })

const accountOf = ({ id, name, email }: Account): Account => ({ id, name, email })

export function makeAccounts(db: D1Database, secret: string): Accounts {
  const auth = makeAuth(db, secret)
  return {
    async signIn(email, password) {
      try {
        const { headers, response } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
        const token = headers.get('set-auth-token')
        return token ? { token: decodeURIComponent(token), account: accountOf(response.user) } : null
      } catch (refusal) {
        if (refusal instanceof APIError && refusal.status === 'UNAUTHORIZED') return null
        throw refusal
      }
    },
    async holder(token) {
      const session = await auth.api.getSession({ headers: withToken(token) })
      return session && accountOf(session.user)
    },
    async signOut(token) {
      await auth.api.signOut({ headers: withToken(token) })
    },
    async setPassword(personId, password) {
      const { internalAdapter, password: passwords } = await auth.$context
      await internalAdapter.updatePassword(personId, await passwords.hash(password))
    },
    async ensure({ email, name, password }) {
      const { internalAdapter, password: passwords } = await auth.$context
      const find = async () => (await internalAdapter.findUserByEmail(email, { includeAccounts: true })) ?? null
      const make = async () => {
        const known = await find()
        const user = known?.user ?? (await internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'email' }))
        if (!known?.accounts.length)
          await internalAdapter.linkAccount({
            ...{ userId: user.id, accountId: user.id, providerId: 'credential' },
            password: await passwords.hash(password),
          })
        return accountOf(user)
      }
      // Two at once: the second runs into a unique index and finds what the first has made.
      return make().catch(async (error) => {
        const made = await find()
        if (!made) throw error
        return accountOf(made.user)
      })
    },
  }
}
