// Where every report of a template and period stands, counted, by one look at the log. Keeps little of each
// agency: what people open is a view (view-obligations.ts).
import { countStates } from '../../shared/matrix.ts'
import { isOver, stateOf } from '../../shared/obligation.ts'
import type { PeriodStanding, ReportStanding } from '../../shared/period-standing.ts'
import { statesOf } from '../../shared/standing.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { type Standing, standingsOf } from '../store/standings.ts'
import { type ConsolidationChoice, chosenOf, EVERYTHING, endOf } from './consolidation-choice.ts'

export interface LiveStanding extends ReportStanding {
  /** What counts was accepted. */
  readonly accepted: boolean
  /** Nothing counts, and its time is over. */
  readonly overdue: boolean
}

function standingOf({ owed, sent: own }: Standing, now: Date): LiveStanding {
  const { agency, agencyName, windowTo, opensAt, dueAt, locksAt, extendedFrom, draftAt } = owed
  const states = statesOf(own.map(({ lastEvent }) => lastEvent))
  const counted = own.find((_, at) => states[at] === 'submitted' || states[at] === 'accepted')
  const dates = { windowFrom: windowTo, windowTo, opensAt, dueAt, locksAt, ...(extendedFrom !== null && { extendedFrom }) }
  const facts = {
    draft: draftAt !== null && own.every(({ submittedAt }) => submittedAt < draftAt),
    submissions: own.map((one, at) => ({
      ...{ state: states[at] ?? 'submitted', reachedAt: one.reachedAt, declaration: one.declaration?.kind ?? null },
    })),
  }
  return {
    ...{ agency, agencyName, ...stateOf({ dates }, facts, now), accepted: counted?.lastEvent === 'accepted' },
    overdue: !counted && isOver({ dates }, now),
    counted: counted
      ? {
          ...{ submissionId: counted.id, sequence: counted.sequence, receiptNumber: counted.receiptNumber, agencyName: counted.agencyName },
          ...{ reachedAt: counted.reachedAt ?? counted.submittedAt, declaration: counted.declaration, contentHash: counted.contentHash },
        }
      : null,
  }
}

export interface LivePeriod extends PeriodStanding {
  readonly reports: readonly LiveStanding[]
}

/** Of all who owe it, as it stands now, or as chosen. */
export async function periodStanding(
  parts: Parts,
  template: string,
  period: string,
  { agencies, on }: ConsolidationChoice = EVERYTHING,
): Promise<LivePeriod> {
  const now = parts.clock.now()
  const end = on === null ? null : endOf(on, now)
  const all = await standingsOf(parts.db, template, period, end ? { before: end.toISOString() } : {})
  const first = all[0]?.owed
  if (!first) throw new ProblemError('not-found')
  const isChosen = agencies === null ? () => true : await chosenOf(parts.db, agencies, first.windowTo)
  const chosen = all.filter(({ owed }) => isChosen(owed.agency))
  if (chosen.length === 0) throw new ProblemError('bad-request', 'none of the agencies owes this report')
  const reports = chosen.map((one) => standingOf(one, end ?? now))
  const counts = countStates(reports.map(({ state, late, counted }) => ({ state, late, receipt: counted?.receiptNumber ?? null })))
  const version = Math.max(...all.map(({ owed }) => owed.version))
  return { template, version, period, windowTo: first.windowTo, ...counts, reports }
}
