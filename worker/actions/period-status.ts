// Who has submitted what for a template and period: the numbers of the sheet
// "Tình hình nộp" and, page by page, the list behind them.
import type { PeriodStatus, StatusFirst } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { obligationsNamed } from '../store/obligations.ts'
import { type LiveStanding, periodStanding } from './period-standing.ts'
import { viewObligations } from './view-obligations.ts'

/** Agencies of one page. */
const PAGE = 250

/** What stands before what; alike, the order of the register. */
const RANKS: Readonly<Record<StatusFirst, (one: LiveStanding) => number>> = {
  register: () => 0,
  waiting: ({ counted, accepted }) => (counted === null ? 1 : accepted ? 2 : 0),
  missing: ({ counted }) => (counted === null ? 0 : 1),
}

/** RANK/AGENCY of the last one of a page: where it stands now may be elsewhere, the page after it goes on from where it stood. */
function keyIn(after: string): { rank: number; agency: string } {
  const [, rank, agency] = /^(\d)\/(.+)$/.exec(after) ?? []
  if (rank === undefined || agency === undefined) throw new ProblemError('bad-request', 'after is no key of a page')
  return { rank: Number(rank), agency }
}

/** `after`: `next` of the page before; null is the first page. The numbers are those of all pages. */
export async function periodStatus(
  parts: Parts,
  template: string,
  period: string,
  { first, after, limit = PAGE }: { readonly first: StatusFirst; readonly after: string | null; readonly limit?: number },
): Promise<PeriodStatus> {
  const key = after === null ? null : keyIn(after)
  const { reports, version: _version, windowTo: _windowTo, ...counts } = await periodStanding(parts, template, period)
  const placed = reports.map((one, position) => ({ agency: one.agency, rank: RANKS[first](one), position }))
  const place = key && { rank: key.rank, position: placed.find(({ agency }) => agency === key.agency)?.position ?? -1 }
  const open = placed
    .filter(({ rank, position }) => !place || rank > place.rank || (rank === place.rank && position > place.position))
    .toSorted((one, other) => one.rank - other.rank || one.position - other.position)
  const shown = open.slice(0, limit)
  const last = open.length > limit ? shown.at(-1) : undefined
  const obligations = await obligationsNamed(
    parts.db,
    shown.map(({ agency }) => ({ template, period, agency })),
  )
  return { ...counts, obligations: await viewObligations(parts, obligations), next: last ? `${last.rank}/${last.agency}` : null }
}
