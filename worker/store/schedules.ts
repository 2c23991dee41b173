// Working days, schedules and dates set by hand, as admins set them: read together, written
// as statements for the batch in which the change is logged.
import { vietnamCalendars } from '../../shared/packs/vietnam-calendars.ts'
import type { SetPeriod, SetSchedule, TimetableSettings } from '../../shared/schedule/timetable.ts'
import type { WorkCalendar } from '../../shared/schedule/work-calendar.ts'

interface Document {
  readonly document: string
}

/** Years that nobody has set are as they were announced, where that is known. */
export async function readTimetable(db: D1Database): Promise<TimetableSettings> {
  const [calendars, schedules, periods] = await db.batch([
    db.prepare('SELECT document FROM calendars ORDER BY year'),
    db.prepare('SELECT document FROM schedules ORDER BY template, valid_from'),
    db.prepare('SELECT template, period, opens_at AS opensAt, due_at AS dueAt, locks_at AS locksAt FROM period_dates'),
  ])
  const parsed = <T>(result: D1Result | undefined) =>
    ((result?.results ?? []) as Document[]).map(({ document }) => JSON.parse(document) as T)
  const set = parsed<WorkCalendar>(calendars)
  return {
    calendars: [...set, ...vietnamCalendars.filter(({ year }) => !set.some((one) => one.year === year))].toSorted(
      (a, b) => a.year - b.year,
    ),
    schedules: parsed<SetSchedule>(schedules),
    byHand: (periods?.results ?? []) as SetPeriod[],
  }
}

export const writeCalendar = (db: D1Database, calendar: WorkCalendar): D1PreparedStatement =>
  db
    .prepare('INSERT INTO calendars (year, document) VALUES (?1, ?2) ON CONFLICT (year) DO UPDATE SET document = excluded.document')
    .bind(calendar.year, JSON.stringify(calendar))

export const writeSchedule = (db: D1Database, set: SetSchedule): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO schedules (template, valid_from, document) VALUES (?1, ?2, ?3)
       ON CONFLICT (template, valid_from) DO UPDATE SET document = excluded.document`,
    )
    .bind(set.template, set.from, JSON.stringify(set))

export const writePeriodDates = (db: D1Database, { template, period, opensAt, dueAt, locksAt }: SetPeriod): D1PreparedStatement =>
  db
    .prepare('INSERT OR REPLACE INTO period_dates (template, period, opens_at, due_at, locks_at) VALUES (?1, ?2, ?3, ?4, ?5)')
    .bind(template, period, opensAt, dueAt, locksAt)

/** All agencies of a period but those that were given longer: they keep what they were given. */
export const moveObligations = (db: D1Database, { template, period, opensAt, dueAt, locksAt }: SetPeriod): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE obligations SET opens_at = ?3, due_at = CASE WHEN extended_from IS NULL THEN ?4 ELSE due_at END,
         locks_at = CASE WHEN extended_from IS NULL THEN ?5 ELSE max(locks_at, ?5) END
       WHERE template = ?1 AND period = ?2`,
    )
    .bind(template, period, opensAt, dueAt, locksAt)
