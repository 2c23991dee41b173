// A submission that got no answer: it goes out again by itself, at once where the
// person wants it, or not at all. Says so calmly: nothing is lost.
import { Button } from '@fluentui/react-components'
import { Notice } from '../../components/notice.tsx'
import { useText } from '../../text/language.tsx'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import type { Event } from '../session.ts'

interface Props {
  readonly changed: boolean
  readonly idle: boolean
  readonly dispatch: (event: Event) => void
}

export default function WaitingNotice({ changed, idle, dispatch }: Props) {
  const { language } = useText()
  const words = WORK_TEXTS[language]
  return (
    <Notice
      tone="info"
      testId="waiting-to-send"
      actions={
        <>
          {!changed && (
            <Button size="small" disabledFocusable={!idle} onClick={() => dispatch({ type: 'retry-asked' })} data-testid="send-again">
              {words.sendAgain}
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={() => dispatch({ type: 'attempt-dropped' })} data-testid="attempt-drop">
            {words.attemptDrop}
          </Button>
        </>
      }
    >
      {changed ? words.waitingChanged : words.waitingToSend}
    </Notice>
  )
}
