// What is said in the end: the notes pinned so far, and accept or return. What the
// server refuses is told where it was pressed.
import { Button, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { namedPlace } from '../../shared/note-place.ts'
import type { NewNote, ReviewRequest } from '../../shared/review.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { useText } from '../text/language.tsx'
import { useReviewText } from '../text/use-review-text.ts'
import { ProblemBar } from './problem-bar.tsx'
import { problemOf } from './problem-of.ts'
import type { Reviewed } from './use-review.ts'

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    overflowWrap: 'anywhere',
  },
  heading: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Props {
  readonly api: Api
  readonly reviewed: Reviewed
  readonly pinned: readonly NewNote[]
  /** Open notes of before that are not settled now. */
  readonly open: number
  readonly settled: readonly string[]
  readonly onUnpin: (at: number) => void
  readonly onDone: (verdict: ReviewRequest['verdict']) => void
  readonly onEnded: (problem: ApiProblem) => void
}

export function ReviewVerdict({ api, reviewed, pinned, open, settled, onUnpin, onDone, onEnded }: Props) {
  const { language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  // The same key as long as the same thing is tried again.
  const [sending, setSending] = useState<{ busy: boolean; problem: ApiProblem | null; said: string; key: string }>({
    busy: false,
    problem: null,
    said: '',
    key: '',
  })
  const { form, submission } = reviewed
  const say = async (request: ReviewRequest) => {
    const said = JSON.stringify(request)
    const key = said === sending.said ? sending.key : crypto.randomUUID()
    setSending({ busy: true, problem: null, said, key })
    try {
      await api.review(submission.receipt.submissionId, request, key)
      onDone(request.verdict)
    } catch (error) {
      setSending({ busy: false, problem: problemOf(error), said, key })
    }
  }
  const notes = pinned.length + open
  return (
    <section className={styles.box} aria-label={r.pinned(pinned.length)} data-testid="review-verdict">
      <Subtitle2 as="h2" className={styles.heading}>
        {r.pinned(pinned.length)}
      </Subtitle2>
      {pinned.length > 0 && (
        <ol className={styles.list}>
          {pinned.map(({ place, text }, at) => {
            const { label, row } = namedPlace(form.template, submission.content.rows, place)
            return (
              <li key={`${JSON.stringify(place)}${text}`} data-testid={`pinned-${at + 1}`}>
                <Text size={200} weight="semibold">
                  {[label?.[language] ?? r.whole, row].filter(Boolean).join(' · ')}
                </Text>
                <Text size={200} block>
                  {text}
                </Text>
                <Button appearance="subtle" aria-label={`${r.unpin}: ${text}`} onClick={() => onUnpin(at)}>
                  {r.unpin}
                </Button>
              </li>
            )
          })}
        </ol>
      )}
      <ProblemBar problem={sending.problem} onEnded={onEnded} />
      <Caption1>{notes === 0 ? r.returnNeedsNote : r.returnKeepsOpen(notes)}</Caption1>
      <div className={styles.actions}>
        <Button
          appearance={notes > 0 ? 'primary' : 'secondary'}
          disabled={sending.busy || notes === 0}
          onClick={() => void say({ verdict: 'returned', notes: [...pinned], resolves: [...settled] })}
          data-testid="review-return"
        >
          {sending.busy ? r.accepting : r.return}
        </Button>
        <Button
          appearance={notes > 0 ? 'secondary' : 'primary'}
          disabled={sending.busy || pinned.length > 0 || submission.state === 'accepted'}
          onClick={() => void say({ verdict: 'accepted' })}
          data-testid="review-accept"
        >
          {r.accept}
        </Button>
      </div>
      <Caption1>{submission.state === 'accepted' ? r.acceptedAlready : r.acceptHint}</Caption1>
    </section>
  )
}
