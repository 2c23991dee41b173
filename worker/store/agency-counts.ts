// What was counted over several reports of one agency, kept under what it was counted of: counts are as good as the
// submissions that count now are the same. What is counted and how is not known here.
import { type Claim, claim, endClaim, leftWithClaim } from './claims.ts'

export interface Counting {
  /** What is counted. */
  readonly about: string
  /** The hash of what it is counted by. */
  readonly key: string
  /** The reports that it is counted of. */
  readonly reports: readonly { readonly template: string; readonly period: string }[]
  /** Agencies whose reports are counted with another one's, and whose. */
  readonly heirs?: Readonly<Record<string, string>>
}

/** Of each agency of which any of the reports counts, the counts where they still hold. */
const KEPT = `WITH sent AS MATERIALIZED (
    SELECT coalesce(h.value, c.agency) AS agency, json_group_array(c.submission_id ORDER BY p.key, c.agency) AS counted_of
    FROM json_each(?3, '$.reports') p CROSS JOIN counted c ON c.template = p.value ->> '$.template' AND c.period = p.value ->> '$.period'
      LEFT JOIN json_each(?3, '$.heirs') h ON h.key = c.agency GROUP BY 1),
  kept AS MATERIALIZED (
    SELECT s.agency, a.position, s.counted_of, k.counts FROM sent s CROSS JOIN agencies a ON a.code = s.agency
      LEFT JOIN agency_counts k ON k.about = ?1 AND k.agency = s.agency AND k.key = ?2 AND k.counted_of = s.counted_of)`

const bound = ({ about, key, reports, heirs = {} }: Counting): [string, string, string] => [about, key, JSON.stringify({ reports, heirs })]

/** Added up by name, over all agencies for which somebody has counted. */
export async function addedCounts(db: D1Database, counting: Counting): Promise<Readonly<Record<string, number>>> {
  const { results } = await db
    .prepare(`${KEPT} SELECT j.key AS name, sum(j.value) AS total FROM kept CROSS JOIN json_each(kept.counts) j GROUP BY j.key`)
    .bind(...bound(counting))
    .all<{ name: string; total: number }>()
  return Object.fromEntries(results.map(({ name, total }) => [name, total]))
}

/** The first of them in the order of the register, and how many there are. */
async function uncountedAgencies(
  db: D1Database,
  counting: Counting,
  most: number,
): Promise<{ readonly agencies: readonly string[]; readonly all: number }> {
  const { results } = await db
    .prepare(`${KEPT} SELECT agency, count(*) OVER () AS n FROM kept WHERE counts IS NULL ORDER BY position LIMIT ?4`)
    .bind(...bound(counting), most)
    .all<{ agency: string; n: number }>()
  return { agencies: results.map(({ agency }) => agency), all: results[0]?.n ?? 0 }
}

/**
 * Counts for agencies for which nobody has, so many pieces at most and only where nobody else is counting the same at this
 * moment; resolves with how many are left. `piece`: agencies of one piece.
 */
export async function countPieces(
  db: D1Database,
  counting: Counting,
  { piece, most }: { readonly piece: number; readonly most: number },
  count: (agencies: readonly string[]) => Promise<readonly MadeCounts[]>,
): Promise<number> {
  const { about } = counting
  for (let done = 0; ; done++) {
    const others = await leftWithClaim(db, about)
    if (others !== null) return others
    const { agencies, all } = await uncountedAgencies(db, counting, piece)
    if (agencies.length === 0 || done === most) return all
    const own = await claim(db, about, all)
    if (!own) return all
    try {
      await keepCounts(db, counting, await count(agencies), own)
    } catch (error) {
      await endClaim(db, own).run()
      throw error
    }
    if (agencies.length === all) return 0
  }
}

export interface AgencyCount {
  readonly agency: string
  readonly count: number
}

