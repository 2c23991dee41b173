// What would fall when, before it is saved; and saving it with a reason.
import { Button, Field, Input, Text, Title3 } from '@fluentui/react-components'
import { useState } from 'react'
import type { TimetableChange, TimetableView } from '../../../shared/schedule/timetable.ts'
import { Notice } from '../../components/notice.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
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
    <section className={styles.card} data-testid="timetable-preview">
      <Title3 as="h2" className={styles.heading}>
        {words.previewTitle}
      </Title3>
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
      <Field label={a.reason} hint={a.reasonHint} required>
        <Input value={reason} maxLength={500} onChange={(_, data) => setReason(data.value)} data-testid="timetable-reason" />
      </Field>
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={onDone} onTheirs={onTheirs} />
      <div className={styles.line}>
        <Button
          appearance="primary"
          disabled={doing.busy || reason.trim().length < 10}
          onClick={() => void doing.act((seen) => api.setTimetable(change, reason, seen)).then((done) => done && onDone())}
          data-testid="timetable-save"
        >
          {a.save}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </section>
  )
}
