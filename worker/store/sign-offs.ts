// Which agencies' heads sign, as it was set and from which day. Nothing is changed
// or deleted: a later setting takes the place of an earlier one.
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { SignOffSetting, SignOffView } from '../../shared/sign-off.ts'
import { sha256 } from '../hash.ts'
import { addEvent, type ChainedEvent } from './events.ts'

/** What the log holds a setting to. */
export const hashOfSignOff = (setting: SignOffSetting): Promise<string> => sha256(canonicalJson(setting))

/** The agencies whose heads have to sign what is sent on a day. */
export async function signingAgencies(db: D1Database, day: string): Promise<Set<string>> {
  const { results } = await db
    .prepare(
      `SELECT agency FROM sign_offs s WHERE valid_from <= ?1 AND signs_off = 'required' AND NOT EXISTS (
         SELECT 1 FROM sign_offs later WHERE later.agency = s.agency AND later.valid_from <= ?1
           AND (later.valid_from, later.set_at, later.id) > (s.valid_from, s.set_at, s.id))`,
    )
    .bind(day)
    .all<{ agency: string }>()
  return new Set(results.map(({ agency }) => agency))
}

/** All there ever were, the latest first. */
export async function readSignOffs(db: D1Database): Promise<SignOffView[]> {
  const { results } = await db
    .prepare(
      `SELECT s.id, s.agency, s.signs_off AS signsOff, s.valid_from AS "from", s.set_at AS setAt, p.name AS setBy
       FROM sign_offs s LEFT JOIN "user" p ON p.id = s.set_by ORDER BY s.set_at DESC, s.id`,
    )
    .all<SignOffView>()
  return results
}

interface Kept {
  readonly id: string
  readonly setting: SignOffSetting
  readonly hash: string
  readonly at: string
  /** Null: it came with the deployment. */
  readonly by: string | null
}

const insert = (db: D1Database, { id, setting, hash, at, by }: Kept): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO sign_offs (id, agency, signs_off, valid_from, body_hash, set_at, set_by)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO NOTHING`,
    )
    .bind(id, setting.agency, setting.signsOff, setting.from, hash, at, by)

/** What comes with the deployment: once, however often it starts. */
export async function bringSignOff(db: D1Database, id: string, setting: SignOffSetting, at: string): Promise<void> {
  await insert(db, { id, setting, hash: await hashOfSignOff(setting), at, by: null }).run()
}

/** Setting and its event, both or neither. */
export async function addSignOff(db: D1Database, id: string, setting: SignOffSetting, event: ChainedEvent): Promise<void> {
  await db.batch([insert(db, { id, setting, hash: event.bodyHash, at: event.at, by: event.actor }), addEvent(db, event)])
}
