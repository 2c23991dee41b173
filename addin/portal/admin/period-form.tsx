// One period by hand: its three days, or opened, due or locked at once.
import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { dayInVietnam } from '../../../shared/clock.ts'
import { showPeriod } from '../../../shared/period.ts'
import type { TimetableChange, TimetableEntry, TimetableView } from '../../../shared/schedule/timetable.ts'
import { DayField } from '../../components/day-field.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { useAdminStyles } from './admin-styles.ts'
import { OpenedCard } from './opened-card.tsx'
import { lastDayBefore } from './timetable-table.tsx'

const STEPS = ['open', 'close', 'lock'] as const
const keyOf = ({ template, period }: TimetableEntry): string => `${template}.${period}`

const daysOf = ({ dates }: TimetableEntry) => ({
  opensOn: dayInVietnam(new Date(dates.opensAt)),
  lastDay: lastDayBefore(dates.dueAt),
  locksAfter: lastDayBefore(dates.locksAt),
})

interface Props {
  readonly view: TimetableView
  readonly busy: boolean
  readonly onPreview: (change: TimetableChange) => void
  readonly onCancel: () => void
}

export function PeriodForm({ view, busy, onPreview, onCancel }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const words = a.calendar
  const entries = view.entries
  const [entry, setEntry] = useState(() => entries.find(({ dates }) => dates.dueAt.slice(0, 10) >= view.day) ?? entries[0]!)
  const [days, setDays] = useState(() => daysOf(entry))
  const choose = (key: string) => {
    const next = entries.find((one) => keyOf(one) === key)!
    setEntry(next)
    setDays(daysOf(next))
  }
  const about = { template: entry.template, period: entry.period }
  const day = (label: string, key: keyof typeof days) => (
    <DayField label={label} required value={days[key]} onChange={(day) => setDays({ ...days, [key]: day })} />
  )
  return (
    <OpenedCard title={words.editPeriod} testId="period-form">
      <Field label={words.period}>
        <Select value={keyOf(entry)} onChange={(_, data) => choose(data.value)} data-testid="period-choice">
          {entries.map((one) => (
            <option key={keyOf(one)} value={keyOf(one)}>
              {one.template} · {showPeriod(one.period, language)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.line}>
        {day(words.opens, 'opensOn')}
        {day(words.lastDay, 'lastDay')}
        {day(words.locksAfter, 'locksAfter')}
        <Button
          appearance="primary"
          disabled={busy}
          onClick={() => onPreview({ kind: 'days', ...about, ...days })}
          data-testid="period-days"
        >
          {words.setDays}
        </Button>
      </div>
      <div className={styles.line}>
        {STEPS.map((step) => (
          <Button key={step} disabled={busy} onClick={() => onPreview({ kind: 'step', ...about, step })} data-testid={`period-${step}`}>
            {words.steps[step]}
          </Button>
        ))}
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}
