// What must be mended before a template can be published, each with the way to its place.
import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import type { TemplateRefusal } from '../../../shared/check-template.ts'
import type { Template } from '../../../shared/template.ts'
import { blankEnglish, withEnglish } from '../../../shared/template-edit/fill-blanks.ts'
import { refusalSentence } from '../../../shared/text/template-refusal.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { type Place, placeOf } from './place.ts'
import { useTemplateStyles } from './template-styles.ts'

const SHOWN = 30

const useStyles = makeStyles({
  problem: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
    textAlign: 'left',
    justifyContent: 'start',
    whiteSpace: 'normal',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
})

interface Props {
  readonly template: Template
  readonly refusals: readonly TemplateRefusal[]
  readonly onGo: (place: Place) => void
  /** Left out where the template is only looked at. */
  readonly onChange?: (template: Template) => void
}

export function ProblemList({ template, refusals, onGo, onChange }: Props) {
  const { language, m } = useTemplateText()
  const styles = useStyles()
  const shared = useTemplateStyles()
  const english = blankEnglish(refusals)
  return (
    <section className={shared.card} aria-label={m.problems} data-testid="problems" data-count={refusals.length}>
      <Subtitle2 as="h2" className={shared.heading}>
        {m.problems}
      </Subtitle2>
      <div role="status">{refusals.length === 0 ? m.noProblems : m.problemCount(refusals.length)}</div>
      {onChange && english > 0 && (
        <div>
          <Button onClick={() => onChange(withEnglish(template, refusals))} data-testid="fill-english">
            {m.fillEnglish(english)}
          </Button>
        </div>
      )}
      <ul className={shared.plain}>
        {refusals.slice(0, SHOWN).map((refusal) => (
          <li key={`${refusal.path.join('/')} ${refusal.code} ${refusal.from}`}>
            <Button appearance="subtle" className={styles.problem} onClick={() => onGo(placeOf(refusal.path))} data-code={refusal.code}>
              {refusalSentence(refusal, template, language)}
            </Button>
          </li>
        ))}
        {refusals.length > SHOWN && <li>{m.moreProblems(refusals.length - SHOWN)}</li>}
      </ul>
    </section>
  )
}
