// What went wrong, in a sentence, and the way on.
import { Button, Caption1 } from '@fluentui/react-components'
import { useText } from '../text/language.tsx'
import { Notice } from './notice.tsx'

interface Props {
  readonly message: string
  readonly requestId?: string | null
  readonly tone?: 'error' | 'warning'
  readonly onRetry?: (() => void) | undefined
  readonly retryLabel?: string
}

export function TroubleBar({ message, requestId = null, tone = 'error', onRetry, retryLabel }: Props) {
  const { t } = useText()
  const retry = onRetry && (
    <Button onClick={onRetry} data-testid="retry">
      {retryLabel ?? t.retry}
    </Button>
  )
  return (
    <Notice tone={tone} testId="trouble" actions={retry}>
      {message}
      {requestId && (
        <>
          <br />
          <Caption1>{t.requestId(requestId)}</Caption1>
        </>
      )}
    </Notice>
  )
}
