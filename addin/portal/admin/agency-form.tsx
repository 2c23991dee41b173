// One agency, new or known, as an admin sets it. That it ends is a reorganisation.
import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Agency } from '../../../shared/agency.ts'
import type { AgencySetting, RegisterView } from '../../../shared/wire-admin.ts'
import { DayField } from '../../components/day-field.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { OpenedCard } from './opened-card.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { useChange } from './use-change.ts'

const settingOf = (agency: Agency | null): AgencySetting => ({
  name: agency?.name ?? '',
  abbreviation: agency?.abbreviation ?? null,
  aliases: agency?.aliases ?? [],
  kind: agency?.kind ?? '',
  reports: agency?.reports ?? true,
  validFrom: agency?.validFrom ?? null,
  parent: agency?.parent ?? null,
  officialCode: agency?.officialCode ?? null,
})

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

interface Props extends AdminViewProps {
  readonly register: RegisterView
  /** Null: a new one. */
  readonly agency: Agency | null
  readonly onDone: () => void
  readonly onCancel: () => void
  /** What somebody else saved stands. */
  readonly onTheirs: () => void
}

export function AgencyForm({ api, register, agency, onDone, onCancel, onTheirs, onEnded }: Props) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  const [code, setCode] = useState(agency?.code ?? '')
  const [setting, setSetting] = useState(() => settingOf(agency))
  const [aliases, setAliases] = useState(setting.aliases.join('\n'))
  const [reason, setReason] = useState('')
  const doing = useChange(register.asOf)
  const { fields } = a.agencies
  const set = (change: Partial<AgencySetting>) => setSetting({ ...setting, ...change })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (await doing.act((seen) => api.setAgency(code.trim(), { setting: { ...setting, aliases: linesOf(aliases) }, reason }, seen)))
      onDone()
  }
  return (
    <OpenedCard
      title={agency ? a.agencies.editOf(agency.name) : a.agencies.add}
      onSubmit={(event) => void save(event)}
      testId="agency-form"
    >
      <div className={styles.line}>
        {!agency && (
          <Field label={fields.code} hint={a.agencies.codeHint} required>
            <Input value={code} onChange={(_, data) => setCode(data.value.toUpperCase())} data-testid="agency-code" />
          </Field>
        )}
        <Field label={fields.name} className={styles.wide} required>
          <Input value={setting.name} onChange={(_, data) => set({ name: data.value })} data-testid="agency-name" />
        </Field>
        <Field label={fields.abbreviation}>
          <Input value={setting.abbreviation ?? ''} onChange={(_, data) => set({ abbreviation: data.value || null })} />
        </Field>
        <Field label={fields.kind} required>
          <Input value={setting.kind} onChange={(_, data) => set({ kind: data.value })} />
        </Field>
        <Field label={fields.officialCode}>
          <Input
            value={setting.officialCode ?? ''}
            onChange={(_, data) => set({ officialCode: data.value || null })}
            data-testid="agency-official-code"
          />
        </Field>
        <Field label={fields.parent}>
          <Select value={setting.parent ?? ''} onChange={(_, data) => set({ parent: data.value || null })}>
            <option value="">{a.none}</option>
            {register.agencies
              .filter((one) => one.code !== agency?.code)
              .map((one) => (
                <option key={one.code} value={one.code}>
                  {one.name}
                </option>
              ))}
          </Select>
        </Field>
        <DayField label={fields.validFrom} value={setting.validFrom ?? ''} onChange={(day) => set({ validFrom: day || null })} />
        <Checkbox label={fields.reports} checked={setting.reports} onChange={(_, data) => set({ reports: data.checked === true })} />
      </div>
      <Field label={fields.aliases}>
        <Textarea value={aliases} onChange={(_, data) => setAliases(data.value)} />
      </Field>
      <ReasonField reason={reason} onChange={setReason} testId="agency-reason" />
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={onDone} onTheirs={onTheirs} />
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabled={doing.busy || lacksReason(reason)} data-testid="agency-save">
          {a.save}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}
