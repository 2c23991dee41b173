// One note of the receiver: where, what, by whom and when, what was answered, and
// room for what can be done with it. The same in the pane and on the portal.
import { Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { NoteRegular } from '@fluentui/react-icons/svg/note'
import type { ReactNode } from 'react'
import type { ContentRow } from '../../shared/filing.ts'
import { namedPlace } from '../../shared/note-place.ts'
import { isOpen, type Note } from '../../shared/review.ts'
import type { Template } from '../../shared/template.ts'
import { useText } from '../text/language.tsx'
import { showInstant } from '../text/moment.ts'
import { useReviewText } from '../text/use-review-text.ts'

const useStyles = makeStyles({
  card: {
    borderLeft: `4px solid ${tokens.colorPaletteLavenderBorderActive}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    scrollMarginBlock: '80px',
  },
  settled: { borderLeftColor: tokens.colorNeutralStroke1 },
  text: { whiteSpace: 'pre-wrap' },
  answer: { paddingInlineStart: tokens.spacingHorizontalM, borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
})

interface Props {
  readonly note: Note
  readonly template: Template
  readonly rows: readonly Pick<ContentRow, 'id' | 'table' | 'values'>[]
  readonly testId: string
  readonly children?: ReactNode
}

export function NoteCard({ note, template, rows, testId, children }: Props) {
  const { language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const { label, row } = namedPlace(template, rows, note.place)
  const { writtenBy, writtenAt, sequence, answers, resolvedAt, resolvedBy } = note
  return (
    <div className={mergeClasses(styles.card, !isOpen(note) && styles.settled)} data-testid={testId}>
      <Text weight="semibold" size={200}>
        <NoteRegular aria-hidden /> {label?.[language] ?? r.whole}
      </Text>
      {row && <Caption1>{row}</Caption1>}
      <Text className={styles.text}>{note.text}</Text>
      <Caption1>{r.earlierOn(sequence, writtenBy, showInstant(writtenAt))}</Caption1>
      {answers.map((answer) => (
        <div key={answer.sequence} className={styles.answer}>
          <Caption1 block>{r.answer(answer.answeredBy, answer.sequence)}</Caption1>
          <Text size={200} className={styles.text}>
            {answer.text}
          </Text>
        </div>
      ))}
      {resolvedAt !== null && resolvedBy !== null && <Caption1>✓ {r.settled(resolvedBy, showInstant(resolvedAt))}</Caption1>}
      {children}
    </div>
  )
}
