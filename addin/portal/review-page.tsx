// One submission for whoever receives it: its figures as a table with findings,
// changes and notes; notes are pinned to cells; then accepted or returned.
import { Button, Caption1, Checkbox, Field, makeStyles, Select, Subtitle2, Text, Title2, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { useEffect, useMemo, useRef, useState } from 'react'
import { showValue } from '../../shared/field/field.ts'
import { showPeriod } from '../../shared/period.ts'
import { isOpen, type NewNote, type NotePlace, type ReviewRequest, type SignRequest } from '../../shared/review.ts'
import type { ObligationView } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { NoteCard } from '../components/note-card.tsx'
import { Notice } from '../components/notice.tsx'
import { Spinner } from '../components/spinner.tsx'
import { SubmissionFacts } from '../components/submission-facts.tsx'
import { useText } from '../text/language.tsx'
import { showInstant } from '../text/moment.ts'
import { useReviewText } from '../text/use-review-text.ts'
import { ProblemBar } from './problem-bar.tsx'
import { lookOf } from './review-look.ts'
import { ReviewPlace } from './review-place.tsx'
import { ReviewTable } from './review-table.tsx'
import { ReviewVerdict } from './review-verdict.tsx'
import { SignVerdict } from './sign-verdict.tsx'
import { type Reviewed, useReview } from './use-review.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { margin: 0, outline: 'none' },
  shown: { maxWidth: '36rem' },
  columns: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    '@media (min-width: 64rem)': { gridTemplateColumns: 'minmax(0, 1fr) 22rem' },
    // One below the other: what is said of the cell looked at can stay at the foot of the window.
    '@media (max-width: 63.99rem)': { display: 'flex', flexDirection: 'column', alignItems: 'stretch' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  side: {
    '@media (min-width: 64rem)': { position: 'sticky', top: '4rem', maxHeight: 'calc(100vh - 5rem)', overflowY: 'auto' },
    '@media (max-width: 63.99rem)': { display: 'contents' },
  },
  header: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  fact: {
    maxWidth: '100%',
    whiteSpace: 'normal',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    paddingInline: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
})

const WHOLE: NotePlace = { table: null, rowId: null, field: null }

interface Props {
  readonly api: Api
  readonly obligation: ObligationView
  /** judge: accept and return · sign: for the agency · read. */
  readonly may: 'judge' | 'sign' | 'read'
  readonly onBack: () => void
  readonly onDone: (verdict: (ReviewRequest | SignRequest)['verdict']) => void
  readonly onEnded: (problem: ApiProblem) => void
}

export default function ReviewPage(props: Props) {
  const { api, obligation, onBack, onEnded } = props
  const { t, language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const [wanted, setWanted] = useState<string | null>(null)
  const { value, problem, loading, reload } = useReview(api, obligation.id, wanted)
  // By submission: looking at another one meanwhile loses nothing that was written.
  const [pinnedTo, setPinnedTo] = useState<Readonly<Record<string, readonly NewNote[]>>>({})
  const unsent = Object.values(pinnedTo).reduce((sum, notes) => sum + notes.length, 0)
  const [leaving, setLeaving] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.page}>
      <div>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          onClick={() => (unsent > 0 ? setLeaving(true) : onBack())}
          data-testid="review-back"
        >
          {r.back}
        </Button>
      </div>
      {leaving && unsent > 0 && (
        <Notice
          tone="warning"
          testId="review-unsent"
          actions={
            <>
              <Button onClick={() => setLeaving(false)}>{r.stay}</Button>
              <Button onClick={onBack} data-testid="review-leave">
                {r.leave}
              </Button>
            </>
          }
        >
          {r.unsent(unsent)}
        </Notice>
      )}
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        <Title2>{obligation.agencyName}</Title2>
      </h1>
      <Text>
        {obligation.templateTitle[language]} · {showPeriod(obligation.period, language)}
      </Text>
      <ProblemBar problem={problem} onRetry={reload} onEnded={onEnded} />
      {!value && loading && <Spinner label={t.loading} />}
      {value && (
        <>
          <Standing reviewed={value} may={props.may} onShow={setWanted} />
          <Figures
            key={value.submission.receipt.submissionId}
            {...props}
            reviewed={value}
            pinned={pinnedTo[value.submission.receipt.submissionId] ?? []}
            onPinned={(notes) => setPinnedTo({ ...pinnedTo, [value.submission.receipt.submissionId]: notes })}
          />
        </>
      )}
    </div>
  )
}

interface Stand {
  readonly reviewed: Reviewed
  readonly may: Props['may']
  readonly onShow: (id: string) => void
}

/** Which submission is shown, which counts, who has said what so far. */
function Standing({ reviewed: { history, submission, counted }, may, onShow }: Stand) {
  const { t } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const { receipt, state, reviews } = submission
  return (
    <>
      <Field label={r.shown} className={styles.shown}>
        <Select value={receipt.submissionId} onChange={(_, data) => onShow(data.value)} data-testid="review-submission">
          {history
            .filter((one) => one.state !== 'withdrawn')
            .toReversed()
            .map((one) => (
              <option key={one.receipt.submissionId} value={one.receipt.submissionId}>
                {t.sequence(one.receipt.sequence)} · {t.submissionStates[one.state]} · {one.receipt.number} ·{' '}
                {showInstant(one.receipt.submittedAt)}
              </option>
            ))}
        </Select>
      </Field>
      <Caption1>
        {[
          r.sentBy(receipt.submittedBy, showInstant(receipt.submittedAt)),
          ...reviews.map(({ verdict, by, at }) => r.reviews[verdict](by, showInstant(at))),
        ].join(' · ')}
      </Caption1>
      <Text weight="semibold" data-testid="review-counts">
        {counted ? r.counts(counted.receipt.sequence, counted.receipt.number, showInstant(counted.receipt.submittedAt)) : r.countsNone}
      </Text>
      {state !== 'submitted' && state !== 'accepted' && may === 'judge' && (
        <Notice tone="warning" testId="review-not-counted">
          {r.notCounted(receipt.sequence)}
        </Notice>
      )}
    </>
  )
}

