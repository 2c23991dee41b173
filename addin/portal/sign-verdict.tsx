// The two answers of an agency's head on the portal: sign, or hand back with a
// sentence. What the server refuses is told where it was pressed.
import { Button, Field, makeStyles, Subtitle2, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { SignRequest } from '../../shared/review.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { useText } from '../text/language.tsx'
import { useReviewText } from '../text/use-review-text.ts'
import { ProblemBar } from './problem-bar.tsx'
import { problemOf } from './problem-of.ts'

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
  heading: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Props {
  readonly api: Api
  readonly submission: string
  readonly onDone: (verdict: SignRequest['verdict']) => void
  readonly onEnded: (problem: ApiProblem) => void
}

export function SignVerdict({ api, submission, onDone, onEnded }: Props) {
  const { t } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const [sentence, setSentence] = useState<string | null>(null)
  const [sending, setSending] = useState<{ busy: boolean; problem: ApiProblem | null }>({ busy: false, problem: null })
  // One key for each of the two answers, kept as long as one looks at this submission.
  const [keys] = useState(() => ({ signed: crypto.randomUUID(), 'handed-back': crypto.randomUUID() }))
  const say = async (request: SignRequest) => {
    setSending({ busy: true, problem: null })
    try {
      await api.sign(submission, request, keys[request.verdict])
      onDone(request.verdict)
    } catch (error) {
      setSending({ busy: false, problem: problemOf(error) })
    }
  }
  return (
    <section className={styles.box} aria-label={r.signTitle} data-testid="sign-verdict">
      <Subtitle2 as="h2" className={styles.heading}>
        {r.signTitle}
      </Subtitle2>
      <ProblemBar problem={sending.problem} onEnded={onEnded} />
      {sentence === null ? (
        <div className={styles.actions}>
          <Button appearance="primary" disabled={sending.busy} onClick={() => void say({ verdict: 'signed' })} data-testid="sign">
            {sending.busy ? r.signing : r.sign}
          </Button>
          <Button disabled={sending.busy} onClick={() => setSentence('')} data-testid="hand-back">
            {r.handBack}
          </Button>
        </div>
      ) : (
        <>
          <Field label={r.handBackWhy} required>
            <Textarea
              value={sentence}
              maxLength={2000}
              resize="vertical"
              onChange={(_, data) => setSentence(data.value)}
              data-testid="hand-back-why"
            />
          </Field>
          <div className={styles.actions}>
            <Button
              appearance="primary"
              disabled={sending.busy || sentence.trim() === ''}
              onClick={() => void say({ verdict: 'handed-back', sentence: sentence.trim() })}
              data-testid="hand-back-confirm"
            >
              {r.handBack}
            </Button>
            <Button disabled={sending.busy} onClick={() => setSentence(null)}>
              {t.cancel}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
