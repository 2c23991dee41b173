// What others have said of the report at hand: accepted, handed back, the receiver's
// notes with room for answers; and the way to the signature for whoever signs.
import { Button, Caption1, Field, makeStyles, Subtitle2, Text, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { isOpen, type Note } from '../../../shared/review.ts'
import { NoteCard } from '../../components/note-card.tsx'
import { Notice } from '../../components/notice.tsx'
import { useText } from '../../text/language.tsx'
import { showInstant } from '../../text/moment.ts'
import { useReviewText } from '../../text/use-review-text.ts'
import { cellAt } from '../places.ts'
import type { Event, Session, Work } from '../session.ts'
import { toAnswer } from '../session-review.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  current: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '1px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
})

interface Props {
  readonly session: Session
  readonly dispatch: (event: Event) => void
}

export function ReviewPart({ session, dispatch }: Props) {
  const r = useReviewText()
  const styles = useStyles()
  const { work, person, busy } = session
  if (!work) return null
  const { obligation, form } = work
  const { lastReview, state } = obligation
  const signs = person?.memberships.some(({ role, agency }) => role === 'signer' && agency === obligation.agency)
  const open = form ? toAnswer(form) : []
  const settled = form?.notes.filter((note) => !isOpen(note)).length ?? 0
  const said = lastReview && { by: lastReview.by, at: showInstant(lastReview.at) }
  return (
    <>
      {state === 'awaiting-sign-off' && signs && (
        <Notice
          tone="info"
          testId="to-sign-notice"
          actions={
            <Button
              appearance="primary"
              disabled={busy !== null || !form}
              onClick={() => dispatch({ type: 'to-sign-asked' })}
              data-testid="to-sign"
            >
              {r.toSign}
            </Button>
          }
        >
          {r.toSignHint}
        </Notice>
      )}
      {state === 'handed-back' && said && (
        <Notice tone="warning" testId="handed-back">
          {r.handedBack(said.by, said.at)} <b>{lastReview.sentence}</b>
        </Notice>
      )}
      {obligation.accepted && lastReview?.verdict === 'accepted' && said && (
        <Notice tone="success" testId="accepted">
          {r.acceptedBy(said.by, said.at)}
        </Notice>
      )}
      {open.length > 0 && (
        <section className={styles.part} aria-label={r.notes(open.length)} data-testid="notes">
          <Subtitle2 as="h2" className={styles.heading}>
            {r.notes(open.length)}
          </Subtitle2>
          <Caption1>{r.notesLead}</Caption1>
          <ol className={styles.list}>
            {open.map((note, at) => (
              <NoteToAnswer key={note.id} {...{ note, at, work, dispatch }} />
            ))}
          </ol>
        </section>
      )}
      {settled > 0 && <Caption1>{r.notesSettled(settled)}</Caption1>}
    </>
  )
}

/** The note at the selected cell comes into view; the focus stays where the person types. */
function NoteToAnswer({ note, at, work, dispatch }: { note: Note; at: number; work: Work; dispatch: (event: Event) => void }) {
  const { t } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const item = useRef<HTMLLIElement>(null)
  const cell = work.places && cellAt(work.places, note.place)
  const current = cell !== null && work.place?.cell === cell
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  if (!work.form) return null
  const rows = work.content?.rows ?? work.form.prefill.rows
  return (
    <li ref={item} aria-current={current || undefined} className={current ? styles.current : undefined}>
      <NoteCard note={note} template={work.form.template} rows={rows} testId={`note-${at + 1}`}>
        <Field label={r.yourAnswer}>
          <Textarea
            resize="vertical"
            maxLength={2000}
            value={work.said.answers[note.id] ?? ''}
            onChange={(_, data) => dispatch({ type: 'note-answered', note: note.id, text: data.value })}
            data-testid="note-answer"
          />
        </Field>
        <div className={styles.row}>
          {cell && (
            <Button appearance="outline" onClick={() => dispatch({ type: 'note-jump-asked', note: note.id })} data-testid="note-jump">
              {t.jump(cell)}
            </Button>
          )}
          <Button
            appearance="subtle"
            onClick={() => dispatch({ type: 'note-answered', note: note.id, text: r.answerMended })}
            data-testid="note-mended"
          >
            <Text size={200}>“{r.answerMended}”</Text>
          </Button>
        </div>
      </NoteCard>
    </li>
  )
}
