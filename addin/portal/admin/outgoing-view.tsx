// What goes out by itself: when people are reminded, the outbox, and where events are told.
import { Text } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { ApiProblem } from '../../api/api-problem.ts'
import { type OutgoingApi, outgoingApi } from '../../api/outgoing-api.ts'
import { useOutgoingText } from '../../text/outgoing-texts.ts'
import type { AdminPageProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { OutboxPanel } from './outbox-panel.tsx'
import { RemindersPanel } from './reminders-panel.tsx'
import { WebhookPanel } from './webhook-panel.tsx'

export interface OutgoingPanelProps {
  readonly api: OutgoingApi
  readonly onEnded: (problem: ApiProblem) => void
}

export default function OutgoingView({ tokens, onEnded }: AdminPageProps) {
  const { o } = useOutgoingText()
  const styles = useAdminStyles()
  const api = useMemo(() => outgoingApi('', tokens), [tokens])
  return (
    <div className={styles.page}>
      <Text>{o.lead}</Text>
      <RemindersPanel api={api} onEnded={onEnded} />
      <OutboxPanel api={api} onEnded={onEnded} />
      <WebhookPanel api={api} onEnded={onEnded} />
    </div>
  )
}
