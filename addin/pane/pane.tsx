// The session's stage as a screen. Heavy screens load when first shown.
import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useEffect, useRef } from 'react'
import { SignIn } from '../components/sign-in.tsx'
import { Spinner } from '../components/spinner.tsx'
import { TopBar } from '../components/top-bar.tsx'
import { TroubleBar } from '../components/trouble-bar.tsx'
import { useText } from '../text/language.tsx'
import { Announcer } from './announcer.tsx'
import { FocusHeading } from './focus-heading.tsx'
import type { PullPorts } from './pull/pull-perform.ts'
import type { Runner } from './runner.ts'
import { ScreenBoundary } from './screen-boundary.tsx'
import type { ScreenProps } from './screens/screen-props.ts'
import {
  CarriedScreen,
  ConfirmScreen,
  ConflictScreen,
  DifferenceScreen,
  FindingsScreen,
  GuideCard,
  HistoryScreen,
  ListScreen,
  loadAhead,
  loadList,
  ObligationScreen,
  ReceiptScreen,
  SignScreen,
  TakeoverScreen,
  UnsentNotice,
  WaitingNotice,
} from './screens.ts'
import { retryOf } from './step.ts'
import { changedSince } from './step-on-sending.ts'
import { useGuide } from './use-guide.ts'
import { useSession } from './use-session.ts'

const useStyles = makeStyles({
  page: { minHeight: '100vh', display: 'flex', flexDirection: 'column' },
  main: {
    flexGrow: 1,
    outline: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
    paddingBottom: tokens.spacingVerticalM,
  },
})

const newKey = () => crypto.randomUUID()

/** Width of Excel's personality menu at the pane's top right: 34 px on a Mac, 12 on Windows. */
const MENU_PX = 36

export function Pane({ runner, province }: { runner: Runner; province: PullPorts }) {
  const { t } = useText()
  const styles = useStyles()
  const session = useSession(runner)
  const { dispatch } = runner
  const { stage, trouble, person, work } = session
  const guide = useGuide(person?.id ?? null)
  const shown = useRef<string | null>(null)
  const atForm = Boolean(work?.form)
  useEffect(() => {
    if (atForm) loadAhead()
  }, [atForm])
  useEffect(() => {
    if (stage === 'sign-in') loadList()
  }, [stage])
  const retry = retryOf(session)
  const waiting = work?.attempt && session.busy !== 'sending'
  const outdated = trouble?.from === 'server' && trouble.slug === 'outdated'
  const canGoBack = stage !== 'start' && stage !== 'sign-in' && stage !== 'list'
  return (
    <div className={styles.page}>
      <TopBar
        title={t.product}
        clock={session.clock}
        free={MENU_PX}
        onBack={canGoBack ? () => dispatch({ type: 'back' }) : undefined}
        onHelp={person && stage !== 'sign-in' ? (guide.open ? guide.close : guide.show) : undefined}
        helpOpen={guide.open}
        onSignOut={person && stage !== 'sign-in' ? () => dispatch({ type: 'sign-out-asked' }) : undefined}
      />
      <main tabIndex={-1} className={styles.main} aria-busy={session.busy !== null} data-testid={`stage-${stage}`}>
        {trouble && (
          <TroubleBar
            message={trouble.from === 'server' ? t.problems[trouble.slug] : t.hostErrors[trouble.code]}
            requestId={trouble.from === 'server' ? trouble.requestId : null}
            tone={trouble.from === 'workbook' || trouble.slug === 'filing-blocked' ? 'warning' : 'error'}
            onRetry={outdated ? () => location.reload() : retry && (() => dispatch(retry))}
            {...(outdated ? { retryLabel: t.reload } : {})}
          />
        )}
        {session.offline && trouble === null && (
          <Caption1 role="status" data-testid="offline">
            {t.offlineCalm}
          </Caption1>
        )}
        {guide.open && person && (stage === 'list' || !guide.unasked) && (
          <Suspense fallback={null}>
            <GuideCard forProvince={person.memberships.every(({ agency }) => agency === null)} onDone={guide.close} />
          </Suspense>
        )}
        <ScreenBoundary
          key={stage}
          fallback={<TroubleBar message={t.screenMissing} onRetry={() => location.reload()} retryLabel={t.reload} />}
        >
          <Suspense fallback={<Spinner label={t.loading} />}>
            {waiting && <WaitingNotice changed={changedSince(work)} idle={session.busy === null} dispatch={dispatch} />}
            {stage === 'list' && session.unsent.length > 0 && <UnsentNotice session={session} dispatch={dispatch} />}
            <Screen session={session} dispatch={dispatch} newKey={newKey} province={province} failed={runner.failed} />
            <FocusHeading screen={stage} shown={shown} />
          </Suspense>
        </ScreenBoundary>
      </main>
      <Announcer session={session} />
    </div>
  )
}

function Screen(props: ScreenProps) {
  const { t } = useText()
  const { session, dispatch } = props
  switch (session.stage) {
    case 'start':
      return session.busy === 'starting' ? <Spinner label={t.loading} /> : null
    case 'sign-in':
      return (
        <SignIn
          accounts={session.accounts}
          busy={session.busy === 'signing-in'}
          rememberAtFirst
          onSignIn={(email, password, remember) => dispatch({ type: 'sign-in-asked', email, password, remember })}
        />
      )
    case 'list':
      return <ListScreen {...props} />
    case 'obligation':
      return <ObligationScreen {...props} />
    case 'findings':
      return <FindingsScreen {...props} />
    case 'receipt':
      return <ReceiptScreen {...props} />
    case 'history':
      return <HistoryScreen {...props} />
    case 'confirm':
      return <ConfirmScreen {...props} />
    case 'takeover':
      return <TakeoverScreen {...props} />
    case 'carried':
      return <CarriedScreen {...props} />
    case 'conflict':
      return <ConflictScreen {...props} />
    case 'difference':
      return <DifferenceScreen {...props} />
    case 'sign':
      return <SignScreen {...props} />
  }
}
