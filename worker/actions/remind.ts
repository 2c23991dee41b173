// One mail a person and day of what is owed and was not said yet, put into the outbox together
// with what it says, or not at all: whoever runs twice, late or beside another says it once.
import { dayInVietnam, startOfDayInVietnam } from '../../shared/clock.ts'
import { periodRange } from '../../shared/period.ts'
import { lastDayOnTime, type Occasion, occasionOf } from '../../shared/reminder/occasion.ts'
import { scheduleOn, type TimetableSettings } from '../../shared/schedule/timetable.ts'
import { addDays } from '../../shared/schedule/work-calendar.ts'
import { actingFor } from '../../shared/succession.ts'
import type { Template } from '../../shared/template.ts'
import { type RemindedReport, reminderMail } from '../../shared/text/reminder-mail.ts'
import type { ObligationView } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { readEnded } from '../store/agencies.ts'
import { lastHappening } from '../store/events.ts'
import { owedObligations } from '../store/obligations.ts'
import { addOutgoing, queuedAbout } from '../store/outbox.ts'
import { readPlan, readRegimes } from '../store/plan.ts'
import {
  forgetUnsent,
  noteRemindedUpTo,
  type Recipient,
  readRecipients,
  readReminderSetting,
  readTold,
  remindedUpTo,
  type Told,
  toldKey,
  writeTold,
} from '../store/reminders.ts'
import { readTimetable } from '../store/schedules.ts'
import { viewObligations } from './view-obligations.ts'

const HOUR_MS = 3_600_000

type Regimented = Pick<Template, 'code' | 'regime'>

interface Owed {
  readonly obligation: ObligationView
  readonly occasion: Occasion
  readonly report: RemindedReport
}

/** "trước ngày 20" as the regime has it, where that is what holds: nothing was moved by a day off, by hand or for one agency. */
function beforeDay(settings: TimetableSettings, template: Regimented, { period, dates }: ObligationView, lastDay: string): string | null {
  const next = addDays(lastDay, 1)
  const byHand = settings.byHand.some((one) => one.template === template.code && one.period === period)
  const { due } = scheduleOn(settings, template, periodRange(period).from)
  return !due.inclusive && !byHand && dates.extendedFrom === undefined && Number(next.slice(8)) === due.day ? next : null
}

function owedOf(obligation: ObligationView, template: Regimented, settings: TimetableSettings, occasion: Occasion): Owed {
  const fallsDue = template.regime.frequency !== 'ad-hoc'
  const lastDay = lastDayOnTime(obligation.dates.dueAt)
  const { kind, days } = occasion
  return {
    ...{ obligation, occasion },
    report: {
      ...{ kind, days, template: obligation.template, title: obligation.templateTitle, period: obligation.period },
      ...{ agencyName: obligation.agencyName, lastDay: fallsDue ? lastDay : null },
      beforeDay: fallsDue ? beforeDay(settings, template, obligation, lastDay) : null,
      ...{ takenUntil: lastDayOnTime(obligation.dates.locksAt), notes: obligation.openNotes },
    },
  }
}

/** The submission that came back or waits, and since when. */
const waitingSince = ({ state, latest, lastReview }: ObligationView) => {
  if (!latest || !['returned', 'handed-back', 'awaiting-sign-off'].includes(state)) return null
  return {
    submission: latest.submissionId,
    since: state === 'awaiting-sign-off' ? latest.submittedAt : (lastReview?.at ?? latest.submittedAt),
  }
}

async function allOwed(parts: Parts, now: Date): Promise<Owed[]> {
  const { db } = parts
  const [setting, settings, versions, owed] = await Promise.all([
    readReminderSetting(db),
    readTimetable(db),
    readRegimes(db),
    owedObligations(db, now.toISOString()),
  ])
  const views = await viewObligations(parts, owed)
  return views.flatMap((obligation) => {
    const template = versions.get(`${obligation.template}.${obligation.version}`)
    if (!template) return []
    const { state, dates } = obligation
    const fallsDue = template.regime.frequency !== 'ad-hoc'
    const of = { state, dueAt: dates.dueAt, fallsDue, waiting: waitingSince(obligation) }
    const occasion = occasionOf(setting, settings.calendars, of, dayInVietnam(now))
    return occasion ? [owedOf(obligation, template, settings, occasion)] : []
  })
}

