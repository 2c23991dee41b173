// What would fall when, before it is saved; and saving it with a reason.
import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { TimetableChange, TimetableView } from '../../../shared/schedule/timetable.ts'
import { Notice } from '../../components/notice.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { OpenedCard } from './opened-card.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { TimetableTable } from './timetable-table.tsx'
import { useChange } from './use-change.ts'

interface Props extends AdminViewProps {
  readonly change: TimetableChange
  readonly view: TimetableView
  readonly onDone: () => void
  readonly onCancel: () => void
  /** What somebody else saved stands: the change is shown anew on it. */
  readonly onTheirs: () => void
}

export function TimetablePreview({ api, change, view, onDone, onCancel, onTheirs, onEnded }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const doing = useChange(view.asOf)
  const [reason, setReason] = useState('')
  const moved = view.entries.filter(({ before }) => before !== null)
  const words = a.calendar
  return (
    <OpenedCard title={words.previewTitle} testId="timetable-preview">
      {view.problems.length > 0 && (
        <Notice tone="warning" testId="timetable-problems">
          <ul className={styles.values}>
            {view.problems.map((problem) => (
              <li key={problem.en}>{problem[language]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Text>{moved.length > 0 ? words.changes(String(moved.length)) : words.noChanges}</Text>
      {moved.length > 0 && <TimetableTable entries={moved} testId="timetable-moved" />}
      <ReasonField reason={reason} onChange={setReason} testId="timetable-reason" />
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={onDone} onTheirs={onTheirs} />
      <div className={styles.line}>
        <Button
          appearance="primary"
          disabled={doing.busy || lacksReason(reason)}
          onClick={() => void doing.act((seen) => api.setTimetable(change, reason, seen)).then((done) => done && onDone())}
          data-testid="timetable-save"
        >
          {a.save}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}
