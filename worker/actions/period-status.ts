// Who has submitted what for a template and period: the numbers of the sheet
// "Tình hình nộp" and, page by page, the list behind them.
import type { PeriodStatus } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { obligationsFrom } from '../store/obligations.ts'
import { periodStanding } from './period-standing.ts'
import { viewObligations } from './view-obligations.ts'

/** Agencies of one page. */
const PAGE = 250

/** `after`: the agency after which the page begins; null is the first page. The numbers are those of all pages. */
export async function periodStatus(
  parts: Parts,
  template: string,
  period: string,
  after: string | null,
  limit = PAGE,
): Promise<PeriodStatus> {
  const { reports: _, version: _version, windowTo: _windowTo, ...counts } = await periodStanding(parts, template, period)
  const { obligations, next } = await obligationsFrom(parts.db, [{ template, period }], after, limit)
  return { ...counts, obligations: await viewObligations(parts, obligations), next }
}
