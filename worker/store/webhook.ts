// Where events are told, up to which event of the log that was done, and the events themselves
// as they are to be told.
import { obligationId } from '../../shared/obligation.ts'
import type { WebhookBody } from '../../shared/webhook.ts'

export interface KeptWebhook {
  readonly id: string
  readonly url: string
  /** Number of the last event that was told. */
  readonly told: number
  readonly setAt: string
}

export const readWebhook = (db: D1Database): Promise<KeptWebhook | null> =>
  db.prepare('SELECT id, url, told, set_at AS setAt FROM webhook').first<KeptWebhook>()

/** For a batch. Null: nobody is told any more. */
export const writeWebhook = (db: D1Database, webhook: KeptWebhook | null): D1PreparedStatement =>
  webhook === null
    ? db.prepare('DELETE FROM webhook')
    : db
        .prepare('INSERT OR REPLACE INTO webhook (slot, id, url, told, set_at) VALUES (1, ?1, ?2, ?3, ?4)')
        .bind(webhook.id, webhook.url, webhook.told, webhook.setAt)

/** For a batch. */
export const noteTold = (db: D1Database, id: string, told: number): D1PreparedStatement =>
  db.prepare('UPDATE webhook SET told = ?2 WHERE id = ?1 AND told < ?2').bind(id, told)

export interface Happened {
  readonly seq: number
  readonly body: WebhookBody
}

interface EventRow {
  seq: number
  at: string
  kind: 'submitted' | 'signed' | 'returned' | 'accepted' | 'changed'
  obligation: string | null
  template: string
  period: string
  agency: string
  agencyName: string
  number: string
  sequence: number
  submittedAt: string
  late: number
  opened: string | null
  dates: string | null
}

const EVENT_OF = { submitted: 'submitted', signed: 'submitted', returned: 'returned', accepted: 'accepted' } as const

function happenedOf(row: EventRow): Happened {
  const { seq, at, kind } = row
  if (kind === 'changed') {
    const [template = '', period = ''] = (row.opened ?? '').split('.')
    return { seq, body: { event: 'period-opened', at, template, period, dates: JSON.parse(row.dates ?? '{}') } }
  }
  const { template, period, agency, agencyName, number, sequence, submittedAt } = row
  const receipt = { number, sequence, submittedAt, late: row.late === 1 }
  return {
    seq,
    body: { event: EVENT_OF[kind], at, obligation: obligationId(template, period, agency), template, period, agency, agencyName, receipt },
  }
}

/** What reached the province, came back, was accepted, and periods that opened, in order. */
export async function happenedAfter(db: D1Database, seq: number, most: number): Promise<Happened[]> {
  const { results } = await db
    .prepare(
      `SELECT e.seq, e.at, e.kind, s.obligation_id AS obligation, o.template, o.period, o.agency, s.agency_name AS agencyName,
         s.receipt_number AS number, s.sequence, s.submitted_at AS submittedAt, s.late, c.subject_id AS opened, c.after AS dates
       FROM submission_events e LEFT JOIN submissions s ON s.id = e.submission_id LEFT JOIN obligations o ON o.id = s.obligation_id
         LEFT JOIN changes c ON c.id = e.change_id
       WHERE e.seq > ?1 AND (e.kind IN ('submitted', 'signed', 'returned', 'accepted')
         OR e.kind = 'changed' AND c.subject_kind = 'period' AND c.action = 'opened')
       ORDER BY e.seq LIMIT ?2`,
    )
    .bind(seq, most)
    .all<EventRow>()
  return results.map(happenedOf)
}

export interface Reminding {
  readonly obligation: string
  readonly template: string
  readonly period: string
  readonly agency: string
  readonly agencyName: string
  readonly occasion: string
  readonly at: string
}

/** What people were reminded of since an instant, each report and occasion once, whoever it was. */
export async function remindedSince(db: D1Database, since: string): Promise<Reminding[]> {
  const { results } = await db
    .prepare(
      `SELECT r.obligation_id AS obligation, r.occasion, min(m.made_at) AS at, o.template, o.period, o.agency, a.document ->> '$.name' AS agencyName
       FROM reminders r JOIN outbox m ON m.about = r.about JOIN obligations o ON o.id = r.obligation_id JOIN agencies a ON a.code = o.agency
       WHERE m.made_at >= ?1 GROUP BY r.obligation_id, r.occasion ORDER BY at, obligation`,
    )
    .bind(since)
    .all<Reminding>()
  return results
}
