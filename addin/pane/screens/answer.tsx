// The answers that are not a table: nothing to report, does not apply. They are
// chosen on purpose and never the same as an empty form.
import { Caption1, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components'
import type { Declaration } from '../../../shared/filing.ts'
import { useText } from '../../text/language.tsx'
import type { Event } from '../session.ts'

const useStyles = makeStyles({ box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS } })

interface Props {
  readonly declaration: Declaration | null
  readonly disabled: boolean
  readonly dispatch: (event: Event) => void
}

export function Answer({ declaration, disabled, dispatch }: Props) {
  const { t } = useText()
  const styles = useStyles()
  const declare = (kind: string) =>
    dispatch({
      type: 'declared',
      declaration: kind === 'nothing-to-report' ? { kind } : kind === 'not-applicable' ? { kind, reason: '' } : null,
    })
  return (
    <section className={styles.box}>
      <Field label={t.answer}>
        <RadioGroup value={declaration?.kind ?? 'form'} disabled={disabled} onChange={(_, data) => declare(data.value)}>
          <Radio value="form" label={t.answerForm} data-testid="answer-form" />
          <Radio value="nothing-to-report" label={t.answerNothing} data-testid="answer-nothing" />
          <Radio value="not-applicable" label={t.answerNotApplicable} data-testid="answer-not-applicable" />
        </RadioGroup>
      </Field>
      {declaration?.kind === 'not-applicable' && (
        <Field label={t.answerReason} required>
          <Textarea
            value={declaration.reason}
            disabled={disabled}
            onChange={(_, data) => dispatch({ type: 'declared', declaration: { kind: 'not-applicable', reason: data.value } })}
            data-testid="answer-reason"
          />
        </Field>
      )}
      {declaration && <Caption1>{t.answerHint}</Caption1>}
    </section>
  )
}
