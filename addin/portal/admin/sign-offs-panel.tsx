// From which day on the head of an agency signs before its reports count, or no longer does.
import { Button, Field, Select, Text, Title3 } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { SignOffSetting } from '../../../shared/sign-off.ts'
import type { RegisterView } from '../../../shared/wire-admin.ts'
import { DayField } from '../../components/day-field.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { showDay, showInstant } from '../../text/moment.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { ScrolledTable } from './scrolled-table.tsx'
import { useListChange } from './use-list-change.ts'

export function SignOffsPanel({ api, register, onEnded }: AdminViewProps & { readonly register: RegisterView }) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  const list = useLoad('sign-offs', () => api.signOffs())
  const doing = useListChange(list)
  const agencies = register.agencies.filter(({ reports, validTo }) => reports && validTo === null)
  const [setting, setSetting] = useState<SignOffSetting>({ agency: agencies[0]?.code ?? '', signsOff: 'required', from: register.day })
  const names = new Map(register.agencies.map(({ code, name }) => [code, name]))
  const words = a.settings
  const said = (signsOff: SignOffSetting['signsOff']) => (signsOff === 'required' ? words.required : words.notRequired)
  const save = (event: FormEvent) => {
    event.preventDefault()
    void doing.act((seen) => api.setSignOff(setting, seen)).then((done) => done && list.reload())
  }
  return (
    <section className={styles.card} data-testid="sign-offs">
      <Title3 as="h2" className={styles.heading}>
        {words.signOffs}
      </Title3>
      <form className={styles.line} onSubmit={save}>
        <Field label={words.agency} className={styles.wide}>
          <Select value={setting.agency} onChange={(_, data) => setSetting({ ...setting, agency: data.value })}>
            {agencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.signs}>
          <Select
            value={setting.signsOff}
            onChange={(_, data) => setSetting({ ...setting, signsOff: data.value as SignOffSetting['signsOff'] })}
          >
            <option value="required">{words.required}</option>
            <option value="none">{words.notRequired}</option>
          </Select>
        </Field>
        <DayField label={words.from} required value={setting.from} onChange={(day) => setSetting({ ...setting, from: day })} />
        <Button type="submit" appearance="primary" disabled={doing.busy || !list.value || setting.from === ''} data-testid="sign-off-set">
          {words.set}
        </Button>
      </form>
      <ProblemBar problem={list.problem ?? doing.problem} onRetry={list.reload} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={list.reload} onTheirs={doing.yield} />
      {list.value?.signOffs.length === 0 && <Text>{words.noSignOffs}</Text>}
      {list.value && list.value.signOffs.length > 0 && (
        <ScrolledTable label={words.signOffs} heads={[words.agency, words.signs, words.from, words.setBy]}>
          {list.value.signOffs.map(({ id, agency, signsOff, from, setAt, setBy }) => (
            <tr key={id}>
              <th scope="row">{names.get(agency) ?? agency}</th>
              <td>{said(signsOff)}</td>
              <td>{showDay(from)}</td>
              <td>{setBy === null ? words.withDeployment : a.calendar.grantedBy(setBy, showInstant(setAt))}</td>
            </tr>
          ))}
        </ScrolledTable>
      )}
    </section>
  )
}
