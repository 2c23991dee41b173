// The obligations that have come into being. Their state is not kept: it follows
// on read from dates, draft and submissions (shared/obligation.ts).
import { type Obligation, obligationId } from '../../shared/obligation.ts'
import { keptRead } from './kept-reads.ts'

interface Row {
  id: string
  template: string
  version: number
  period: string
  agency: string
  window_from: string
  window_to: string
  opens_at: string
  due_at: string
  locks_at: string
  extended_from: string | null
}

const fromRow = (row: Row): Obligation => ({
  id: row.id,
  template: row.template,
  version: row.version,
  period: row.period,
  agency: row.agency,
  dates: {
    ...{ windowFrom: row.window_from, windowTo: row.window_to, opensAt: row.opens_at, dueAt: row.due_at, locksAt: row.locks_at },
    ...(row.extended_from !== null && { extendedFrom: row.extended_from }),
  },
})

const instant = (text: string) => new Date(text).toISOString()

export async function readObligation(db: D1Database, id: string): Promise<Obligation | null> {
  const row = await db.prepare('SELECT * FROM obligations WHERE id = ?1').bind(id).first<Row>()
  return row && fromRow(row)
}

/** Of some agencies: those open or late at `now`, those that something happened to since `since`, and what was returned and not sent again. */
export async function currentObligations(db: D1Database, agencies: readonly string[], now: string, since: string): Promise<Obligation[]> {
  const { results } = await db
    .prepare(
      `SELECT o.* FROM obligations o JOIN json_each(?1) a ON a.value = o.agency
       WHERE o.opens_at <= ?2 AND (o.locks_at > ?2 OR EXISTS (
         SELECT 1 FROM submission_standings s WHERE s.obligation_id = o.id AND (s.last_event_at > ?3 OR s.last_event = 'returned'
           AND NOT EXISTS (SELECT 1 FROM submissions later WHERE later.obligation_id = o.id AND later.sequence > s.sequence))))
       ORDER BY o.due_at, o.template, o.agency`,
    )
    .bind(JSON.stringify(agencies), now, since)
    .all<Row>()
  return results.map(fromRow)
}

/** Of all agencies what somebody may still owe: opened and not locked, or returned at some time. */
export async function owedObligations(db: D1Database, now: string): Promise<Obligation[]> {
  const { results } = await db
    .prepare(
      `SELECT o.* FROM obligations o WHERE o.opens_at <= ?1 AND (o.locks_at > ?1 OR o.id IN (
         SELECT s.obligation_id FROM submission_events e JOIN submissions s ON s.id = e.submission_id WHERE e.kind = 'returned'))
       ORDER BY o.due_at, o.template, o.agency`,
    )
    .bind(now)
    .all<Row>()
  return results.map(fromRow)
}

export async function obligationsOfPeriod(db: D1Database, agencies: readonly string[], period: string): Promise<Obligation[]> {
  const { results } = await db
    .prepare(
      'SELECT o.* FROM obligations o JOIN json_each(?1) a ON a.value = o.agency WHERE o.period = ?2 ORDER BY o.due_at, o.template, o.agency',
    )
    .bind(JSON.stringify(agencies), period)
    .all<Row>()
  return results.map(fromRow)
}

/** Of all agencies, in the order of the register. */
export async function obligationsOfTemplate(db: D1Database, template: string, period: string): Promise<Obligation[]> {
  const { results } = await db
    .prepare(
      'SELECT o.* FROM obligations o JOIN agencies a ON a.code = o.agency WHERE o.template = ?1 AND o.period = ?2 ORDER BY a.position',
    )
    .bind(template, period)
    .all<Row>()
  return results.map(fromRow)
}

/** In the order in which they are named. */
export async function obligationsNamed(
  db: D1Database,
  names: readonly Pick<Obligation, 'template' | 'period' | 'agency'>[],
): Promise<Obligation[]> {
  const ids = names.map(({ template, period, agency }) => obligationId(template, period, agency))
  const { results } = await db
    .prepare('SELECT o.* FROM json_each(?1) e CROSS JOIN obligations o ON o.id = e.value ORDER BY e.key')
    .bind(JSON.stringify(ids))
    .all<Row>()
  return results.map(fromRow)
}

