// When people are reminded: the days before and after, the hour, or not at all.
import { Button, Field, Input, Select, Title3 } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { ReminderSetting } from '../../../shared/reminder/reminder-setting.ts'
import { useOutgoingText } from '../../text/outgoing-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import type { OutgoingPanelProps } from './outgoing-view.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { useListChange } from './use-list-change.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
/** Null where it is no list of days. */
function daysIn(text: string, least: number): number[] | null {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== '')
  const days = parts.map(Number)
  return days.every((day) => Number.isInteger(day) && day >= least && day <= 60) && days.length <= 10 ? days : null
}

export function RemindersPanel({ api, onEnded }: OutgoingPanelProps) {
  const { o } = useOutgoingText()
  const styles = useAdminStyles()
  const loaded = useLoad('reminders', () => api.reminders())
  const [typed, setTyped] = useState<{ on?: boolean; before?: string; after?: string; hour?: number }>({})
  const [reason, setReason] = useState('')
  const doing = useListChange(loaded)
  const words = o.reminders
  const kept = loaded.value?.setting
  const forget = () => {
    setTyped({})
    setReason('')
  }
  const done = () => {
    forget()
    loaded.reload()
  }
  const texts = { before: typed.before ?? kept?.before.join(', ') ?? '', after: typed.after ?? kept?.after.join(', ') ?? '' }
  const [before, after] = [daysIn(texts.before, 0), daysIn(texts.after, 1)]
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!kept || !before || !after) return
    const setting: ReminderSetting = { on: typed.on ?? kept.on, hour: typed.hour ?? kept.hour, before, after }
    void doing.act((seen) => api.setReminders({ setting, reason }, seen)).then((isDone) => isDone && done())
  }
  return (
    <section className={styles.card} data-testid="reminders">
      <Title3 as="h2" className={styles.heading}>
        {words.title}
      </Title3>
      <ProblemBar problem={loaded.problem ?? doing.problem} onRetry={loaded.reload} onEnded={onEnded} />
      <ChangedMeanwhile
        change={doing}
        onDone={done}
        onTheirs={() => {
          forget()
          doing.yield()
        }}
      />
      {kept && (
        <form className={styles.line} onSubmit={save}>
          <Field label={words.on}>
            <Select value={String(typed.on ?? kept.on)} onChange={(_, { value }) => setTyped({ ...typed, on: value === 'true' })}>
              <option value="true">{words.yes}</option>
              <option value="false">{words.no}</option>
            </Select>
          </Field>
          <Field
            label={words.before}
            hint={words.beforeHint}
            validationMessage={before ? undefined : words.unreadable(texts.before)}
            className={styles.wide}
          >
            <Input value={texts.before} onChange={(_, { value }) => setTyped({ ...typed, before: value })} data-testid="reminders-before" />
          </Field>
          <Field
            label={words.after}
            hint={words.afterHint}
            validationMessage={after ? undefined : words.unreadable(texts.after)}
            className={styles.wide}
          >
            <Input value={texts.after} onChange={(_, { value }) => setTyped({ ...typed, after: value })} data-testid="reminders-after" />
          </Field>
          <Field label={words.hour}>
            <Select value={String(typed.hour ?? kept.hour)} onChange={(_, { value }) => setTyped({ ...typed, hour: Number(value) })}>
              {HOURS.map((hour) => (
                <option key={hour} value={hour}>
                  {hour}
                </option>
              ))}
            </Select>
          </Field>
          <ReasonField reason={reason} onChange={setReason} testId="reminders-reason" />
          <Button
            type="submit"
            appearance="primary"
            disabled={doing.busy || !before || !after || lacksReason(reason)}
            data-testid="reminders-set"
          >
            {words.set}
          </Button>
        </form>
      )}
    </section>
  )
}
