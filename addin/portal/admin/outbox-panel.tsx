// What waits to be sent and what was sent, one opened as it will be read; sent again or
// dropped with a reason.
import { Button, Field, Select, Text, Title3 } from '@fluentui/react-components'
import { useState } from 'react'
import { MAIL_KEPT_DAYS, type Mail, type Outbox } from '../../../shared/people.ts'
import { Notice } from '../../components/notice.tsx'
import { showInstant } from '../../text/moment.ts'
import { type OutgoingTexts, useOutgoingText } from '../../text/outgoing-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { Folded } from './folded.tsx'
import { OpenedCard } from './opened-card.tsx'
import type { OutgoingPanelProps } from './outgoing-view.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { ScrolledTable } from './scrolled-table.tsx'
import { useListChange } from './use-list-change.ts'

const SHOWS = ['all', 'waiting', 'failed', 'sent', 'webhook'] as const
type Shows = (typeof SHOWS)[number]

const isOver = ({ sentAt, droppedAt, gaveUpAt }: Mail) => sentAt !== null || droppedAt !== null || gaveUpAt !== null

const isShown: Readonly<Record<Shows, (one: Mail) => boolean>> = {
  all: () => true,
  waiting: (one) => !isOver(one),
  failed: (one) => one.gaveUpAt !== null || (one.attempts > 0 && !isOver(one)),
  sent: ({ sentAt }) => sentAt !== null,
  webhook: ({ channel }) => channel === 'webhook',
}

function stateOf(one: Mail, now: string, words: OutgoingTexts['outbox']['states']): string {
  if (one.sentAt !== null) return words.sent(showInstant(one.sentAt))
  if (one.droppedAt !== null) return words.dropped(showInstant(one.droppedAt))
  if (one.gaveUpAt !== null) return words.gaveUp
  if (one.expiresAt !== null && one.expiresAt <= now) return words.expired
  return one.nextAt === null ? words.waiting : words.retry(showInstant(one.nextAt))
}

interface OpenedProps {
  readonly mail: Mail
  readonly busy: boolean
  readonly onDecide: (what: 'again' | 'drop', reason: string) => void
  readonly onClose: () => void
}

function Opened({ mail, busy, onDecide, onClose }: OpenedProps) {
  const { o } = useOutgoingText()
  const styles = useAdminStyles()
  const [reason, setReason] = useState('')
  const words = o.outbox
  const cannot = busy || lacksReason(reason)
  return (
    <OpenedCard title={mail.subject} level="h3" testId="outbox-opened">
      {mail.answer !== null && <Text>{words.answer(mail.answer)}</Text>}
      {mail.emptiedAt === null ? (
        <>
          <pre className={styles.mail}>{mail.body}</pre>
          <div className={styles.line}>
            <ReasonField reason={reason} onChange={setReason} testId="outbox-reason" />
            <Button disabled={cannot} onClick={() => onDecide('again', reason)} data-testid="outbox-again">
              {words.again}
            </Button>
            {mail.sentAt === null && (
              <Button disabled={cannot} onClick={() => onDecide('drop', reason)} data-testid="outbox-drop">
                {words.drop}
              </Button>
            )}
          </div>
        </>
      ) : (
        <Text data-testid="outbox-emptied">{words.emptied(showInstant(mail.emptiedAt), MAIL_KEPT_DAYS)}</Text>
      )}
      <div>
        <Button appearance="subtle" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </OpenedCard>
  )
}

export function OutboxPanel({ api, onEnded }: OutgoingPanelProps) {
  const { o } = useOutgoingText()
  const styles = useAdminStyles()
  const loaded = useLoad('outbox', () => api.outbox())
  const [later, setLater] = useState<Outbox | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [shows, setShows] = useState<Shows>('all')
  const words = o.outbox
  const outbox = later ?? loaded.value
  const anew = () => {
    setLater(null)
    loaded.reload()
  }
  const doing = useListChange({ value: outbox, reload: anew })
  const act = (step: (seen: number) => Promise<Outbox>) => doing.act(async (seen) => setLater(await step(seen)))
  const shown = outbox?.mails.filter(isShown[shows]) ?? []
  const mail = outbox?.mails.find(({ about }) => about === opened)
  return (
    <section className={styles.card} data-testid="outbox">
      <Title3 as="h2" className={styles.heading}>
        {words.title}
      </Title3>
      {outbox && (
        <Notice tone={outbox.mailer.kind === 'wrong' ? 'error' : 'info'} testId="outbox-mailer">
          {outbox.mailer.kind === 'off' ? words.mailer.off : words.mailer[outbox.mailer.kind](outbox.mailer.said ?? '')}
        </Notice>
      )}
      <Text>{words.kept(MAIL_KEPT_DAYS)}</Text>
      {outbox && outbox.unreached.length > 0 && (
        <Notice tone="warning" testId="outbox-unreached">
          <Folded title={words.unreached(String(outbox.unreached.length))}>{outbox.unreached.join('; ')}</Folded>
        </Notice>
      )}
      <div className={styles.line}>
        <Button disabled={doing.busy} onClick={() => void act(() => api.run())} data-testid="outbox-run">
          {doing.busy ? words.running : words.run}
        </Button>
        <Field label={words.show}>
          <Select value={shows} onChange={(_, { value }) => setShows(value as Shows)} data-testid="outbox-shows">
            {SHOWS.map((one) => (
              <option key={one} value={one}>
                {words.shows[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <ProblemBar problem={loaded.problem ?? doing.problem} onRetry={loaded.reload} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={() => setOpened(null)} onTheirs={doing.yield} />
      {mail && (
        <Opened
          key={mail.about}
          mail={mail}
          busy={doing.busy}
          onClose={() => setOpened(null)}
          onDecide={(what, reason) =>
            void act((seen) => api.decide({ about: mail.about, what, reason }, seen)).then((done) => done && setOpened(null))
          }
        />
      )}
      {outbox && shown.length === 0 && <Text>{words.empty}</Text>}
      {shown.length > 0 && (
        <ScrolledTable
          label={words.title}
          heads={[words.time, words.to, words.subject, words.state, words.attempts, words.open]}
          testId="outbox-table"
        >
          {shown.map((one) => (
            <tr key={one.about}>
              <td>{showInstant(one.madeAt)}</td>
              <td>{one.recipient}</td>
              <th scope="row">{one.subject}</th>
              <td>{stateOf(one, outbox?.now ?? '', words.states)}</td>
              <td>{one.attempts}</td>
              <td>
                <Button size="small" aria-label={words.read(one.subject)} onClick={() => setOpened(one.about)} data-testid="outbox-open">
                  {words.open}
                </Button>
              </td>
            </tr>
          ))}
        </ScrolledTable>
      )}
    </section>
  )
}
