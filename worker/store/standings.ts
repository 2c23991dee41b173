// What decides where each report of a template and period stands: dates, draft and what happened to its
// submissions, of all agencies by one look at the log. What state follows is not known here.
import type { Declaration } from '../../shared/filing.ts'
import type { SubmissionEvent } from '../../shared/standing.ts'

export interface OwedReport {
  readonly agency: string
  readonly agencyName: string
  readonly version: number
  readonly windowTo: string
  readonly opensAt: string
  readonly dueAt: string
  readonly locksAt: string
  readonly extendedFrom: string | null
  /** When a draft that was not sent was last saved. */
  readonly draftAt: string | null
}

export interface SentReport {
  readonly id: string
  readonly sequence: number
  readonly receiptNumber: string
  readonly agencyName: string
  readonly submittedAt: string
  /** Null while it waits for a signature. */
  readonly reachedAt: string | null
  readonly lastEvent: SubmissionEvent
  readonly declaration: Declaration | null
  readonly contentHash: string
}

/** A report with its submissions in the order they were sent. */
export interface Standing {
  readonly owed: OwedReport
  readonly sent: readonly SentReport[]
}

/** Agencies of one statement. */
const PAGE = 1_000
/** Later than anything. */
const NOW = '9999'

/** What had happened to a submission before an instant (?3). */
const LAST_EVENT = '(SELECT e.kind FROM submission_events e WHERE e.submission_id = s.id AND e.at < ?3 ORDER BY e.seq DESC LIMIT 1)'

const SENT = `(SELECT json_group_array(json_array(s.id, s.sequence, s.receipt_number, s.agency_name, s.submitted_at,
     iif(s.reached_at < ?3, s.reached_at, NULL), ${LAST_EVENT}, json(s.declaration), s.content_hash) ORDER BY s.sequence)
   FROM submission_standings s WHERE s.obligation_id = o.id AND s.submitted_at < ?3)`

const FROM_AGENCIES = `SELECT o.agency, a.document ->> '$.name' AS agencyName, o.version, o.window_to AS windowTo, o.opens_at AS opensAt, o.due_at AS dueAt,
     o.locks_at AS locksAt, o.extended_from AS extendedFrom, d.saved_at AS draftAt, a.position, ${SENT} AS sent,
     (SELECT max(seq) FROM submission_events) AS seq
   FROM agencies a CROSS JOIN obligations o ON o.id = ?1 || '.' || ?2 || '.' || a.code
     LEFT JOIN drafts d ON d.obligation_id = o.id AND d.sent = 0 AND d.saved_at < ?3`

const PAGE_OF_AGENCIES = `${FROM_AGENCIES} WHERE a.position > ?4 ORDER BY a.position LIMIT ?5`

const CHANGED_SINCE = `${FROM_AGENCIES} WHERE a.code IN (SELECT r.agency FROM submission_events e CROSS JOIN submissions s ON s.id = e.submission_id
     CROSS JOIN obligations r ON r.id = s.obligation_id WHERE e.seq > ?4 AND r.template = ?1 AND r.period = ?2)`

type StandingRow = OwedReport & {
  readonly position: number
  readonly sent: string
  /** Of the last event that the log had when the row was read. */
  readonly seq: number | null
}

type SentValues = [string, number, string, string, string, string | null, SubmissionEvent, Declaration | null, string]

/** An agency that is still called as it was then needs its name once. */
const sentOf = (text: string, name: string): SentReport[] =>
  (JSON.parse(text) as SentValues[]).map(
    ([id, sequence, receiptNumber, agencyName, submittedAt, reachedAt, lastEvent, declaration, contentHash]) => ({
      ...{ id, sequence, receiptNumber, agencyName: agencyName === name ? name : agencyName, submittedAt, reachedAt },
      ...{ lastEvent, declaration, contentHash },
    }),
  )

const standing = ({ position: _position, sent, seq: _seq, ...owed }: StandingRow): Standing => ({
  owed,
  sent: sentOf(sent, owed.agencyName),
})

/**
 * In the order of the register, and what happened to submissions as of one moment: pages of agencies are read one after the
 * other, then once more, by one statement, the reports to whose submissions something happened meanwhile. A `page` has
 * fewer agencies only in tests. `before`: as it was before that instant; dates and extensions are those of now.
 */
export async function standingsOf(
  db: D1Database,
  template: string,
  period: string,
  { before = NOW, page = PAGE }: { readonly before?: string; readonly page?: number } = {},
): Promise<Standing[]> {
  const all = new Map<string, Standing>()
  const ask = async (sql: string, ...values: number[]) =>
    (
      await db
        .prepare(sql)
        .bind(template, period, before, ...values)
        .all<StandingRow>()
    ).results
  let since: number | null = null
  for (let rows: readonly StandingRow[] = [], after = -1, read = page; read === page; ) {
    rows = await ask(PAGE_OF_AGENCIES, after, page)
    for (const row of rows) all.set(row.agency, standing(row))
    ;[read, after, since] = [rows.length, rows.at(-1)?.position ?? after, since ?? rows[0]?.seq ?? 0]
  }
  if (all.size > page) for (const row of await ask(CHANGED_SINCE, since ?? 0)) all.set(row.agency, standing(row))
  return [...all.values()]
}
