// Rules that do not bind an agency until a day: granting one with a reason, ending one.
import { Button, Field, Input, Select, Text, Title3 } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { WaiverGrant } from '../../../shared/waiver.ts'
import type { RegisterView } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { showDay, showInstant } from '../../text/moment.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { ScrolledTable } from './scrolled-table.tsx'
import { useListChange } from './use-list-change.ts'

export function WaiversPanel({ api, register, onEnded }: AdminViewProps & { readonly register: RegisterView }) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const list = useLoad('waivers', () => api.waivers())
  const doing = useListChange(list)
  const timetable = useLoad('timetable', () => api.timetable())
  const agencies = register.agencies.filter(({ reports, validTo }) => reports && validTo === null)
  const templates = timetable.value?.templates ?? []
  const [grant, setGrant] = useState({
    agency: agencies[0]?.code ?? '',
    template: '',
    waives: '',
    rowId: '',
    field: '',
    until: '',
    reason: '',
  })
  const names = new Map(register.agencies.map(({ code, name }) => [code, name]))
  const words = a.settings
  const template = grant.template || (templates[0]?.code ?? '')
  const set = (change: Partial<typeof grant>) => setGrant({ ...grant, ...change })
  const give = (event: FormEvent) => {
    event.preventDefault()
    const asked: WaiverGrant = { ...grant, template, rowId: grant.rowId.trim() || null, field: grant.field.trim() || null }
    void doing.act((seen) => api.grantWaiver(asked, seen)).then((done) => done && list.reload())
  }
  return (
    <section className={styles.card} data-testid="waivers">
      <Title3 as="h2" className={styles.heading}>
        {words.waivers}
      </Title3>
      <form className={styles.line} onSubmit={give}>
        <Field label={words.agency} className={styles.wide}>
          <Select value={grant.agency} onChange={(_, data) => set({ agency: data.value })}>
            {agencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.template}>
          <Select value={template} onChange={(_, data) => set({ template: data.value })}>
            {templates.map(({ code, title }) => (
              <option key={code} value={code}>
                {code} · {title[language]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.waives} required>
          <Input value={grant.waives} onChange={(_, data) => set({ waives: data.value })} data-testid="waiver-rule" />
        </Field>
        <Field label={words.row}>
          <Input value={grant.rowId} onChange={(_, data) => set({ rowId: data.value })} />
        </Field>
        <Field label={words.field}>
          <Input value={grant.field} onChange={(_, data) => set({ field: data.value })} />
        </Field>
        <Field label={words.until} required>
          <Input type="date" value={grant.until} onChange={(_, data) => set({ until: data.value })} />
        </Field>
        <ReasonField reason={grant.reason} onChange={(value) => set({ reason: value })} />
        <Button
          type="submit"
          appearance="primary"
          disabled={doing.busy || !list.value || grant.waives.trim() === '' || grant.until === '' || lacksReason(grant.reason)}
          data-testid="waiver-grant"
        >
          {words.grant}
        </Button>
      </form>
      <ProblemBar problem={list.problem ?? timetable.problem ?? doing.problem} onRetry={list.reload} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={list.reload} onTheirs={doing.yield} />
      {list.value?.waivers.length === 0 && <Text>{words.noWaivers}</Text>}
      {list.value && list.value.waivers.length > 0 && (
        <ScrolledTable
          label={words.waivers}
          heads={[words.agency, words.template, words.waives, words.place, words.until, a.reason, words.status]}
        >
          {list.value.waivers.map(({ id, agency, template: of, waives, rowId, field, until, reason, endedAt, endedBy }) => {
            const name = names.get(agency) ?? agency
            const isEverywhere = rowId === null && field === null
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{of}</td>
                <td>{waives}</td>
                <td>{isEverywhere ? words.everywhere : words.only(rowId ?? words.any, field ?? words.any)}</td>
                <td>{showDay(until)}</td>
                <td>{reason}</td>
                <td>
                  {endedAt !== null ? (
                    words.ended(showInstant(endedAt), endedBy ?? '')
                  ) : (
                    <Button
                      size="small"
                      disabled={doing.busy}
                      aria-label={words.endOf(waives, name)}
                      onClick={() => void doing.act((seen) => api.endWaiver(id, seen)).then((done) => done && list.reload())}
                    >
                      {words.end}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </ScrolledTable>
      )}
    </section>
  )
}
