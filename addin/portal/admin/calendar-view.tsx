// Lịch báo cáo: what falls when for whom, and the ways to change it, each shown before it is saved.
import { Button, Field, Select, Text, Title3 } from '@fluentui/react-components'
import { useState } from 'react'
import type { TimetableChange, TimetableView } from '../../../shared/schedule/timetable.ts'
import { Notice } from '../../components/notice.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ExtensionsPanel } from './extensions-panel.tsx'
import { PeriodForm } from './period-form.tsx'
import { ScheduleForm } from './schedule-form.tsx'
import { TimetablePreview } from './timetable-preview.tsx'
import { TimetableTable } from './timetable-table.tsx'
import { useDoing } from './use-doing.ts'
import { WorkingDaysForm } from './working-days-form.tsx'

const FORMS = { schedule: ScheduleForm, days: WorkingDaysForm, period: PeriodForm } as const
type Opened = keyof typeof FORMS | 'extend' | { readonly change: TimetableChange; readonly view: TimetableView }

export default function CalendarView({ api, onEnded }: AdminViewProps) {
  const { a, t, language } = useAdminText()
  const styles = useAdminStyles()
  const loaded = useLoad('timetable', () => api.timetable())
  const doing = useDoing()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [saved, setSaved] = useState(false)
  const [form, setForm] = useState('')
  const words = a.calendar
  const view = loaded.value
  const open = (next: Opened | null) => {
    setSaved(false)
    setOpened(next)
  }
  const preview = (change: TimetableChange) => void doing.act(async () => open({ change, view: await api.previewTimetable(change) }))
  const Form = typeof opened === 'string' && opened !== 'extend' ? FORMS[opened] : null
  const buttons = [
    ['schedule', words.edit],
    ['days', words.editDays],
    ['period', words.editPeriod],
    ['extend', words.extend],
  ] as const
  return (
    <div className={styles.page}>
      <Text>{words.lead}</Text>
      <div className={styles.line}>
        {buttons.map(([what, title]) => (
          <Button key={what} disabled={!view} onClick={() => open(what)} data-testid={`calendar-${what}`}>
            {title}
          </Button>
        ))}
      </div>
      {saved && (
        <Notice tone="success" testId="calendar-saved">
          {a.saved}
        </Notice>
      )}
      <ProblemBar problem={loaded.problem ?? doing.problem} onRetry={loaded.reload} onEnded={onEnded} />
      {loaded.loading && !view && <Spinner label={t.loading} />}
      {view && Form && <Form view={view} busy={doing.busy} onPreview={preview} onCancel={() => open(null)} />}
      {view && opened === 'extend' && <ExtensionsPanel api={api} view={view} onEnded={onEnded} />}
      {opened !== null && typeof opened === 'object' && (
        <TimetablePreview
          {...{ api, onEnded, ...opened }}
          onCancel={() => open(null)}
          onTheirs={() => {
            open(null)
            loaded.reload()
          }}
          onDone={() => {
            setOpened(null)
            setSaved(true)
            loaded.reload()
          }}
        />
      )}
      {view && (
        <section className={styles.card}>
          <Title3 as="h2" className={styles.heading}>
            {words.table} {view.year}
          </Title3>
          <Field label={words.form}>
            <Select value={form} onChange={(_, data) => setForm(data.value)} data-testid="calendar-form">
              <option value="">{words.allForms}</option>
              {view.templates.map(({ code, title }) => (
                <option key={code} value={code}>
                  {code} · {title[language]}
                </option>
              ))}
            </Select>
          </Field>
          <TimetableTable entries={view.entries.filter(({ template }) => form === '' || template === form)} testId="timetable" />
        </section>
      )}
    </div>
  )
}
