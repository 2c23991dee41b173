// What only the portal's pages about all agencies ask of the server. Apart from api.ts so
// that the pane does not load the shapes of answers that it never asks for.
import type { MatterCode } from '../../shared/reconcile/matter.ts'
import { MatterPage, Reconciliation } from '../../shared/reconcile/reconciliation.ts'
import { Snapshot, SnapshotComparison, SnapshotList } from '../../shared/snapshot/snapshot.ts'
import { Consolidation, Form, PeriodChoices, PeriodStatus, SubmissionView } from '../../shared/wire.ts'
import { ConsolidatedPage, FigureTrace, type NumeralsBy, SummaryPage } from '../../shared/wire-province.ts'
import { caller, type Fetch } from './call.ts'
import type { TokenStore } from './token-store.ts'
import { wholeStatus } from './whole-status.ts'

/** What is added up over all agencies takes its time on a slow line. */
const LONG_MS = 120_000

/** Of which agencies, and as of which day, a consolidation is asked for. */
export interface ConsolidationChoice {
  /** Codes of agencies or of groups; empty is all who owe the report. */
  readonly agencies: readonly string[]
  /** `YYYY-MM-DD`: what counted at the end of that day; '' is now. */
  readonly on: string
}

export type QuarterApi = ReturnType<typeof quarterApi>

export function quarterApi(base: string, tokens: TokenStore, fetcher: Fetch = (input, init) => fetch(input, init)) {
  const { call, file } = caller(base, tokens, fetcher)
  const path = (...parts: readonly string[]) => `/api/${parts.map(encodeURIComponent).join('/')}`
  const long = { timeoutMs: LONG_MS }
  const query = (asked: Readonly<Record<string, string>>) => (Object.keys(asked).length === 0 ? '' : `?${new URLSearchParams(asked)}`)
  const asked = ({ agencies, on }: ConsolidationChoice) => ({
    ...(agencies.length > 0 && { agencies: agencies.join(',') }),
    ...(on && { on }),
  })
  /** `after` null is the first page. */
  const from = (after: string | null) => (after === null ? '' : `?${new URLSearchParams({ after })}`)
  return {
    periods: () => call(PeriodChoices, '/api/periods'),
    status: (template: string, period: string) => call(PeriodStatus, `/api/status?${new URLSearchParams({ template, period })}`),
    /** With all who owe it. */
    wholeStatus: (template: string, period: string) =>
      wholeStatus((after) =>
        call(PeriodStatus, `/api/status?${new URLSearchParams({ template, period, first: 'register', ...(after !== null && { after }) })}`),
      ),
    form: (obligation: string) => call(Form, `${path('obligations', obligation)}/form`, long),
    submission: (id: string) => call(SubmissionView, path('submissions', id)),
    /** `on`: as of the end of this day; null is now. */
    consolidation: (template: string, period: string, on: string | null) =>
      call(Consolidation, path('consolidations', template, period) + query(on === null ? {} : { on }), long),
    /** `after` null is the first page. */
    rows: (template: string, period: string, table: string, chosen: ConsolidationChoice, after: string | null) =>
      call(
        ConsolidatedPage,
        `${path('consolidations', template, period)}/rows${query({ table, ...asked(chosen), ...(after !== null && { after }) })}`,
        long,
      ),
    totals: (template: string, period: string, chosen: ConsolidationChoice) =>
      call(Consolidation.entries.totals, `${path('consolidations', template, period)}/totals${query(asked(chosen))}`, long),
    workbook: (template: string, period: string, by: NumeralsBy, chosen: ConsolidationChoice) =>
      file(`${path('consolidations', template, period)}/workbook.xlsx${query({ by, ...asked(chosen) })}`, long),
    summary: (template: string, period: string, after: string | null) =>
      call(SummaryPage, path('summaries', template, period) + from(after), long),
    figure: (template: string, period: string, figure: string, after: string | null) =>
      call(FigureTrace, path('summaries', template, period, 'figures', figure) + from(after), long),
    reconciliation: (template: string, period: string) => call(Reconciliation, path('reconciliations', template, period), long),
    matters: (template: string, period: string, kind: MatterCode, after: string | null) =>
      call(
        MatterPage,
        `${path('reconciliations', template, period)}/matters?${new URLSearchParams({ kind, ...(after !== null && { after }) })}`,
        long,
      ),
    snapshots: (template: string, period: string) => call(SnapshotList, `/api/snapshots?${new URLSearchParams({ template, period })}`),
    /** `key` once per attempt: sent again it is the same snapshot. */
    freeze: (template: string, period: string, reason: string, key: string) =>
      call(Snapshot, '/api/snapshots', {
        method: 'POST',
        json: { template, period, reason },
        headers: { 'idempotency-key': key },
        ...long,
      }),
    snapshotFile: (snapshot: string) => file(`${path('snapshots', snapshot)}/workbook.xlsx`, long),
    comparisonFile: (snapshot: string, other: string | null) =>
      file(`${path('snapshots', snapshot)}/comparison.xlsx${other === null ? '' : `?${new URLSearchParams({ with: other })}`}`, long),
    compare: (snapshot: string, other: string | null) =>
      call(
        SnapshotComparison,
        `${path('snapshots', snapshot)}/comparison${other === null ? '' : `?${new URLSearchParams({ with: other })}`}`,
        long,
      ),
  }
}
