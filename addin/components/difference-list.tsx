// What differs between two contents: counts first, then each change with its row,
// column, and both values. Long lists open on demand.
import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { CellChange, Difference } from '../../shared/difference.ts'
import { useText } from '../text/language.tsx'

const useStyles = makeStyles({
  counts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, margin: 0, padding: 0, listStyle: 'none' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  item: { borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingInlineStart: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  values: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
})

const FIRST = 8

interface Props {
  readonly difference: Difference
  /** Whose the two are, where one is not earlier than the other. */
  readonly sides?: readonly [before: string, after: string]
}

export function DifferenceList({ difference, sides }: Props) {
  const { t } = useText()
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const { added, removed, cells, unchanged, declarationChanged } = difference
  const addedNote = (n: number) => (sides ? t.rowsOnly(n, sides[1]) : t.rowsAdded(n))
  const removedNote = (n: number) => (sides ? t.rowsOnly(n, sides[0]) : t.rowsRemoved(n))
  const counts = [
    cells.length > 0 && (sides ? t.cellsDiffer(cells.length) : t.cellsChanged(cells.length)),
    added.length > 0 && addedNote(added.length),
    removed.length > 0 && removedNote(removed.length),
    unchanged > 0 && t.rowsUnchanged(unchanged),
  ].filter((one) => one !== false)
  const rows = [
    ...added.map(({ rowId, row }) => ({ key: `+${rowId}`, title: row, note: addedNote(1) })),
    ...removed.map(({ rowId, row }) => ({ key: `-${rowId}`, title: row, note: removedNote(1) })),
  ]
  const total = rows.length + cells.length
  const most = all ? total : FIRST
  return (
    <>
      <ul className={styles.counts}>
        {counts.map((one) => (
          <li key={one}>
            <Text weight="semibold" size={200}>
              {one}
            </Text>
          </li>
        ))}
      </ul>
      {declarationChanged && <Text size={200}>{t.declarationChanged}</Text>}
      <ul className={styles.list}>
        {rows.slice(0, most).map(({ key, title, note }) => (
          <li key={key} className={styles.item}>
            <Caption1 block>{note}</Caption1>
            <Text size={200}>{title}</Text>
          </li>
        ))}
        {cells.slice(0, Math.max(0, most - rows.length)).map((change) => (
          <Changed key={`${change.rowId}/${change.field}`} change={change} sides={sides ?? [t.was, t.is]} />
        ))}
      </ul>
      {total > most && <Button onClick={() => setAll(true)}>{t.showAll(total)}</Button>}
    </>
  )
}

function Changed({ change, sides }: { change: CellChange; sides: readonly [string, string] }) {
  const { t, language } = useText()
  const styles = useStyles()
  const { row, label, before, after } = change
  return (
    <li className={styles.item}>
      <Caption1 block>{row ?? t.headerCell}</Caption1>
      <Text size={200} weight="semibold" block>
        {label[language]}
      </Text>
      <dl className={styles.values}>
        <dt className={styles.term}>{sides[0]}</dt>
        <dd className={styles.value}>{before[language] || t.blankCell}</dd>
        <dt className={styles.term}>{sides[1]}</dt>
        <dd className={styles.value}>{after[language] || t.blankCell}</dd>
      </dl>
    </li>
  )
}
