// What a person owes, in groups; each obligation is one button.
import { Caption1, makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { ObligationState } from '../../shared/obligation.ts'
import { showPeriod } from '../../shared/period.ts'
import type { ObligationView } from '../../shared/wire.ts'
import { useText } from '../text/language.tsx'
import { dueOf } from '../text/moment.ts'
import { dueText } from './due-text.ts'
import { groupObligations } from './obligation-groups.ts'
import { Pill } from './pill.tsx'

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginBottom: tokens.spacingVerticalL },
  heading: { margin: 0, display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    width: '100%',
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderLeftWidth: tokens.strokeWidthThickest,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  urgent: { borderLeftColor: tokens.colorPaletteRedBorder2 },
  soon: { borderLeftColor: tokens.colorPaletteMarigoldBorder2 },
  done: { borderLeftColor: tokens.colorPaletteGreenBorder2 },
  row: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS, alignItems: 'center', flexWrap: 'wrap' },
  late: { color: tokens.colorStatusDangerForeground2, fontWeight: tokens.fontWeightSemibold },
  here: { color: tokens.colorBrandForeground1 },
})

interface Props {
  readonly obligations: readonly ObligationView[]
  readonly today: string
  readonly inWorkbook?: readonly string[]
  readonly chosen?: string | null
  readonly onChoose: (id: string) => void
}

/** Days before the due day from which a report is marked as soon. */
const SOON_DAYS = 3

export function ObligationList({ obligations, today, inWorkbook = [], chosen = null, onChoose }: Props) {
  const { t, language } = useText()
  const styles = useStyles()
  const agencies = new Set(obligations.map((one) => one.agency))
  return groupObligations(obligations).map(({ group, obligations: mine }) => (
    <section key={group} className={styles.group} aria-label={t.groups[group]}>
      <Subtitle2 as="h2" className={styles.heading}>
        {t.groups[group]}
        <Pill tone={group === 'overdue' ? 'danger' : 'neutral'}>{mine.length}</Pill>
      </Subtitle2>
      {mine.map((one) => {
        const soon = group === 'todo' && dueOf(one.dates.dueAt, today).daysLeft <= SOON_DAYS
        const edge = group === 'overdue' ? styles.urgent : soon ? styles.soon : group === 'done' ? styles.done : undefined
        return (
          <button
            key={one.id}
            type="button"
            className={mergeClasses(styles.item, edge, one.id === chosen && styles.chosen)}
            aria-current={one.id === chosen || undefined}
            onClick={() => onChoose(one.id)}
            data-testid={`obligation-${one.id}`}
          >
            <Text weight="semibold">{one.templateTitle[language]}</Text>
            <span className={styles.row}>
              <Text size={200}>
                {one.template} · {showPeriod(one.period, language)}
                {agencies.size > 1 && ` · ${one.agencyName}`}
              </Text>
              <StateBadge state={one.state} />
            </span>
            <Caption1 className={mergeClasses(group === 'overdue' && styles.late)}>{dueText(one, today, t)}</Caption1>
            {one.state === 'returned' && one.openNotes > 0 && (
              <Caption1 className={styles.late} data-testid="open-notes">
                {t.openNotes(one.openNotes)}
              </Caption1>
            )}
            {inWorkbook.includes(one.id) && <Caption1 className={styles.here}>● {t.inWorkbook}</Caption1>}
          </button>
        )
      })}
    </section>
  ))
}

const TONES: Partial<Record<ObligationState, 'danger' | 'success' | 'brand'>> = {
  overdue: 'danger',
  returned: 'danger',
  'handed-back': 'danger',
  'awaiting-sign-off': 'brand',
  draft: 'brand',
  extended: 'brand',
  submitted: 'success',
  accepted: 'success',
  nil: 'success',
  'not-applicable': 'success',
}

export function StateBadge({ state }: { state: ObligationState }) {
  const { t } = useText()
  return (
    <Pill tone={TONES[state] ?? 'neutral'} testId={`state-${state}`}>
      {t.states[state]}
    </Pill>
  )
}
