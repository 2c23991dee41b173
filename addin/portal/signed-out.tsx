// The portal for somebody who is not signed in: the form to do so, or what an invitation
// asks in its place. Knows nothing of addresses or storage: it is drawn into the page too.
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { SignIn } from '../components/sign-in.tsx'
import { Spinner } from '../components/spinner.tsx'
import { TopBar } from '../components/top-bar.tsx'
import { useText } from '../text/language.tsx'
import { usePageStyles } from './page-styles.ts'
import { ProblemBar } from './problem-bar.tsx'
import type { Account } from './use-account.ts'

const useStyles = makeStyles({
  narrow: {
    maxWidth: '26rem',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
  },
})

interface Props {
  readonly account: Pick<Account, 'clock' | 'accounts' | 'busy' | 'problem' | 'start' | 'signIn'>
  readonly invited?: ReactNode
}

export function SignedOut({ account, invited }: Props) {
  const { t } = useText()
  const page = usePageStyles()
  const styles = useStyles()
  const { busy, problem } = account
  return (
    <div className={page.page}>
      <TopBar title={t.portalTitle} clock={account.clock} free={12} />
      <main className={page.main}>
        <div className={styles.narrow}>
          <ProblemBar problem={problem} onRetry={problem?.status === 0 ? () => void account.start() : undefined} />
          {invited ??
            (busy === 'starting' ? (
              <Spinner label={t.loading} />
            ) : (
              <SignIn
                accounts={account.accounts}
                busy={busy === 'signing-in'}
                rememberAtFirst={false}
                onSignIn={(email, password, remember) => void account.signIn(email, password, remember)}
              />
            ))}
        </div>
      </main>
    </div>
  )
}
