// What is asked about when the reports of all agencies lie side by side, for the sheet "Đối chiếu" of the consolidated
// workbook: of the same submissions as its rows, from what was kept with them.
import type { Names } from '../../shared/field/field.ts'
import type { Matter } from '../../shared/reconcile/matter.ts'
import { type Reconciled, reconcile } from '../../shared/reconcile/matters.ts'
import type { ControlTotal } from '../../shared/reconcile/reconciliation.ts'
import { type Survey, survey } from '../../shared/survey.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { allKept, keepCounts, type MadeCounts } from '../store/agency-counts.ts'
import { readPlan, readTemplates } from '../store/plan.ts'
import type { CountedPeriod } from './counted-period.ts'
import { rowsOfTexts, textsOf } from './kept-texts.ts'
import { otherControls } from './matters-asked.ts'
import { countsByKind, mattersOf, type OwnAsked, ownAsked, PIECE } from './own-counts.ts'
import { sharesOf } from './tallied-totals.ts'

/** Of those that do not go with an agency's own history; more would be read by nobody. */
const MOST_MATTERS = 1_000

/** Rows are read of the agencies whose matters are told, and of those for which nobody has counted. */
async function ownHistory(
  db: D1Database,
  asked: OwnAsked,
  { heads }: CountedPeriod,
  names: Names,
): Promise<{ readonly told: readonly Matter[]; readonly count: number }> {
  const kept = new Map((await allKept(db, asked.counting)).map((one) => [one.submissionId, one.count]))
  const told: Matter[] = []
  let count = 0
  const open = heads.filter(({ submissionId }) => kept.get(submissionId) !== 0)
  for (let from = 0; from < open.length; from += PIECE) {
    const some = open.slice(from, from + PIECE)
    const isKnown = (id: string) => (kept.get(id) ?? null) !== null
    // Once there is nothing to be told any more, what was counted is enough.
    const read = told.length < MOST_MATTERS ? some : some.filter(({ submissionId }) => !isKnown(submissionId))
    if (read.length < some.length) for (const { submissionId } of some) count += kept.get(submissionId) ?? 0
    if (read.length === 0) continue
    const made: MadeCounts[] = []
    for await (const { agency, matters, countedOf } of mattersOf(db, asked, names, read)) {
      count += matters.length
      told.push(...matters.slice(0, MOST_MATTERS - told.length))
      // Of submissions that count no more nothing is kept.
      if (kept.has(countedOf[0]!) && !isKnown(countedOf[0]!)) made.push({ agency, countedOf, counts: countsByKind(matters) })
    }
    if (made.length > 0) await keepCounts(db, asked.counting, made)
  }
  return { told, count }
}

export interface PeriodReconciled extends Reconciled {
  readonly survey: Survey
  readonly others: readonly ControlTotal[]
  readonly names: Names
}

export async function reconcilePeriod({ db }: Parts, counted: CountedPeriod): Promise<PeriodReconciled> {
  const { template, status, heads } = counted
  const [names, templates] = await Promise.all([readPlan(db), readTemplates(db)])
  if (!names) throw new ProblemError('not-found')
  const kept = { shares: sharesOf(db, template, heads), texts: textsOf(db, template, heads), rowsAt: rowsOfTexts(db) }
  const surveyed = await survey(template, heads, kept)
  const own = await ownHistory(db, await ownAsked(template, templates, status.period), counted, names)
  const reconciled = reconcile({ template, survey: surveyed, now: counted, names, own })
  return { ...reconciled, survey: surveyed, others: await otherControls(db, templates, template, status.period, names), names }
}
