// The submissions of the obligation at hand.
import { Title3 } from '@fluentui/react-components'
import { HistoryList } from '../../components/history-list.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useText } from '../../text/language.tsx'
import type { ScreenProps } from './screen-props.ts'

export default function HistoryScreen({ session, dispatch }: ScreenProps) {
  const { t } = useText()
  const history = session.work?.history
  return (
    <>
      <Title3 as="h1" style={{ margin: 0 }}>
        {t.history}
      </Title3>
      {history ? (
        <HistoryList
          submissions={history}
          busy={session.busy !== null}
          onReceipt={(receipt) => dispatch({ type: 'receipt-chosen', receipt })}
          onCompare={(older, newer) => dispatch({ type: 'compare-asked', older, newer })}
          onWithdraw={(submission) => dispatch({ type: 'withdraw-asked', submission })}
        />
      ) : (
        session.busy === 'loading' && <Spinner label={t.loading} />
      )}
    </>
  )
}
