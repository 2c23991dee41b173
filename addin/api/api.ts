// Everything the pane and the portal can ask of the server, and the same over
// HTTP. Knows routes and schemas; not screens, not words.
import type * as v from 'valibot'
import type { Language } from '../../shared/bilingual.ts'
import type { Filing } from '../../shared/filing.ts'
import type { Counted } from '../../shared/improve/check-tally.ts'
import type { ReviewRequest, ReviewsRequest, SignRequest } from '../../shared/review.ts'
import * as wire from '../../shared/wire.ts'
import * as deployment from '../../shared/wire-deployment.ts'
import type { NumeralsBy } from '../../shared/wire-province.ts'
import { ApiProblem } from './api-problem.ts'
import { caller, type Fetch, matching, type Request } from './call.ts'
import type { TokenStore } from './token-store.ts'
import { wholeStatus } from './whole-status.ts'

export interface Api {
  /** Whether a token is at hand; the server may still refuse it. */
  signedIn(): boolean
  signIn(email: string, password: string, remember: boolean): Promise<wire.Person>
  signOut(): Promise<void>
  /** Drops a token that the server no longer takes. */
  forget(): void
  me(): Promise<wire.Person>
  clock(): Promise<deployment.ClockReading>
  /** Demo only: moves the clock to an instant (ISO 8601). */
  setClock(now: string): Promise<deployment.ClockReading>
  demoAccounts(): Promise<DemoAccount[]>
  obligations(period?: string): Promise<wire.ObligationList>
  obligation(obligation: string): Promise<wire.ObligationView>
  form(obligation: string): Promise<wire.Form>
  formFile(obligation: string): Promise<Blob>
  /** The form as a file, filled with this filing. */
  filledForm(obligation: string, filing: Filing): Promise<Blob>
  /** Numbers of the periods before, oldest first. */
  past(obligation: string): Promise<wire.PastFigures>
  draft(obligation: string): Promise<wire.Draft | null>
  /** `etag` is of the draft that this one replaces, null for the first. */
  saveDraft(obligation: string, filing: Filing, etag: string | null): Promise<wire.SavedDraft>
  check(obligation: string, filing: Filing): Promise<wire.Verdict>
  /** What a check made here has found, in counts. */
  countCheck(obligation: string, counts: readonly Counted[]): Promise<void>
  /** The same key with the same filing may be sent any number of times and is one submission. */
  submit(obligation: string, filing: Filing, key: string): Promise<wire.Receipt>
  /** The cells of a workbook that is no form of ours. */
  sheetsOfFile(obligation: string, file: Blob): Promise<wire.UploadedSheets>
  checkFile(obligation: string, file: Blob): Promise<wire.UploadResult>
  /** The file with its findings marked in it and listed. */
  reportFile(obligation: string, file: Blob, language: Language): Promise<Blob>
  /** What a workbook has no place for travels beside it. */
  submitFile(obligation: string, file: Blob, said: SaidBeside, key: string): Promise<wire.UploadResult>
  history(obligation: string): Promise<wire.History>
  /** One submission with its content. */
  submission(id: string): Promise<wire.SubmissionView>
  withdraw(submission: string): Promise<void>
  /** The receiver's verdict; the same key sent again is one verdict. */
  review(submission: string, request: ReviewRequest, key: string): Promise<wire.SubmissionSummary>
  reviewMany(request: ReviewsRequest, key: string): Promise<wire.ReviewOutcomes>
  /** The word of the agency's head. */
  sign(submission: string, request: SignRequest, key: string): Promise<wire.SubmissionSummary>
  periods(): Promise<wire.PeriodChoices>
  status(template: string, period: string): Promise<wire.PeriodStatus>
  /** `after` null is the first page. */
  statusPage(template: string, period: string, first: wire.StatusFirst, after: string | null): Promise<wire.PeriodStatus>
  consolidatedFile(template: string, period: string, by?: NumeralsBy): Promise<Blob>
}

export interface SaidBeside {
  /** Of warnings, by finding. */
  readonly explanations: Filing['explanations']
  /** To notes, by note. */
  readonly answers: Readonly<Record<string, string>>
}

export type DemoAccount = deployment.DemoAccounts['accounts'][number]

/** Files are drawn and read whole by the server; slow lines need longer. */
const FILE_TIMEOUT_MS = 120_000

