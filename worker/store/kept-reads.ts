// What was read of the database and seldom changes, kept for whoever asks next in the same isolate as long as the database says
// that it is still the same. Every read asks for that: what an admin changes is seen at once, in whatever isolate.

/** What changes together: plan, register and templates with all that is set about them; which reports there are. */
type Of = 'plan' | 'obligations'

interface Kept {
  readonly version: string
  readonly values: Map<string, unknown>
}

const kept = new WeakMap<D1Database, Map<Of, Kept>>()

/** What is given to several: nobody may change it. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const own of Object.values(value)) frozen(own)
  return Object.freeze(value)
}

export async function versionOf(db: D1Database, of: Of): Promise<string> {
  const row = await db.prepare('SELECT version FROM versions WHERE of = ?1').bind(of).first<{ version: string }>()
  if (!row) throw new Error(`the database has no version of ${of}`)
  return row.version
}

/** `name`: what is read. What changes while it is read is read anew by the next one, because the version was asked for before. */
export async function keptRead<T>(db: D1Database, of: Of, name: string, read: () => Promise<T>): Promise<T> {
  const version = await versionOf(db, of)
  const all = kept.get(db) ?? new Map<Of, Kept>()
  kept.set(db, all)
  const known = all.get(of)
  const same: Kept = known?.version === version ? known : { version, values: new Map() }
  all.set(of, same)
  if (same.values.has(name)) return same.values.get(name) as T
  // Values are kept and not promises: what one request waits for, no other may.
  const value = frozen(await read())
  same.values.set(name, value)
  return value
}

/** What everything that follows from the database alone follows from: log, plan and which reports there are. */
export async function momentOf(db: D1Database): Promise<string> {
  const row = await db
    .prepare(
      `SELECT (SELECT group_concat(version, ' ') FROM versions) || ' ' ||
         coalesce((SELECT seq || ' ' || hash FROM submission_events ORDER BY seq DESC LIMIT 1), '') AS moment`,
    )
    .first<{ moment: string }>()
  return row?.moment ?? ''
}

/** So many answers: the pages, charts and figures of one are asked for one after the other. */
const MOST_MADE = 4

const made = new WeakMap<D1Database, { readonly moment: string; readonly values: Map<string, unknown> }>()

/** What was made of the database as it was at a moment; undefined where it was not, or is no longer kept. */
export function madeAt<T>(db: D1Database, moment: string, name: string): T | undefined {
  const known = made.get(db)
  return known?.moment === moment ? (known.values.get(name) as T | undefined) : undefined
}

export function keepMade<T>(db: D1Database, moment: string, name: string, value: T): T {
  const known = made.get(db)
  const values = known?.moment === moment ? known.values : new Map<string, unknown>()
  values.delete(name)
  values.set(name, frozen(value))
  for (const oldest of values.keys()) if (values.size > MOST_MADE) values.delete(oldest)
  made.set(db, { moment, values })
  return value
}
