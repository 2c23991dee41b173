// The quarterly summary: who was on time from the log, the rest from what was kept of each agency (quarter-shares.ts).
// The summary itself is not kept: what was signed is the submission made from it.
import * as v from 'valibot'
import { membersOn, type Register, standing } from '../../shared/agency.ts'
import type { Content } from '../../shared/filing.ts'
import { obligationId } from '../../shared/obligation.ts'
import { periodRange, periodsOf } from '../../shared/period.ts'
import type { PeriodStanding } from '../../shared/period-standing.ts'
import { Ledger } from '../../shared/quarter/ledger.ts'
import { Projects } from '../../shared/quarter/projects.ts'
import { QuarterCount, type RowIds } from '../../shared/quarter/quarter-count.ts'
import { quarterlySummary } from '../../shared/quarter/quarterly-summary.ts'
import { QuarterSource } from '../../shared/quarter/source.ts'
import type { Template } from '../../shared/template.ts'
import type { QuarterlySummary } from '../../shared/wire-province.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { lastHappening } from '../store/events.ts'
import { openedPeriods, openedVersion, owingAgencies, pendingReports } from '../store/obligations.ts'
import { readAssignments, readPlan, readTemplates } from '../store/plan.ts'
import { demandCounted, stillCounting } from './demand-counted.ts'
import { pastContent, reporterOf } from './past-content.ts'
import { periodStanding } from './period-standing.ts'
import { countQuarter, joinShares, quarterAsked } from './quarter-shares.ts'

interface Quarter {
  readonly template: Template
  readonly source: QuarterSource
  readonly months: readonly string[]
  readonly monthly: Template
}

async function quarterOf(db: D1Database, code: string, period: string): Promise<Quarter> {
  const templates = await readTemplates(db)
  const template = templates.find((one) => one.code === code)
  if (!template?.countedFrom || !periodsOf(template.regime.frequency, Number(period.slice(0, 4))).includes(period))
    throw new ProblemError('not-found')
  const source = v.parse(QuarterSource, template.countedFrom)
  const monthly = templates.find((one) => one.code === source.tasks.template)
  if (!monthly) throw new Error(`${code} is counted from ${source.tasks.template}, which is not there`)
  const { from, to } = periodRange(period)
  const months = periodsOf(monthly.regime.frequency, Number(period.slice(0, 4))).filter((month) => {
    const range = periodRange(month)
    return range.from >= from && range.to <= to
  })
  return { template, source, months, monthly }
}

/** Rows of the report for what the plan does not list (an agency that came later) are named after it. */
function rowIds(
  source: QuarterSource,
  given: readonly { table: string; rowId: string; values: Readonly<Record<string, unknown>> }[],
): RowIds {
  const { groups, agencies, indicators, money } = source.into
  const byValue = (table: string, key: string) =>
    new Map(given.filter((one) => one.table === table).map(({ rowId, values }) => [String(values[key]), rowId]))
  const [byGroup, byAgency, byIndicator, bySource] = [
    byValue(groups.table, groups.group),
    byValue(agencies.table, agencies.agency),
    byValue(indicators.table, indicators.code),
    byValue(money.table, money.source),
  ]
  return {
    group: (code) => byGroup.get(code) ?? code,
    agency: (code) => byAgency.get(code) ?? code,
    source: (code) => bySource.get(code) ?? code,
    indicator: (code) => byIndicator.get(code) ?? null,
  }
}

/** All that a summary is made of, before anything is counted. */
async function asking(parts: Parts, code: string, period: string) {
  const { db } = parts
  const quarter = await quarterOf(db, code, period)
  const [loaded, given, ...standings] = await Promise.all([
    readPlan(db),
    readAssignments(db, code),
    ...quarter.months.map((month) => standingIfAny(parts, quarter.monthly.code, month)),
  ])
  const reports = standings.flatMap((one) => (one ? one.reports.map((report) => ({ ...report, period: one.period })) : []))
  if (!loaded || reports.length === 0) throw new ProblemError('not-found')
  const ids = rowIds(quarter.source, given)
  return { ...quarter, period, ...loaded, given, reports, ids, asked: await quarterAsked({ code, ...quarter }, period, ids, given) }
}

type Asking = Awaited<ReturnType<typeof asking>>

async function standingIfAny(parts: Parts, template: string, period: string): Promise<PeriodStanding | null> {
  return (await openedVersion(parts.db, template, period)) === null ? null : periodStanding(parts, template, period)
}

