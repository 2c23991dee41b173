// A step in a row of a table that asks why before it is done: pressed once it opens the box for the
// reason beside itself, and the step is taken from there. Does not know what the step is.
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useAdminText } from '../../text/admin-texts.ts'
import { lacksReason, ReasonField } from './reason-field.tsx'

const useStyles = makeStyles({
  asked: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: '15rem' },
  steps: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  whole: { whiteSpace: 'nowrap' },
})

interface Props {
  readonly label: string
  /** The step with what it is done to, for whoever hears the page. */
  readonly named: string
  readonly busy: boolean
  readonly onGiven: (reason: string) => void
  readonly testId: string
}

export function AskedReason({ label, named, busy, onGiven, testId }: Props) {
  const { a } = useAdminText()
  const styles = useStyles()
  const [reason, setReason] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const isAsked = reason !== null
  useEffect(() => {
    if (isAsked) box.current?.querySelector('input')?.focus()
  }, [isAsked])
  if (!isAsked)
    return (
      <Button size="small" className={styles.whole} disabled={busy} aria-label={named} onClick={() => setReason('')} data-testid={testId}>
        {label}
      </Button>
    )
  return (
    <div ref={box} className={styles.asked}>
      <ReasonField reason={reason} onChange={setReason} testId={`${testId}-reason`} />
      <div className={styles.steps}>
        <Button
          size="small"
          appearance="primary"
          disabled={busy || lacksReason(reason)}
          aria-label={named}
          onClick={() => onGiven(reason.trim())}
          data-testid={`${testId}-do`}
        >
          {label}
        </Button>
        <Button size="small" onClick={() => setReason(null)}>
          {a.cancel}
        </Button>
      </div>
    </div>
  )
}
