// Longer time for agencies: giving it, and what stands.
import { Button, Field, Select, Text, Title3 } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { showPeriod } from '../../../shared/period.ts'
import type { TimetableView } from '../../../shared/schedule/timetable.ts'
import { DayField } from '../../components/day-field.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { showDay, showInstant } from '../../text/moment.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { AskedReason } from './asked-reason.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { CodesField } from './codes-field.tsx'
import { OpenedCard } from './opened-card.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { ScrolledTable } from './scrolled-table.tsx'
import { useListChange } from './use-list-change.ts'

export function ExtensionsPanel({ api, view, onEnded }: AdminViewProps & { readonly view: TimetableView }) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const words = a.calendar
  const register = useLoad('register', () => api.register())
  const list = useLoad('extensions', () => api.extensions())
  const doing = useListChange(list)
  const opened = view.entries.filter((entry) => entry.opened && entry.dates.dueAt < entry.dates.locksAt)
  const [chosen, setChosen] = useState(() => `${opened.at(-1)?.template}.${opened.at(-1)?.period}`)
  const [agencies, setAgencies] = useState<readonly string[]>([])
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const entry = opened.find(({ template, period }) => `${template}.${period}` === chosen)
  const done = () => {
    setAgencies([])
    list.reload()
  }
  const give = async (event: FormEvent) => {
    event.preventDefault()
    if (!entry) return
    const { template, period } = entry
    const grant = { template, period, agencies: [...agencies], until, reason }
    if (await doing.act((seen) => api.extend(grant, seen))) done()
  }
  return (
    <OpenedCard title={words.extend} testId="extensions">
      <form className={styles.page} onSubmit={(event) => void give(event)}>
        <div className={styles.line}>
          <Field label={words.period}>
            <Select value={chosen} onChange={(_, data) => setChosen(data.value)}>
              {opened.map(({ template, period }) => (
                <option key={`${template}.${period}`} value={`${template}.${period}`}>
                  {template} · {showPeriod(period, language)}
                </option>
              ))}
            </Select>
          </Field>
          <DayField label={words.until} required value={until} onChange={(day) => setUntil(day)} />
        </div>
        <CodesField
          label={a.pages.agencies}
          choices={(register.value?.agencies ?? []).filter(({ reports }) => reports)}
          chosen={agencies}
          onChange={setAgencies}
          testId="extension-agencies"
        />
        <ReasonField reason={reason} onChange={setReason} testId="extension-reason" />
        <ProblemBar problem={register.problem ?? list.problem ?? doing.problem} onEnded={onEnded} />
        <ChangedMeanwhile change={doing} onDone={done} onTheirs={doing.yield} />
        <div>
          <Button
            type="submit"
            appearance="primary"
            disabled={doing.busy || !list.value || agencies.length === 0 || until === '' || lacksReason(reason)}
            data-testid="extension-give"
          >
            {words.extendDo}
          </Button>
        </div>
      </form>
      <Title3 as="h3" className={styles.heading}>
        {words.extensions}
      </Title3>
      {list.value?.extensions.length === 0 && <Text>{words.noExtensions}</Text>}
      {list.value && list.value.extensions.length > 0 && (
        <ScrolledTable label={words.extensions} heads={[a.pages.agencies, words.period, words.until, a.reason, a.audit.person, a.actions]}>
          {list.value.extensions.map((one) => {
            const report = `${one.template}, ${showPeriod(one.period, language)}`
            const name = one.agencyName ?? one.agency
            return (
              <tr key={one.obligationId}>
                <th scope="row">{name}</th>
                <td>{report}</td>
                <td>{showDay(one.until)}</td>
                <td>{one.reason}</td>
                <td>{words.grantedBy(one.grantedBy ?? '', showInstant(one.grantedAt))}</td>
                <td>
                  <AskedReason
                    label={words.revoke}
                    named={words.revokeOf(name, report)}
                    busy={doing.busy}
                    onGiven={(why) =>
                      void doing.act((seen) => api.revokeExtension(one.obligationId, why, seen)).then((isDone) => isDone && list.reload())
                    }
                    testId="extension-revoke"
                  />
                </td>
              </tr>
            )
          })}
        </ScrolledTable>
      )}
    </OpenedCard>
  )
}
