// Counts and one line for each agency of a period.
import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ObligationView, PeriodStatus } from '../../shared/wire.ts'
import { dueText } from '../components/due-text.ts'
import { StateBadge } from '../components/obligation-list.tsx'
import { useText } from '../text/language.tsx'
import { showInstant } from '../text/moment.ts'
import { useTableStyles } from './table-styles.ts'

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
  card: { backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow2 },
})

const COUNTS = ['expected', 'received', 'onTime', 'late', 'nil', 'notApplicable', 'missing'] as const

export function StatusTable({ status, today }: { status: PeriodStatus; today: string }) {
  const { t } = useText()
  const table = useTableStyles()
  const styles = useStyles()
  if (status.obligations.length === 0) return <Text>{t.noStatus}</Text>
  const missingFirst = status.obligations.toSorted((a, b) => rank(a) - rank(b) || a.agencyName.localeCompare(b.agencyName, 'vi'))
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
      <div className={`${table.scroll} ${styles.card}`}>
        <table className={table.table} data-testid="status-table">
          <thead>
            <tr>
              <th scope="col">{t.agency}</th>
              <th scope="col">{t.status}</th>
              <th scope="col">{t.time}</th>
              <th scope="col">{t.receipt}</th>
            </tr>
          </thead>
          <tbody>
            {missingFirst.map((one) => (
              <tr key={one.id} data-testid={`status-${one.agency}`}>
                <th scope="row">{one.agencyName}</th>
                <td>
                  <StateBadge state={one.state} />
                  {one.lastReceipt && one.late && <Caption1> {t.submittedLate}</Caption1>}
                </td>
                <td>{one.lastReceipt ? showInstant(one.lastReceipt.submittedAt) : dueText(one, today, t)}</td>
                <td>{one.lastReceipt?.number ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const rank = (one: ObligationView): number => (one.lastReceipt ? 1 : 0)
