// What taking an old table over will write, and everything that it leaves: columns,
// rows and cells with the reason, so that nothing is lost in silence.
import { Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { Language } from '../../../shared/bilingual.ts'
import type { LeftCell } from '../../../shared/takeover/bring-over.ts'
import { fieldOf, type Table } from '../../../shared/template.ts'
import { cellList } from '../../../shared/text/cell-list.ts'
import { sentence } from '../../../shared/text/sentence.ts'
import { useText } from '../../text/language.tsx'
import { TAKEOVER_TEXTS, type TakeoverTexts } from '../../text/takeover-texts.ts'
import type { Taken } from '../take-over.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, paddingBlock: tokens.spacingVerticalS },
  heading: { margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  item: { borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingInlineStart: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
})

/** What is said the same of many cells is one line. */
function cellLines(cells: readonly LeftCell[], table: Table, language: Language, words: TakeoverTexts): string[] {
  const groups = new Map<string, { why: LeftCell['why']; said: string; cells: string[] }>()
  for (const { cell, field, why, finding } of cells) {
    const label = fieldOf(table, field)?.title
    const said = finding && label ? sentence({ id: '', place: {}, ...finding, fixes: [], label }, language) : (label?.[language] ?? '')
    const key = `${why}\n${field}\n${said}`
    const group = groups.get(key) ?? { why, said, cells: [] }
    group.cells.push(cell)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => words.cellWhy[group.why](cellList(group.cells), group.said))
}

export function TakeoverReport({ table, taken: { brought, edits, homeless } }: { table: Table; taken: Taken }) {
  const { language } = useText()
  const words = TAKEOVER_TEXTS[language]
  const styles = useStyles()
  const lost = new Set(homeless)
  const written = brought.rows.filter((row) => !lost.has(row) && Object.keys(row.contents).length > 0)
  const added = written.filter(({ by }) => by === 'added').length
  const alike = brought.rows.filter(({ by }) => by === 'alike')
  const lines = [
    ...brought.columns.map(({ column, titles, why, cells }) => ({
      id: `c${column}`,
      what: words.column(column, titles.join(' › ') || words.noTitle),
      why: words.columnWhy[why](cells),
    })),
    ...homeless.map(({ at, name }) => ({ id: `h${at}`, what: words.row(at, name), why: words.rowWhy.homeless })),
    ...brought.left.map(({ at, text, why }) => ({ id: `r${at}`, what: words.row(at, text), why: words.rowWhy[why] })),
    ...cellLines(brought.cells, table, language, words).map((what, at) => ({ id: `x${at}`, what, why: '' })),
  ]
  return (
    <>
      <div className={styles.part} role="status" data-testid="takeover-will">
        <Text weight="semibold">{words.will(edits.length, written.length)}</Text>
        {added > 0 && <Text size={200}>{words.added(added)}</Text>}
        {brought.same > 0 && <Text size={200}>{words.same(brought.same)}</Text>}
      </div>
      {alike.length > 0 && (
        <List
          title={words.alike}
          testId="takeover-alike"
          lines={alike.map(({ at, name, meant }) => ({ id: String(at), what: words.row(at, name), why: `→ ${meant}` }))}
        />
      )}
      {lines.length > 0 ? <List title={words.left} testId="takeover-left" lines={lines} /> : <Text size={200}>{words.nothingLeft}</Text>}
    </>
  )
}

function List({ title, testId, lines }: { title: string; testId: string; lines: readonly { id: string; what: string; why: string }[] }) {
  const styles = useStyles()
  return (
    <section className={styles.part} aria-label={title} data-testid={testId}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title} ({lines.length})
      </Subtitle2>
      <ul className={styles.list}>
        {lines.map(({ id, what, why }) => (
          <li key={id} className={styles.item}>
            <Text size={200} block>
              {what}
            </Text>
            {why !== '' && <Caption1>{why}</Caption1>}
          </li>
        ))}
      </ul>
    </section>
  )
}
