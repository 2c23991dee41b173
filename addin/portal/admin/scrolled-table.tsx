// A table that may be wider than the page: it is moved with the keyboard too.
import { mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTableStyles } from '../table-styles.ts'

interface Props {
  /** What is read aloud of the whole. */
  readonly label: string
  readonly heads: readonly string[]
  readonly testId?: string
  /** The rows. */
  readonly children: ReactNode
}

export function ScrolledTable({ label, heads, testId, children }: Props) {
  const look = useTableStyles()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
    <section className={look.scroll} aria-label={label} tabIndex={0}>
      <table className={mergeClasses(look.table, look.whole)} data-testid={testId}>
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
