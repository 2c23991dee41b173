// What only the admin's pages ask of the server. Apart from api.ts so that the pane does
// not load the shapes of answers that it never asks for.

import { Agency, AgencyGroup } from '../../shared/agency.ts'
import { type AuditFilter, AuditPage } from '../../shared/audit/change.ts'
import type { Language } from '../../shared/bilingual.ts'
import { Improvements } from '../../shared/improve/improvements.ts'
import type { NextPlan } from '../../shared/next-plan.ts'
import {
  type HandOver,
  InvitationMade,
  type InvitationRequest,
  PeopleList,
  PersonView,
  type RolesChange,
  type StateChange,
} from '../../shared/people.ts'
import type { Reorganising } from '../../shared/reorganise.ts'
import { type ExtensionGrant, ExtensionList } from '../../shared/schedule/extension.ts'
import { type TimetableChange, TimetableView } from '../../shared/schedule/timetable.ts'
import { SignOffList, type SignOffSetting, SignOffView } from '../../shared/sign-off.ts'
import { type WaiverGrant, WaiverList, WaiverView } from '../../shared/waiver.ts'
import { ChainReport } from '../../shared/wire.ts'
import {
  type AgencyChange,
  AgencyImport,
  type CodeListChange,
  type GroupChange,
  KnownReorganisations,
  PlanView,
  RegisterView,
  ReorganisationEffect,
  type TaskChange,
  TaskEffect,
  type TaskToKeep,
  type TotalsChange,
} from '../../shared/wire-admin.ts'
import { TemplateSurroundings } from '../../shared/wire-templates.ts'
import { caller, type Fetch, matching } from './call.ts'
import type { TokenStore } from './token-store.ts'

/** What is walked or drawn whole takes its time. */
const LONG_MS = 120_000

const personPath = (person: string): string => `/api/people/${encodeURIComponent(person)}`

export type AdminApi = ReturnType<typeof adminApi>

const queryOf = (filter: AuditFilter, more: Readonly<Record<string, string>> = {}): string =>
  `?${new URLSearchParams({ ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)), ...more })}`

