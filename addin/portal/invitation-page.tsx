// What somebody sees who follows the link of an invitation: whom it is for, and a password
// to choose. Signs in with it.
import { Button, Field, Input, Text, Title2 } from '@fluentui/react-components'
import { type FormEvent, useMemo, useState } from 'react'
import { PASSWORD_MIN } from '../../shared/people.ts'
import { invitationApi } from '../api/invitation-api.ts'
import type { TokenStore } from '../api/token-store.ts'
import { Spinner } from '../components/spinner.tsx'
import { useAdminText } from '../text/admin-texts.ts'
import { useAdminStyles } from './admin/admin-styles.ts'
import { useDoing } from './admin/use-doing.ts'
import { ProblemBar } from './problem-bar.tsx'
import { useLoad } from './use-load.ts'

interface Props {
  readonly token: string
  readonly tokens: TokenStore
  readonly onAccepted: (email: string, password: string) => void
}

export default function InvitationPage({ token, tokens, onAccepted }: Props) {
  const { a, t } = useAdminText()
  const styles = useAdminStyles()
  const api = useMemo(() => invitationApi('', tokens), [tokens])
  const facts = useLoad(token, () => api.facts(token))
  const doing = useDoing()
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const differs = repeated !== '' && repeated !== password
  const accept = async (event: FormEvent) => {
    event.preventDefault()
    if (!facts.value || password !== repeated) return
    if (await doing.act(() => api.accept(token, { password }))) onAccepted(facts.value.email, password)
  }
  return (
    <form className={styles.page} onSubmit={(event) => void accept(event)} data-testid="invitation">
      <Title2 as="h1" className={styles.heading}>
        {a.invitation.title}
      </Title2>
      <ProblemBar problem={facts.problem ?? doing.problem} />
      {facts.loading && <Spinner label={t.loading} />}
      {facts.value && (
        <>
          <Text>{a.invitation.hello(facts.value.name, facts.value.email)}</Text>
          <Field label={a.invitation.password} hint={a.invitation.hint} required>
            <Input
              type="password"
              autoComplete="new-password"
              minLength={PASSWORD_MIN}
              value={password}
              onChange={(_, data) => setPassword(data.value)}
              data-testid="invitation-password"
            />
          </Field>
          <Field label={a.invitation.repeat} required {...(differs && { validationMessage: a.invitation.differs })}>
            <Input
              type="password"
              autoComplete="new-password"
              value={repeated}
              onChange={(_, data) => setRepeated(data.value)}
              data-testid="invitation-repeat"
            />
          </Field>
          <Button
            type="submit"
            appearance="primary"
            disabled={doing.busy || password.length < PASSWORD_MIN || password !== repeated}
            data-testid="invitation-accept"
          >
            {a.invitation.accept}
          </Button>
        </>
      )}
    </form>
  )
}
