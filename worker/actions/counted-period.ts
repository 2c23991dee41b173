// What counts for one template and period, fixed by one look at the log: the submissions in
// the order of the register. Their rows are read from the store when they are wanted.
import { obligationId } from '../../shared/obligation.ts'
import type { PeriodStanding } from '../../shared/period-standing.ts'
import type { PeriodReports } from '../../shared/reconcile/matters.ts'
import type { CountedHead, SourceOf } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedHeads } from '../store/counted-rows.ts'
import { readTemplate } from '../store/plan.ts'
import { rowSource } from '../store/row-source.ts'
import { type ConsolidationChoice, EVERYTHING } from './consolidation-choice.ts'
import { periodStanding } from './period-standing.ts'
import { listed } from './tallied-totals.ts'

export interface CountedPeriod extends PeriodReports {
  readonly template: Template
  readonly status: PeriodStanding
}

const sourceFrom =
  (db: D1Database, all: readonly CountedHead[]): SourceOf =>
  (table, { heads = all, fields } = {}) =>
    rowSource(db, table.key, heads, fields ?? table.fields.map(({ key }) => key))

export const reportOf =
  (template: string, period: string): PeriodReports['reportOf'] =>
  ({ agency, agencyName, submissionId, receiptNumber }) => ({
    ...{ obligationId: obligationId(template, period, agency), template, period, agency, agencyName, submissionId, receiptNumber },
  })

export function reportsOf(db: D1Database, template: string, period: string, heads: readonly CountedHead[]): PeriodReports {
  return {
    heads,
    sourceOf: sourceFrom(db, heads),
    reportOf: reportOf(template, period),
  }
}

/** Of submissions that are named already. */
export async function namedPeriod({ db }: Parts, status: PeriodStanding): Promise<CountedPeriod> {
  const [template, heads] = await Promise.all([readTemplate(db, status.template, status.version), countedHeads(db, listed(status.reports))])
  if (!template) throw new ProblemError('not-found')
  return { template, status, ...reportsOf(db, status.template, status.period, heads) }
}

/** What counts now of all agencies, or as chosen. */
export const countedPeriod = async (
  parts: Parts,
  code: string,
  period: string,
  choice: ConsolidationChoice = EVERYTHING,
): Promise<CountedPeriod> => namedPeriod(parts, await periodStanding(parts, code, period, choice))

/** The same with the submissions in another order. */
export const inOrder = ({ db }: Parts, counted: CountedPeriod, heads: readonly CountedHead[]): CountedPeriod => ({
  ...counted,
  heads,
  sourceOf: sourceFrom(db, heads),
})
