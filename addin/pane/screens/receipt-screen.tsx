// The receipt of a submission, and the way back.
import { Button } from '@fluentui/react-components'
import { ReceiptCard } from '../../components/receipt-card.tsx'
import { useText } from '../../text/language.tsx'
import type { ScreenProps } from './screen-props.ts'
import { StickyActions } from './sticky-actions.tsx'

export default function ReceiptScreen({ session, dispatch }: ScreenProps) {
  const { t } = useText()
  const receipt = session.work?.receipt
  if (!receipt) return null
  return (
    <>
      <ReceiptCard receipt={receipt} />
      <StickyActions>
        <Button appearance="primary" onClick={() => dispatch({ type: 'back' })} data-testid="to-list">
          {t.toList}
        </Button>
      </StickyActions>
    </>
  )
}
