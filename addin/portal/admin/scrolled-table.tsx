// A table that may be wider than the page: it is moved with the keyboard too. On a telephone each
// row is a card whose values say what their column is called.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { CSSProperties, ReactNode } from 'react'
import { useTableStyles } from '../table-styles.ts'

interface Props {
  /** What is read aloud of the whole. */
  readonly label: string
  readonly heads: readonly string[]
  readonly testId?: string
  /** The rows. */
  readonly children: ReactNode
}

const MOST_COLUMNS = 10
const headOf = (at: number): `--head-${number}` => `--head-${at}`

/** A card names its values by the heads that the table hands down. */
const useStyles = makeStyles({
  card: {
    '@media (max-width: 34rem)': {
      ...{ '& tr': { flexDirection: 'column' }, '& th, & td': { boxSizing: 'border-box', width: '100%', paddingInline: 0 } },
      '& tbody th': { order: -1 },
      '& td::before': { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
      ...Object.fromEntries(
        Array.from({ length: MOST_COLUMNS }, (_, at) => [`& td:nth-child(${at + 1})::before`, { content: `var(${headOf(at)})` }]),
      ),
    },
  },
})

export function ScrolledTable({ label, heads, testId, children }: Props) {
  const look = useTableStyles()
  const styles = useStyles()
  const named = Object.fromEntries(heads.map((head, at) => [headOf(at), JSON.stringify(head)])) as CSSProperties
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
    <section className={look.scroll} aria-label={label} tabIndex={0}>
      <table className={mergeClasses(look.table, look.whole, look.cards, styles.card)} style={named} data-testid={testId}>
        <thead>
          <tr>
            {heads.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
