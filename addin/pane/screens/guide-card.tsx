// Three short cards for who opens the pane for the first time: of an agency, how a form is
// opened and sent; of the province, how submissions come into the workbook and answer for
// themselves. Loaded when first shown; put away with one press.
import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { usePullText } from '../../text/pull-texts.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorBrandBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0 },
  steps: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  step: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  number: {
    gridRow: 'span 2',
    width: '24px',
    height: '24px',
    lineHeight: '24px',
    textAlign: 'center',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    borderRadius: tokens.borderRadiusCircular,
    forcedColorAdjust: 'none',
  },
  done: { alignSelf: 'flex-start' },
})

export default function GuideCard({ forProvince, onDone }: { forProvince: boolean; onDone: () => void }) {
  const { t, p } = usePullText()
  const styles = useStyles()
  const cards = forProvince
    ? [
        [p.guidePull, p.guidePullText],
        [p.guideTrace, p.guideTraceText],
        [p.guideRefresh, p.guideRefreshText],
      ]
    : [
        [t.guideWhat, t.guideWhatText],
        [t.guideOpen, t.guideOpenText],
        [t.guideSend, t.guideSendText],
      ]
  return (
    <section className={styles.card} aria-label={t.guideTitle} data-testid="guide">
      <Subtitle2 as="h2" className={styles.heading}>
        {t.guideTitle}
      </Subtitle2>
      <ol className={styles.steps}>
        {cards.map(([title, text], at) => (
          <li key={title} className={styles.step}>
            <span className={styles.number} aria-hidden="true">
              {at + 1}
            </span>
            <Text weight="semibold">{title}</Text>
            <Text size={200}>{text}</Text>
          </li>
        ))}
      </ol>
      <Button appearance="primary" className={styles.done} onClick={onDone} data-testid="guide-done">
        {t.guideDone}
      </Button>
    </section>
  )
}
