// The answers that are not a table: nothing to report, does not apply. They are
// chosen on purpose and never the same as an empty form.
import { Caption1, Field, Input, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components'
import { useText } from '../../text/language.tsx'
import type { Event, Work } from '../session.ts'

const useStyles = makeStyles({ box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS } })

interface Props {
  readonly work: Work
  readonly disabled: boolean
  readonly dispatch: (event: Event) => void
}

export function Answer({ work, disabled, dispatch }: Props) {
  const { t, language } = useText()
  const styles = useStyles()
  const { form, sheet, said } = work
  const { declaration } = said
  /** What every report says of itself, asked here where no form stands that asks it. */
  const asked = declaration && !sheet ? (form?.template.header ?? []).filter(({ source, required }) => source === 'input' && required) : []
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
      {asked.map(({ key, title, example }) => (
        <Field key={key} label={title[language]} hint={example === undefined ? undefined : t.cellExample(example)} required>
          <Input
            value={said.header[key] ?? String(form?.prefill.header[key] ?? '')}
            disabled={disabled}
            onChange={(_, data) => dispatch({ type: 'header-said', field: key, text: data.value })}
            data-testid={`answer-${key}`}
          />
        </Field>
      ))}
      {declaration && <Caption1>{t.answerHint}</Caption1>}
    </section>
  )
}
