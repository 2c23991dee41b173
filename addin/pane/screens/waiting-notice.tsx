// A submission that got no answer: it goes out again by itself, at once where the
// person wants it, or not at all. Says so calmly: nothing is lost.
import { Button } from '@fluentui/react-components'
import { Notice } from '../../components/notice.tsx'
import { useText } from '../../text/language.tsx'
import type { Event } from '../session.ts'

export default function WaitingNotice({ changed, dispatch }: { changed: boolean; dispatch: (event: Event) => void }) {
  const { t } = useText()
  return (
    <Notice
      tone="info"
      testId="waiting-to-send"
      actions={
        <>
          {!changed && (
            <Button size="small" onClick={() => dispatch({ type: 'retry-asked' })} data-testid="send-again">
              {t.sendAgain}
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={() => dispatch({ type: 'attempt-dropped' })} data-testid="attempt-drop">
            {t.attemptDrop}
          </Button>
        </>
      }
    >
      {changed ? t.waitingChanged : t.waitingToSend}
    </Notice>
  )
}