/**
 * Of some template × period, for so many agencies after one in the order of the register. `next`: the last agency of this
 * page, null where no more follow.
 */
export async function obligationsFrom(
  db: D1Database,
  columns: readonly { readonly template: string; readonly period: string }[],
  after: string | null,
  limit: number,
): Promise<{ obligations: Obligation[]; next: string | null }> {
  const { results } = await db
    .prepare(
      `WITH wanted AS (SELECT value ->> '$.template' AS template, value ->> '$.period' AS period FROM json_each(?1)),
         page AS (SELECT a.code, a.position FROM agencies a
           WHERE a.position > coalesce((SELECT position FROM agencies WHERE code = ?2), -1) AND EXISTS (
             SELECT 1 FROM wanted w JOIN obligations o ON o.id = w.template || '.' || w.period || '.' || a.code)
           ORDER BY a.position LIMIT ?3 + 1)
       SELECT o.* FROM page p JOIN wanted w JOIN obligations o ON o.id = w.template || '.' || w.period || '.' || p.code ORDER BY p.position`,
    )
    .bind(JSON.stringify(columns.map(({ template, period }) => ({ template, period }))), after, limit)
    .all<Row>()
  const agencies = [...new Set(results.map(({ agency }) => agency))]
  const more = agencies.length > limit
  const page = new Set(more ? agencies.slice(0, limit) : agencies)
  return { obligations: results.filter(({ agency }) => page.has(agency)).map(fromRow), next: more ? (agencies[limit - 1] ?? null) : null }
}

interface DatesOfMany {
  readonly opensAt: string
  readonly dueAt: string
  readonly locksAt: string
  readonly n: number
}

/** Which dates there are, and of how many obligations. */
const datesOfAll = (db: D1Database): Promise<readonly DatesOfMany[]> =>
  keptRead(db, 'obligations', 'dates', async () => {
    const { results } = await db
      .prepare('SELECT opens_at AS opensAt, due_at AS dueAt, locks_at AS locksAt, count(*) AS n FROM obligations GROUP BY 1, 2, 3')
      .all<DatesOfMany>()
    return results
  })

/** How many obligations there are, and how many of their dates have passed: changes whenever a state may change by time alone. */
export async function passedDates(db: D1Database, now: string): Promise<string> {
  let [all, passed] = [0, 0]
  for (const { n, opensAt, dueAt, locksAt } of await datesOfAll(db)) {
    all += n
    passed += n * [opensAt, dueAt, locksAt].filter((date) => date <= now).length
  }
  return `${all}-${passed}`
}

/** The agencies that a report is asked of for a period. */
export async function agenciesOwing(db: D1Database, template: string, period: string): Promise<Set<string>> {
  const { results } = await db
    .prepare('SELECT agency FROM obligations WHERE template = ?1 AND period = ?2')
    .bind(template, period)
    .all<{ agency: string }>()
  return new Set(results.map(({ agency }) => agency))
}

export interface OpenedPeriod {
  readonly template: string
  readonly version: number
  readonly period: string
  readonly windowFrom: string
  readonly windowTo: string
  readonly opensAt: string
  readonly dueAt: string
  /** Later than `dueAt` where somebody was given longer. */
  readonly lastDueAt: string
  readonly locksAt: string
}

/** Which template × period have obligations, with their dates. */
export const openedPeriods = (db: D1Database): Promise<readonly OpenedPeriod[]> =>
  keptRead(db, 'obligations', 'periods', () => periodsIn(db))

async function periodsIn(db: D1Database): Promise<OpenedPeriod[]> {
  const { results } = await db
    .prepare(
      `SELECT template, max(version) AS version, period, min(window_from) AS windowFrom, min(window_to) AS windowTo,
         min(opens_at) AS opensAt, min(due_at) AS dueAt, max(due_at) AS lastDueAt, min(locks_at) AS locksAt
       FROM obligations GROUP BY template, period ORDER BY template, opensAt`,
    )
    .all<OpenedPeriod>()
  return results
}

