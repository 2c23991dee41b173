// The submissions of one obligation on the portal, with withdrawal.
import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { ObligationView, Receipt } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { HistoryList } from '../components/history-list.tsx'
import { useText } from '../text/language.tsx'
import { ProblemBar } from './problem-bar.tsx'
import { problemOf } from './problem-of.ts'
import { useLoad } from './use-load.ts'

const useStyles = makeStyles({ part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS }, heading: { margin: 0 } })

interface Props {
  readonly api: Api
  readonly obligation: ObligationView
  readonly onReceipt: (receipt: Receipt) => void
  readonly onChanged: () => void
  readonly onEnded: (problem: ApiProblem) => void
}

export function SubmissionHistory({ api, obligation, onReceipt, onChanged, onEnded }: Props) {
  const { t } = useText()
  const styles = useStyles()
  const known = obligation.latest?.submissionId ?? 'none'
  const history = useLoad(`${obligation.id} ${known} ${obligation.state}`, () => api.history(obligation.id))
  const [withdrawing, setWithdrawing] = useState<{ busy: boolean; problem: ApiProblem | null }>({ busy: false, problem: null })
  const withdraw = async (submission: string) => {
    setWithdrawing({ busy: true, problem: null })
    try {
      await api.withdraw(submission)
      setWithdrawing({ busy: false, problem: null })
      history.reload()
      onChanged()
    } catch (error) {
      setWithdrawing({ busy: false, problem: problemOf(error) })
    }
  }
  return (
    <div className={styles.part}>
      <Subtitle2 as="h3" className={styles.heading}>
        {t.history}
      </Subtitle2>
      <ProblemBar problem={history.problem} onRetry={history.reload} onEnded={onEnded} />
      <ProblemBar problem={withdrawing.problem} onEnded={onEnded} />
      {history.value && (
        <HistoryList
          submissions={history.value.submissions}
          busy={withdrawing.busy || history.loading}
          onReceipt={onReceipt}
          onWithdraw={(submission) => void withdraw(submission)}
        />
      )}
    </div>
  )
}
