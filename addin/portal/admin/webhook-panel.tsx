// Where events are told: setting it makes a new secret, which is shown once and never again.
import { Button, Field, Input, Text, Title3 } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { Notice } from '../../components/notice.tsx'
import { showInstant } from '../../text/moment.ts'
import { useOutgoingText } from '../../text/outgoing-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import type { OutgoingPanelProps } from './outgoing-view.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { useListChange } from './use-list-change.ts'

export function WebhookPanel({ api, onEnded }: OutgoingPanelProps) {
  const { o } = useOutgoingText()
  const styles = useAdminStyles()
  const loaded = useLoad('webhook', () => api.webhook())
  const [url, setUrl] = useState('')
  const [reason, setReason] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const doing = useListChange(loaded)
  const words = o.webhook
  const keep = (address: string | null) =>
    void doing.act(async (seen) => {
      const made = await api.setWebhook({ url: address, reason }, seen)
      setSecret(made.secret)
      setUrl('')
      setReason('')
      loaded.reload()
    })
  const set = (event: FormEvent) => {
    event.preventDefault()
    keep(url)
  }
  const cannot = lacksReason(reason)
  const now = loaded.value
  return (
    <section className={styles.card} data-testid="webhook">
      <Title3 as="h2" className={styles.heading}>
        {words.title}
      </Title3>
      <Text>{words.hint}</Text>
      <ProblemBar problem={loaded.problem ?? doing.problem} onRetry={loaded.reload} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={loaded.reload} onTheirs={doing.yield} />
      {now && <Text>{now.url === null ? words.nobody : words.now(now.url, showInstant(now.setAt ?? ''))}</Text>}
      {secret !== null && (
        <Notice
          tone="success"
          testId="webhook-secret"
          actions={
            <Button size="small" onClick={() => void navigator.clipboard.writeText(secret)}>
              {words.copy}
            </Button>
          }
        >
          <span className={styles.code}>{words.secret(secret)}</span>
        </Notice>
      )}
      <form className={styles.line} onSubmit={set}>
        <Field label={words.url} className={styles.wide} required>
          <Input type="url" value={url} onChange={(_, { value }) => setUrl(value)} data-testid="webhook-url" />
        </Field>
        <ReasonField reason={reason} onChange={setReason} testId="webhook-reason" />
        <Button type="submit" appearance="primary" disabled={doing.busy || !now || url === '' || cannot} data-testid="webhook-set">
          {words.set}
        </Button>
        {now?.url != null && (
          <Button disabled={doing.busy || cannot} onClick={() => keep(null)}>
            {words.end}
          </Button>
        )}
      </form>
    </section>
  )
}
