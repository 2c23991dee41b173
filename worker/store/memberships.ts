// Who acts for which agency in which role. Accounts themselves are better-auth's. An agency
// that has ended is acted for by its heir's people, and its own people act for the heir.
import { actingFor, actsAlsoFor } from '../../shared/succession.ts'
import type { Membership } from '../../shared/wire.ts'
import { readEnded } from './agencies.ts'

/** '' stands for the whole province, because NULL would not be unique. */
const PROVINCE = ''

interface Row {
  role: Membership['role']
  agency: string
}

/** As they are on a day. */
export async function membershipsOf(db: D1Database, personId: string, day: string): Promise<Membership[]> {
  const [{ results }, ended] = await Promise.all([
    db.prepare('SELECT role, agency FROM memberships WHERE person_id = ?1').bind(personId).all<Row>(),
    readEnded(db),
  ])
  const held = results.flatMap(({ role, agency }): Row[] => {
    const acting = actingFor(ended, agency, day)
    return [acting, ...actsAlsoFor(ended, acting, day)].map((code) => ({ role, agency: code }))
  })
  // Who sees the whole province acts for no agency, and no name is asked for.
  if (held.every(({ agency }) => agency === PROVINCE))
    return [...new Set(held.map(({ role }) => role))].toSorted().map((role) => ({ role, agency: null, agencyName: null }))
  const named = await db
    .prepare(
      `SELECT DISTINCT m.value ->> '$.role' AS role, m.value ->> '$.agency' AS agency, a.document ->> '$.name' AS agencyName
       FROM json_each(?1) m LEFT JOIN agencies a ON a.code = m.value ->> '$.agency' ORDER BY a.position, role`,
    )
    .bind(JSON.stringify(held))
    .all<Row & { agencyName: string | null }>()
  return named.results.map(({ role, agency, agencyName }) => ({ role, agency: agency === PROVINCE ? null : agency, agencyName }))
}

export async function grant(db: D1Database, personId: string, membership: Pick<Membership, 'role' | 'agency'>): Promise<void> {
  await db
    .prepare('INSERT INTO memberships (person_id, role, agency) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING')
    .bind(personId, membership.role, membership.agency ?? PROVINCE)
    .run()
}

export const anyAdmin = async (db: D1Database): Promise<boolean> =>
  (await db.prepare("SELECT 1 FROM memberships WHERE role = 'admin' LIMIT 1").first()) !== null

/** Who acts for these agencies themselves, by name. */
export async function peopleOf(db: D1Database, agencies: readonly string[]): Promise<{ name: string; agency: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT u.name, m.agency FROM memberships m JOIN "user" u ON u.id = m.person_id JOIN json_each(?1) a ON a.value = m.agency
       ORDER BY m.agency, u.name`,
    )
    .bind(JSON.stringify(agencies))
    .all<{ name: string; agency: string }>()
  return results
}
