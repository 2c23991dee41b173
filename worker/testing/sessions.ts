// Who is signed in. Each password costs a fifth of a second, as it should; so the first test of
// a process signs a person in, the others get the session that came of it, as long as the
// person still has that password. How one comes in is tested where it is asked for itself.
import { env, exports } from 'cloudflare:workers'
import type { Session } from '../../shared/wire.ts'
import { demoClock } from '../clocks.ts'
import { noteSignIn } from '../store/people.ts'

interface Held {
  readonly token: string
  readonly person: string
  readonly passwordHash: string
  /** The session's row as JSON. */
  readonly row: string
}

const held = new Map<string, Held>()

const account = (email: string) =>
  env.DB.prepare(
    `SELECT u.id, a.password FROM "user" u JOIN "account" a ON a."userId" = u.id LEFT JOIN person_states s ON s.person_id = u.id
     WHERE u.email = ?1 AND s.disabled_at IS NULL`,
  )
    .bind(email)
    .first<{ id: string; password: string }>()

async function signIn(email: string, password: string): Promise<string> {
  const body = JSON.stringify({ email, password })
  const headers = { 'content-type': 'application/json' }
  const response = await exports.default.fetch(new Request('https://pls.test/api/session', { method: 'POST', headers, body }))
  const { token, person } = await response.json<Session>()
  const row = await env.DB.prepare('SELECT * FROM session WHERE "userId" = ?1 ORDER BY "createdAt" DESC').bind(person.id).first()
  const passwordHash = (await account(email))!.password
  held.set(email, { token, person: person.id, passwordHash, row: JSON.stringify(row) })
  return token
}

/** The token of somebody who has come in with this password. */
export async function tokenOf(email: string, password: string): Promise<string> {
  const known = held.get(email)
  const now = await account(email)
  if (!known || now?.id !== known.person || now.password !== known.passwordHash) return signIn(email, password)
  await env.DB.prepare(
    `INSERT OR IGNORE INTO session (id, "expiresAt", token, "createdAt", "updatedAt", "userId")
     SELECT r ->> 'id', r ->> 'expiresAt', r ->> 'token', r ->> 'createdAt', r ->> 'updatedAt', r ->> 'userId' FROM (SELECT ?1 AS r)`,
  )
    .bind(known.row)
    .run()
  await noteSignIn(env.DB, known.person, (await demoClock(env.DB)).now().toISOString())
  return known.token
}
