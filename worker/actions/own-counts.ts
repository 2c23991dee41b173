// How much is to be asked about each agency's own history, by kind: counted of its reports alone and kept under them, so
// that a page of the province adds up counts and reads the rows of the agencies that it shows.
import * as v from 'valibot'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Names } from '../../shared/field/field.ts'
import { previousPeriod } from '../../shared/period.ts'
import { QuarterSource } from '../../shared/quarter/source.ts'
import { HISTORY_ASKED_AS } from '../../shared/reconcile/own-history.ts'
import { type AgencyMatters, ownMatters } from '../../shared/reconcile/own-matters.ts'
import type { ListedSubmission } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { type Counting, countPieces, type MadeCounts } from '../store/agency-counts.ts'
import { countedHeads, countedOf } from '../store/counted-rows.ts'
import { openedPeriods, openedVersion } from '../store/obligations.ts'
import { readPlan, readTemplate, readTemplates } from '../store/plan.ts'
import { reportsOf } from './counted-period.ts'

/** How many periods an agency's own history goes back. */
const PERIODS_BACK = 3
/** Agencies whose rows are read at once: some statements, and a quarter of a second. */
export const PIECE = 25

export interface OwnAsked {
  readonly template: Template
  /** The period, and those before that it is held against, the latest first. */
  readonly periods: readonly string[]
  /** Values that mean that something is completed, by field. */
  readonly final: Readonly<Record<string, readonly string[]>>
  readonly counting: Counting
}

/** As a report that is counted from this template has it. */
function finalValues(templates: readonly Template[], code: string): OwnAsked['final'] {
  return Object.fromEntries(
    templates.flatMap(({ countedFrom }) => {
      if (!countedFrom) return []
      const { tasks } = v.parse(QuarterSource, countedFrom)
      const done = Object.entries(tasks.states).flatMap(([state, meaning]) => (meaning === 'done' ? [state] : []))
      return tasks.template === code ? [[tasks.state, done] as const] : []
    }),
  )
}

export async function ownAsked(template: Template, templates: readonly Template[], period: string): Promise<OwnAsked> {
  const periods = [period]
  while (periods.length <= PERIODS_BACK) periods.push(previousPeriod(periods.at(-1)!))
  const final = finalValues(templates, template.code)
  const counting = {
    about: `matters ${template.code}.${period}`,
    key: await sha256(canonicalJson({ asked: HISTORY_ASKED_AS, tables: template.tables, final })),
    reports: periods.map((one) => ({ template: template.code, period: one })),
  }
  return { template, periods, final, counting }
}

interface AgencyFound extends AgencyMatters {
  /** The submissions that say so, the latest first. */
  readonly countedOf: readonly string[]
}

/** What is asked about some agencies, in the order of the register: those with a report of the period, then those that reported before alone. */
export async function* mattersOf(
  db: D1Database,
  { template, periods, final }: OwnAsked,
  names: Names,
  reports: readonly ListedSubmission[],
  agencies: readonly string[] = reports.map(({ agency }) => agency),
): AsyncGenerator<AgencyFound, void> {
  const past = await Promise.all(periods.slice(1).map((period) => countedOf(db, template.code, period, agencies)))
  const counted = Map.groupBy([reports, ...past].flat(), ({ agency }) => agency)
  const ids = (agency: string) => counted.get(agency)!.map(({ submissionId }) => submissionId)
  // Without a past there is nothing to be held against it, and no row is read.
  const lists = [reports.filter(({ agency }) => counted.get(agency)!.length > 1), ...past]
  const [now, ...before] = await Promise.all(
    lists.map(async (list, at) => reportsOf(db, template.code, periods[at]!, await countedHeads(db, list))),
  )
  const found = new Map<string, AgencyMatters['matters']>()
  for await (const { agency, matters } of ownMatters({ template, now: now!, before, names, final })) found.set(agency, matters)
  for (const [agency] of counted) yield { agency, matters: found.get(agency) ?? [], countedOf: ids(agency) }
}

export function countsByKind(matters: AgencyMatters['matters']): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code } of matters) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

async function count(db: D1Database, asked: OwnAsked, names: Names, agencies: readonly string[]): Promise<MadeCounts[]> {
  const made: MadeCounts[] = []
  const now = await countedOf(db, asked.template.code, asked.periods[0]!, agencies)
  for await (const { agency, matters, countedOf } of mattersOf(db, asked, names, now, agencies))
    made.push({ agency, countedOf, counts: countsByKind(matters) })
  return made
}

/** Counts for agencies for which nobody has, so many pieces at most; resolves with how many are left. */
export const countOwn = (db: D1Database, asked: OwnAsked, names: Names, most = 1): Promise<number> =>
  countPieces(db, asked.counting, { piece: PIECE, most }, (agencies) => count(db, asked, names, agencies))

/** Pieces of one run: well within what one may ask of the database at once. */
const PIECES_OF_A_RUN = 40

/** For the latest period of each template, so that nobody waits for it; periods before are counted when somebody looks. */
export async function countLatest({ db }: Pick<Parts, 'db'>): Promise<void> {
  const [names, templates, opened] = await Promise.all([readPlan(db), readTemplates(db), openedPeriods(db)])
  if (!names) return
  for (const { code } of templates) {
    const period = opened
      .flatMap((one) => (one.template === code ? [one.period] : []))
      .toSorted()
      .at(-1)
    const version = period === undefined ? null : await openedVersion(db, code, period)
    const template = version === null ? null : await readTemplate(db, code, version)
    if (template && period !== undefined) await countOwn(db, await ownAsked(template, templates, period), names, PIECES_OF_A_RUN)
  }
}
