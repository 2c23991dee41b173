// The mails that wait to be sent, as they will be read.
import { Text, Title3 } from '@fluentui/react-components'
import { useAdminText } from '../../text/admin-texts.ts'
import { showInstant } from '../../text/moment.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { Folded } from './folded.tsx'

/** `turn`: another one loads again. */
export function OutboxPanel({ api, turn, onEnded }: AdminViewProps & { readonly turn: number }) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  const outbox = useLoad(`outbox ${turn}`, () => api.outbox())
  const words = a.people
  return (
    <section className={styles.card} data-testid="outbox">
      <Title3 as="h2" className={styles.heading}>
        {words.outbox}
      </Title3>
      <Text>{words.outboxHint}</Text>
      <ProblemBar problem={outbox.problem} onRetry={outbox.reload} onEnded={onEnded} />
      {outbox.value?.mails.length === 0 && <Text>{words.outboxEmpty}</Text>}
      {outbox.value?.mails.map(({ about, recipient, subject, body, madeAt, sentAt }) => (
        <Folded
          key={about}
          title={
            <>
              {showInstant(madeAt)} · {recipient} · {subject} · {sentAt === null ? words.unsent : words.sent(showInstant(sentAt))}
            </>
          }
        >
          <pre className={styles.mail}>{body}</pre>
        </Folded>
      ))}
    </section>
  )
}
