// Name and password, and in the demo the accounts to try with. Knows nothing of
// what happens with them.
import { Button, Checkbox, Field, Input, makeStyles, Text, Title2, tokens } from '@fluentui/react-components'
import { type FormEvent, useId, useState } from 'react'
import type { DemoAccount } from '../api/api.ts'
import { useText } from '../text/language.tsx'
import { Ring } from './spinner.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  accounts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalL },
  account: { justifyContent: 'flex-start', textAlign: 'left', paddingBlock: tokens.spacingVerticalSNudge },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  mail: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
})

interface Props {
  readonly accounts: readonly DemoAccount[]
  readonly busy: boolean
  readonly rememberAtFirst: boolean
  readonly onSignIn: (email: string, password: string, remember: boolean) => void
}

export function SignIn({ accounts, busy, rememberAtFirst, onSignIn }: Props) {
  const { t, language } = useText()
  const styles = useStyles()
  const demoTitle = useId()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [remember, setRemember] = useState(rememberAtFirst)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSignIn(email.trim(), password, remember)
  }
  return (
    <div>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.head}>
          <Title2 as="h1">{t.product}</Title2>
          <Text>{t.tagline}</Text>
        </div>
        <Field label={t.email} required>
          <Input
            type="email"
            autoComplete="username"
            value={email}
            onChange={(_, data) => setEmail(data.value)}
            data-testid="sign-in-email"
          />
        </Field>
        <Field label={t.password} required>
          <Input
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(_, data) => setPassword(data.value)}
            data-testid="sign-in-password"
          />
        </Field>
        <Checkbox label={t.remember} checked={remember} onChange={(_, data) => setRemember(data.checked === true)} />
        <Button
          type="submit"
          appearance="primary"
          size="large"
          disabledFocusable={busy}
          icon={busy ? <Ring /> : undefined}
          data-testid="sign-in-submit"
        >
          {busy ? t.signingIn : t.signIn}
        </Button>
      </form>
      {accounts.length > 0 && (
        <section className={styles.accounts} aria-labelledby={demoTitle}>
          <Text id={demoTitle} as="h2" weight="semibold" style={{ margin: 0 }}>
            {t.demoAccounts}
          </Text>
          <Text size={200}>{t.demoAccountsHint}</Text>
          {accounts.map((account) => (
            <Button
              key={account.email}
              className={styles.account}
              disabled={busy}
              onClick={() => onSignIn(account.email, account.password, remember)}
              data-testid={`demo-account-${account.email}`}
            >
              <span className={styles.words}>
                <span>{account.name}</span>
                <span className={styles.mail}>
                  {language === 'vi' ? account.description : `${t.roles[account.role]} · ${account.email}`}
                </span>
              </span>
            </Button>
          ))}
        </section>
      )}
    </div>
  )
}
