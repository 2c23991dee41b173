// One verdict about all chosen reports of a period. What moved on meanwhile is told,
// agency by agency, with why; the others are done all the same.
import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReviewsRequest } from '../../shared/review.ts'
import type { ObligationView, ReviewOutcomes } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { Notice } from '../components/notice.tsx'
import { useText } from '../text/language.tsx'
import { useReviewText } from '../text/use-review-text.ts'
import { ProblemBar } from './problem-bar.tsx'
import { problemOf } from './problem-of.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center', minHeight: '2rem' },
  text: { minWidth: 'min(24rem, 100%)' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
})

/** Reports of one request: so many are dealt with in about a second. */
const PORTION = 40

interface Props {
  readonly api: Api
  readonly chosen: readonly ObligationView[]
  readonly onDone: () => void
  readonly onEnded: (problem: ApiProblem) => void
}

interface Sending {
  readonly busy: boolean
  readonly problem: ApiProblem | null
  /** What was tried and under which key: the same again keeps it. */
  readonly said: string
  readonly key: string
  /** How many of them were dealt with so far. */
  readonly done: number
  readonly outcomes: readonly { readonly agency: string; readonly outcome: ReviewOutcomes['outcomes'][number] }[]
}

export function ReviewMany({ api, chosen, onDone, onEnded }: Props) {
  const { t, language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const [returning, setReturning] = useState(false)
  const [text, setText] = useState('')
  const [sending, setSending] = useState<Sending>({ busy: false, problem: null, said: '', key: '', done: 0, outcomes: [] })
  const ids = chosen.flatMap(({ lastReceipt }) => lastReceipt?.submissionId ?? [])
  const say = async (request: ReviewsRequest) => {
    const said = JSON.stringify(request)
    const key = said === sending.said ? sending.key : crypto.randomUUID()
    setSending({ busy: true, problem: null, said, key, done: 0, outcomes: [] })
    try {
      const outcomes: ReviewOutcomes['outcomes'] = []
      for (let from = 0; from < request.submissions.length; from += PORTION) {
        const submissions = request.submissions.slice(from, from + PORTION)
        outcomes.push(...(await api.reviewMany({ ...request, submissions }, `${key}-${from}`)).outcomes)
        setSending((before) => ({ ...before, done: outcomes.length }))
      }
      const agencyOf = new Map(chosen.map((one) => [one.lastReceipt?.submissionId, one.agencyName]))
      const named = outcomes.map((outcome) => ({ agency: agencyOf.get(outcome.submissionId) ?? '', outcome }))
      setSending({ busy: false, problem: null, said: '', key: '', done: 0, outcomes: named })
      setReturning(false)
      setText('')
      onDone()
    } catch (error) {
      setSending({ busy: false, problem: problemOf(error), said, key, done: 0, outcomes: [] })
    }
  }
  const noted = chosen.filter(({ openNotes }) => openNotes > 0).length
  const refused = sending.outcomes.filter(({ outcome }) => !outcome.done)
  const done = sending.outcomes.length - refused.length
  return (
    <>
      <ProblemBar problem={sending.problem} onEnded={onEnded} />
      {sending.outcomes.length > 0 && chosen.length === 0 && (
        <Notice tone={refused.length > 0 ? 'warning' : 'success'} testId="review-many-done">
          {r.doneMany(done)}
          {refused.length > 0 && (
            <ul className={styles.list}>
              {refused.map(({ agency, outcome }) => (
                <li key={outcome.submissionId}>{r.notDone(agency, outcome.refusal?.[language] ?? '')}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {noted > 0 && !returning && <Text size={200}>{r.chosenNotes(noted)}</Text>}
      {chosen.length > 0 && (
        <div className={styles.bar} data-testid="review-many">
          <Text role="status">{sending.busy ? r.doneOf(sending.done, chosen.length) : r.chosen(chosen.length)}</Text>
          {returning ? (
            <>
              <Field label={r.returnManyText} className={styles.text}>
                <Textarea value={text} maxLength={2000} onChange={(_, data) => setText(data.value)} data-testid="return-many-text" />
              </Field>
              <Button
                appearance="primary"
                disabled={sending.busy || text.trim() === ''}
                onClick={() => void say({ verdict: 'returned', submissions: ids, text: text.trim() })}
                data-testid="return-many-confirm"
              >
                {sending.busy ? r.accepting : r.returnMany(chosen.length)}
              </Button>
              <Button disabled={sending.busy} onClick={() => setReturning(false)}>
                {t.cancel}
              </Button>
            </>
          ) : (
            <>
              <Button
                appearance="primary"
                disabled={sending.busy}
                onClick={() => void say({ verdict: 'accepted', submissions: ids })}
                data-testid="accept-many"
              >
                {sending.busy ? r.accepting : r.acceptMany(chosen.length)}
              </Button>
              <Button disabled={sending.busy} onClick={() => setReturning(true)} data-testid="return-many">
                {r.returnMany(chosen.length)}
              </Button>
            </>
          )}
        </div>
      )}
    </>
  )
}
