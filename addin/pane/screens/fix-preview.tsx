// What fixing all at once will write, before it is written: each cell with what
// stands there and what will. What is listed is what the findings offer at this moment.
import { Button, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Finding } from '../../../shared/finding.ts'
import { safeFixes } from '../../../shared/fixes.ts'
import { useText } from '../../text/language.tsx'
import { WORK_TEXTS } from '../../text/work-texts.ts'

const useStyles = makeStyles({
  box: {
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  heading: { margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0, maxHeight: '50vh', overflowY: 'auto' },
  item: { overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalXXS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

const FIRST = 20

interface Props {
  readonly findings: readonly Finding[]
  readonly disabled: boolean
  readonly onApply: () => void
  readonly onCancel: () => void
}

export default function FixPreview({ findings, disabled, onApply, onCancel }: Props) {
  const { t, language } = useText()
  const words = WORK_TEXTS[language]
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const lines = safeFixes(findings).map((fix) => ({ fix, finding: findings.find(({ fixes }) => fixes.includes(fix)) }))
  const shown = all ? lines : lines.slice(0, FIRST)
  return (
    <section className={styles.box} aria-label={words.fixPreview(lines.length)} data-testid="fix-preview">
      <Subtitle2 as="h2" className={styles.heading}>
        {words.fixPreview(lines.length)}
      </Subtitle2>
      <Caption1>{words.fixPreviewLead}</Caption1>
      <ul className={styles.list}>
        {shown.map(({ fix, finding }) => (
          <li key={`${fix.rowId}/${fix.field}`} className={styles.item}>
            <Caption1 block>
              {finding?.label?.[language]} {finding?.place.cell && `(${finding.place.cell})`}
            </Caption1>
            <Text size={200}>
              {finding?.actual ?? ''} → <b>{fix.shown === '' ? t.blankCell : fix.shown}</b>
              {finding?.actual === fix.shown && typeof fix.value === 'number' && ` ${words.fixAsNumber}`}
            </Text>
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setAll(true)} data-testid="fix-preview-all">
          {t.showAll(lines.length)}
        </Button>
      )}
      <div className={styles.actions}>
        <Button size="small" appearance="primary" disabled={disabled} onClick={onApply} data-testid="fix-preview-apply">
          {words.fixPreviewApply(lines.length)}
        </Button>
        <Button size="small" onClick={onCancel} data-testid="fix-preview-cancel">
          {t.cancel}
        </Button>
      </div>
    </section>
  )
}
