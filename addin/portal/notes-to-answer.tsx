// The receiver's notes for whoever files by upload: a workbook has no place for
// answers, so they are written here and travel with the file.
import { Caption1, Field, makeStyles, Subtitle2, Textarea, tokens } from '@fluentui/react-components'
import { isOpen } from '../../shared/review.ts'
import type { ObligationView } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { NoteCard } from '../components/note-card.tsx'
import { Spinner } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { useReviewText } from '../text/use-review-text.ts'
import { ProblemBar } from './problem-bar.tsx'
import { useLoad } from './use-load.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
})

interface Props {
  readonly api: Api
  readonly obligation: ObligationView
  readonly answers: Readonly<Record<string, string>>
  readonly onAnswer: (note: string, text: string) => void
  readonly onEnded: (problem: ApiProblem) => void
}

export default function NotesToAnswer({ api, obligation, answers, onAnswer, onEnded }: Props) {
  const { t } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const loaded = useLoad(`notes ${obligation.id}`, () => api.form(obligation.id))
  const { value: form } = loaded
  const open = form?.notes.filter(isOpen) ?? []
  return (
    <section className={styles.part} aria-label={r.notes(open.length)} data-testid="notes">
      <ProblemBar problem={loaded.problem} onRetry={loaded.reload} onEnded={onEnded} />
      {!form && loaded.loading && <Spinner label={t.loading} />}
      {form && (
        <>
          <Subtitle2 as="h3" className={styles.heading}>
            {r.notes(open.length)}
          </Subtitle2>
          <Caption1>{r.notesLeadFile}</Caption1>
          {open.map((note, at) => (
            <NoteCard key={note.id} note={note} template={form.template} rows={form.prefill.rows} testId={`note-${at + 1}`}>
              <Field label={r.yourAnswer}>
                <Textarea
                  resize="vertical"
                  maxLength={2000}
                  value={answers[note.id] ?? ''}
                  onChange={(_, data) => onAnswer(note.id, data.value)}
                  data-testid="note-answer"
                />
              </Field>
            </NoteCard>
          ))}
        </>
      )}
    </section>
  )
}