export function adminApi(base: string, tokens: TokenStore, fetcher: Fetch = (input, init) => fetch(input, init)) {
  const { call, file } = caller(base, tokens, fetcher)
  return {
    audit: (filter: AuditFilter) => call(AuditPage, `/api/audit${queryOf(filter)}`),
    auditFile: (filter: AuditFilter, ending: 'csv' | 'xlsx', language: Language) =>
      file(`/api/audit.${ending}${queryOf(filter, { lang: language })}`, { timeoutMs: LONG_MS }),
    register: () => call(RegisterView, '/api/agencies'),
    registerFile: () => file('/api/agencies.xlsx', { timeoutMs: LONG_MS }),
    /** Without a reason nothing is kept. */
    importAgencies: (list: Blob, kept: { readonly reason: string; readonly seen: number } | null) =>
      call(AgencyImport, `/api/agencies/upload${kept === null ? '' : `?${new URLSearchParams({ reason: kept.reason })}`}`, {
        ...{ method: 'POST', file: list, timeoutMs: LONG_MS, ...(kept && { headers: matching(kept.seen) }) },
      }),
    setAgency: (code: string, change: AgencyChange, seen: number) =>
      call(Agency, `/api/agencies/${encodeURIComponent(code)}`, { method: 'PUT', json: change, headers: matching(seen) }),
    setGroup: (code: string, change: GroupChange, seen: number) =>
      call(AgencyGroup, `/api/agency-groups/${encodeURIComponent(code)}`, { method: 'PUT', json: change, headers: matching(seen) }),
    knownReorganisations: () => call(KnownReorganisations, '/api/reorganisations'),
    previewReorganisation: (change: Reorganising) =>
      call(ReorganisationEffect, '/api/reorganisations/preview', { method: 'POST', json: change, timeoutMs: LONG_MS }),
    reorganise: (change: Reorganising, etag: string) =>
      call(ReorganisationEffect, '/api/reorganisations', {
        ...{ method: 'POST', json: change, headers: { 'if-match': `"${etag}"` }, timeoutMs: LONG_MS },
      }),
    timetable: () => call(TimetableView, '/api/timetable'),
    previewTimetable: (change: TimetableChange) => call(TimetableView, '/api/timetable/preview', { method: 'POST', json: change }),
    setTimetable: (change: TimetableChange, reason: string, seen: number) =>
      call(TimetableView, '/api/timetable', { method: 'POST', json: { change, reason }, headers: matching(seen), timeoutMs: LONG_MS }),
    extensions: () => call(ExtensionList, '/api/extensions'),
    extend: (grant: ExtensionGrant, seen: number) =>
      call(ExtensionList, '/api/extensions', { method: 'POST', json: grant, headers: matching(seen) }),
    revokeExtension: (obligation: string, reason: string, seen: number) =>
      call(ExtensionList, '/api/extensions/revoke', { method: 'POST', json: { obligation, reason }, headers: matching(seen) }),
    plan: () => call(PlanView, '/api/plan', { timeoutMs: LONG_MS }),
    setTotals: (change: TotalsChange, seen: number) =>
      call(PlanView, '/api/plan/totals', { method: 'PUT', json: change, headers: matching(seen) }),
    setCodeList: (list: string, change: CodeListChange, seen: number) =>
      call(PlanView, `/api/code-lists/${encodeURIComponent(list)}`, { method: 'PUT', json: change, headers: matching(seen) }),
    previewTask: (change: TaskChange) => call(TaskEffect, '/api/plan/tasks/preview', { method: 'POST', json: change }),
    keepTask: (task: TaskToKeep, seen: number) => call(PlanView, '/api/plan/tasks', { method: 'PUT', json: task, headers: matching(seen) }),
    nextPlan: (next: NextPlan) => file('/api/plan/next', { method: 'POST', json: next, timeoutMs: LONG_MS }),
    people: () => call(PeopleList, '/api/people'),
    invite: (request: InvitationRequest) => call(InvitationMade, '/api/people/invitations', { method: 'POST', json: request }),
    inviteAgain: (person: string, reason: string) =>
      call(InvitationMade, `${personPath(person)}/invitation`, { method: 'POST', json: { reason } }),
    setRoles: (person: string, change: RolesChange, seen: number) =>
      call(PersonView, `${personPath(person)}/roles`, { method: 'PUT', json: change, headers: matching(seen) }),
    handOver: (person: string, handing: HandOver, seen: number) =>
      call(PersonView, `${personPath(person)}/hand-over`, { method: 'POST', json: handing, headers: matching(seen) }),
    setState: (person: string, change: StateChange, seen: number) =>
      call(PersonView, `${personPath(person)}/state`, { method: 'PUT', json: change, headers: matching(seen) }),
    signOffs: () => call(SignOffList, '/api/sign-offs'),
    setSignOff: (setting: SignOffSetting, seen: number) =>
      call(SignOffView, '/api/sign-offs', { method: 'POST', json: setting, headers: matching(seen) }),
    /** What waivers are about: forms with their rules and columns. */
    surroundings: () => call(TemplateSurroundings, '/api/template-surroundings'),
    waivers: () => call(WaiverList, '/api/waivers'),
    grantWaiver: (grant: WaiverGrant, seen: number) =>
      call(WaiverView, '/api/waivers', { method: 'POST', json: grant, headers: matching(seen) }),
    endWaiver: (id: string, reason: string, seen: number) =>
      call(WaiverView, `/api/waivers/${encodeURIComponent(id)}/end`, { method: 'POST', json: { reason }, headers: matching(seen) }),
    improvements: (period: string) => call(Improvements, `/api/improvements?${new URLSearchParams({ period })}`, { timeoutMs: LONG_MS }),
    improvementsFile: (period: string, lang: Language) =>
      file(`/api/improvements.xlsx?${new URLSearchParams({ period, lang })}`, { timeoutMs: LONG_MS }),
    verify: () => call(ChainReport, '/api/events/verify', { timeoutMs: LONG_MS }),
  }
}
