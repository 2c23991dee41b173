// What was counted over several reports of one agency, kept under what it was counted of: counts are as good as the
// submissions that count now are the same. What is counted and how is not known here.

export interface Counting {
  /** What is counted. */
  readonly about: string
  /** The hash of what it is counted by. */
  readonly key: string
  /** The reports that it is counted of, as TEMPLATE.PERIOD. */
  readonly reports: readonly string[]
}

/** Of each agency of which any of the reports counts, the counts where they still hold. */
const KEPT = `WITH sent AS MATERIALIZED (
    SELECT a.code AS agency, a.position, (SELECT json_group_array(id) FROM (
      SELECT c.id FROM json_each(?3) p CROSS JOIN counted_submissions c ON c.obligation_id = p.value || '.' || a.code ORDER BY p.key)) AS counted_of
    FROM agencies a),
  kept AS MATERIALIZED (
    SELECT s.agency, s.position, s.counted_of, k.counts FROM sent s
      LEFT JOIN agency_counts k ON k.about = ?1 AND k.agency = s.agency AND k.key = ?2 AND k.counted_of = s.counted_of
    WHERE s.counted_of <> '[]')`

const bound = ({ about, key, reports }: Counting): [string, string, string] => [about, key, JSON.stringify(reports)]

/** Added up over all agencies by name; `uncounted`: agencies for which nobody has counted yet. */
export async function addedCounts(
  db: D1Database,
  counting: Counting,
): Promise<{ readonly totals: Readonly<Record<string, number>>; readonly uncounted: number }> {
  const { results } = await db
    .prepare(
      `${KEPT} SELECT j.key AS name, sum(j.value) AS total FROM kept CROSS JOIN json_each(kept.counts) j GROUP BY j.key
       UNION ALL SELECT '', count(*) FROM kept WHERE counts IS NULL`,
    )
    .bind(...bound(counting))
    .all<{ name: string; total: number }>()
  const totals = Object.fromEntries(results.map(({ name, total }) => [name, total]))
  const { '': uncounted = 0, ...named } = totals
  return { totals: named, uncounted }
}

/** In the order of the register. */
export async function uncountedAgencies(db: D1Database, counting: Counting, most: number): Promise<string[]> {
  const { results } = await db
    .prepare(`${KEPT} SELECT agency FROM kept WHERE counts IS NULL ORDER BY position LIMIT ?4`)
    .bind(...bound(counting), most)
    .all<{ agency: string }>()
  return results.map(({ agency }) => agency)
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

/** Agencies in whose counts something stands by a path, in the order of the register. */
export async function agenciesAt(db: D1Database, counting: Counting, path: string): Promise<string[]> {
  const { results } = await db
    .prepare(`${KEPT} SELECT agency FROM kept WHERE counts ->> ?4 IS NOT NULL ORDER BY position`)
    .bind(...bound(counting), path)
    .all<{ agency: string }>()
  return results.map(({ agency }) => agency)
}

/** So many agencies by one statement. */
const PAGE = 1_000

/** The counts themselves, a page of them at a time; agencies for which nobody has counted yet are named before. */
export async function* allCounts<T>(
  db: D1Database,
  counting: Counting,
): AsyncGenerator<{ readonly uncounted: number } | readonly T[], void> {
  const { results } = await db
    .prepare(`${KEPT} SELECT agency, counts IS NOT NULL AS counted FROM kept`)
    .bind(...bound(counting))
    .all<{ agency: string; counted: number }>()
  const counted = new Set(results.flatMap((one) => (one.counted === 1 ? [one.agency] : [])))
  yield { uncounted: results.length - counted.size }
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
  /** Ids of the submissions that it was counted of, in the order of the reports. */
  readonly countedOf: readonly string[]
  readonly counts: unknown
}

/** In place of what was counted before. */
export async function keepCounts(db: D1Database, { about, key }: Counting, made: readonly MadeCounts[]): Promise<void> {
  await db
    .prepare(
      `INSERT INTO agency_counts (about, agency, key, counted_of, counts)
       SELECT ?1, value ->> '$.agency', ?2, value -> '$.countedOf', value -> '$.counts' FROM json_each(?3) WHERE true
       ON CONFLICT (about, agency) DO UPDATE SET key = excluded.key, counted_of = excluded.counted_of, counts = excluded.counts`,
    )
    .bind(about, key, JSON.stringify(made))
    .run()
}
