// Why an admin changes something: asked for in the same words everywhere, since it stands in the log.
import { Field, Input } from '@fluentui/react-components'
import { useAdminText } from '../../text/admin-texts.ts'
import { useAdminStyles } from './admin-styles.ts'

const REASON_MIN = 10

export const lacksReason = (reason: string): boolean => reason.trim().length < REASON_MIN

interface Props {
  readonly reason: string
  readonly onChange: (reason: string) => void
  readonly testId?: string
}

export function ReasonField({ reason, onChange, testId }: Props) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  return (
    <Field label={a.reason} hint={a.reasonHint} className={styles.wide} required>
      <Input value={reason} maxLength={500} onChange={(_, data) => onChange(data.value)} data-testid={testId} />
    </Field>
  )
}
