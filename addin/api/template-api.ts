// What the pages of templates ask of the server. Apart from api.ts so that nobody else loads it.
import type { CodeList } from '../../shared/plan.ts'
import { Template } from '../../shared/template.ts'
import { TemplateImport } from '../../shared/wire-template-import.ts'
import * as wire from '../../shared/wire-templates.ts'
import { ApiProblem } from './api-problem.ts'
import { caller, type Fetch, matching } from './call.ts'
import type { TokenStore } from './token-store.ts'

/** Trying judges many filings at once. */
const LONG_MS = 120_000

/** What is no JSON goes as the text it is: the server says so. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export type TemplateApi = ReturnType<typeof templateApi>

export function templateApi(base: string, tokens: TokenStore, fetcher: Fetch = (input, init) => fetch(input, init)) {
  const { call, send, file } = caller(base, tokens, fetcher)
  const path = (...parts: readonly (string | number)[]) => `/api/templates/${parts.map(encodeURIComponent).join('/')}`
  return {
    templates: async () => (await call(wire.TemplateList, '/api/templates')).templates,
    surroundings: () => call(wire.TemplateSurroundings, '/api/template-surroundings'),
    version: (code: string, version: number) => call(Template, path(code, 'versions', version)),
    versionFile: (code: string, version: number, ending: 'xlsx' | 'json') =>
      file(path(code, 'versions', version, ending === 'xlsx' ? 'workbook.xlsx' : 'template.json'), { timeoutMs: LONG_MS }),
    draftFile: (code: string, ending: 'xlsx' | 'json') =>
      file(path(code, 'draft', ending === 'xlsx' ? 'workbook.xlsx' : 'template.json'), { timeoutMs: LONG_MS }),
    /** Nothing of it is kept. */
    async importFile(chosen: File): Promise<TemplateImport> {
      const content = chosen.name.toLowerCase().endsWith('.json') ? { json: asJson(await chosen.text()) } : { file: chosen }
      return call(TemplateImport, '/api/template-imports', { method: 'POST', timeoutMs: LONG_MS, ...content })
    },
    /** A list that the plan does not have yet. */
    async addCodeList({ id, entries }: CodeList, reason: string): Promise<void> {
      await send(`/api/code-lists/${encodeURIComponent(id)}`, { method: 'PUT', json: { entries, reason } })
    },
    /** Null where there is none. */
    async draft(code: string): Promise<wire.TemplateDraft | null> {
      try {
        return await call(wire.TemplateDraft, path(code, 'draft'))
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.slug === 'not-found') return null
        throw problem
      }
    },
    /** `etag` is of the draft that this one replaces, null for the first. */
    saveDraft: (draft: wire.DraftToSave, etag: string | null) =>
      call(wire.TemplateDraft, path(draft.template.code, 'draft'), { method: 'PUT', json: draft, headers: matching(etag) }),
    async discardDraft(code: string, etag: string): Promise<void> {
      await send(path(code, 'draft'), { method: 'DELETE', headers: matching(etag) })
    },
    /** `code`: whose filings it is tried on. */
    try: (code: string, request: wire.TrialRequest) =>
      call(wire.Trial, path(code, 'try'), { method: 'POST', json: request, timeoutMs: LONG_MS }),
    publish: (code: string, publication: wire.Publication) =>
      call(wire.TemplateView, path(code, 'publish'), { method: 'POST', json: publication, timeoutMs: LONG_MS }),
    withdraw: (code: string, version: number, reason: string) =>
      call(wire.WithdrawalOutcome, path(code, 'versions', version, 'withdraw'), { method: 'POST', json: { reason }, timeoutMs: LONG_MS }),
  }
}
