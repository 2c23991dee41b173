// One person: roles set, handed over, let in no longer or again, a new password.
import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { HeldRole, InvitationMade, PersonView } from '../../../shared/people.ts'
import type { RegisterView } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { OpenedCard } from './opened-card.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { RolesField } from './roles-field.tsx'
import { useChange } from './use-change.ts'

interface Props extends AdminViewProps {
  readonly person: PersonView
  readonly people: readonly PersonView[]
  /** The last event of the log that these people know of. */
  readonly asOf: number
  readonly register: RegisterView
  readonly onDone: () => void
  readonly onMade: (made: InvitationMade) => void
  readonly onCancel: () => void
  readonly onTheirs: () => void
}

export function PersonForm({ api, person, people, asOf, register, onDone, onMade, onCancel, onTheirs, onEnded }: Props) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  const doing = useChange(asOf)
  const [roles, setRoles] = useState<readonly HeldRole[]>(person.memberships.map(({ role, agency }) => ({ role, agency })))
  const [to, setTo] = useState('')
  const [what, setWhat] = useState('')
  const [reason, setReason] = useState('')
  const words = a.people
  const isReady = !doing.busy && !lacksReason(reason)
  const act = (step: (seen: number) => Promise<unknown>) => void doing.act(step).then((done) => done && onDone())
  const agencies = [
    ...new Map(person.memberships.flatMap(({ agency, agencyName }) => (agency ? [[agency, agencyName ?? agency] as const] : []))),
  ]
  return (
    <OpenedCard title={words.manage(person.name)} testId="person-form">
      <ReasonField reason={reason} onChange={setReason} testId="person-reason" />
      <RolesField agencies={register.agencies} roles={roles} onChange={setRoles} />
      <div>
        <Button
          appearance="primary"
          disabled={!isReady}
          onClick={() => act((seen) => api.setRoles(person.id, { memberships: [...roles], reason }, seen))}
          data-testid="person-roles"
        >
          {words.setRoles}
        </Button>
      </div>
      <div className={styles.line}>
        <Field label={words.handOverTo}>
          <Select value={to} onChange={(_, data) => setTo(data.value)} data-testid="hand-over-to">
            <option value="" />
            {people
              .filter(({ id, disabledAt }) => id !== person.id && disabledAt === null)
              .map(({ id, name, email }) => (
                <option key={id} value={id}>
                  {name} ({email})
                </option>
              ))}
          </Select>
        </Field>
        <Field label={words.handOverWhat}>
          <Select value={what} onChange={(_, data) => setWhat(data.value)}>
            <option value="">{words.handOverAll}</option>
            {agencies.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          disabled={!isReady || to === ''}
          onClick={() => act((seen) => api.handOver(person.id, { to, agency: what || null, reason }, seen))}
          data-testid="hand-over"
        >
          {words.handOver}
        </Button>
      </div>
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={onDone} onTheirs={onTheirs} />
      <div className={styles.line}>
        <Button
          disabled={!isReady}
          onClick={() => act((seen) => api.setState(person.id, { disabled: person.disabledAt === null, reason }, seen))}
        >
          {person.disabledAt === null ? words.disable : words.enable}
        </Button>
        <Button
          disabled={!isReady}
          onClick={() => void doing.act(async () => onMade(await api.inviteAgain(person.id, reason)))}
          data-testid="person-again"
        >
          {words.again}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}
