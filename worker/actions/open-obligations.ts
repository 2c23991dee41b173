// Obligations come into being when their period opens: for every template and
// every period of the plan's year whose opening instant has come, in the version
// that is in effect then. Each opening is one event; doing it again adds nothing.

import { SYSTEM } from '../../shared/audit/change.ts'
import { startOfDayInVietnam } from '../../shared/clock.ts'
import { obligationsOf } from '../../shared/deadline.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { datesOn, periodsOn } from '../../shared/schedule/timetable.ts'
import { versionIn } from '../../shared/template-versions.ts'
import type { Parts } from '../parts.ts'
import { openedPeriods, writeObligations } from '../store/obligations.ts'
import { readPlan, readStandingVersions } from '../store/plan.ts'
import { readTimetable } from '../store/schedules.ts'
import { changeLogged, type Logged } from './log-change.ts'

interface Opening {
  readonly template: string
  readonly period: string
  readonly obligations: readonly Obligation[]
}

/** The template × period whose time has come and that nobody was asked for yet. `first`: nobody was asked for anything. */
async function comeDue({ db, clock }: Parts): Promise<{ openings: Opening[]; first: boolean }> {
  const [loaded, standing, opened, settings] = await Promise.all([
    readPlan(db),
    readStandingVersions(db),
    openedPeriods(db),
    readTimetable(db),
  ])
  if (!loaded) return { openings: [], first: false }
  const { plan, register } = loaded
  const now = clock.now()
  const ordered = startOfDayInVietnam(plan.issuedOn)
  const there = new Set(opened.map(({ template, period }) => `${template}.${period}`))
  const byCode = Map.groupBy(standing, ({ template }) => template.code)
  const openings = standing.flatMap((version) => {
    const { template } = version
    return (
      periodsOn(settings, template, plan.year)
        .filter((period) => versionIn(byCode.get(template.code)!, period) === version)
        .filter((period) => !there.has(`${template.code}.${period}`))
        .map((period) => ({ period, dates: datesOn(settings, template, period) }))
        // What was due before the plan was signed is owed by nobody.
        .filter(({ dates: { opensAt, dueAt } }) => new Date(opensAt) <= now && new Date(dueAt) > ordered)
        .map(({ period, dates }) => ({
          ...{ template: template.code, period },
          obligations: obligationsOf(template, register, period).map((obligation) => ({ ...obligation, dates })),
        }))
        .filter(({ obligations }) => obligations.length > 0)
    )
  })
  return { openings, first: opened.length === 0 }
}

/** Obligations and the line in the log that says since when they are asked for, both or neither. */
export async function openObligations(parts: Parts): Promise<void> {
  await changeLogged(parts, SYSTEM, async () => {
    const { openings, first } = await comeDue(parts)
    const statements = openings.map(({ obligations }) => writeObligations(parts.db, obligations))
    // What a deployment begins with is no event.
    if (first && statements.length > 0) await parts.db.batch(statements)
    if (first) return { statements: [], changes: [], result: null }
    const changes = openings.map(({ template, period, obligations: [one, ...others] }): Logged => {
      const { opensAt, dueAt, locksAt } = one!.dates
      return {
        ...({ subject: 'period', subjectId: `${template}.${period}`, action: 'opened', before: null, reason: null } as const),
        after: { opensAt, dueAt, locksAt, agencies: others.length + 1 },
      }
    })
    return { statements, changes, result: null }
  })
}
