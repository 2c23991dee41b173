// Người dùng: who may come in, who has not been here, inviting, roles, handing over.
import { Button, Field, Select, Text, Title3 } from '@fluentui/react-components'
import { useState } from 'react'
import type { InvitationMade, PersonView } from '../../../shared/people.ts'
import { Spinner } from '../../components/spinner.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { showInstant } from '../../text/moment.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { InviteForm, LinkShown } from './invite-form.tsx'
import { PersonForm } from './person-form.tsx'
import { ScrolledTable } from './scrolled-table.tsx'

const SHOWS = ['all', 'never', 'idle', 'disabled', 'roleless'] as const
type Shows = (typeof SHOWS)[number]
const IDLE_MS = 30 * 86_400_000

const isShown: Readonly<Record<Shows, (person: PersonView, day: string) => boolean>> = {
  all: () => true,
  never: ({ signedInAt, disabledAt }) => signedInAt === null && disabledAt === null,
  idle: ({ signedInAt, disabledAt }, day) =>
    disabledAt === null && (signedInAt === null || Date.parse(day) - Date.parse(signedInAt) > IDLE_MS),
  disabled: ({ disabledAt }) => disabledAt !== null,
  roleless: ({ memberships }) => memberships.length === 0,
}

export default function PeopleView({ api, onEnded }: AdminViewProps) {
  const { a, t } = useAdminText()
  const styles = useAdminStyles()
  const loaded = useLoad('people', () => api.people())
  const register = useLoad('register', () => api.register())
  const [opened, setOpened] = useState<PersonView | 'invite' | null>(null)
  const [made, setMade] = useState<InvitationMade | null>(null)
  const [shows, setShows] = useState<Shows>('all')
  const words = a.people
  const open = (next: PersonView | 'invite' | null) => {
    setMade(null)
    setOpened(next)
  }
  const done = (link: InvitationMade | null) => {
    setOpened(null)
    setMade(link)
    loaded.reload()
  }
  const given = { api, onEnded, onMade: done, onCancel: () => open(null) }
  const people = (loaded.value?.people ?? []).filter((person) => isShown[shows](person, register.value?.day ?? ''))
  const rolesOf = ({ memberships }: PersonView) =>
    memberships.map(({ role, agencyName }) => words.roleAt(words.role[role], agencyName ?? words.province))
  return (
    <div className={styles.page}>
      <Text>{words.lead}</Text>
      <div className={styles.line}>
        <Button appearance="primary" disabled={!register.value} onClick={() => open('invite')} data-testid="people-invite">
          {words.invite}
        </Button>
        <Field label={words.show}>
          <Select value={shows} onChange={(_, data) => setShows(data.value as Shows)} data-testid="people-shows">
            {SHOWS.map((one) => (
              <option key={one} value={one}>
                {words.shows[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <ProblemBar problem={loaded.problem ?? register.problem} onRetry={loaded.reload} onEnded={onEnded} />
      {made && <LinkShown made={{ ...made, until: showInstant(made.expiresAt) }} />}
      {register.value && opened === 'invite' && <InviteForm {...given} register={register.value} />}
      {register.value && loaded.value && opened !== null && opened !== 'invite' && (
        <PersonForm
          key={opened.id}
          {...given}
          person={opened}
          people={loaded.value.people}
          asOf={loaded.value.asOf}
          register={register.value}
          onDone={() => done(null)}
          onTheirs={() => done(null)}
        />
      )}
      {loaded.loading && !loaded.value && <Spinner label={t.loading} />}
      {loaded.value && (
        <section className={styles.card}>
          <Title3 as="h2" className={styles.heading}>
            {words.list} ({people.length})
          </Title3>
          <ScrolledTable
            label={words.list}
            heads={[words.name, words.email, words.roles, words.lastSeen, words.state, a.actions]}
            testId="people-table"
          >
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <td>{person.email}</td>
                <td>{rolesOf(person).join('; ') || a.none}</td>
                <td>{person.signedInAt === null ? words.never : showInstant(person.signedInAt)}</td>
                <td>{person.disabledAt === null ? words.active : words.disabledSince(showInstant(person.disabledAt))}</td>
                <td>
                  <Button
                    size="small"
                    disabled={!register.value}
                    aria-label={words.manage(person.name)}
                    onClick={() => open(person)}
                    data-testid={`person-${person.email}`}
                  >
                    {a.edit}
                  </Button>
                </td>
              </tr>
            ))}
          </ScrolledTable>
        </section>
      )}
      {loaded.value && loaded.value.invitations.length > 0 && (
        <section className={styles.card}>
          <Title3 as="h2" className={styles.heading}>
            {words.open}
          </Title3>
          <ul className={styles.values}>
            {loaded.value.invitations.map(({ email, name, expiresAt, expired }) => (
              <li key={email}>
                {name} ({email}), {expired ? words.expired : words.validUntil(showInstant(expiresAt))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
