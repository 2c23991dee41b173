// The periods of a year in the order in which they fall due: their days, for how many
// agencies, and what they were where a change is looked at.
import { dayInVietnam } from '../../../shared/clock.ts'
import { showPeriod } from '../../../shared/period.ts'
import type { TimetableEntry } from '../../../shared/schedule/timetable.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { showDay } from '../../text/moment.ts'
import { useTableStyles } from '../table-styles.ts'
import { ScrolledTable } from './scrolled-table.tsx'

const dayOf = (instant: string): string => showDay(dayInVietnam(new Date(instant)))
/** The last whole day before an instant. */
export const lastDayBefore = (instant: string): string => dayInVietnam(new Date(Date.parse(instant) - 1))

interface Props {
  readonly entries: readonly TimetableEntry[]
  readonly testId: string
}

export function TimetableTable({ entries, testId }: Props) {
  const { a, language } = useAdminText()
  const words = a.calendar
  const look = useTableStyles()
  /** A day is not broken, what it was may stand below it. */
  const shown = (now: string, before: string | undefined) => (
    <>
      <span className={look.name}>{now}</span>
      {before !== undefined && before !== now && <span className={look.name}> ({words.was(before)})</span>}
    </>
  )
  return (
    <ScrolledTable
      label={words.table}
      heads={[words.period, words.form, words.window, words.opens, words.lastDay, words.locks, words.agencies, words.notes]}
      testId={testId}
    >
      {entries.map(({ template, title, period, dates, before, agencies, onDayOff, byHand, opened }) => {
        const isDue = dates.dueAt < dates.locksAt
        const last = (instant: string) => showDay(lastDayBefore(instant))
        const notes = [opened && words.opened, onDayOff && words.dayOff, byHand && words.byHand].filter(Boolean)
        return (
          <tr key={`${template}.${period}`}>
            <th scope="row">{showPeriod(period, language)}</th>
            <td title={title[language]}>{template}</td>
            <td>{shown(showDay(dates.windowTo), before ? showDay(before.windowTo) : undefined)}</td>
            <td>{shown(dayOf(dates.opensAt), before ? dayOf(before.opensAt) : undefined)}</td>
            <td>{isDue ? shown(last(dates.dueAt), before ? last(before.dueAt) : undefined) : words.never}</td>
            <td>{shown(last(dates.locksAt), before ? last(before.locksAt) : undefined)}</td>
            <td>{agencies}</td>
            <td>{notes.join(', ')}</td>
          </tr>
        )
      })}
    </ScrolledTable>
  )
}
