// People with what they hold and when they were last here, and invitations. Accounts and
// passwords themselves are better-auth's (accounts.ts).
import type { HeldRole, InvitationView, PersonView } from '../../shared/people.ts'

/** '' stands for the whole province (memberships.ts). */
const agencyOf = (agency: string): string | null => (agency === '' ? null : agency)

interface PersonRow extends Omit<PersonView, 'memberships'> {
  memberships: string
}

const PEOPLE = `SELECT u.id, u.name, u.email, s.signed_in_at AS signedInAt, s.disabled_at AS disabledAt,
  (SELECT json_group_array(json_object('role', m.role, 'agency', m.agency, 'agencyName', a.document ->> '$.name'))
   FROM memberships m LEFT JOIN agencies a ON a.code = m.agency WHERE m.person_id = u.id) AS memberships
  FROM "user" u LEFT JOIN person_states s ON s.person_id = u.id`

const personOf = ({ memberships, ...row }: PersonRow): PersonView => ({
  ...row,
  memberships: (JSON.parse(memberships) as (PersonView['memberships'][number] & { agency: string })[])
    .map((one) => ({ ...one, agency: agencyOf(one.agency) }))
    .toSorted((a, b) => `${a.agency} ${a.role}`.localeCompare(`${b.agency} ${b.role}`)),
})

export async function readPeople(db: D1Database): Promise<PersonView[]> {
  const { results } = await db.prepare(`${PEOPLE} ORDER BY u.name, u.id`).all<PersonRow>()
  return results.map(personOf)
}

export async function readPerson(db: D1Database, id: string): Promise<PersonView | null> {
  const row = await db.prepare(`${PEOPLE} WHERE u.id = ?1`).bind(id).first<PersonRow>()
  return row && personOf(row)
}

export const personIdOf = async (db: D1Database, email: string): Promise<string | null> =>
  (await db.prepare('SELECT id FROM "user" WHERE email = ?1').bind(email).first<{ id: string }>())?.id ?? null

export const isDisabled = async (db: D1Database, id: string): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM person_states WHERE person_id = ?1 AND disabled_at IS NOT NULL').bind(id).first()) !== null

export async function noteSignIn(db: D1Database, id: string, at: string): Promise<void> {
  await db
    .prepare('INSERT INTO person_states (person_id, signed_in_at) VALUES (?1, ?2) ON CONFLICT (person_id) DO UPDATE SET signed_in_at = ?2')
    .bind(id, at)
    .run()
}

/** For a batch: all that somebody holds, in the place of what they held. */
export const holdStatements = (db: D1Database, id: string, memberships: readonly HeldRole[]): D1PreparedStatement[] => [
  db.prepare('DELETE FROM memberships WHERE person_id = ?1').bind(id),
  db
    .prepare(
      `INSERT INTO memberships (person_id, role, agency)
       SELECT ?1, value ->> '$.role', coalesce(value ->> '$.agency', '') FROM json_each(?2) WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(id, JSON.stringify(memberships)),
]

/** For a batch. Whoever is no longer let in is signed out everywhere. */
export const stateStatements = (db: D1Database, id: string, disabledAt: string | null): D1PreparedStatement[] => [
  db
    .prepare('INSERT INTO person_states (person_id, disabled_at) VALUES (?1, ?2) ON CONFLICT (person_id) DO UPDATE SET disabled_at = ?2')
    .bind(id, disabledAt),
  ...(disabledAt === null ? [] : [signOutStatement(db, id)]),
]

export const signOutStatement = (db: D1Database, id: string): D1PreparedStatement =>
  db.prepare('DELETE FROM session WHERE "userId" = ?1').bind(id)

export interface Invitation {
  readonly email: string
  readonly name: string
  /** Null: a new person. */
  readonly personId: string | null
  readonly memberships: readonly HeldRole[]
  readonly expiresAt: string
  readonly usedAt: string | null
}

/** For a batch: an open invitation of the address gives way to the new one. */
export const inviteStatements = (
  db: D1Database,
  tokenHash: string,
  { email, name, personId, memberships, expiresAt }: Invitation,
  { at, by }: { readonly at: string; readonly by: string },
): D1PreparedStatement[] => [
  db.prepare('DELETE FROM invitations WHERE email = ?1 AND used_at IS NULL').bind(email),
  db
    .prepare(
      `INSERT INTO invitations (token_hash, email, name, person_id, memberships, made_at, made_by, expires_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    )
    .bind(tokenHash, email, name, personId, JSON.stringify(memberships), at, by, expiresAt),
]

export const useInvitation = (db: D1Database, tokenHash: string, at: string): D1PreparedStatement =>
  db.prepare('UPDATE invitations SET used_at = ?2 WHERE token_hash = ?1').bind(tokenHash, at)

export async function readInvitation(db: D1Database, tokenHash: string): Promise<Invitation | null> {
  const row = await db
    .prepare(
      `SELECT email, name, person_id AS personId, memberships, expires_at AS expiresAt, used_at AS usedAt FROM invitations WHERE token_hash = ?1`,
    )
    .bind(tokenHash)
    .first<Omit<Invitation, 'memberships'> & { memberships: string }>()
  return row && { ...row, memberships: JSON.parse(row.memberships) as HeldRole[] }
}

/** Those that nobody has used, the latest first. */
export async function openInvitations(db: D1Database, now: string): Promise<InvitationView[]> {
  const { results } = await db
    .prepare(
      `SELECT i.email, i.name, i.memberships, i.made_at AS madeAt, u.name AS madeBy, i.expires_at AS expiresAt, i.person_id AS personId
       FROM invitations i JOIN "user" u ON u.id = i.made_by WHERE i.used_at IS NULL ORDER BY i.made_at DESC, i.email`,
    )
    .all<Omit<InvitationView, 'memberships' | 'expired' | 'again'> & { memberships: string; personId: string | null }>()
  return results.map(({ personId, memberships, ...row }) => ({
    ...{ ...row, memberships: JSON.parse(memberships) as HeldRole[] },
    ...{ expired: row.expiresAt <= now, again: personId !== null },
  }))
}
