// The frame of a chart: its heading, how to read it, the drawing as one picture with a
// name, and the figures behind it as a table that everybody can open.
import { Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'
import { useProvinceText } from '../../text/use-province-text.ts'
import { useTableStyles } from '../table-styles.ts'

const useStyles = makeStyles({
  figure: {
    margin: 0,
    padding: tokens.spacingVerticalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    breakInside: 'avoid',
    minWidth: 0,
  },
  heading: { margin: 0 },
  means: { display: 'block', marginBottom: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
  table: { marginTop: tokens.spacingVerticalM },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalS} 0`, color: tokens.colorBrandForegroundLink },
  number: { '& td': { textAlign: 'right' } },
})

export interface FigureTable {
  readonly head: readonly string[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[]
}

interface Props {
  readonly testId: string
  readonly title: string
  readonly means: string
  readonly table: FigureTable
  readonly children: ReactNode
}

export function ChartFigure({ testId, title, means, table, children }: Props) {
  const t = useProvinceText()
  const styles = useStyles()
  const tables = useTableStyles()
  const id = useId()
  return (
    <figure className={styles.figure} aria-labelledby={id} data-testid={testId}>
      <Subtitle2 as="h2" id={id} className={styles.heading}>
        {title}
      </Subtitle2>
      <Caption1 className={styles.means}>{means}</Caption1>
      {children}
      <details className={styles.table}>
        <summary className={styles.summary}>{t.figuresAsTable}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached on the keyboard */}
        <section className={tables.scroll} aria-label={title} tabIndex={0}>
          <table className={`${tables.table} ${styles.number}`}>
            <thead>
              <tr>
                {table.head.map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name = '', ...cells]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, at) => (
                    <td key={table.head[at + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  )
}
