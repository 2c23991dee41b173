// One task of the plan as an admin adds, changes or ends it from a period on: what it would do to
// the reports that are open is shown first, then it is kept.
import { Button, Field, Input, Select, Text, Textarea } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { showPeriod } from '../../../shared/period.ts'
import type { PlanView, RegisterView, TaskChange, TaskEffect } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { CodesField } from './codes-field.tsx'
import { Folded } from './folded.tsx'
import { OpenedCard } from './opened-card.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { TaskEffects } from './task-effects.tsx'
import { useChange } from './use-change.ts'

export type TaskTable = PlanView['tables'][number]
export type Task = TaskTable['rows'][number]

interface Props extends AdminViewProps {
  readonly view: PlanView
  readonly register: RegisterView
  readonly table: TaskTable
  /** Null: a new one. */
  readonly task: Task | null
  readonly onDone: () => void
  readonly onCancel: () => void
  /** What somebody else saved stands. */
  readonly onTheirs: () => void
}

export function TaskForm({ api, view, register, table, task, onDone, onCancel, onTheirs, onEnded }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const doing = useChange(view.asOf)
  const words = a.plan.changing
  const [rowId, setRowId] = useState(task?.rowId ?? '')
  const [from, setFrom] = useState(table.current ?? table.periods.at(-1) ?? '')
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(task?.texts ?? {})
  const [assigned, setAssigned] = useState<readonly string[]>(task?.answers ?? [])
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState<{ change: TaskChange; effect: TaskEffect } | null>(null)
  const preview = (ends: boolean) => {
    const asked = ends ? null : { texts: { ...texts }, assignedTo: [...assigned] }
    const change: TaskChange = { template: table.template, table: table.table, rowId: rowId.trim(), from, task: asked }
    void doing.act(async () => setShown({ change, effect: await api.previewTask(change) }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    preview(false)
  }
  const keep = () =>
    shown && void doing.act((seen) => api.keepTask({ change: shown.change, reason }, seen)).then((done) => done && onDone())
  /** What was shown is no longer what would be kept. */
  const edit = (change: () => void) => {
    setShown(null)
    change()
  }
  const further = table.fields.filter(({ usual }) => !usual)
  const boxes = (fields: TaskTable['fields']) =>
    [false, true].map((isLong) => (
      <div key={String(isLong)} className={isLong ? styles.page : styles.line}>
        {fields
          .filter(({ long }) => long === isLong)
          .map(({ key, title, required, choices }) => {
            const given = { value: texts[key] ?? '', 'data-testid': `task-${key}` }
            const type = (_: unknown, data: { value: string }) => edit(() => setTexts({ ...texts, [key]: data.value }))
            if (choices)
              return (
                <Field key={key} label={title[language]} required={required}>
                  <Select {...given} onChange={type}>
                    <option value="" />
                    {/* One that holds no more stands until another is chosen. */}
                    {given.value !== '' && !choices.some(({ vi }) => vi === given.value) && <option>{given.value}</option>}
                    {choices.map((label) => (
                      <option key={label.vi} value={label.vi}>
                        {label[language]}
                      </option>
                    ))}
                  </Select>
                </Field>
              )
            const Box = isLong ? Textarea : Input
            return (
              <Field key={key} label={title[language]} required={required}>
                <Box {...given} onChange={type} />
              </Field>
            )
          })}
      </div>
    ))
  return (
    <OpenedCard title={task ? words.editOf(task.rowId) : words.add} level="h3" onSubmit={submit} testId="task-form">
      <div className={styles.line}>
        {!task && (
          <Field label={words.code} hint={words.codeHint} required>
            <Input value={rowId} onChange={(_, data) => edit(() => setRowId(data.value))} data-testid="task-code" />
          </Field>
        )}
        <Field label={words.from} required>
          <Select value={from} onChange={(_, data) => edit(() => setFrom(data.value))} data-testid="task-from">
            {table.periods.map((period) => (
              <option key={period} value={period}>
                {showPeriod(period, language)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {boxes(table.fields.filter(({ usual }) => usual))}
      {further.length > 0 && (
        <Folded title={words.further} open={table.rows.length === 0 || further.some(({ key }) => texts[key] !== undefined)}>
          <Text block>{words.furtherHint}</Text>
          {boxes(further)}
        </Folded>
      )}
      <CodesField
        label={a.plan.assigned}
        choices={[...register.groups, ...register.agencies]}
        chosen={assigned}
        onChange={(codes) => edit(() => setAssigned(codes))}
        testId="task-agencies"
      />
      <div className={styles.line}>
        <Button type="submit" disabled={doing.busy || rowId.trim() === ''} data-testid="task-preview">
          {words.preview}
        </Button>
        {task && task.endsFrom === null && (
          <Button disabled={doing.busy} onClick={() => preview(true)} data-testid="task-end">
            {words.end}
          </Button>
        )}
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
      {shown && (
        <>
          {shown.change.task === null && <Text>{words.ends(showPeriod(shown.change.from, language))}</Text>}
          <TaskEffects effect={shown.effect} />
          <ReasonField reason={reason} onChange={setReason} testId="task-reason" />
          <div>
            <Button appearance="primary" disabled={doing.busy || lacksReason(reason)} onClick={keep} data-testid="task-save">
              {a.save}
            </Button>
          </div>
        </>
      )}
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={onDone} onTheirs={onTheirs} />
    </OpenedCard>
  )
}
