// One group of agencies as an admin sets it: its name, its spellings, who belongs to it.
import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { AgencyGroup } from '../../../shared/agency.ts'
import type { RegisterView } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { linesOf } from './agency-form.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { CodesField } from './codes-field.tsx'
import { OpenedCard } from './opened-card.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { useChange } from './use-change.ts'

interface Props extends AdminViewProps {
  readonly register: RegisterView
  /** Null: a new one. */
  readonly group: AgencyGroup | null
  readonly onDone: () => void
  readonly onCancel: () => void
  /** What somebody else saved stands. */
  readonly onTheirs: () => void
}

export function GroupForm({ api, register, group, onDone, onCancel, onTheirs, onEnded }: Props) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  const [code, setCode] = useState(group?.code ?? 'GRP_')
  const [name, setName] = useState(group?.name ?? '')
  const [spellings, setSpellings] = useState(group?.spellings.join('\n') ?? '')
  const [members, setMembers] = useState<readonly string[]>(group?.members ?? [])
  const [reason, setReason] = useState('')
  const doing = useChange(register.asOf)
  const choices = [...register.groups.filter((one) => one.code !== group?.code), ...register.agencies]
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const change = { name, spellings: linesOf(spellings), members: [...members], reason }
    if (await doing.act((seen) => api.setGroup(code.trim(), change, seen))) onDone()
  }
  return (
    <OpenedCard
      title={group ? a.agencies.editOf(group.name) : a.agencies.addGroup}
      onSubmit={(event) => void save(event)}
      testId="group-form"
    >
      <div className={styles.line}>
        {!group && (
          <Field label={a.agencies.fields.code} hint={a.agencies.codeHint} required>
            <Input value={code} onChange={(_, data) => setCode(data.value.toUpperCase())} />
          </Field>
        )}
        <Field label={a.agencies.fields.groupName} className={styles.wide} required>
          <Input value={name} onChange={(_, data) => setName(data.value)} />
        </Field>
      </div>
      <Field label={a.agencies.fields.spellings}>
        <Textarea value={spellings} onChange={(_, data) => setSpellings(data.value)} />
      </Field>
      <CodesField label={a.agencies.fields.members} choices={choices} chosen={members} onChange={setMembers} testId="group-members" />
      <ReasonField reason={reason} onChange={setReason} />
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={onDone} onTheirs={onTheirs} />
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabled={doing.busy || lacksReason(reason) || name.trim() === ''}>
          {a.save}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}
