// Beside the selected cell: what belongs into it, an example, last period's value,
// the change and a small trend. Loaded when a cell of the form is first selected.
import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import { sentence } from '../../../shared/text/sentence.ts'
import { SeverityMark } from '../../components/severity-mark.tsx'
import { useText } from '../../text/language.tsx'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import { type CellFacts, cellFacts } from '../cell-facts.ts'
import type { Work } from '../session.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  before: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  trend: { display: 'block', overflow: 'visible', stroke: tokens.colorBrandStroke1, fill: tokens.colorBrandStroke1 },
})

const LONGEST = 240
const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

export default function CellCard({ work }: { work: Work }) {
  const { t, language } = useText()
  const words = WORK_TEXTS[language]
  const styles = useStyles()
  const { place } = work
  const facts = place && cellFacts(work, place, language)
  if (!place || !facts) return null
  const found = (work.findings ?? []).filter((finding) => finding.place.cell === place.cell)
  return (
    <section className={styles.card} aria-label={words.cellTitle} aria-live="polite" data-testid="cell-card">
      <Text weight="semibold">
        {facts.label[language]} <Caption1>({place.cell})</Caption1>
      </Text>
      {found.map((finding) => (
        <div key={finding.id}>
          <SeverityMark severity={finding.severity} /> <Text size={200}>{sentence(finding, language)}</Text>
        </div>
      ))}
      {facts.help && <Text size={200}>{facts.help[language]}</Text>}
      {facts.source === 'carried' && <Text size={200}>{words.cellLocked}</Text>}
      {facts.source === 'computed' && <Text size={200}>{words.cellComputed}</Text>}
      {facts.example && facts.source === 'input' && <Caption1>{t.cellExample(facts.example)}</Caption1>}
      {facts.before && (
        <div className={styles.before} data-testid="cell-before">
          <Text size={200}>
            {words.cellBefore(facts.before.period)} <b>{cut(facts.before.shown)}</b>
          </Text>
          {facts.change && <Text size={200}>{words.cellChange(facts.change)}</Text>}
        </div>
      )}
      {facts.trend.length > 0 && <Trend trend={facts.trend} />}
    </section>
  )
}

const WIDTH = 120
const HEIGHT = 26

/** The line is for the eye; its numbers stand in its title. */
function Trend({ trend }: Pick<CellFacts, 'trend'>) {
  const words = WORK_TEXTS[useText().language]
  const styles = useStyles()
  const numbers = trend.map(({ number }) => number)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const x = (at: number) => (at / (trend.length - 1)) * WIDTH
  const y = (number: number) => (most === least ? HEIGHT / 2 : HEIGHT - ((number - least) / (most - least)) * HEIGHT)
  const said = trend.map(({ period, shown }) => `${period}: ${shown}`).join(' · ')
  return (
    <svg
      className={styles.trend}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`${words.cellTrend}. ${said}`}
      data-testid="cell-trend"
    >
      <title>{said}</title>
      <polyline points={numbers.map((number, at) => `${x(at)},${y(number)}`).join(' ')} fill="none" strokeWidth={2} />
      <circle cx={WIDTH} cy={y(numbers.at(-1) as number)} r={3} stroke="none" />
    </svg>
  )
}
