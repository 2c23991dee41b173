// What was read of the database and seldom changes, kept for whoever asks next in the same isolate as long as the database says
// that it is still the same. Every read asks for that: what an admin changes is seen at once, in whatever isolate.
import { request } from '../let-others-in.ts'

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

type Versions = Readonly<Partial<Record<string, string>>>

/** What reads of one request ask at the same moment is asked once. */
const beingAsked = new WeakMap<object, Promise<Versions>>()

async function versionsIn(db: D1Database): Promise<Versions> {
  const { results } = await db.prepare('SELECT of, version FROM versions').all<{ of: string; version: string }>()
  return Object.fromEntries(results.map(({ of, version }) => [of, version]))
}

function versions(db: D1Database): Promise<Versions> {
  const by = request()
  if (!by) return versionsIn(db)
  const known = beingAsked.get(by)
  if (known) return known
  const asked = versionsIn(db).finally(() => beingAsked.delete(by))
  beingAsked.set(by, asked)
  return asked
}

export async function versionOf(db: D1Database, of: Of): Promise<string> {
  const version = (await versions(db))[of]
  if (version === undefined) throw new Error(`the database has no version of ${of}`)
  return version
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

/** Made for somebody at this moment; since when. */
const beingMade = new Map<string, number>()
/** Longer than anything takes that is made here. */
const FORGOTTEN_MS = 10_000
/** So long whoever comes later waits for it. */
const PATIENCE_MS = 250
const STEP_MS = 10

/** Null where somebody else in this isolate is making it and is not ready soon. What one request waits for no other may: it looks again and again. */
export async function makeOnce<T>(db: D1Database, moment: string, name: string, make: () => Promise<T>): Promise<T | null> {
  const key = `${moment} ${name}`
  const isMade = () => performance.now() - (beingMade.get(key) ?? Number.NEGATIVE_INFINITY) < FORGOTTEN_MS
  if (isMade()) {
    for (let waited = 0; waited < PATIENCE_MS && isMade(); waited += STEP_MS) await new Promise((next) => setTimeout(next, STEP_MS))
    return madeAt<T>(db, moment, name) ?? null
  }
  beingMade.set(key, performance.now())
  try {
    const value = await make()
    // Of another moment where something happened meanwhile: then nobody else is given it.
    return moment === (await momentOf(db)) ? keepMade(db, moment, name, value) : value
  } finally {
    beingMade.delete(key)
  }
}

function keepMade<T>(db: D1Database, moment: string, name: string, value: T): T {
  const known = made.get(db)
  const values = known?.moment === moment ? known.values : new Map<string, unknown>()
  values.delete(name)
  values.set(name, frozen(value))
  for (const oldest of values.keys()) if (values.size > MOST_MADE) values.delete(oldest)
  made.set(db, { moment, values })
  return value
}
