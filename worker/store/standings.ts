// What decides where each report of a template and period stands: dates, draft and what happened to its
// submissions, of all agencies by one look at the log. What state follows is not known here.
import type { SubmissionEvent } from '../../shared/standing.ts'

export interface OwedReport {
  readonly id: string
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
  readonly obligationId: string
  readonly sequence: number
  readonly receiptNumber: string
  readonly agencyName: string
  readonly submittedAt: string
  /** Null while it waits for a signature. */
  readonly reachedAt: string | null
  readonly lastEvent: SubmissionEvent
  readonly declaration: string | null
  readonly contentHash: string
}

/** Both in one transaction, in the order of the register; submissions of a report in the order they were sent. */
export async function standingsOf(db: D1Database, template: string, period: string): Promise<{ owed: OwedReport[]; sent: SentReport[] }> {
  const [owed, sent] = await db.batch([
    db
      .prepare(
        `SELECT o.id, o.agency, a.document ->> '$.name' AS agencyName, o.version, o.window_to AS windowTo, o.opens_at AS opensAt, o.due_at AS dueAt,
           o.locks_at AS locksAt, o.extended_from AS extendedFrom, d.saved_at AS draftAt
         FROM obligations o JOIN agencies a ON a.code = o.agency LEFT JOIN drafts d ON d.obligation_id = o.id AND d.sent = 0
         WHERE o.template = ?1 AND o.period = ?2 ORDER BY a.position`,
      )
      .bind(template, period),
    db
      .prepare(
        `SELECT s.id, s.obligation_id AS obligationId, s.sequence, s.receipt_number AS receiptNumber, s.agency_name AS agencyName,
           s.submitted_at AS submittedAt, s.reached_at AS reachedAt, s.last_event AS lastEvent, s.declaration, s.content_hash AS contentHash
         FROM submission_standings s WHERE s.template = ?1 AND s.period = ?2 ORDER BY s.obligation_id, s.sequence`,
      )
      .bind(template, period),
  ])
  return { owed: (owed?.results ?? []) as OwedReport[], sent: (sent?.results ?? []) as SentReport[] }
}
