// The admin's pages: chosen by name. An auditor sees the log and nothing else.
import { lazy, useMemo, useState } from 'react'
import { type AdminApi, adminApi } from '../../api/admin-api.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { TokenStore } from '../../api/token-store.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { NamedPages } from '../named-pages.tsx'
import type { Leads } from './improve-lead.tsx'

const AgenciesView = lazy(() => import('./agencies-view.tsx'))
const CalendarView = lazy(() => import('./calendar-view.tsx'))
const PeopleView = lazy(() => import('./people-view.tsx'))
const ImproveView = lazy(() => import('./improve-view.tsx'))
const OutgoingView = lazy(() => import('./outgoing-view.tsx'))
const PlanningView = lazy(() => import('./plan-view.tsx'))
const SettingsView = lazy(() => import('./settings-view.tsx'))
const AuditView = lazy(() => import('./audit-view.tsx'))

const VIEWS = {
  agencies: AgenciesView,
  calendar: CalendarView,
  plan: PlanningView,
  people: PeopleView,
  outgoing: OutgoingView,
  settings: SettingsView,
  improve: ImproveView,
  audit: AuditView,
} as const
const NAMES = ['agencies', 'calendar', 'plan', 'people', 'outgoing', 'settings', 'improve', 'audit'] as const

export interface AdminViewProps {
  readonly api: AdminApi
  readonly onEnded: (problem: ApiProblem) => void
}

/** Of a page that asks for more than the admin's own, or leads to others. */
export interface AdminPageProps extends AdminViewProps, Leads {
  readonly tokens: TokenStore
}

interface Props extends Leads {
  readonly tokens: TokenStore
  readonly mayChange: boolean
  readonly onEnded: (problem: ApiProblem) => void
}

export default function AdminPages({ tokens: store, mayChange, onEnded, ...leads }: Props) {
  const { a } = useAdminText()
  const api = useMemo(() => adminApi('', store), [store])
  const names = mayChange ? NAMES : (['audit'] as const)
  const [page, setPage] = useState<(typeof NAMES)[number]>(names[0])
  const View = VIEWS[page]
  return (
    <NamedPages label={a.pagesLabel} names={names} titles={a.pages} chosen={page} onChoose={setPage} area="admin">
      <View api={api} tokens={store} onEnded={onEnded} {...leads} />
    </NamedPages>
  )
}
