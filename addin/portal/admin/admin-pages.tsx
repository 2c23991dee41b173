// The admin's pages: chosen by name. An auditor sees the log and nothing else.
import { Button, makeStyles, Title2, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useMemo, useState } from 'react'
import { type AdminApi, adminApi } from '../../api/admin-api.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { TokenStore } from '../../api/token-store.ts'
import { Spinner } from '../../components/spinner.tsx'
import { useAdminText } from '../../text/admin-texts.ts'

const AgenciesView = lazy(() => import('./agencies-view.tsx'))
const CalendarView = lazy(() => import('./calendar-view.tsx'))
const PeopleView = lazy(() => import('./people-view.tsx'))
const PlanningView = lazy(() => import('./plan-view.tsx'))
const SettingsView = lazy(() => import('./settings-view.tsx'))
const AuditView = lazy(() => import('./audit-view.tsx'))

const VIEWS = {
  agencies: AgenciesView,
  calendar: CalendarView,
  plan: PlanningView,
  people: PeopleView,
  settings: SettingsView,
  audit: AuditView,
} as const
const NAMES = ['agencies', 'calendar', 'plan', 'people', 'settings', 'audit'] as const

export interface AdminViewProps {
  readonly api: AdminApi
  readonly onEnded: (problem: ApiProblem) => void
}

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  nav: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
})

interface Props {
  readonly tokens: TokenStore
  readonly mayChange: boolean
  readonly onEnded: (problem: ApiProblem) => void
}

export default function AdminPages({ tokens: store, mayChange, onEnded }: Props) {
  const { t, a } = useAdminText()
  const styles = useStyles()
  const api = useMemo(() => adminApi('', store), [store])
  const names = mayChange ? NAMES : (['audit'] as const)
  const [page, setPage] = useState<(typeof NAMES)[number]>(names[0])
  const View = VIEWS[page]
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label={a.pagesLabel}>
        {names.map((one) => (
          <Button
            key={one}
            appearance={one === page ? 'primary' : 'subtle'}
            aria-current={one === page ? 'page' : undefined}
            onClick={() => setPage(one)}
            data-testid={`admin-${one}`}
          >
            {a.pages[one]}
          </Button>
        ))}
      </nav>
      <Title2 as="h1" className={styles.title}>
        {a.pages[page]}
      </Title2>
      <Suspense fallback={<Spinner label={t.loading} />}>
        <View api={api} onEnded={onEnded} />
      </Suspense>
    </div>
  )
}
