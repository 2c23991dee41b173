// Inviting somebody: name, address, roles; the link is shown once.
import { Button, Field, Input, Text } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { HeldRole, InvitationMade } from '../../../shared/people.ts'
import type { RegisterView } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { OpenedCard } from './opened-card.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { RolesField } from './roles-field.tsx'
import { useDoing } from './use-doing.ts'

interface Props extends AdminViewProps {
  readonly register: RegisterView
  readonly onMade: (made: InvitationMade) => void
  readonly onCancel: () => void
}

export function InviteForm({ api, register, onMade, onCancel, onEnded }: Props) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  const doing = useDoing()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<readonly HeldRole[]>([])
  const [reason, setReason] = useState('')
  const words = a.people
  const invite = (event: FormEvent) => {
    event.preventDefault()
    void doing.act(async () => onMade(await api.invite({ name, email, memberships: [...roles], reason })))
  }
  return (
    <OpenedCard title={words.invite} onSubmit={invite} testId="invite-form">
      <div className={styles.line}>
        <Field label={words.name} className={styles.wide} required>
          <Input value={name} onChange={(_, data) => setName(data.value)} data-testid="invite-name" />
        </Field>
        <Field label={words.email} className={styles.wide} required>
          <Input type="email" value={email} onChange={(_, data) => setEmail(data.value)} data-testid="invite-email" />
        </Field>
      </div>
      <RolesField agencies={register.agencies} roles={roles} onChange={setRoles} />
      <ReasonField reason={reason} onChange={setReason} testId="invite-reason" />
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <div className={styles.line}>
        <Button
          type="submit"
          appearance="primary"
          disabled={doing.busy || roles.length === 0 || name.trim().length < 2 || lacksReason(reason)}
          data-testid="invite-send"
        >
          {words.invite}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}

export function LinkShown({ made }: { readonly made: InvitationMade & { readonly until: string } }) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  return (
    <div className={styles.card}>
      <Text className={styles.code} data-testid="invitation-link">
        {a.people.invited(made.link, made.until)}
      </Text>
      <div>
        <Button onClick={() => void navigator.clipboard.writeText(made.link)}>{a.people.copy}</Button>
      </div>
    </div>
  )
}
