// What went wrong, in a sentence, and the way on. Announced to screen readers.
import { Button, Caption1, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useText } from '../text/language.tsx'

interface Props {
  readonly message: string
  readonly requestId?: string | null
  readonly tone?: 'error' | 'warning'
  readonly onRetry?: (() => void) | undefined
  readonly retryLabel?: string
}

export function TroubleBar({ message, requestId = null, tone = 'error', onRetry, retryLabel }: Props) {
  const { t } = useText()
  return (
    <MessageBar intent={tone} layout="multiline" politeness="assertive" role="alert" data-testid="trouble">
      <MessageBarBody>
        {message}
        {requestId && (
          <>
            <br />
            <Caption1>{t.requestId(requestId)}</Caption1>
          </>
        )}
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry} data-testid="retry">
            {retryLabel ?? t.retry}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