/** With who was on time; nothing else is counted yet. */
export function begun({ source, asked, ids, reports, monthly }: Asking, ledger: Ledger): QuarterCount {
  const count = new QuarterCount(
    { source, ids, months: asked.months, projects: new Projects(source.projects), doneBefore: new Map() },
    ledger,
  )
  for (const { agency, agencyName, period, late, counted } of reports)
    count.timeliness(
      {
        ...{ obligationId: obligationId(monthly.code, period, agency), template: monthly.code, period, agency, agencyName },
        ...{ submissionId: counted?.submissionId ?? null, receiptNumber: counted?.receiptNumber ?? null },
      },
      counted ? late : null,
    )
  return count
}

export interface Summarised {
  readonly from: Asking
  readonly summary: QuarterlySummary
  /** Every figure that was counted. */
  readonly ledger: Ledger
}

async function joined(parts: Parts, from: Asking): Promise<Summarised> {
  const { db, clock } = parts
  const { template, source, plan, given, period, months, register, reports, ids, asked } = from
  const ledger = new Ledger([])
  const count = begun(from, ledger)
  await joinShares(db, asked, count)
  const now = clock.now().toISOString()
  const facts = {
    ...{ template, source, plan, given, period, months, madeAt: now },
    pending: await pendingReports(db, source.tasks.template, months, now),
    agencies: [...new Set(reports.map(({ agency }) => agency))].map((agency) => ({ code: agency, rowId: ids.agency(agency) })),
    owed: await owedIndicators(parts, source, period, register),
    before: await before(db, template, period, register),
  }
  return { from, summary: quarterlySummary(facts, count, ledger), ledger }
}

/** So often it is begun anew because something happened while it was read. */
const TRIES = 3

/** Of one moment: where nobody has counted yet or things happen too fast, whoever asks has to ask again. */
export async function summarised(parts: Parts, code: string, period: string): Promise<Summarised> {
  for (let tries = 0; tries < TRIES; tries++) {
    const event = await lastHappening(parts.db)
    const from = await asking(parts, code, period)
    demandCounted(await countQuarter(parts.db, from.asked))
    const made = await joined(parts, from)
    if (event === (await lastHappening(parts.db))) return made
  }
  throw stillCounting(1)
}

/** The last report before, by whoever owes it now or owed it then. */
async function before(db: D1Database, { code, regime }: Template, period: string, register: Register): Promise<Content | null> {
  const [reporting] = membersOn(register, regime.owedBy, periodRange(period).to)
  if (!reporting) return null
  return (await pastContent(db, code, reporterOf(register, reporting.code, period, new Set([reporting.code])))).previous
}

async function owedIndicators(
  { db }: Parts,
  { indicators }: QuarterSource,
  period: string,
  register: Register,
): Promise<Map<string, number>> {
  const day = periodRange(period).to
  const owing = new Set(await owingAgencies(db, indicators.template, period))
  const assigned = await readAssignments(db, indicators.template)
  return new Map(
    assigned.map(({ values, assignedTo }) => [
      String(values[indicators.code]),
      membersOn(standing(register, owing), assignedTo, day).filter(({ code }) => owing.has(code)).length,
    ]),
  )
}

export const quarterSummary = async (parts: Parts, code: string, period: string): Promise<QuarterlySummary> =>
  (await summarised(parts, code, period)).summary

/** Null where no report of its months is owed yet. */
export async function summaryIfAny(parts: Parts, code: string, period: string): Promise<QuarterlySummary | null> {
  try {
    return await quarterSummary(parts, code, period)
  } catch (problem) {
    if (problem instanceof ProblemError && problem.slug === 'not-found') return null
    throw problem
  }
}

/** Pieces of one run: well within what one may ask of the database at once. */
const PIECES_OF_A_RUN = 16

/** Of the period that the last month lies in, so that nobody waits for it. */
export async function countLatestQuarter(parts: Parts): Promise<void> {
  const [templates, opened] = await Promise.all([readTemplates(parts.db), openedPeriods(parts.db)])
  for (const { code, regime, countedFrom } of templates) {
    if (!countedFrom) continue
    const { tasks } = v.parse(QuarterSource, countedFrom)
    const month = opened
      .flatMap((one) => (one.template === tasks.template ? [one.period] : []))
      .toSorted()
      .at(-1)
    const period =
      month && periodsOf(regime.frequency, Number(month.slice(0, 4))).find((one) => periodRange(one).to >= periodRange(month).to)
    if (period) await countQuarter(parts.db, (await asking(parts, code, period)).asked, PIECES_OF_A_RUN)
  }
}
