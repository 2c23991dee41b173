// Obligations come into being when their period opens: for every template and
// every period of the plan's year whose opening instant has come, in the version
// that is in effect then. Doing it again adds nothing.
import { startOfDayInVietnam } from '../../shared/clock.ts'
import { obligationsOf } from '../../shared/deadline.ts'
import { datesOn, periodsOn } from '../../shared/schedule/timetable.ts'
import { versionIn } from '../../shared/template-versions.ts'
import type { Parts } from '../parts.ts'
import { addObligations, openedPeriods } from '../store/obligations.ts'
import { readPlan, readStandingVersions } from '../store/plan.ts'
import { readTimetable } from '../store/schedules.ts'

/** Resolves with how many obligations are new. */
export async function openObligations(parts: Parts): Promise<number> {
  const [loaded, standing, opened, settings] = await Promise.all([
    readPlan(parts.db),
    readStandingVersions(parts.db),
    openedPeriods(parts.db),
    readTimetable(parts.db),
  ])
  if (!loaded) return 0
  const { plan, register } = loaded
  const now = parts.clock.now()
  const ordered = startOfDayInVietnam(plan.issuedOn)
  const there = new Set(opened.map(({ template, period }) => `${template}.${period}`))
  const byCode = Map.groupBy(standing, ({ template }) => template.code)
  const due = standing.flatMap((version) => {
    const { template } = version
    return (
      periodsOn(settings, template, plan.year)
        .filter((period) => versionIn(byCode.get(template.code)!, period) === version)
        .filter((period) => !there.has(`${template.code}.${period}`))
        .map((period) => ({ period, dates: datesOn(settings, template, period) }))
        // What was due before the plan was signed is owed by nobody.
        .filter(({ dates: { opensAt, dueAt } }) => new Date(opensAt) <= now && new Date(dueAt) > ordered)
        .flatMap(({ period, dates }) => obligationsOf(template, register, period).map((obligation) => ({ ...obligation, dates })))
    )
  })
  return addObligations(parts.db, due)
}
