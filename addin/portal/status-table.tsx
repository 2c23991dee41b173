// Counts of a period, and its agencies in the order in which they come.
import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ObligationView, PeriodStatus } from '../../shared/wire.ts'
import { useText } from '../text/language.tsx'
import { StatusRows } from './status-rows.tsx'
import type { StatusList } from './use-status.ts'

const useStyles = makeStyles({
  counts: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(7rem, 1fr))', gap: tokens.spacingHorizontalM, margin: 0 },
  count: {
    display: 'flex',
    flexDirection: 'column-reverse',
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
  number: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold },
})

const COUNTS = ['expected', 'received', 'onTime', 'late', 'nil', 'notApplicable', 'missing'] as const

interface Props {
  readonly status: PeriodStatus
  readonly list: StatusList
  readonly today: string
  readonly onOpen: (obligation: ObligationView) => void
  readonly mayJudge: boolean
}

export function StatusTable({ status, ...rest }: Props) {
  const { t } = useText()
  const styles = useStyles()
  if (status.expected === 0) return <Text>{t.noStatus}</Text>
  return (
    <>
      <dl className={styles.counts}>
        {COUNTS.map((count) => (
          <div key={count} className={styles.count} data-testid={`count-${count}`}>
            <dt>
              <Caption1>{t.counts[count]}</Caption1>
            </dt>
            <dd className={styles.number}>{status[count]}</dd>
          </div>
        ))}
      </dl>
      <StatusRows lines={status.obligations} all={status.expected} {...rest} />
    </>
  )
}
