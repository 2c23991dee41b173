// The look of the agency's head at what waits for the signature, and the two answers:
// sign, or hand back with a sentence. Loaded when first needed.
import { Button, Caption1, Field, makeStyles, Subtitle1, Text, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { showPeriod } from '../../../shared/period.ts'
import { NoteCard } from '../../components/note-card.tsx'
import { Notice } from '../../components/notice.tsx'
import { SubmissionFacts } from '../../components/submission-facts.tsx'
import { useText } from '../../text/language.tsx'
import { showInstant } from '../../text/moment.ts'
import { useReviewText } from '../../text/use-review-text.ts'
import type { ScreenProps } from './screen-props.ts'
import { StickyActions } from './sticky-actions.tsx'

const useStyles = makeStyles({
  heading: { margin: 0 },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
})

export default function SignScreen({ session, dispatch, newKey }: ScreenProps) {
  const { t, language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const [sentence, setSentence] = useState<string | null>(null)
  // One key for each of the two answers, kept as long as one looks at this submission.
  const [keys] = useState(() => ({ signed: newKey(), back: newKey() }))
  const { work, busy, clock } = session
  if (!work?.form) return null
  const { toSign, form } = work
  if (!toSign)
    return (
      <Notice tone="warning" testId="sign-gone">
        {r.signGone}
      </Notice>
    )
  const { submission, before } = toSign
  const { receipt, content } = submission
  const { declaration } = content
  const answered = form.notes.filter(({ answers }) => answers.some(({ sequence }) => sequence === receipt.sequence))
  const late = clock !== null && clock.now >= work.obligation.dates.dueAt && work.obligation.lastReceipt === null
  return (
    <>
      <Subtitle1 as="h1" className={styles.heading}>
        {r.signTitle}
      </Subtitle1>
      <Caption1>
        {work.obligation.templateTitle[language]} · {showPeriod(work.obligation.period, language)}
      </Caption1>
      <Text size={200} data-testid="sign-lead">
        {r.signLead(receipt.submittedBy, showInstant(receipt.submittedAt))}
      </Text>
      <Text size={200}>
        {declaration
          ? declaration.kind === 'nothing-to-report'
            ? r.declaredNil
            : r.declaredNotApplicable(declaration.reason)
          : r.signRows(content.rows.length)}
      </Text>
      {late && (
        <Notice tone="warning" testId="sign-late">
          {r.signLate}
        </Notice>
      )}
      <SubmissionFacts {...{ form, submission, before }} />
      {answered.length > 0 && (
        <section className={styles.part} aria-label={r.signAnswers(answered.length)}>
          <Text weight="semibold">{r.signAnswers(answered.length)}</Text>
          {answered.map((note, at) => (
            <NoteCard key={note.id} note={note} template={form.template} rows={content.rows} testId={`sign-note-${at + 1}`} />
          ))}
        </section>
      )}
      {sentence !== null && (
        <Field label={r.handBackWhy} required>
          <Textarea
            value={sentence}
            maxLength={2000}
            resize="vertical"
            onChange={(_, data) => setSentence(data.value)}
            data-testid="hand-back-why"
          />
        </Field>
      )}
      <StickyActions>
        {sentence === null ? (
          <Button disabled={busy !== null} onClick={() => setSentence('')} data-testid="hand-back">
            {r.handBack}
          </Button>
        ) : (
          <Button disabled={busy !== null} onClick={() => setSentence(null)}>
            {t.cancel}
          </Button>
        )}
        {sentence === null ? (
          <Button
            appearance="primary"
            disabled={busy !== null}
            onClick={() => dispatch({ type: 'sign-asked', request: { verdict: 'signed' }, key: keys.signed })}
            data-testid="sign"
          >
            {busy === 'signing' ? r.signing : r.sign}
          </Button>
        ) : (
          <Button
            appearance="primary"
            disabled={busy !== null || sentence.trim() === ''}
            onClick={() => dispatch({ type: 'sign-asked', request: { verdict: 'handed-back', sentence: sentence.trim() }, key: keys.back })}
            data-testid="hand-back-confirm"
          >
            {r.handBack}
          </Button>
        )}
      </StickyActions>
    </>
  )
}