/** Agencies from one on, itself included, with how much of one name each has; those that have none are passed over. */
export async function agenciesWith(
  db: D1Database,
  counting: Counting,
  name: string,
  from: string | null,
  most: number,
): Promise<AgencyCount[]> {
  const { results } = await db
    .prepare(
      `${KEPT} SELECT agency, counts ->> ('$."' || ?4 || '"') AS count FROM kept
       WHERE counts ->> ('$."' || ?4 || '"') > 0 AND position >= coalesce((SELECT position FROM agencies WHERE code = ?5), 0)
       ORDER BY position LIMIT ?6`,
    )
    .bind(...bound(counting), name, from, most)
    .all<AgencyCount>()
  return results
}

export interface AgencyKept {
  readonly agency: string
  /** Its submission of the first report. */
  readonly submissionId: string
  /** Of all names together; null where nobody has counted yet. */
  readonly count: number | null
}

/** Of all agencies, in the order of the register. */
export async function allKept(db: D1Database, counting: Counting): Promise<AgencyKept[]> {
  const { results } = await db
    .prepare(
      `${KEPT} SELECT agency, counted_of ->> '$[0]' AS submissionId,
         CASE WHEN counts IS NULL THEN NULL ELSE (SELECT coalesce(sum(j.value), 0) FROM json_each(counts) j) END AS count
       FROM kept ORDER BY position`,
    )
    .bind(...bound(counting))
    .all<AgencyKept>()
  return results
}

/** Agencies in whose counts something stands by any of the paths, in the order of the register. */
export async function agenciesAt(db: D1Database, counting: Counting, paths: readonly string[]): Promise<string[]> {
  const { results } = await db
    .prepare(
      `${KEPT} SELECT agency FROM kept WHERE EXISTS (SELECT 1 FROM json_each(?4) p WHERE counts ->> p.value IS NOT NULL) ORDER BY position`,
    )
    .bind(...bound(counting), JSON.stringify(paths))
    .all<{ agency: string }>()
  return results.map(({ agency }) => agency)
}

/** So many agencies by one statement. */
const PAGE = 1_000

/** The counts themselves where they hold, a page of them at a time: of one moment as long as nothing happens meanwhile. */
export async function* allCounts<T>(db: D1Database, counting: Counting): AsyncGenerator<readonly T[], void> {
  const row = await db
    .prepare(`${KEPT} SELECT json_group_array(agency) AS agencies FROM kept WHERE counts IS NOT NULL`)
    .bind(...bound(counting))
    .first<{ agencies: string }>()
  const counted = new Set(JSON.parse(row?.agencies ?? '[]') as string[])
  for (let after = '', read = PAGE; read === PAGE; ) {
    const page = await db
      .prepare('SELECT agency, counts FROM agency_counts WHERE about = ?1 AND key = ?2 AND agency > ?3 ORDER BY agency LIMIT ?4')
      .bind(counting.about, counting.key, after, PAGE)
      .all<{ agency: string; counts: string }>()
    read = page.results.length
    after = page.results.at(-1)?.agency ?? ''
    yield page.results.flatMap(({ agency, counts }) => (counted.has(agency) ? [JSON.parse(counts) as T] : []))
  }
}

export interface MadeCounts {
  readonly agency: string
  /** Ids of the submissions that it was counted of, in the order of the reports, those of one report by the code of their agency. */
  readonly countedOf: readonly string[]
  readonly counts: unknown
}

/** In place of what was counted before; `own`: the claim that ends with it. */
export async function keepCounts(db: D1Database, { about, key }: Counting, made: readonly MadeCounts[], own?: Claim): Promise<void> {
  const kept = db
    .prepare(
      `INSERT INTO agency_counts (about, agency, key, counted_of, counts)
       SELECT ?1, value ->> '$.agency', ?2, value -> '$.countedOf', value -> '$.counts' FROM json_each(?3) WHERE true
       ON CONFLICT (about, agency) DO UPDATE SET key = excluded.key, counted_of = excluded.counted_of, counts = excluded.counts`,
    )
    .bind(about, key, JSON.stringify(made))
  await db.batch(own ? [kept, endClaim(db, own)] : [kept])
}
