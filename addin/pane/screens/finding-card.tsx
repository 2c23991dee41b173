// One finding, or one that is said of many cells. Pressing the sentence or the cell goes to the cell; the focus
// stays in the pane's list until the person moves it.
import { Button, Field, makeStyles, mergeClasses, Text, Textarea, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { explanationKey } from '../../../shared/explanations.ts'
import { type FindingGroup, groupFixes } from '../../../shared/finding-groups.ts'
import { cellList } from '../../../shared/text/cell-list.ts'
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
    // No other background: in the dark, red letters on it would be hard to read.
    outlineOffset: '-1px',
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalS },
  sentence: { overflowWrap: 'anywhere' },
  fixes: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  fix: { whiteSpace: 'normal', overflowWrap: 'anywhere', maxWidth: '100%' },
})

interface Props {
  readonly number: number
  readonly group: FindingGroup
  /** Id of the finding that the person is at. */
  readonly at: string | null
  readonly explanation: string
  readonly mark: ReactNode
  readonly disabled: boolean
  readonly dispatch: (event: Event) => void
}

export function FindingCard({ number, group, at, explanation, mark, disabled, dispatch }: Props) {
  const { t, language } = useText()
  const styles = useStyles()
  const card = useRef<HTMLLIElement>(null)
  const { first, findings } = group
  const here = findings.findIndex(({ id }) => id === at)
  const current = here >= 0
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const finding = findings[here] ?? first
  const next = findings[(here + 1) % findings.length] ?? first
  const { cell } = finding.place
  const readings = groupFixes(group)
  const explain = (text: string) => dispatch({ type: 'explained', keys: findings.map(explanationKey), text })
  /** What a confirmation has put into the field below: it is shown there, and can be said better. */
  const [confirmed, setConfirmed] = useState('')
  const confirm = (shown: string) => {
    setConfirmed(t.confirmedValue(shown))
    explain(t.confirmedValue(shown))
  }
  return (
    <li
      ref={card}
      className={mergeClasses(styles.card, current && styles.current)}
      aria-current={current || undefined}
      data-testid={`finding-${number}`}
      data-code={first.code}
      data-severity={first.severity}
    >
      <div className={styles.head}>
        {mark}
        {cell && (
          <Button appearance="outline" onClick={() => dispatch({ type: 'jump-asked', id: finding.id })} data-testid="finding-jump">
            {t.jump(cell)}
          </Button>
        )}
      </div>
      <Text className={styles.sentence}>{sentence(first, language)}</Text>
      {findings.length > 1 && (
        <div className={styles.fixes}>
          <Text size={200}>{t.cellsOfGroup(findings.length, cellList(findings.flatMap(({ place }) => place.cell ?? [])))}</Text>
          <Button appearance="subtle" onClick={() => dispatch({ type: 'jump-asked', id: next.id })} data-testid="finding-next-cell">
            {t.nextCell}
          </Button>
        </div>
      )}
      {readings.length > 0 && (
        <div className={styles.fixes}>
          {readings.length > 1 && <Text size={200}>{t.fixChoose}</Text>}
          {readings.map(({ shown, confirms, fixes }) => (
            <Button
              key={shown}
              className={styles.fix}
              disabled={disabled}
              onClick={() => (confirms ? confirm(shown) : dispatch({ type: 'fix-asked', fixes }))}
              data-testid={confirms ? 'finding-confirm' : 'finding-fix'}
            >
              {confirms
                ? t.confirmValue(shown)
                : shown === ''
                  ? t.fixToBlank
                  : shown === first.actual
                    ? t.fixWritten(shown)
                    : t.fixTo(shown, first.actual)}
            </Button>
          ))}
        </div>
      )}
      {first.severity === 'warning' && (
        <Field label={findings.length > 1 ? t.explainAll(findings.length) : t.explain} size="small">
          <Textarea
            resize="vertical"
            key={confirmed}
            defaultValue={explanation || confirmed}
            onChange={(_, data) => explain(data.value)}
            data-testid="finding-explain"
          />
        </Field>
      )}
    </li>
  )
}
