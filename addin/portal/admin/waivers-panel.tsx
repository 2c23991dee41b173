// Rules that do not bind an agency until a day: granting one with a reason, ending one.
import { Text, Title3 } from '@fluentui/react-components'
import { useState } from 'react'
import { membersOn } from '../../../shared/agency.ts'
import type { Template } from '../../../shared/template.ts'
import type { WaiverGrant } from '../../../shared/waiver.ts'
import type { RegisterView } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { showDay, showInstant } from '../../text/moment.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useTableStyles } from '../table-styles.ts'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { AskedReason } from './asked-reason.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { ScrolledTable } from './scrolled-table.tsx'
import { useListChange } from './use-list-change.ts'
import { columnTitle, waivedSentence } from './waived.ts'
import { WaiverForm } from './waiver-form.tsx'

export function WaiversPanel({ api, register, onEnded }: AdminViewProps & { readonly register: RegisterView }) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const look = useTableStyles()
  const list = useLoad('waivers', () => api.waivers())
  const doing = useListChange(list)
  const around = useLoad('surroundings', () => api.surroundings())
  const plan = useLoad('plan', () => api.plan())
  const agencies = register.agencies.filter(({ reports, validTo }) => reports && validTo === null)
  const names = new Map(register.agencies.map(({ code, name }) => [code, name]))
  const words = a.settings
  /** Each one begins with an empty form. */
  const [made, setMade] = useState(0)
  const templates = around.value?.templates ?? []
  const done = () => {
    setMade(made + 1)
    list.reload()
  }
  const grant = (asked: WaiverGrant) => void doing.act((seen) => api.grantWaiver(asked, seen)).then((isDone) => isDone && done())
  const rowsOf = (of: string, agency: string) =>
    (plan.value?.tables ?? [])
      .filter(({ template }) => template === of)
      .flatMap(({ rows }) => rows)
      .filter(({ answers }) => membersOn(register, answers, register.day).some(({ code }) => code === agency))
  const where = (template: Template | undefined, rowId: string | null, field: string | null) => {
    if (rowId === null && field === null) return words.everywhere
    return [
      rowId === null ? words.anyRow : words.onlyRow(rowId),
      field === null ? words.anyColumn : words.onlyColumn(columnTitle(template, field)[language]),
    ].join(', ')
  }
  return (
    <section className={styles.card} data-testid="waivers">
      <Title3 as="h2" className={styles.heading}>
        {words.waivers}
      </Title3>
      {around.value && <WaiverForm key={made} {...{ agencies, templates, rowsOf }} busy={doing.busy || !list.value} onGrant={grant} />}
      <ProblemBar problem={list.problem ?? around.problem ?? plan.problem ?? doing.problem} onRetry={list.reload} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={done} onTheirs={doing.yield} />
      {list.value?.waivers.length === 0 && <Text>{words.noWaivers}</Text>}
      {list.value && list.value.waivers.length > 0 && (
        <ScrolledTable
          label={words.waivers}
          heads={[words.agency, words.template, words.waives, words.place, words.until, a.reason, words.status]}
        >
          {list.value.waivers.map(({ id, agency, template: of, waives, rowId, field, until, reason, endedAt, endedBy, endedReason }) => {
            const name = names.get(agency) ?? agency
            const template = templates.find(({ code }) => code === of)
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{of}</td>
                <td>
                  <span className={look.name}>{waives}</span>
                  <Text block size={200}>
                    {waivedSentence(template, waives)[language]}
                  </Text>
                </td>
                <td>{where(template, rowId, field)}</td>
                <td className={look.name}>{showDay(until)}</td>
                <td className={look.prose}>{reason}</td>
                <td>
                  {endedAt !== null ? (
                    <>
                      {words.ended(showInstant(endedAt), endedBy ?? '')}
                      {endedReason !== null && <Text block>{endedReason}</Text>}
                    </>
                  ) : (
                    <AskedReason
                      label={words.end}
                      named={words.endOf(waives, name)}
                      busy={doing.busy}
                      onGiven={(why) => void doing.act((seen) => api.endWaiver(id, why, seen)).then((isDone) => isDone && list.reload())}
                      testId="waiver-end"
                    />
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
