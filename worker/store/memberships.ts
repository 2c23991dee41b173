// Who acts for which agency in which role. Accounts themselves are better-auth's.
import type { Membership } from '../../shared/wire.ts'

/** '' stands for the whole province, because NULL would not be unique. */
const PROVINCE = ''

export async function membershipsOf(db: D1Database, personId: string): Promise<Membership[]> {
  const { results } = await db
    .prepare(
      `SELECT m.role, m.agency, json_extract(a.document, '$.name') AS agencyName
       FROM memberships m LEFT JOIN agencies a ON a.code = m.agency
       WHERE m.person_id = ?1 ORDER BY a.position, m.role`,
    )
    .bind(personId)
    .all<{ role: Membership['role']; agency: string; agencyName: string | null }>()
  return results.map(({ role, agency, agencyName }) => ({ role, agency: agency === PROVINCE ? null : agency, agencyName }))
}

export async function grant(db: D1Database, personId: string, membership: Pick<Membership, 'role' | 'agency'>): Promise<void> {
  await db
    .prepare('INSERT INTO memberships (person_id, role, agency) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING')
    .bind(personId, membership.role, membership.agency ?? PROVINCE)
    .run()
}

export const anyAdmin = async (db: D1Database): Promise<boolean> =>
  (await db.prepare("SELECT 1 FROM memberships WHERE role = 'admin' LIMIT 1").first()) !== null
