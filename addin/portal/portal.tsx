// The portal's frame: sign in, then the pages that the person's roles open.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { Role } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import type { ProvinceApi } from '../api/province-api.ts'
import type { TokenStore } from '../api/token-store.ts'
import { Spinner } from '../components/spinner.tsx'
import { TopBar } from '../components/top-bar.tsx'
import { useText } from '../text/language.tsx'
import { FilingPage } from './filing-page.tsx'
import { linkedObligation } from './linked-obligation.ts'
import { usePageStyles } from './page-styles.ts'
import { SignedOut } from './signed-out.tsx'
import { useAccount } from './use-account.ts'

const MatrixPage = lazy(() => import('./matrix/matrix-page.tsx'))
const StatusPage = lazy(() => import('./status-page.tsx'))
const ProgressPage = lazy(() => import('./progress-page.tsx'))
const ReportPage = lazy(() => import('./report-page.tsx'))
const BoardPage = lazy(() => import('./board-page.tsx'))
const ProvincePages = lazy(() => import('./province/province-pages.tsx'))
const TemplatesPage = lazy(() => import('./templates/templates-page.tsx'))
const LinkedReview = lazy(() => import('./linked-review.tsx'))
const InvitationPage = lazy(() => import('./invitation-page.tsx'))
const AdminPages = lazy(() => import('./admin/admin-pages.tsx'))

const useStyles = makeStyles({
  nav: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginBottom: tokens.spacingVerticalL },
})

const FILES: readonly Role[] = ['filer', 'signer']
const OVERSEES: readonly Role[] = ['aggregator', 'admin', 'auditor']
const ADMINISTERS: readonly Role[] = ['admin', 'auditor']

const OVER_ALL = ['status', 'matrix', 'province', 'progress', 'report', 'board'] as const
type Page = (typeof OVER_ALL)[number] | 'filing' | 'admin' | 'templates'

/** The token of an invitation, in the part of the address that no server is told. */
const INVITATION = /^#invitation=([\w-]+)$/

interface Props {
  readonly api: Api
  readonly province: ProvinceApi
  readonly tokens: TokenStore
}

export function Portal({ api, province, tokens: store }: Props) {
  const { t } = useText()
  const frame = usePageStyles()
  const styles = useStyles()
  const account = useAccount(api)
  const [wanted, setWanted] = useState<Page | null>(null)
  const [template, setTemplate] = useState<{ code: string; place: readonly (string | number)[] } | null>(null)
  const [linked, setLinked] = useState(() => linkedObligation(location.hash))
  const [invitation, setInvitation] = useState(() => INVITATION.exec(location.hash)?.[1] ?? null)
  const { person } = account

  if (!person)
    return (
      <SignedOut
        account={account}
        invited={
          invitation === null ? undefined : (
            <Suspense fallback={<Spinner label={t.loading} />}>
              <InvitationPage
                token={invitation}
                tokens={store}
                onAccepted={(email, password) => {
                  history.replaceState(null, '', location.pathname)
                  setInvitation(null)
                  void account.signIn(email, password, false)
                }}
              />
            </Suspense>
          )
        }
      />
    )

  const has = (roles: readonly Role[]) => person.memberships.some(({ role }) => roles.includes(role))
  const pages: readonly Page[] = [
    ...(has(OVERSEES) ? OVER_ALL : []),
    ...(has(['admin']) ? (['templates'] as const) : []),
    ...(has(ADMINISTERS) ? (['admin'] as const) : []),
    ...(has(FILES) ? (['filing'] as const) : []),
  ]
  // What a link leads to stands alone until the person goes back.
  const page = linked ? null : wanted && pages.includes(wanted) ? wanted : pages[0]
  const titles: Readonly<Record<Page, string>> = {
    ...{ filing: t.portalFiling, status: t.portalAggregating, matrix: t.portalMatrix, progress: t.portalProgress },
    ...{ report: t.portalReport, board: t.portalBoard, province: t.portalProvince, admin: t.portalAdmin },
    templates: t.portalTemplates,
  }
  const unlink = () => {
    history.replaceState(null, '', location.pathname)
    setLinked(null)
  }
  const given = { api, province, onEnded: account.ended }
  return (
    <div className={frame.page}>
      <TopBar title={`${t.product} · ${person.name}`} clock={account.clock} free={12} onSignOut={() => void account.signOut()} />
      <main className={frame.main}>
        {linked && (
          <Suspense fallback={<Spinner label={t.loading} />}>
            <LinkedReview api={api} obligation={linked} mayJudge={has(['aggregator'])} onBack={unlink} onEnded={account.ended} />
          </Suspense>
        )}
        {pages.length > 1 && (
          <nav className={styles.nav}>
            {pages.map((one) => (
              <Button
                key={one}
                appearance={one === page ? 'primary' : 'secondary'}
                aria-current={one === page ? 'page' : undefined}
                onClick={() => {
                  unlink()
                  setTemplate(null)
                  setWanted(one)
                }}
                data-testid={`page-${one}`}
              >
                {titles[one]}
              </Button>
            ))}
          </nav>
        )}
        {page === undefined && <Text>{t.noRole}</Text>}
        {page === 'filing' && (
          <FilingPage
            api={api}
            tokens={store}
            signs={person.memberships.flatMap(({ role, agency }) => (role === 'signer' && agency ? [agency] : []))}
            onEnded={account.ended}
          />
        )}
        <Suspense fallback={<Spinner label={t.loading} />}>
          {page === 'status' && <StatusPage api={api} mayJudge={has(['aggregator'])} onEnded={account.ended} />}
          {page === 'matrix' && <MatrixPage api={api} tokens={store} mayJudge={has(['aggregator'])} onEnded={account.ended} />}
          {page === 'province' && <ProvincePages tokens={store} onEnded={account.ended} />}
          {page === 'templates' && <TemplatesPage tokens={store} opened={template} onEnded={account.ended} />}
          {page === 'admin' && (
            <AdminPages
              tokens={store}
              mayChange={has(['admin'])}
              onTemplate={(code, place) => {
                setTemplate({ code, place })
                setWanted('templates')
              }}
              onReport={setLinked}
              onEnded={account.ended}
            />
          )}
          {page === 'progress' && <ProgressPage {...given} />}
          {page === 'report' && <ReportPage {...given} mayEdit={has(['aggregator'])} />}
          {page === 'board' && <BoardPage {...given} mayRelease={has(['admin'])} />}
        </Suspense>
      </main>
    </div>
  )
}
