// Counts and one line for each agency of a period. What was sent can be opened;
// what waits for the receiver can be chosen.
import { Button, Caption1, Checkbox, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { reachedAt } from '../../shared/standing.ts'
import type { ObligationView, PeriodStatus } from '../../shared/wire.ts'
import { dueText } from '../components/due-text.ts'
import { StateBadge } from '../components/obligation-list.tsx'
import { useText } from '../text/language.tsx'
import { showInstant } from '../text/moment.ts'
import { useReviewText } from '../text/use-review-text.ts'
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
  // The mark brings its own room.
  choice: { paddingBlock: '0 !important', width: '2.5rem' },
  card: { backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow2 },
})

/** Lines drawn at once: an old laptop draws five thousand of them for seconds. */
const PAGE = 250

const COUNTS = ['expected', 'received', 'onTime', 'late', 'nil', 'notApplicable', 'missing'] as const

/** Whether the receiver has something to say about it. */
export const waits = ({ lastReceipt, accepted }: ObligationView): boolean => lastReceipt !== null && !accepted

interface Props {
  readonly status: PeriodStatus
  readonly today: string
  readonly onOpen: (obligation: ObligationView) => void
  /** Ids of obligations; null where the person may not judge. */
  readonly chosen: readonly string[] | null
  readonly onChoose: (chosen: readonly string[]) => void
}

export function StatusTable({ status, today, onOpen, chosen, onChoose }: Props) {
  const { t } = useText()
  const r = useReviewText()
  const table = useTableStyles()
  const styles = useStyles()
  const [shown, setShown] = useState(PAGE)
  if (status.obligations.length === 0) return <Text>{t.noStatus}</Text>
  const ordered = status.obligations.toSorted(
    (a, b) => rank(a, chosen !== null) - rank(b, chosen !== null) || a.agencyName.localeCompare(b.agencyName, 'vi'),
  )
  const waiting = ordered.filter(waits).map(({ id }) => id)
  const all = chosen !== null && waiting.length > 0 && waiting.every((id) => chosen.includes(id))
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
        <table className={mergeClasses(table.table, table.cards)} data-testid="status-table">
          <thead>
            <tr>
              {chosen && (
                <th scope="col" className={styles.choice}>
                  <Checkbox
                    aria-label={r.chooseAll}
                    checked={all ? true : chosen.length > 0 ? 'mixed' : false}
                    disabled={waiting.length === 0}
                    onChange={() => onChoose(all ? [] : waiting)}
                    data-testid="choose-all"
                  />
                </th>
              )}
              <th scope="col">{t.agency}</th>
              <th scope="col">{t.status}</th>
              <th scope="col">{t.time}</th>
              <th scope="col">{t.receipt}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, shown).map((one) => (
              <tr key={one.id} data-testid={`status-${one.agency}`}>
                {chosen && (
                  <td className={styles.choice}>
                    {waits(one) && (
                      <Checkbox
                        aria-label={r.choose(one.agencyName)}
                        checked={chosen.includes(one.id)}
                        onChange={(_, data) => onChoose(data.checked === true ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
                        data-testid={`choose-${one.agency}`}
                      />
                    )}
                  </td>
                )}
                <th scope="row">
                  {one.submissions > 0 ? (
                    <Link as="button" aria-label={r.open(one.agencyName)} onClick={() => onOpen(one)} data-testid={`open-${one.agency}`}>
                      {one.agencyName}
                    </Link>
                  ) : (
                    one.agencyName
                  )}
                </th>
                <td>
                  <StateBadge state={one.state} />
                  {one.accepted && one.state !== 'accepted' && <Caption1> {t.states.accepted}</Caption1>}
                  {one.openNotes > 0 && <Caption1> {r.noted(one.openNotes)}</Caption1>}
                  {one.lastReceipt && one.late && <Caption1> {t.submittedLate}</Caption1>}
                </td>
                <td>{one.lastReceipt ? showInstant(reachedAt(one.lastReceipt)) : dueText(one, today, t)}</td>
                <td>{one.lastReceipt?.number ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ordered.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)} data-testid="status-more">
          {t.showMore(Math.min(PAGE, ordered.length - shown))}
        </Button>
      )}
    </>
  )
}

/** For whoever judges, what waits comes first; for the others, what is missing. */
const rank = (one: ObligationView, judging: boolean): number => (judging && waits(one) ? 0 : one.lastReceipt ? 2 : 1)