/** For a batch: one that is there already stays as it is. */
export function writeObligations(db: D1Database, obligations: readonly Obligation[]): D1PreparedStatement {
  const rows = obligations.map(({ template, version, period, agency, dates }) => ({
    ...{ id: obligationId(template, period, agency), template, version, period, agency, ...dates },
    ...{ opensAt: instant(dates.opensAt), dueAt: instant(dates.dueAt), locksAt: instant(dates.locksAt) },
  }))
  return db
    .prepare(
      `INSERT INTO obligations (id, template, version, period, agency, window_from, window_to, opens_at, due_at, locks_at)
       SELECT value ->> '$.id', value ->> '$.template', value ->> '$.version', value ->> '$.period', value ->> '$.agency',
         value ->> '$.windowFrom', value ->> '$.windowTo', value ->> '$.opensAt', value ->> '$.dueAt', value ->> '$.locksAt'
       FROM json_each(?1) WHERE true ON CONFLICT (id) DO NOTHING`,
    )
    .bind(JSON.stringify(rows))
}

/** Who owes a report, in the order of the register. */
export async function owingAgencies(db: D1Database, template: string, period: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      'SELECT o.agency FROM obligations o JOIN agencies a ON a.code = o.agency WHERE o.template = ?1 AND o.period = ?2 ORDER BY a.position',
    )
    .bind(template, period)
    .all<{ agency: string }>()
  return results.map(({ agency }) => agency)
}

/** How many reports of some periods are due after an instant, and nothing that counts was sent for them. */
export async function pendingReports(db: D1Database, template: string, periods: readonly string[], now: string): Promise<number> {
  const open = (await openedPeriods(db)).filter((one) => one.template === template && periods.includes(one.period) && one.lastDueAt > now)
  if (open.length === 0) return 0
  const row = await db
    .prepare(
      `SELECT count(*) AS n FROM obligations o WHERE o.template = ?1 AND o.period IN (SELECT value FROM json_each(?2)) AND o.due_at > ?3
         AND NOT EXISTS (SELECT 1 FROM counted_submissions c WHERE c.obligation_id = o.id)`,
    )
    .bind(template, JSON.stringify(open.map(({ period }) => period)), now)
    .first<{ n: number }>()
  return row?.n ?? 0
}

/** The version that those of a template and period are on; null where there are none. */
export const openedVersion = async (db: D1Database, template: string, period: string): Promise<number | null> =>
  (await openedPeriods(db)).find((one) => one.template === template && one.period === period)?.version ?? null

/** What is not locked on a day's first instant or now, whichever is later, with whether anybody has begun on it. */
export async function openOn(db: D1Database, instantOfDay: string): Promise<{ obligation: Obligation; touched: boolean }[]> {
  const { results } = await db
    .prepare(
      `SELECT o.*, EXISTS (SELECT 1 FROM drafts d WHERE d.obligation_id = o.id) OR EXISTS (SELECT 1 FROM originals f WHERE f.obligation_id = o.id)
         OR EXISTS (SELECT 1 FROM submissions s WHERE s.obligation_id = o.id) AS touched
       FROM obligations o WHERE o.locks_at > ?1 ORDER BY o.due_at, o.template, o.agency`,
    )
    .bind(instantOfDay)
    .all<Row & { touched: number }>()
  return results.map(({ touched, ...row }) => ({ obligation: fromRow(row), touched: touched === 1 }))
}

/** For a batch: obligations that nobody has begun on; somebody who has begun meanwhile keeps theirs. */
export const removeUntouched = (db: D1Database, ids: readonly string[]): D1PreparedStatement =>
  db
    .prepare(
      `DELETE FROM obligations WHERE id IN (SELECT value FROM json_each(?1))
       AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.obligation_id = obligations.id)
       AND NOT EXISTS (SELECT 1 FROM originals f WHERE f.obligation_id = obligations.id)
       AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.obligation_id = obligations.id)`,
    )
    .bind(JSON.stringify(ids))
