// Kế hoạch, danh mục: control totals, code lists with validity, tasks, and the next year's plan.
import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { Notice } from '../../components/notice.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { CodeListForm } from './code-list-form.tsx'
import { NextPlanForm } from './next-plan-form.tsx'
import { TasksPanel } from './tasks-panel.tsx'
import { TotalsForm } from './totals-form.tsx'

export default function PlanningView({ api, onEnded }: AdminViewProps) {
  const { a, t } = useAdminText()
  const styles = useAdminStyles()
  const loaded = useLoad('plan', () => api.plan())
  const register = useLoad('register', () => api.register())
  const [saved, setSaved] = useState(false)
  const view = loaded.value
  const done = () => {
    setSaved(true)
    loaded.reload()
  }
  const given = { api, onEnded, onDone: done }
  return (
    <div className={styles.page}>
      <Text>{a.plan.lead}</Text>
      {saved && (
        <Notice tone="success" testId="plan-saved">
          {a.saved}
        </Notice>
      )}
      <ProblemBar problem={loaded.problem ?? register.problem} onRetry={loaded.reload} onEnded={onEnded} />
      {loaded.loading && !view && <Spinner label={t.loading} />}
      {view && register.value && <TasksPanel {...given} view={view} register={register.value} onReload={loaded.reload} />}
      {view && <CodeListForm {...given} view={view} />}
      {view && <TotalsForm {...given} view={view} />}
      {view && <NextPlanForm api={api} view={view} onEnded={onEnded} />}
    </div>
  )
}
