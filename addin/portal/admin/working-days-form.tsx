// The days off and the weekend days that are worked in a year, as lines of text.
import { Button, Field, Input, Text, Textarea } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { TimetableChange, TimetableView } from '../../../shared/schedule/timetable.ts'
import type { WorkCalendar } from '../../../shared/schedule/work-calendar.ts'
import { Notice } from '../../components/notice.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { showDay } from '../../text/moment.ts'
import { typedDay } from '../../text/typed-day.ts'
import { useAdminStyles } from './admin-styles.ts'
import { linesOf } from './agency-form.tsx'
import { OpenedCard } from './opened-card.tsx'

type Days = WorkCalendar['holidays']

const shown = (days: Days): string => days.map(({ day, name }) => `${showDay(day)}; ${name}`).join('\n')

/** The first line that is not understood, or all of them. */
function read(text: string): { unreadable: string } | { days: Days } {
  const days: Days = []
  for (const line of linesOf(text)) {
    const [typed = '', ...name] = line.split(';')
    const day = typedDay(typed)
    if (day === null || name.join(';').trim() === '') return { unreadable: line }
    days.push({ day, name: name.join(';').trim() })
  }
  return { days }
}

interface Props {
  readonly view: TimetableView
  readonly busy: boolean
  readonly onPreview: (change: TimetableChange) => void
  readonly onCancel: () => void
}

export function WorkingDaysForm({ view, busy, onPreview, onCancel }: Props) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  const words = a.calendar
  const calendarOf = (year: number) => view.calendars.find((one) => one.year === year) ?? { year, holidays: [], workdays: [] }
  const [year, setYear] = useState(view.year)
  const [holidays, setHolidays] = useState(() => shown(calendarOf(year).holidays))
  const [workdays, setWorkdays] = useState(() => shown(calendarOf(year).workdays))
  const [wrong, setWrong] = useState<string | null>(null)
  const choose = (next: number) => {
    setYear(next)
    setHolidays(shown(calendarOf(next).holidays))
    setWorkdays(shown(calendarOf(next).workdays))
  }
  const preview = (event: FormEvent) => {
    event.preventDefault()
    const [off, worked] = [read(holidays), read(workdays)]
    if ('unreadable' in off) return setWrong(off.unreadable)
    if ('unreadable' in worked) return setWrong(worked.unreadable)
    setWrong(null)
    onPreview({ kind: 'calendar', calendar: { year, holidays: off.days, workdays: worked.days } })
  }
  return (
    <OpenedCard title={words.editDays} onSubmit={preview} testId="working-days-form">
      <Text>{words.daysHint}</Text>
      <Field label={words.year}>
        <Input type="number" min={2000} max={2100} value={String(year)} onChange={(_, data) => choose(Number(data.value))} />
      </Field>
      <Field label={words.holidays}>
        <Textarea value={holidays} rows={8} onChange={(_, data) => setHolidays(data.value)} data-testid="holidays" />
      </Field>
      <Field label={words.workdays}>
        <Textarea value={workdays} rows={3} onChange={(_, data) => setWorkdays(data.value)} data-testid="workdays" />
      </Field>
      {wrong !== null && (
        <Notice tone="error" testId="working-days-wrong">
          {words.unreadable(wrong)}
        </Notice>
      )}
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabled={busy} data-testid="working-days-preview">
          {words.preview}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}
