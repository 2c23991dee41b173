// The quarterly summary: who was on time from the log, the rest from what was kept of each agency (quarter-shares.ts).
// The summary itself is not kept: what was signed is the submission made from it.
import * as v from 'valibot'
import { endedIn, membersOn, type Register, standing } from '../../shared/agency.ts'
import type { Content } from '../../shared/filing.ts'
import { obligationId } from '../../shared/obligation.ts'
import { periodRange, periodsOf } from '../../shared/period.ts'
import type { ReportStanding } from '../../shared/period-standing.ts'
import { Ledger } from '../../shared/quarter/ledger.ts'
import { Projects } from '../../shared/quarter/projects.ts'
import { type Heirs, QuarterCount, type RowIds } from '../../shared/quarter/quarter-count.ts'
import { quarterlySummary } from '../../shared/quarter/quarterly-summary.ts'
import { QuarterSource } from '../../shared/quarter/source.ts'
import { actingFor } from '../../shared/succession.ts'
import type { Template } from '../../shared/template.ts'
import type { QuarterlySummary } from '../../shared/wire-province.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { madeAt, makeOnce, momentOf } from '../store/kept-reads.ts'
import { agenciesOwing, openedPeriods, owingAgencies, pendingReports } from '../store/obligations.ts'
import { readAssignments, readPlan, readTemplates } from '../store/plan.ts'
import { notApplying } from '../store/quarter.ts'
import { demandCounted, demandNobodyCounting, othersAreAtIt, stillCounting } from './demand-counted.ts'
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

/** Of agencies that ended and that nothing is asked of for the last month, the one that goes on with their work. */
async function heirsIn(db: D1Database, register: Register, template: string, last: string): Promise<Heirs> {
  const ended = endedIn(register)
  const owing = ended.length === 0 ? new Set<string>() : await agenciesOwing(db, template, last)
  return Object.fromEntries(
    ended.flatMap(({ code }) => {
      const heir = actingFor(ended, code, periodRange(last).to)
      return heir === code || owing.has(code) ? [] : [[code, heir] as const]
    }),
  )
}

/** All that a summary is made of, before anything is read of the reports. */
async function asking({ db }: Parts, code: string, period: string) {
  const quarter = await quarterOf(db, code, period)
  const [loaded, given, opened] = await Promise.all([readPlan(db), readAssignments(db, code), openedPeriods(db)])
  const owed = new Set(opened.flatMap((one) => (one.template === quarter.monthly.code ? [one.period] : [])))
  if (!loaded || !quarter.months.some((month) => owed.has(month))) throw new ProblemError('not-found')
  const ids = rowIds(quarter.source, given)
  const owedMonths = quarter.months.filter((month) => owed.has(month))
  const heirs = await heirsIn(db, loaded.register, quarter.monthly.code, quarter.months.at(-1)!)
  const lastDays = Object.fromEntries(endedIn(loaded.register).flatMap(({ code, validTo }) => (code in heirs ? [[code, validTo]] : [])))
  const asked = await quarterAsked({ code, ...quarter }, period, ids, given, heirs, lastDays)
  return { ...quarter, period, owedMonths, ...loaded, given, ids, asked }
}

type Asking = Awaited<ReturnType<typeof asking>>

export type MonthlyReport = ReportStanding & { readonly period: string }

/** Those that were owed for the months, month by month in the order of the register. */
export async function monthlyReports(parts: Parts, { monthly, owedMonths }: Asking): Promise<readonly MonthlyReport[]> {
  const standings = await Promise.all(owedMonths.map((month) => periodStanding(parts, monthly.code, month)))
  return standings.flatMap(({ period, reports }) => reports.map((report) => ({ ...report, period })))
}

/** With who was on time; nothing else is counted yet. */
export function begun({ source, asked, ids, monthly }: Asking, reports: readonly MonthlyReport[], ledger: Ledger): QuarterCount {
  const count = new QuarterCount(
    { source, ids, months: asked.months, projects: new Projects(source.projects), before: new Map(), heirs: asked.heirs },
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
  /** How many things the figures beside the tables count, by their name. */
  readonly outside: Readonly<Record<keyof QuarterlySummary['outside'], number>>
}

const pendingOf = ({ db }: Parts, { source, months }: Asking, now: string) => pendingReports(db, source.tasks.template, months, now)

async function joined(parts: Parts, from: Asking): Promise<Summarised> {
  const { db, clock } = parts
  const { template, source, plan, given, period, months, register, ids, asked } = from
  const reports = await monthlyReports(parts, from)
  const ledger = new Ledger([])
  const count = begun(from, reports, ledger)
  await joinShares(db, asked, count)
  const now = clock.now().toISOString()
  const facts = {
    ...{ template, source, plan, given, period, months, madeAt: now },
    pending: await pendingOf(parts, from, now),
    agencies: [...new Set(reports.map(({ agency }) => agency))].map((agency) => ({ code: agency, rowId: ids.agency(agency) })),
    owed: await owedIndicators(parts, source, period, register),
    before: await before(db, template, period, register),
  }
  const summary = quarterlySummary(facts, count, ledger)
  return { from, summary, outside: mapped(summary.outside, (name) => ledger.count(`outside.${name}`)) }
}

const mapped = <K extends string>(names: Readonly<Record<K, unknown>>, of: (name: K) => number): Record<K, number> =>
  Object.fromEntries((Object.keys(names) as K[]).map((name) => [name, of(name)])) as Record<K, number>

/** So often it is begun anew because something happened while it was read. */
const TRIES = 3

/** Of one moment: where nobody has counted yet or things happen too fast, whoever asks has to ask again. */
export async function summarised(parts: Parts, code: string, period: string): Promise<Summarised> {
  const { db, clock } = parts
  const name = `summary ${code}.${period}`
  for (let tries = 0; tries < TRIES; tries++) {
    const moment = await momentOf(db)
    const last = madeAt<Summarised>(db, moment, name)
    if (last) {
      // Nothing else of it goes by the clock: whether what counts was on time was settled when it came.
      const now = clock.now().toISOString()
      return { ...last, summary: { ...last.summary, madeAt: now, pending: await pendingOf(parts, last.from, now) } }
    }
    await demandNobodyCounting(db, `${code}.${period}`)
    const made = await makeOnce(db, moment, name, async () => {
      const from = await asking(parts, code, period)
      demandCounted(await countQuarter(db, from.asked))
      return joined(parts, from)
    })
    if (made === null) return othersAreAtIt(db, `${code}.${period}`)
    if (moment === (await momentOf(db))) return made
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
  const [owed, exempt] = await Promise.all([owingAgencies(db, indicators.template, period), notApplying(db, indicators.template, period)])
  const owing = new Set(owed.filter((agency) => !exempt.includes(agency)))
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
const PIECES_OF_A_RUN = 24

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
