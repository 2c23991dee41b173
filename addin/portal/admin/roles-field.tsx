// The roles that somebody is to hold: each with its agency, or for the whole province.
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Agency } from '../../../shared/agency.ts'
import type { HeldRole } from '../../../shared/people.ts'
import { useAdminText } from '../../text/admin-texts.ts'

const ROLES = ['filer', 'signer', 'aggregator', 'admin', 'auditor'] as const
const OF_AGENCY: readonly HeldRole['role'][] = ['filer', 'signer']

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  list: {
    ...{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, listStyle: 'none' },
    ...{ margin: 0, padding: 0, marginBlockStart: tokens.spacingVerticalXS },
  },
})

interface Props {
  readonly agencies: readonly Agency[]
  readonly roles: readonly HeldRole[]
  readonly onChange: (roles: readonly HeldRole[]) => void
}

export function RolesField({ agencies, roles, onChange }: Props) {
  const { a } = useAdminText()
  const styles = useStyles()
  const words = a.people
  const there = agencies.filter(({ reports, validTo }) => reports && validTo === null)
  const [role, setRole] = useState<HeldRole['role']>('filer')
  const [agency, setAgency] = useState(there[0]?.code ?? '')
  const isOfAgency = OF_AGENCY.includes(role)
  const names = new Map(agencies.map(({ code, name }) => [code, name]))
  const said = (one: HeldRole) =>
    words.roleAt(words.role[one.role], one.agency === null ? words.province : (names.get(one.agency) ?? one.agency))
  const add = () => {
    const next: HeldRole = { role, agency: isOfAgency ? agency : null }
    if (!roles.some((one) => one.role === next.role && one.agency === next.agency)) onChange([...roles, next])
  }
  return (
    <div>
      <div className={styles.line}>
        <Field label={words.roleLabel}>
          <Select value={role} onChange={(_, data) => setRole(data.value as HeldRole['role'])} data-testid="role">
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {words.role[one]}
              </option>
            ))}
          </Select>
        </Field>
        {isOfAgency && (
          <Field label={words.agencyLabel}>
            <Select value={agency} onChange={(_, data) => setAgency(data.value)} data-testid="role-agency">
              {there.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Button onClick={add} data-testid="role-add">
          {words.addRole}
        </Button>
      </div>
      <ul className={styles.list}>
        {roles.map((one) => (
          <li key={`${one.role} ${one.agency}`}>
            <Button size="small" aria-label={a.agencies.remove(said(one))} onClick={() => onChange(roles.filter((other) => other !== one))}>
              {said(one)} ×
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
