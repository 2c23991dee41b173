// The register as it is changed: statements for the batch in which the change is logged, and
// which agencies have ended. Reading all of it stands in plan.ts.
import type { Agency, AgencyGroup } from '../../shared/agency.ts'
import type { Ended } from '../../shared/succession.ts'
import { keptRead } from './kept-reads.ts'

/** Agencies that end or have ended, with who takes over. */
export const readEnded = (db: D1Database): Promise<readonly Ended[]> => keptRead(db, 'plan', 'ended', () => endedIn(db))

async function endedIn(db: D1Database): Promise<Ended[]> {
  const { results } = await db
    .prepare(
      `SELECT code, document ->> '$.validTo' AS validTo, coalesce(document ->> '$.heir', document ->> '$.successors[0]') AS heir
       FROM agencies WHERE document ->> '$.validTo' IS NOT NULL`,
    )
    .all<Ended>()
  return results
}

/** New ones go to the end of the register, known ones keep their place. */
export const writeAgencies = (db: D1Database, agencies: readonly Agency[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO agencies (code, position, document)
       SELECT value ->> '$.code', (SELECT coalesce(max(position), 0) + 1 FROM agencies) + key, value FROM json_each(?1) WHERE true
       ON CONFLICT (code) DO UPDATE SET document = excluded.document`,
    )
    .bind(JSON.stringify(agencies))

export const writeGroups = (db: D1Database, groups: readonly AgencyGroup[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO agency_groups (code, position, document)
       SELECT value ->> '$.code', (SELECT coalesce(max(position), 0) + 1 FROM agency_groups) + key, value FROM json_each(?1) WHERE true
       ON CONFLICT (code) DO UPDATE SET document = excluded.document`,
    )
    .bind(JSON.stringify(groups))
