// When the reports of one form open, fall due and lock, from a period on.
import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Schedule } from '../../../shared/schedule/schedule.ts'
import type { TimetableChange, TimetableView } from '../../../shared/schedule/timetable.ts'
import { DayField } from '../../components/day-field.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { useAdminStyles } from './admin-styles.ts'
import { OpenedCard } from './opened-card.tsx'

const MONTHS = ['-2', '-1', '0', '1', '2'] as const
const ALL_MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

const useStyles = makeStyles({
  months: { border: 'none', padding: 0, margin: 0, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
})

interface Props {
  readonly view: TimetableView
  readonly busy: boolean
  readonly onPreview: (change: TimetableChange) => void
  readonly onCancel: () => void
}

export function ScheduleForm({ view, busy, onPreview, onCancel }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const own = useStyles()
  const words = a.calendar
  const templates = view.templates.filter(({ frequency }) => frequency !== 'ad-hoc')
  const [template, setTemplate] = useState(templates[0]!)
  const [schedule, setSchedule] = useState<Schedule>(template.schedule)
  const [from, setFrom] = useState(`${view.year}-01-01`)
  const set = (change: Partial<Schedule>) => setSchedule({ ...schedule, ...change })
  const choose = (code: string) => {
    const next = templates.find((one) => one.code === code)!
    setTemplate(next)
    setSchedule(next.schedule)
  }
  const preview = (event: FormEvent) => {
    event.preventDefault()
    onPreview({ kind: 'schedule', template: template.code, from, schedule })
  }
  const number = (label: string, value: number, change: (value: number) => void, most = 31, least = 1) => (
    <Field label={label}>
      <Input type="number" min={least} max={most} value={String(value)} onChange={(_, data) => change(Number(data.value))} />
    </Field>
  )
  const months = (label: string, value: number, change: (value: number) => void) => (
    <Field label={label}>
      <Select value={String(value)} onChange={(_, data) => change(Number(data.value))}>
        {MONTHS.map((one) => (
          <option key={one} value={one}>
            {words.months[one]}
          </option>
        ))}
      </Select>
    </Field>
  )
  return (
    <OpenedCard title={words.edit} onSubmit={preview} testId="schedule-form">
      <div className={styles.line}>
        <Field label={words.form} className={styles.wide}>
          <Select value={template.code} onChange={(_, data) => choose(data.value)} data-testid="schedule-template">
            {templates.map(({ code, title }) => (
              <option key={code} value={code}>
                {code} · {title[language]}
              </option>
            ))}
          </Select>
        </Field>
        <DayField label={words.from} required value={from} onChange={(day) => setFrom(day)} />
      </div>
      <div className={styles.line}>
        {number(words.cutOffDay, schedule.cutOffDay ?? 14, (cutOffDay) => set({ cutOffDay }))}
        {number(words.openDay, schedule.open.day, (day) => set({ open: { ...schedule.open, day } }))}
        {months(words.ofMonth, schedule.open.months, (value) => set({ open: { ...schedule.open, months: value } }))}
      </div>
      <div className={styles.line}>
        {number(words.dueDay, schedule.due.day, (day) => set({ due: { ...schedule.due, day } }))}
        {months(words.ofMonth, schedule.due.months, (value) => set({ due: { ...schedule.due, months: value } }))}
        <Field label={words.inclusive}>
          <Select
            value={String(schedule.due.inclusive)}
            onChange={(_, data) => set({ due: { ...schedule.due, inclusive: data.value === 'true' } })}
            data-testid="schedule-inclusive"
          >
            <option value="false">{words.isExclusive}</option>
            <option value="true">{words.isInclusive}</option>
          </Select>
        </Field>
        <Field label={words.onDayOff}>
          <Select
            value={schedule.dayOff}
            onChange={(_, data) => set({ dayOff: data.value as Schedule['dayOff'] })}
            data-testid="schedule-day-off"
          >
            <option value="as-is">{words.asIs}</option>
            <option value="next-working-day">{words.nextWorkingDay}</option>
          </Select>
        </Field>
        {number(words.lockAfter, schedule.lockAfterDays, (lockAfterDays) => set({ lockAfterDays }), 366, 0)}
      </div>
      {template.frequency === 'month' && (
        <fieldset className={own.months}>
          <legend>{words.merged}</legend>
          <p>{words.mergedHint}</p>
          {ALL_MONTHS.map((month) => (
            <Checkbox
              key={month}
              label={words.month(String(month))}
              checked={schedule.mergedMonths.includes(month)}
              onChange={(_, data) =>
                set({
                  mergedMonths: data.checked
                    ? [...schedule.mergedMonths, month].toSorted((one, other) => one - other)
                    : schedule.mergedMonths.filter((one) => one !== month),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabled={busy || from === ''} data-testid="schedule-preview">
          {words.preview}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}
