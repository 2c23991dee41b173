// A formula in an ordinary text box: completion of columns and functions while one types, what
// is refused underlined with its sentence, and below what the formula says in words and in Excel.
import { makeStyles, mergeClasses, tokens, useId } from '@fluentui/react-components'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { TemplateRefusal } from '../../../shared/check-template.ts'
import { refusalSentence } from '../../../shared/text/template-refusal.ts'
import { inSheet, inTitles } from '../../../shared/trial/formula-reading.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { type Completion, completed, completionAt, type FormulaPlace, fieldOffers, type Offer } from './formula-completion.ts'
import { FormulaOffers } from './formula-offers.tsx'
import { useTemplateStyles } from './template-styles.ts'
import { ChoiceBox } from './value-boxes.tsx'

const LETTERS = {
  fontFamily: tokens.fontFamilyMonospace,
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase400,
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  border: `${tokens.strokeWidthThin} solid transparent`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  width: '100%',
} as const

const useStyles = makeStyles({
  box: { position: 'relative', minWidth: 0 },
  /** What is said of a formula stays in sight however long it is. */
  scroll: { maxHeight: '14rem', overflowY: 'auto' },
  whole: { position: 'relative' },
  text: {
    ...LETTERS,
    display: 'block',
    position: 'relative',
    resize: 'vertical',
    fieldSizing: 'content',
    minHeight: '3.5em',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  /** Lies under the text and draws nothing but what is wrong. */
  marks: { ...LETTERS, position: 'absolute', inset: 0, overflow: 'hidden', color: 'transparent', pointerEvents: 'none' },
  wrong: {
    color: 'transparent',
    backgroundColor: tokens.colorStatusDangerBackground1,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationColor: tokens.colorStatusDangerForeground1,
  },
  sentences: {
    margin: 0,
    marginBlock: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalXL,
    borderLeft: `3px solid ${tokens.colorStatusDangerBorder2}`,
  },
  fine: { borderLeft: 'none' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    '@media (max-width: 34rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  value: { margin: 0 },
  label: { fontWeight: tokens.fontWeightSemibold },
})

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string, typing: string) => void
  readonly place: FormulaPlace
  readonly refusals: readonly TemplateRefusal[]
  readonly data: ReadonlyMap<string, string>
  readonly name: string
  readonly children?: ReactNode
}

/** The text in stretches, those that are refused marked. A stretch without letters marks the last letter. */
function stretches(
  text: string,
  refusals: readonly TemplateRefusal[],
): { readonly from: number; readonly text: string; readonly wrong: boolean }[] {
  const wrong = Array.from(text, () => false)
  for (const { source, from, to } of refusals) {
    // Of the formula as it was a moment ago: what stands elsewhere now is marked when it is judged again.
    if (source !== text) continue
    for (let at = Math.min(from, text.length - 1); at < Math.max(to, from + 1); at++) if (at >= 0 && at < text.length) wrong[at] = true
  }
  const found: { from: number; text: string; wrong: boolean }[] = []
  for (const [at, isWrong] of wrong.entries()) {
    const last = found.at(-1)
    if (last?.wrong === isWrong) last.text += text[at]
    else found.push({ from: at, text: text[at]!, wrong: isWrong })
  }
  return found
}

export function FormulaBox({ label, value, onChange, place, refusals, data, name, children }: Props) {
  const { language, m } = useTemplateText()
  const styles = useStyles()
  const shared = useTemplateStyles()
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId('formula')
  const [completion, setCompletion] = useState<Completion | null>(null)
  const [chosen, setChosen] = useState(0)
  const listId = `${id}-offers`

  const close = () => setCompletion(null)
  const look = (source: string, caret: number) => {
    setCompletion(completionAt(source, caret, place))
    setChosen(0)
  }
  const put = (source: string, caret: number) => {
    onChange(source, name)
    close()
    // The box has its new text once it is drawn.
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(caret, caret)
    })
  }
  const take = (offer: Offer | undefined) => {
    if (!completion || !offer) return
    const done = completed(value, completion, offer)
    put(done.source, done.caret)
  }
  const insert = (text: string) => {
    const { selectionStart = value.length, selectionEnd = value.length } = box.current ?? {}
    put(value.slice(0, selectionStart) + text + value.slice(selectionEnd), selectionStart + text.length)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!completion) {
      if (event.key === ' ' && event.ctrlKey) {
        event.preventDefault()
        look(value, event.currentTarget.selectionStart)
      }
      return
    }
    const { length } = completion.offers
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setChosen((chosen + 1) % length),
      ArrowUp: () => setChosen((chosen + length - 1) % length),
      Enter: () => take(completion.offers[chosen]),
      Tab: () => take(completion.offers[chosen]),
      Escape: close,
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  const inExcel = inSheet(place.template, place.table, value, place.about, place.plan, data)
  return (
    <div className={shared.wide}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box}>
        <div className={styles.scroll}>
          <div className={styles.whole}>
            <div className={styles.marks} aria-hidden>
              {stretches(value, refusals).map(({ from, text, wrong }) => (
                <span key={from} className={wrong ? styles.wrong : undefined}>
                  {text}
                </span>
              ))}
            </div>
            <textarea
              ref={box}
              id={id}
              className={styles.text}
              rows={2}
              spellCheck={false}
              autoComplete="off"
              value={value}
              role="combobox"
              aria-expanded={completion !== null}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={completion ? `${listId}-${chosen}` : undefined}
              aria-invalid={refusals.length > 0}
              aria-describedby={`${id}-said ${id}-hint`}
              onChange={(event) => {
                onChange(event.target.value, name)
                look(event.target.value, event.target.selectionStart)
              }}
              onKeyDown={onKeyDown}
              onBlur={close}
              data-testid={name}
            />
          </div>
        </div>
        <FormulaOffers id={listId} offers={completion?.offers ?? []} chosen={chosen} onTake={take} />
      </div>
      <div id={`${id}-hint`}>{m.formula.hint}</div>
      <ul
        id={`${id}-said`}
        className={mergeClasses(styles.sentences, refusals.length === 0 && styles.fine)}
        aria-live="polite"
        data-testid={`${name}-refused`}
      >
        {refusals.map((refusal) => (
          <li key={`${refusal.code}${refusal.from}`}>{refusalSentence(refusal, place.template, language)}</li>
        ))}
      </ul>
      <dl className={styles.facts}>
        <dt>{m.formula.reads}</dt>
        <dd className={styles.value}>{inTitles(place.template, place.table, value, language)}</dd>
        {inExcel !== null && (
          <>
            <dt>{m.formula.inExcel}</dt>
            <dd className={`${styles.value} ${shared.code}`} data-testid={`${name}-excel`}>
              {inExcel}
            </dd>
          </>
        )}
      </dl>
      <div className={shared.line}>
        <ChoiceBox
          label={m.formula.pick}
          value=""
          options={[
            { value: '', label: m.formula.pickChoose },
            ...fieldOffers(place).map((offer) => ({ value: offer.insert, label: `${offer.label} · ${offer.insert}` })),
          ]}
          onChange={(text) => text !== '' && insert(text)}
          name={`${name}-pick`}
        />
        {children}
      </div>
    </div>
  )
}
