// What became of a form of an earlier version: columns that go on under another
// name, and everything that found no place, with where it can still be read.
import { Button, makeStyles, Subtitle1, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { Notice } from '../../components/notice.tsx'
import { useText } from '../../text/language.tsx'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import type { ScreenProps } from './screen-props.ts'
import { StickyActions } from './sticky-actions.tsx'

const useStyles = makeStyles({
  heading: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
})

export default function CarriedScreen({ session, dispatch }: ScreenProps) {
  const { language } = useText()
  const words = WORK_TEXTS[language]
  const styles = useStyles()
  const carried = session.work?.carried
  if (!carried) return null
  const { renamed, left, kept } = carried
  const lost = [
    ...left.columns.map(({ column, title, cells }) => words.carriedColumn(column, title, cells)),
    ...left.rows.map(({ at, text }) => words.carriedRow(at, text)),
  ]
  const parts = [
    { title: words.carriedRenamed, lines: renamed.map(({ column, from, to }) => words.carriedAs(column, from, to.title[language])) },
    { title: words.carriedLeft, lines: lost },
  ].filter(({ lines }) => lines.length > 0)
  return (
    <>
      <Subtitle1 as="h1" className={styles.heading}>
        {words.carriedTitle}
      </Subtitle1>
      <Text size={200} data-testid="carried-kept">
        {words.carriedLead(kept)}
      </Text>
      {lost.length === 0 && (
        <Notice tone="success" testId="carried-all">
          {words.carriedAll}
        </Notice>
      )}
      {parts.map(({ title, lines }) => (
        <section key={title} aria-label={title} data-testid="carried-part">
          <Subtitle2 as="h2" className={styles.heading}>
            {title} ({lines.length})
          </Subtitle2>
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line}>
                <Text size={200}>{line}</Text>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <StickyActions>
        <Button appearance="primary" onClick={() => dispatch({ type: 'back' })} data-testid="carried-go">
          {words.carriedGo}
        </Button>
      </StickyActions>
    </>
  )
}
