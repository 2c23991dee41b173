// The tasks of the plan, form by form, and who answers for each.
import { Button, Field, Input, Select, Text, Title3 } from '@fluentui/react-components'
import { useState } from 'react'
import { showPeriod } from '../../../shared/period.ts'
import type { PlanView, RegisterView } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { useTableStyles } from '../table-styles.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ScrolledTable } from './scrolled-table.tsx'
import { type Task, TaskForm, type TaskTable } from './task-form.tsx'

/** More than anybody reads at once; the rest is found by typing. */
const ROWS_SHOWN = 50

interface Props extends AdminViewProps {
  readonly view: PlanView
  readonly register: RegisterView
  readonly onDone: () => void
  readonly onReload: () => void
}

export function TasksPanel({ api, view, register, onDone, onReload, onEnded }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const look = useTableStyles()
  const keyOf = ({ template, table }: TaskTable) => `${template}.${table}`
  const [key, setKey] = useState(view.tables[0] ? keyOf(view.tables[0]) : '')
  const [wanted, setWanted] = useState('')
  const [opened, setOpened] = useState<{ readonly task: Task | null } | null>(null)
  const words = a.plan
  const names = new Map([...register.groups, ...register.agencies].map(({ code, name }) => [code, name]))
  const table = view.tables.find((one) => keyOf(one) === key)
  const rows = (table?.rows ?? []).filter(({ rowId, name }) =>
    `${rowId} ${name}`.toLocaleLowerCase('vi').includes(wanted.toLocaleLowerCase('vi')),
  )
  const closed = (then: () => void) => () => {
    setOpened(null)
    then()
  }
  return (
    <section className={styles.card} data-testid="tasks">
      <Title3 as="h2" className={styles.heading}>
        {words.tasks}
      </Title3>
      <div className={styles.line}>
        <Field label={words.table} hint={words.tableHint} className={styles.wide}>
          <Select
            value={key}
            onChange={(_, data) => {
              setKey(data.value)
              setOpened(null)
            }}
            data-testid="tasks-table"
          >
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
        <Button disabled={!table} onClick={() => setOpened({ task: null })} data-testid="task-add">
          {words.changing.add}
        </Button>
      </div>
      {table && opened && (
        <TaskForm
          {...{ api, view, register, table, onEnded }}
          key={`${key} ${opened.task?.rowId ?? ''}`}
          task={opened.task}
          onDone={closed(onDone)}
          onTheirs={closed(onReload)}
          onCancel={closed(() => {})}
        />
      )}
      {view.tables.length === 0 && <Text>{words.noTable}</Text>}
      {table?.rows.length === 0 && <Text>{words.noTask}</Text>}
      <ScrolledTable label={words.tasks} heads={[a.audit.code, words.task, words.assigned, a.actions]} testId="tasks-list">
        {rows.slice(0, ROWS_SHOWN).map((row) => (
          <tr key={row.rowId}>
            <th scope="row" className={look.name}>
              {row.rowId}
            </th>
            <td>
              {row.name}
              {row.endsFrom !== null && <Text block>{words.changing.endsFrom(showPeriod(row.endsFrom, language))}</Text>}
            </td>
            <td>{row.answers.map((code) => names.get(code) ?? code).join('; ') || a.none}</td>
            <td>
              <Button
                size="small"
                aria-label={words.assignOf(row.rowId)}
                onClick={() => setOpened({ task: row })}
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
