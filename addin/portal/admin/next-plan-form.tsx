// The new year's plan made from the one in use, as a file that a new deployment begins with.
import { Button, Field, Input, Text, Title3 } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { PlanView } from '../../../shared/wire-admin.ts'
import { DayField } from '../../components/day-field.tsx'
import { saveFile } from '../../components/save-file.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { useDoing } from './use-doing.ts'

export function NextPlanForm({ api, view, onEnded }: AdminViewProps & { readonly view: PlanView }) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  const doing = useDoing()
  const year = view.plan.year + 1
  const [number, setNumber] = useState('')
  const [issuedOn, setIssuedOn] = useState(`${year}-01-15`)
  const make = (event: FormEvent) => {
    event.preventDefault()
    void doing.act(async () => saveFile(await api.nextPlan({ number, issuedOn }), `ke-hoach-${year}.json`))
  }
  return (
    <form className={styles.card} onSubmit={make} data-testid="next-plan">
      <Title3 as="h2" className={styles.heading}>
        {a.plan.next}
      </Title3>
      <Text>{a.plan.nextHint}</Text>
      <div className={styles.line}>
        <Field label={a.plan.number} required>
          <Input value={number} onChange={(_, data) => setNumber(data.value)} data-testid="next-plan-number" />
        </Field>
        <DayField label={a.plan.issuedOn} required value={issuedOn} onChange={(day) => setIssuedOn(day)} />
        <Button
          type="submit"
          appearance="primary"
          disabled={doing.busy || number.trim().length < 3 || issuedOn === ''}
          data-testid="next-plan-make"
        >
          {a.plan.make}
        </Button>
      </div>
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
    </form>
  )
}
