// The tasks of the plan, form by form, and who answers for each.
import { Button, Field, Input, Select, Text, Title3 } from '@fluentui/react-components'
import { useState } from 'react'
import type { PlanView, RegisterView } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { CodesField } from './codes-field.tsx'
import { ScrolledTable } from './scrolled-table.tsx'
import { useChange } from './use-change.ts'

/** More than anybody reads at once; the rest is found by typing. */
const ROWS_SHOWN = 50

type Task = PlanView['tables'][number]['rows'][number]

interface Props extends AdminViewProps {
  readonly view: PlanView
  readonly register: RegisterView
  readonly onDone: () => void
}

export function TasksPanel({ api, view, register, onDone, onEnded }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const doing = useChange(view.asOf)
  const keyOf = ({ template, table }: PlanView['tables'][number]) => `${template}.${table}`
  const [key, setKey] = useState(view.tables[0] ? keyOf(view.tables[0]) : '')
  const [wanted, setWanted] = useState('')
  const [task, setTask] = useState<Task | null>(null)
  const [assigned, setAssigned] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const words = a.plan
  const choices = [...register.groups, ...register.agencies]
  const names = new Map(choices.map(({ code, name }) => [code, name]))
  const rows = (view.tables.find((one) => keyOf(one) === key)?.rows ?? []).filter(({ rowId, name }) =>
    `${rowId} ${name}`.toLocaleLowerCase('vi').includes(wanted.toLocaleLowerCase('vi')),
  )
  const closed = () => {
    setTask(null)
    onDone()
  }
  const save = async () => {
    if (!task) return
    const { template, table, rowId } = task
    if (!(await doing.act((seen) => api.setTask({ template, table, rowId, assignedTo: [...assigned], reason }, seen)))) return
    closed()
  }
  return (
    <section className={styles.card} data-testid="tasks">
      <Title3 as="h2" className={styles.heading}>
        {words.tasks}
      </Title3>
      <div className={styles.line}>
        <Field label={words.table} className={styles.wide}>
          <Select value={key} onChange={(_, data) => setKey(data.value)} data-testid="tasks-table">
            {view.tables.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {one.template} · {one.title[language]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.find} className={styles.wide}>
          <Input type="search" value={wanted} onChange={(_, data) => setWanted(data.value)} data-testid="tasks-find" />
        </Field>
      </div>
      {task && (
        <div className={styles.page} data-testid="task-form">
          <Text weight="semibold">
            {task.rowId} · {task.name}
          </Text>
          <CodesField label={words.assigned} choices={choices} chosen={assigned} onChange={setAssigned} testId="task-agencies" />
          <Field label={a.reason} hint={a.reasonHint} required>
            <Input value={reason} maxLength={500} onChange={(_, data) => setReason(data.value)} />
          </Field>
          <ProblemBar problem={doing.problem} onEnded={onEnded} />
          <ChangedMeanwhile change={doing} onDone={closed} onTheirs={closed} />
          <div className={styles.line}>
            <Button
              appearance="primary"
              disabled={doing.busy || reason.trim().length < 10}
              onClick={() => void save()}
              data-testid="task-save"
            >
              {a.save}
            </Button>
            <Button onClick={() => setTask(null)}>{a.cancel}</Button>
          </div>
        </div>
      )}
      <ScrolledTable label={words.tasks} heads={[a.audit.code, words.task, words.assigned, a.actions]} testId="tasks-list">
        {rows.slice(0, ROWS_SHOWN).map((row) => (
          <tr key={row.rowId}>
            <th scope="row">{row.rowId}</th>
            <td>{row.name}</td>
            <td>{row.assignedTo.map((code) => names.get(code) ?? code).join('; ') || a.none}</td>
            <td>
              <Button
                size="small"
                aria-label={words.assignOf(row.rowId)}
                onClick={() => {
                  setTask(row)
                  doing.look(view.asOf)
                  setAssigned(row.assignedTo)
                }}
                data-testid={`task-${row.rowId}`}
              >
                {a.edit}
              </Button>
            </td>
          </tr>
        ))}
      </ScrolledTable>
      {rows.length > ROWS_SHOWN && <Text>{words.more(rows.length - ROWS_SHOWN)}</Text>}
    </section>
  )
}
