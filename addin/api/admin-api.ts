// What only the admin's pages ask of the server. Apart from api.ts so that the pane does
// not load the shapes of answers that it never asks for.
import { type AuditFilter, AuditPage } from '../../shared/audit/change.ts'
import type { Language } from '../../shared/bilingual.ts'
import { ChainReport } from '../../shared/wire.ts'
import { caller, type Fetch } from './call.ts'
import type { TokenStore } from './token-store.ts'

/** What is walked or drawn whole takes its time. */
const LONG_MS = 120_000

export type AdminApi = ReturnType<typeof adminApi>

const queryOf = (filter: AuditFilter, more: Readonly<Record<string, string>> = {}): string =>
  `?${new URLSearchParams({ ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)), ...more })}`

export function adminApi(base: string, tokens: TokenStore, fetcher: Fetch = (input, init) => fetch(input, init)) {
  const { call, file } = caller(base, tokens, fetcher)
  return {
    audit: (filter: AuditFilter) => call(AuditPage, `/api/audit${queryOf(filter)}`),
    auditFile: (filter: AuditFilter, ending: 'csv' | 'xlsx', language: Language) =>
      file(`/api/audit.${ending}${queryOf(filter, { lang: language })}`, { timeoutMs: LONG_MS }),
    verify: () => call(ChainReport, '/api/events/verify', { timeoutMs: LONG_MS }),
  }
}