/** The head signs what waits for a signature; what was handed back is the filer's matter; all else is told to both. */
const concerns = (role: Recipient['role'], { kind }: Occasion): boolean =>
  kind === 'signature' ? role === 'signer' : kind === 'handed-back' ? role === 'filer' : true

interface Letter {
  readonly about: string
  readonly statements: readonly D1PreparedStatement[]
}

async function letters(parts: Parts, now: Date): Promise<Letter[]> {
  const { db } = parts
  const owed = await allOwed(parts, now)
  if (owed.length === 0) return []
  const [recipients, ended, told, loaded] = await Promise.all([
    readRecipients(db),
    readEnded(db),
    readTold(db, [...new Set(owed.map(({ obligation }) => obligation.id))]),
    readPlan(db),
  ])
  const day = dayInVietnam(now)
  const byAgency = Map.groupBy(owed, ({ obligation }) => actingFor(ended, obligation.agency, day))
  const people = Map.groupBy(recipients, ({ id }) => id)
  const madeAt = now.toISOString()
  const expiresAt = startOfDayInVietnam(addDays(day, 1)).toISOString()
  return [...people.values()].flatMap((roles) => {
    const [person] = roles as [Recipient, ...Recipient[]]
    const own = new Map(
      roles.flatMap(({ role, agency }) =>
        (byAgency.get(actingFor(ended, agency, day)) ?? [])
          .filter(({ occasion }) => concerns(role, occasion))
          .map((one) => [one.obligation.id, one] as const),
      ),
    )
    const said = ({ obligation, occasion }: Owed): Told => ({ person: person.id, obligation: obligation.id, occasion: occasion.key })
    const fresh = [...own.values()].filter((one) => !told.has(toldKey(said(one))))
    if (fresh.length === 0) return []
    const about = `reminder.${day}.${person.id}`
    const link = parts.portal === null ? null : `${parts.portal}/portal.html`
    const reports = fresh.map(({ report }) => report)
    const mail = reminderMail({ name: person.name, province: loaded?.plan.province ?? '', day, language: person.language, link, reports })
    const outgoing = { about, channel: 'mail' as const, recipient: person.email, ...mail, madeAt, expiresAt }
    return [{ about, statements: [addOutgoing(db, outgoing), writeTold(db, about, fresh.map(said))] }]
  })
}

const isTaken = (error: unknown): boolean => error instanceof Error && error.message.includes('UNIQUE constraint failed')

const TOGETHER = 40

/** All or, where another run was quicker with some of them, one by one those that it has not. */
async function keep(db: D1Database, some: readonly Letter[]): Promise<number> {
  try {
    await db.batch(some.flatMap(({ statements }) => statements))
    return some.length
  } catch (error) {
    if (!isTaken(error)) throw error
    if (some.length === 1) return 0
    let kept = 0
    for (const one of some) kept += await keep(db, [one])
    return kept
  }
}

/** Resolves with how many mails are new. Today's summary, whatever was missed on days before. */
export async function remind(parts: Parts): Promise<number> {
  const { db, clock } = parts
  const now = clock.now()
  const setting = await readReminderSetting(db)
  const day = dayInVietnam(now)
  if (!setting.on || now.getTime() < startOfDayInVietnam(day).getTime() + setting.hour * HOUR_MS) return 0
  // Where nobody sends mails the outbox itself is what people are told.
  if (parts.mail.kind !== 'off') await forgetUnsent(db, now.toISOString())
  // Nothing happened since everybody was reminded today.
  const upTo = `${day}.${await lastHappening(db)}`
  if ((await remindedUpTo(db)) === upTo) return 0
  const all = await letters(parts, now)
  const queued = await queuedAbout(
    db,
    all.map(({ about }) => about),
  )
  const fresh = all.filter(({ about }) => !queued.has(about))
  let kept = 0
  for (let at = 0; at < fresh.length; at += TOGETHER) kept += await keep(db, fresh.slice(at, at + TOGETHER))
  await noteRemindedUpTo(db, upTo)
  return kept
}
