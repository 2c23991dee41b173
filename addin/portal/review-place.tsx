// The place looked at: what stands there now, stood there before, was found and
// noted; and room for a note. Header cells and the whole report are places too.
import { Button, Caption1, Field, makeStyles, mergeClasses, Subtitle2, Text, Textarea, tokens } from '@fluentui/react-components'
import { type Ref, useState } from 'react'
import { explanationKey } from '../../shared/explanations.ts'
import { showValue } from '../../shared/field/field.ts'
import { namedPlace, samePlace } from '../../shared/note-place.ts'
import { showPeriod } from '../../shared/period.ts'
import type { NewNote, NotePlace } from '../../shared/review.ts'
import { fieldOf, tableOf } from '../../shared/template.ts'
import { sentence } from '../../shared/text/sentence.ts'
import { SeverityMark } from '../components/severity-mark.tsx'
import { useText } from '../text/language.tsx'
import { useReviewText } from '../text/use-review-text.ts'
import { valueAt } from './review-look.ts'
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
  // Where the page is one column the cell looked at is far above: its card stays at the foot of the window.
  staying: {
    '@media (max-width: 63.99rem)': {
      position: 'sticky',
      bottom: 0,
      zIndex: 3,
      maxHeight: '45vh',
      overflowY: 'auto',
      boxShadow: tokens.shadow16,
    },
  },
  close: { alignSelf: 'start', '@media (min-width: 64rem)': { display: 'none' } },
  heading: { margin: 0 },
  values: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  value: { margin: 0 },
})

interface Props {
  readonly reviewed: Reviewed
  readonly place: NotePlace
  /** Null: nothing can be noted, only read. */
  readonly onPin: ((note: NewNote) => void) | null
  readonly box: Ref<HTMLTextAreaElement>
  readonly onLeave: () => void
  readonly onClose: () => void
}

export function ReviewPlace({ reviewed, place, onPin, box, onLeave, onClose }: Props) {
  const { t, language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const [text, setText] = useState('')
  const { form, submission, before } = reviewed
  const { content, findings } = submission
  const { label, row } = namedPlace(form.template, content.rows, place)
  const table = place.table === null ? undefined : tableOf(form.template, place.table)
  const field = table ? fieldOf(table, place.field ?? '') : form.template.header.find(({ key }) => key === place.field)
  const shown = (from: typeof content | null) => (from && field ? showValue(field.type, valueAt(from, place), language, form) : '')
  const found = findings.filter(({ place: one }) =>
    samePlace(place, { table: one.table ?? null, rowId: one.rowId ?? null, field: one.field ?? null }),
  )
  const values: [string, string][] = [
    [r.valueNow, shown(content)],
    ...(before ? [[r.valueBefore(before.receipt.sequence), shown(before.content)] as [string, string]] : []),
    ...(form.previous ? [[showPeriod(form.previous.period, language), shown(form.previous)] as [string, string]] : []),
  ]
  const pin = () => {
    if (text.trim() === '' || !onPin) return
    onPin({ place, text: text.trim() })
    setText('')
    onLeave()
  }
  return (
    <section className={mergeClasses(styles.box, place.field !== null && styles.staying)} aria-label={r.place} data-testid="review-place">
      <Subtitle2 as="h2" className={styles.heading}>
        {label?.[language] ?? r.whole}
      </Subtitle2>
      {row && <Caption1>{row}</Caption1>}
      {field && (
        <dl className={styles.values}>
          {values.map(([term, value]) => (
            <div key={term} style={{ display: 'contents' }}>
              <dt>
                <Caption1>{term}</Caption1>
              </dt>
              <dd className={styles.value}>{value || r.blank}</dd>
            </div>
          ))}
        </dl>
      )}
      {found.map((finding) => (
        <div key={finding.id}>
          <SeverityMark severity={finding.severity} /> <Text size={200}>{sentence(finding, language)}</Text>
          {content.explanations[explanationKey(finding)] && (
            <Caption1 block>{r.explanation(content.explanations[explanationKey(finding)] ?? '')}</Caption1>
          )}
        </div>
      ))}
      {onPin && (
        <>
          <Field label={r.note} hint={r.noteHint}>
            <Textarea
              textarea={{ ref: box }}
              value={text}
              maxLength={2000}
              resize="vertical"
              onChange={(_, data) => setText(data.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) pin()
                if (event.key === 'Escape') onLeave()
              }}
              data-testid="note-text"
            />
          </Field>
          <Button disabled={text.trim() === ''} onClick={pin} data-testid="note-pin">
            {r.pin}
          </Button>
        </>
      )}
      {!field && place.field !== null && <Text size={200}>{t.blankCell}</Text>}
      {place.field !== null && (
        <Button appearance="subtle" className={styles.close} onClick={onClose} data-testid="place-close">
          {r.closePlace}
        </Button>
      )}
    </section>
  )
}
