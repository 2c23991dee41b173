// The submissions of one obligation, newest first. Withdrawing asks once more.
import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Receipt, SubmissionSummary } from '../../shared/wire.ts'
import { useText } from '../text/language.tsx'
import { showInstant } from '../text/moment.ts'
import { useReviewText } from '../text/use-review-text.ts'
import { Pill } from './pill.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  item: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingVerticalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center', justifyContent: 'space-between' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Props {
  readonly submissions: readonly SubmissionSummary[]
  readonly busy: boolean
  readonly onReceipt: (receipt: Receipt) => void
  readonly onWithdraw: (submission: string) => void
  /** Where two submissions can be compared: the older first. */
  readonly onCompare?: (older: string, newer: string) => void
}

export function HistoryList({ submissions, busy, onReceipt, onWithdraw, onCompare }: Props) {
  const { t } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const [asked, setAsked] = useState<string | null>(null)
  if (submissions.length === 0) return <Text>{t.noHistory}</Text>
  const newestFirst = submissions.toSorted((a, b) => b.receipt.sequence - a.receipt.sequence)
  return (
    <ol className={styles.list}>
      {newestFirst.map(({ receipt, state, reviews }, at) => {
        const older = newestFirst[at + 1]?.receipt.submissionId
        return (
          <li key={receipt.submissionId} className={styles.item} data-testid={`submission-${receipt.sequence}`}>
            <div className={styles.row}>
              <Text weight="semibold">
                {t.sequence(receipt.sequence)} · {receipt.number}
              </Text>
              <Pill tone={state === 'submitted' || state === 'accepted' ? 'success' : 'neutral'}>{t.submissionStates[state]}</Pill>
            </div>
            <Caption1>
              {showInstant(receipt.submittedAt)} · {receipt.late ? t.receiptLate : t.receiptOnTime} · {receipt.submittedBy}
            </Caption1>
            {reviews.map(({ verdict, by, at: when, sentence }) => (
              <Caption1 key={verdict} data-testid={`review-${verdict}`}>
                {r.reviews[verdict](by, showInstant(when))}
                {sentence !== null && `: ${sentence}`}
              </Caption1>
            ))}
            {asked === receipt.submissionId ? (
              <div role="alertdialog" aria-label={t.withdraw}>
                <Text size={200} block>
                  {t.withdrawSure}
                </Text>
                <div className={styles.actions}>
                  <Button
                    appearance="primary"
                    disabled={busy}
                    onClick={() => onWithdraw(receipt.submissionId)}
                    data-testid="withdraw-confirm"
                  >
                    {t.withdrawYes}
                  </Button>
                  <Button onClick={() => setAsked(null)}>{t.cancel}</Button>
                </div>
              </div>
            ) : (
              <div className={styles.actions}>
                <Button onClick={() => onReceipt(receipt)}>{t.seeReceipt}</Button>
                {onCompare && older && (
                  <Button disabled={busy} onClick={() => onCompare(older, receipt.submissionId)} data-testid="compare">
                    {t.compare}
                  </Button>
                )}
                {(state === 'submitted' || state === 'awaiting-sign-off') && (
                  <Button appearance="subtle" disabled={busy} onClick={() => setAsked(receipt.submissionId)} data-testid="withdraw">
                    {t.withdraw}
                  </Button>
                )}
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}
