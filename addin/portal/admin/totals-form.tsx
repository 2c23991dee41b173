// The control totals of the plan, whole đồng, under the names that rules read.
import { Button, Field, Input, Title3 } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { showNumber } from '../../../shared/field/exact-decimal.ts'
import type { PlanView } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { useChange } from './use-change.ts'

interface Props extends AdminViewProps {
  readonly view: PlanView
  readonly onDone: () => void
}

export function TotalsForm({ api, view, onDone, onEnded }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const doing = useChange(view.asOf)
  const [totals, setTotals] = useState(view.plan.totals)
  const [reason, setReason] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    void doing.act((seen) => api.setTotals({ totals, reason }, seen)).then((done) => done && onDone())
  }
  const takeTheirs = () =>
    void doing.act(async () => {
      const fresh = await api.plan()
      setTotals(fresh.plan.totals)
      return fresh
    })
  return (
    <form className={styles.card} onSubmit={save} data-testid="totals-form">
      <Title3 as="h2" className={styles.heading}>
        {a.plan.totals}
      </Title3>
      <div className={styles.line}>
        {Object.entries(totals).map(([name, value]) => (
          <Field
            key={name}
            label={view.plan.totalTitles?.[name]?.[language] ?? name}
            hint={a.plan.totalHint(name, showNumber(value, language))}
          >
            <Input
              type="number"
              min={0}
              step={1}
              value={String(value)}
              onChange={(_, data) => setTotals({ ...totals, [name]: Math.round(Number(data.value)) })}
            />
          </Field>
        ))}
      </div>
      <ReasonField reason={reason} onChange={setReason} />
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={onDone} onTheirs={takeTheirs} />
      <div>
        <Button type="submit" appearance="primary" disabled={doing.busy || lacksReason(reason)} data-testid="totals-save">
          {a.save}
        </Button>
      </div>
    </form>
  )
}
