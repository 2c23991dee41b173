// One finding. Pressing the sentence or the cell goes to the cell; the focus
// stays in the pane's list until the person moves it.
import { Button, Field, makeStyles, mergeClasses, Text, Textarea, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'
import { explanationKey } from '../../../shared/explanations.ts'
import type { Finding } from '../../../shared/finding.ts'
import { sentence } from '../../../shared/text/sentence.ts'
import { useText } from '../../text/language.tsx'
import type { Event } from '../session.ts'

const useStyles = makeStyles({
  card: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 96px',
    // Clear of the bars at the top and the bottom.
    scrollMarginTop: '80px',
    scrollMarginBottom: '64px',
  },
  current: {
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: '-1px',
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalS },
  sentence: { overflowWrap: 'anywhere' },
  fixes: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  fix: { whiteSpace: 'normal', overflowWrap: 'anywhere', maxWidth: '100%' },
})

interface Props {
  readonly number: number
  readonly finding: Finding
  readonly current: boolean
  readonly explanation: string
  readonly mark: ReactNode
  readonly disabled: boolean
  readonly dispatch: (event: Event) => void
}

export function FindingCard({ number, finding, current, explanation, mark, disabled, dispatch }: Props) {
  const { t, language } = useText()
  const styles = useStyles()
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const { cell } = finding.place
  const several = finding.fixes.length > 1
  return (
    <li
      ref={card}
      className={mergeClasses(styles.card, current && styles.current)}
      aria-current={current || undefined}
      data-testid={`finding-${number}`}
      data-code={finding.code}
      data-severity={finding.severity}
    >
      <div className={styles.head}>
        {mark}
        {cell && (
          <Button
            size="small"
            appearance="outline"
            onClick={() => dispatch({ type: 'jump-asked', id: finding.id })}
            data-testid="finding-jump"
          >
            {t.jump(cell)}
          </Button>
        )}
      </div>
      <Text className={styles.sentence}>{sentence(finding, language)}</Text>
      {finding.fixes.length > 0 && (
        <div className={styles.fixes}>
          {several && <Text size={200}>{t.fixChoose}</Text>}
          {finding.fixes.map((fix) => (
            <Button
              key={fix.shown}
              size="small"
              className={styles.fix}
              disabled={disabled}
              onClick={() => dispatch({ type: 'fix-asked', id: finding.id, fix })}
              data-testid="finding-fix"
            >
              {fix.shown === '' ? t.fixToBlank : t.fixTo(fix.shown)}
            </Button>
          ))}
        </div>
      )}
      {finding.severity === 'warning' && (
        <Field label={t.explain} size="small">
          <Textarea
            size="small"
            resize="vertical"
            defaultValue={explanation}
            onChange={(_, data) => dispatch({ type: 'explained', keys: [explanationKey(finding)], text: data.value })}
            data-testid="finding-explain"
          />
        </Field>
      )}
    </li>
  )
}