export function httpApi(base: string, tokens: TokenStore, fetcher: Fetch = (input, init) => fetch(input, init)): Api {
  const { send, call, file: fileOf } = caller(base, tokens, fetcher)
  const of = (obligation: string) => `/api/obligations/${encodeURIComponent(obligation)}`
  const sent = (submission: string) => `/api/submissions/${encodeURIComponent(submission)}`
  const ofPeriod = (template: string, period: string) => `/api/consolidations/${encodeURIComponent(template)}/${encodeURIComponent(period)}`
  const blob = (path: string, request: Request = {}) => fileOf(path, { timeoutMs: FILE_TIMEOUT_MS, ...request })
  const upload = (path: string, request: Request) =>
    call(wire.UploadResult, path, { method: 'POST', timeoutMs: FILE_TIMEOUT_MS, ...request })

  const say = <S extends v.GenericSchema>(schema: S, path: string, json: unknown, key: string) =>
    call(schema, path, { method: 'POST', json, headers: { 'idempotency-key': key } })

  const statusPage: Api['statusPage'] = (template, period, first, after) =>
    call(wire.PeriodStatus, `/api/status?${new URLSearchParams({ template, period, first, ...(after !== null && { after }) })}`)

  return {
    signedIn: () => tokens.get() !== null,
    async signIn(email, password, remember) {
      const session = await call(wire.Session, '/api/session', { method: 'POST', json: { email, password } })
      tokens.set(session.token, remember)
      return session.person
    },
    async signOut() {
      try {
        await send('/api/session', { method: 'DELETE' })
      } finally {
        tokens.clear()
      }
    },
    forget: () => tokens.clear(),
    me: () => call(wire.Person, '/api/me'),
    clock: () => call(deployment.ClockReading, '/api/clock'),
    setClock: (now) => call(deployment.ClockReading, '/api/clock', { method: 'PUT', json: { now } }),
    async demoAccounts() {
      try {
        return (await call(deployment.DemoAccounts, '/api/demo/accounts')).accounts
      } catch (problem) {
        // Outside the demo the route does not exist.
        if (problem instanceof ApiProblem && problem.status === 404) return []
        throw problem
      }
    },
    obligations: (period) => call(wire.ObligationList, `/api/obligations${period ? `?period=${encodeURIComponent(period)}` : ''}`),
    obligation: (obligation) => call(wire.ObligationView, of(obligation)),
    form: (obligation) => call(wire.Form, `${of(obligation)}/form`),
    async filledForm(obligation, filing) {
      return (await send(`${of(obligation)}/form.xlsx`, { method: 'POST', json: { filing }, timeoutMs: FILE_TIMEOUT_MS })).blob()
    },
    formFile: (obligation) => blob(`${of(obligation)}/form.xlsx`),
    past: (obligation) => call(wire.PastFigures, `${of(obligation)}/past`),
    async draft(obligation) {
      try {
        return await call(wire.Draft, `${of(obligation)}/draft`)
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.slug === 'not-found') return null
        throw problem
      }
    },
    saveDraft: (obligation, filing, etag) =>
      call(wire.SavedDraft, `${of(obligation)}/draft`, { method: 'PUT', json: filing, headers: matching(etag) }),
    async countCheck(obligation, counts) {
      await send(`${of(obligation)}/checks`, { method: 'POST', json: { counts } })
    },
    check: (obligation, filing) => call(wire.Verdict, `${of(obligation)}/check`, { method: 'POST', json: { filing } }),
    submit: (obligation, filing, key) =>
      call(wire.Receipt, `${of(obligation)}/submissions`, { method: 'POST', json: { filing }, headers: { 'idempotency-key': key } }),
    sheetsOfFile: (obligation, file) =>
      call(wire.UploadedSheets, `${of(obligation)}/upload/sheets`, { method: 'POST', file, timeoutMs: FILE_TIMEOUT_MS }),
    checkFile: (obligation, file) => upload(`${of(obligation)}/upload`, { file }),
    async reportFile(obligation, file, language) {
      const path = `${of(obligation)}/upload/report?lang=${language}`
      return blob(path, { method: 'POST', file })
    },
    submitFile(obligation, file, { explanations, answers }, key) {
      const form = new FormData()
      form.set('file', file)
      form.set('explanations', JSON.stringify(explanations))
      form.set('answers', JSON.stringify(answers))
      return upload(`${of(obligation)}/upload?submit=true`, { form, headers: { 'idempotency-key': key } })
    },
    history: (obligation) => call(wire.History, `${of(obligation)}/submissions`),
    submission: (id) => call(wire.SubmissionView, sent(id)),
    async withdraw(submission) {
      await send(`${sent(submission)}/withdraw`, { method: 'POST' })
    },
    review: (submission, request, key) => say(wire.SubmissionSummary, `${sent(submission)}/review`, request, key),
    reviewMany: (request, key) => say(wire.ReviewOutcomes, '/api/reviews', request, key),
    sign: (submission, request, key) => say(wire.SubmissionSummary, `${sent(submission)}/sign`, request, key),
    periods: () => call(wire.PeriodChoices, '/api/periods'),
    statusPage,
    status: (template, period) => wholeStatus((after) => statusPage(template, period, 'register', after)),
    consolidatedFile: (template, period, by = 'agency') => blob(`${ofPeriod(template, period)}/workbook.xlsx?by=${by}`),
  }
}