interface Shown extends Props {
  readonly reviewed: Reviewed
  /** Notes that go with a return, not sent yet. */
  readonly pinned: readonly NewNote[]
  readonly onPinned: (pinned: readonly NewNote[]) => void
}

function Figures({ api, may, onDone, onEnded, reviewed, pinned, onPinned }: Shown) {
  const { language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const [place, setPlace] = useState<NotePlace>(WHOLE)
  const [settled, setSettled] = useState<readonly string[]>([])
  const box = useRef<HTMLTextAreaElement>(null)
  const figures = useRef<HTMLDivElement>(null)
  const { form, submission, before } = reviewed
  const { content, findings, state } = submission
  const judging = may === 'judge' && (state === 'submitted' || state === 'accepted')
  const open = form.notes.filter(isOpen)
  const look = useMemo(
    () => lookOf(content, before?.content ?? null, findings, [...form.notes.filter(isOpen), ...pinned]),
    [content, before, findings, form, pinned],
  )
  const leave = () => figures.current?.querySelector<HTMLElement>('[data-chosen="true"]')?.focus()
  const { declaration } = content
  return (
    <div className={styles.columns}>
      <div className={styles.column} ref={figures}>
        {declaration && (
          <Notice tone="info" testId="review-declared">
            {declaration.kind === 'nothing-to-report' ? r.declaredNil : r.declaredNotApplicable(declaration.reason)}
          </Notice>
        )}
        <SubmissionFacts {...{ form, submission, before }} />
        <Subtitle2 as="h2" className={styles.heading}>
          {r.content}
        </Subtitle2>
        <Caption1>{judging ? r.contentHint : r.contentHintRead}</Caption1>
        <section className={styles.header} aria-label={r.header}>
          {form.template.header.map((field) => {
            const here = { table: null, rowId: null, field: field.key }
            const { notes, changed } = look(here)
            const marks = [notes > 0 && r.noted(notes), changed && r.changed].filter(Boolean).join(', ')
            return (
              <Button
                key={field.key}
                className={styles.fact}
                aria-pressed={place.table === null && place.field === field.key}
                onClick={() => setPlace(here)}
                data-testid={`cell-${field.key}`}
              >
                {field.title[language]}: {showValue(field.type, content.header[field.key] ?? null, language, form) || r.blank}
                {marks && ` (${marks})`}
              </Button>
            )
          })}
        </section>
        {form.template.tables
          .map((table) => ({ table, rows: content.rows.filter((row) => row.table === table.key) }))
          // A table without rows has no cell that a note could be pinned to.
          .filter(({ rows }) => rows.length > 0)
          .map(({ table, rows }) => (
            <ReviewTable key={table.key} {...{ form, table, rows, look, place }} onPlace={setPlace} onWrite={() => box.current?.focus()} />
          ))}
      </div>
      <div className={`${styles.column} ${styles.side}`}>
        {judging && (
          <Button onClick={() => setPlace(WHOLE)} data-testid="place-whole">
            {r.wholeButton}
          </Button>
        )}
        <ReviewPlace
          key={JSON.stringify(place)}
          {...{ reviewed, place, box }}
          onPin={judging ? (note) => onPinned([...pinned, note]) : null}
          onLeave={leave}
          onClose={() => {
            leave()
            setPlace(WHOLE)
          }}
        />
        {form.notes.length > 0 && (
          <section className={styles.column} aria-label={r.earlier(form.notes.length)}>
            <Subtitle2 as="h2" className={styles.heading}>
              {r.earlier(form.notes.length)}
            </Subtitle2>
            {form.notes.map((note, at) => (
              <NoteCard key={note.id} note={note} template={form.template} rows={content.rows} testId={`earlier-${at + 1}`}>
                {isOpen(note) && note.answers.length === 0 && <Caption1>{r.noAnswer}</Caption1>}
                {isOpen(note) && judging && (
                  <Checkbox
                    label={r.settle}
                    checked={settled.includes(note.id)}
                    onChange={(_, data) =>
                      setSettled(data.checked === true ? [...settled, note.id] : settled.filter((id) => id !== note.id))
                    }
                    data-testid={`settle-${at + 1}`}
                  />
                )}
              </NoteCard>
            ))}
          </section>
        )}
        {may === 'sign' && state === 'awaiting-sign-off' && (
          <SignVerdict {...{ api, onDone, onEnded }} submission={submission.receipt.submissionId} />
        )}
        {judging && (
          <ReviewVerdict
            {...{ api, reviewed, pinned, settled, onDone, onEnded }}
            open={open.length - settled.length}
            onUnpin={(at) => onPinned(pinned.filter((_, index) => index !== at))}
          />
        )}
      </div>
    </div>
  )
}
