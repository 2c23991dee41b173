// Who is reminded, what of, and when that was said: the setting, the people, and what each
// was told. Whether something is to be said is not known here.
import { FIRST_REMINDERS, type MailWish, type ReminderSetting } from '../../shared/reminder/reminder-setting.ts'

export async function readReminderSetting(db: D1Database): Promise<ReminderSetting> {
  const row = await db.prepare('SELECT document FROM reminder_setting').first<{ document: string | null }>()
  return row?.document ? (JSON.parse(row.document) as ReminderSetting) : FIRST_REMINDERS
}

export const writeReminderSetting = (db: D1Database, setting: ReminderSetting): D1PreparedStatement =>
  db.prepare('UPDATE reminder_setting SET document = ?1').bind(JSON.stringify(setting))

/** Up to where everybody was reminded: whoever finds the same again has nothing to do. */
export const remindedUpTo = async (db: D1Database): Promise<string | null> =>
  (await db.prepare('SELECT done FROM reminder_setting').first<{ done: string | null }>())?.done ?? null

export async function noteRemindedUpTo(db: D1Database, done: string): Promise<void> {
  await db.prepare('UPDATE reminder_setting SET done = ?1').bind(done).run()
}

export interface Recipient {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: MailWish['language']
  readonly role: 'filer' | 'signer'
  /** The agency that the role was given for. */
  readonly agency: string
}

/** Filers and heads of agencies who are let in and want to be reminded. */
export async function readRecipients(db: D1Database): Promise<Recipient[]> {
  const { results } = await db
    .prepare(
      `SELECT u.id, u.name, u.email, coalesce(s.mail_language, 'vi') AS language, m.role, m.agency
       FROM memberships m JOIN "user" u ON u.id = m.person_id LEFT JOIN person_states s ON s.person_id = u.id
       WHERE m.role IN ('filer', 'signer') AND s.disabled_at IS NULL AND coalesce(s.reminded, 1) = 1 ORDER BY u.id, m.agency, m.role`,
    )
    .all<Recipient>()
  return results
}

/** Agencies with reports that are open, in the order of the register. */
export async function askedAgencies(db: D1Database, now: string): Promise<{ code: string; name: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT a.code, a.document ->> '$.name' AS name FROM agencies a
       WHERE EXISTS (SELECT 1 FROM obligations o WHERE o.agency = a.code AND o.opens_at <= ?1 AND o.locks_at > ?1) ORDER BY a.position`,
    )
    .bind(now)
    .all<{ code: string; name: string }>()
  return results
}

export interface Told {
  readonly person: string
  readonly obligation: string
  readonly occasion: string
}

export const toldKey = ({ person, obligation, occasion }: Told): string => `${person} ${obligation} ${occasion}`

/** What people were told of these reports, by key. */
export async function readTold(db: D1Database, obligations: readonly string[]): Promise<Set<string>> {
  const { results } = await db
    .prepare(
      `SELECT r.person_id AS person, r.obligation_id AS obligation, r.occasion
       FROM reminders r JOIN json_each(?1) o ON o.value = r.obligation_id`,
    )
    .bind(JSON.stringify(obligations))
    .all<Told>()
  return new Set(results.map(toldKey))
}

/** For the batch that queues the mail; fails where somebody else has told it meanwhile. */
export const writeTold = (db: D1Database, about: string, told: readonly Told[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO reminders (person_id, obligation_id, occasion, about)
       SELECT value ->> '$.person', value ->> '$.obligation', value ->> '$.occasion', ?1 FROM json_each(?2)`,
    )
    .bind(about, JSON.stringify(told))

/** What never went out and is past its day was not told to anybody. */
export async function forgetUnsent(db: D1Database, now: string): Promise<void> {
  await db
    .prepare(
      `DELETE FROM reminders WHERE about IN (
         SELECT about FROM outbox WHERE about LIKE 'reminder.%' AND sent_at IS NULL AND dropped_at IS NULL AND expires_at <= ?1)`,
    )
    .bind(now)
    .run()
}

export async function readMailWish(db: D1Database, id: string): Promise<MailWish> {
  const row = await db
    .prepare('SELECT mail_language AS language, reminded FROM person_states WHERE person_id = ?1')
    .bind(id)
    .first<{ language: MailWish['language']; reminded: number }>()
  return row ? { language: row.language, reminded: row.reminded === 1 } : { language: 'vi', reminded: true }
}

export async function writeMailWish(db: D1Database, id: string, { language, reminded }: MailWish): Promise<void> {
  await db
    .prepare(
      `INSERT INTO person_states (person_id, mail_language, reminded) VALUES (?1, ?2, ?3)
       ON CONFLICT (person_id) DO UPDATE SET mail_language = excluded.mail_language, reminded = excluded.reminded`,
    )
    .bind(id, language, reminded ? 1 : 0)
    .run()
}
