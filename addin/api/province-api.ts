// What only the portal asks of the server, about all agencies together: progress, the
// report to the province and its words, public boards. Apart from api.ts so that the pane does not carry it.
import type { ReportWords } from '../../shared/report/report-words.ts'
import * as wire from '../../shared/wire-province.ts'
import { caller, type Fetch, matching } from './call.ts'
import type { TokenStore } from './token-store.ts'

export interface ProvinceApi {
  progress(): Promise<wire.PlanProgress>
  /** `after` null is the first page of its agencies. */
  quarter(template: string, period: string, after: string | null): Promise<wire.QuarterProgress>
  reportWords(template: string, period: string): Promise<wire.ReportView>
  /** `etag` is of the words that these replace, null for the first. */
  saveReportWords(template: string, period: string, words: ReportWords, etag: string | null): Promise<wire.ReportView>
  reportFile(template: string, period: string): Promise<Blob>
  boards(): Promise<readonly wire.BoardRelease[]>
  releaseBoard(period: string): Promise<wire.BoardRelease>
  withdrawBoard(period: string): Promise<void>
}

const FILE_TIMEOUT_MS = 120_000

export function provinceApi(base: string, tokens: TokenStore, fetcher: Fetch = (input, init) => fetch(input, init)): ProvinceApi {
  const { send, call } = caller(base, tokens, fetcher)
  const path = (...parts: readonly string[]) => `/api/${parts.map(encodeURIComponent).join('/')}`
  return {
    progress: () => call(wire.PlanProgress, path('progress')),
    quarter: (template, period, after) =>
      call(wire.QuarterProgress, `${path('progress', template, period)}${after === null ? '' : `?${new URLSearchParams({ after })}`}`),
    reportWords: (template, period) => call(wire.ReportView, path('reports', template, period, 'words')),
    saveReportWords: (template, period, words, etag) =>
      call(wire.ReportView, path('reports', template, period, 'words'), {
        method: 'PUT',
        json: words,
        headers: matching(etag),
      }),
    reportFile: async (template, period) =>
      (await send(path('reports', template, `${period}.docx`), { timeoutMs: FILE_TIMEOUT_MS })).blob(),
    boards: async () => (await call(wire.BoardReleases, path('boards'))).releases,
    releaseBoard: (period) => call(wire.BoardRelease, path('boards', period, 'release'), { method: 'POST' }),
    async withdrawBoard(period) {
      await send(path('boards', period, 'withdraw'), { method: 'POST' })
    },
  }
}
