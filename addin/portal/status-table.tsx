// Counts of a period, and its agencies with what is to be looked at first on top: for whoever judges what waits, for
// the others what is missing.
import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { ObligationView, PeriodStatus } from '../../shared/wire.ts'
import { useText } from '../text/language.tsx'
import { StatusRows, waits } from './status-rows.tsx'

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
  readonly today: string
  readonly onOpen: (obligation: ObligationView) => void
  /** Ids of obligations; null where the person may not judge. */
  readonly chosen: readonly string[] | null
  readonly onChoose: (chosen: readonly string[]) => void
}

export function StatusTable({ status, chosen, ...rest }: Props) {
  const { t } = useText()
  const styles = useStyles()
  const judging = chosen !== null
  const lines = useMemo(() => {
    const byName = new Intl.Collator('vi')
    return status.obligations.toSorted((a, b) => rank(a, judging) - rank(b, judging) || byName.compare(a.agencyName, b.agencyName))
  }, [status, judging])
  if (lines.length === 0) return <Text>{t.noStatus}</Text>
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
      <StatusRows lines={lines} chosen={chosen} {...rest} />
    </>
  )
}

const rank = (one: ObligationView, judging: boolean): number => (judging && waits(one) ? 0 : one.lastReceipt ? 2 : 1)
